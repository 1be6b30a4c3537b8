#include "widgets/tilearea.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QScrollArea>
#include <QToolTip>
#include <algorithm>

#include "widgets/imagetile.h"

namespace sparring::ui {

TileArea::TileArea(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
}

QRectF TileArea::tileRect(int index) const {
  return index >= 0 && size_t(index) < tiles_.size() ? tiles_[size_t(index)] : QRectF();
}

int TileArea::tileAt(QPointF position) const {
  const auto found =
      std::find_if(tiles_.begin(), tiles_.end(), [&](const QRectF& tile) { return tile.contains(position); });
  return found == tiles_.end() ? -1 : int(found - tiles_.begin());
}

void TileArea::contentChanged() {
  tiles_ = place(size());
  setCurrent(std::min(current_, int(tiles_.size()) - 1));
  update();
}

void TileArea::setCurrent(int index) {
  const bool moved = index != current_;
  current_ = index;
  setAccessibleDescription(index >= 0 ? describe(index) : QString());
  if (!moved) return;
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
  Q_EMIT currentChanged(index);
  update();
}

bool TileArea::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int tile = tileAt(help->pos());
  if (tile < 0)
    QToolTip::hideText();
  else
    QToolTip::showText(help->globalPos(), describe(tile), this, tileRect(tile).toRect());
  return true;
}

void TileArea::keyPressEvent(QKeyEvent* event) {
  const int last = int(tiles_.size()) - 1;
  int next = current_;
  switch (event->key()) {
    case Qt::Key_Left:
      next = current_ - 1;
      break;
    case Qt::Key_Right:
      next = current_ + 1;
      break;
    case Qt::Key_Up:
      next = current_ - rowLength();
      break;
    case Qt::Key_Down:
      next = current_ + rowLength();
      break;
    case Qt::Key_Home:
      next = 0;
      break;
    case Qt::Key_End:
      next = last;
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      if (current_ >= 0) enlarge(current_);
      return;
    default:
      return QWidget::keyPressEvent(event);
  }
  if (next >= 0 && next <= last) setCurrent(next);
}

void TileArea::mousePressEvent(QMouseEvent* event) {
  const int tile = tileAt(event->position());
  if (event->button() != Qt::LeftButton || tile < 0) return QWidget::mousePressEvent(event);
  setCurrent(tile);
  pressed_ = event->timestamp();
  enlarge(tile);
  pressed_.reset();
}

// The tile under the mouse, or with the menu key the current one.
void TileArea::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const int tile = byKey ? current_ : tileAt(event->pos());
  if (tile < 0) return QWidget::contextMenuEvent(event);
  setCurrent(tile);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (!picture(tile, theme::Tone::Light, Qt::white).isNull())
    menu->addAction(tr("Copy the picture"), this, [this, tile] { copy(tile); });
  const int64_t image = testImage(tile);
  if (image >= 0 && isSignalConnected(QMetaMethod::fromSignal(&TileArea::imageAsked)))
    menu->addAction(tr("Open in Gallery"), this, [this, image] { Q_EMIT imageAsked(image); });
  if (export_) menu->addAction(tr("Export…"), this, export_);
  if (menu->isEmpty()) return delete menu;
  menu->popup(byKey ? mapToGlobal(tileRect(tile).center().toPoint()) : event->globalPos());
}

void TileArea::enlarge(int index) {
  const QImage enlarged = picture(index, theme::tone(), theme::panel());
  (new EnlargedTile(this, enlarged, enlargedText(index).toHtmlEscaped(), pressed_))->show();
}

void TileArea::copy(int index) const {
  if (size_t(index) < tiles_.size())  // a training may have taken it away meanwhile
    QApplication::clipboard()->setImage(picture(index, theme::Tone::Light, theme::paper(theme::Tone::Light)));
}

void TileArea::mouseMoveEvent(QMouseEvent* event) {
  if (tileAt(event->position()) >= 0)
    setCursor(Qt::PointingHandCursor);
  else
    unsetCursor();
}

void TileArea::focusInEvent(QFocusEvent* event) {
  if (current_ < 0 && !tiles_.empty()) setCurrent(0);
  QWidget::focusInEvent(event);
  update();
}

void TileArea::resizeEvent(QResizeEvent*) { contentChanged(); }

QWidget* scrolled(TileArea* area) {
  auto* scroll = new QScrollArea(area->parentWidget());
  scroll->setWidget(area);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  area->setAutoFillBackground(false);
  QObject::connect(area, &TileArea::currentChanged, scroll, [area, scroll](int index) {
    const QRectF tile = area->tileRect(index);
    scroll->ensureVisible(int(tile.center().x()), int(tile.center().y()), 0, int(tile.height()));
  });
  return scroll;
}

}  // namespace sparring::ui
