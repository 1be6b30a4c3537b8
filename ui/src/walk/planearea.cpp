#include "walk/planearea.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kCell = 2.7;
constexpr int kLeastCells = 3, kMostCells = 21;
constexpr double kZoomOfKey = 1.25;
constexpr double kWheelNotch = 120;  ///< eighths of a degree, by Qt

int oddNumber(double fitting) {
  const int number = std::clamp(int(fitting), kLeastCells, kMostCells);
  return number % 2 ? number : number - 1;
}

}  // namespace

PlaneArea::PlaneArea(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::CrossCursor);
}

QSize PlaneArea::sizeHint() const { return QSize(24, 18) * fontMetrics().height(); }
QSize PlaneArea::minimumSizeHint() const { return QSize(9, 8) * fontMetrics().height(); }

double PlaneArea::cellIn(QSizeF size, Grid grid) {
  return std::floor(std::min(size.width() / std::max(1, grid.columns), size.height() / std::max(1, grid.rows)));
}

void PlaneArea::setDrawn(std::shared_ptr<const DrawnImages> drawn, Grid grid) {
  drawn_ = std::move(drawn);
  drawnGrid_ = grid;
  cells_ = {};
  update();
}

void PlaneArea::setShading(const Shading& shading) {
  shading_ = shading;
  cells_ = {};
  update();
}

void PlaneArea::setPlace(QPointF place) {
  const double x = grid_.columns / 2.0, y = grid_.rows / 2.0;
  place_ = {std::clamp(place.x(), -x, x), std::clamp(place.y(), -y, y)};
  update();
}

QPointF PlaneArea::pixelOf(QPointF place) const {
  const double cell = cellIn(size(), grid_);
  return QRectF(rect()).center() + QPointF(place.x(), -place.y()) * cell;
}

QPointF PlaneArea::placeAt(QPointF pixel) const {
  const QPointF from = (pixel - QRectF(rect()).center()) / std::max(1.0, cellIn(size(), grid_));
  return {from.x(), -from.y()};
}

void PlaneArea::setWords(const QString& words) {
  if (words == accessibleDescription()) return;
  setAccessibleDescription(words);
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

void PlaneArea::paintCell(QPainter& painter, size_t i, const QRectF& cell, theme::Tone tone) const {
  const QColor ground = shading_.ground(*drawn_, i, tone);
  painter.fillRect(cell, ground);
  const double em = fontMetrics().height(), inset = std::max(1.0, std::round(0.06 * em));
  const bool ink = drawn_->images.kind.ink && drawn_->images.kind.channels == 1;
  // ink on coloured paper; a photograph lies on it
  if (ink)
    painter.setCompositionMode(tone == theme::Tone::Light ? QPainter::CompositionMode_Multiply
                                                          : QPainter::CompositionMode_Lighten);
  const double edge = ink ? 0 : 2 * inset;
  drawTile(painter, tileImage(drawn_->images, int64_t(i), tone), cell.adjusted(edge, edge, -edge, -edge));
  painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
  if (shading_.marked(*drawn_, i))
    drawVerdictFrame(painter, cell.adjusted(inset / 2, inset / 2, -inset / 2, -inset / 2), true, theme::bad(tone), em);
  const QString sign = shading_.sign(*drawn_, i);
  if (sign.isEmpty()) return;
  QFont small = font();
  small.setPointSizeF(0.68 * font().pointSizeF());
  small.setWeight(QFont::DemiBold);
  painter.setFont(small);
  const QFontMetricsF metrics(small);
  const QString fitting = metrics.elidedText(sign, Qt::ElideRight, cell.width() - 2 * inset);
  const QRectF plate(cell.left() + inset, cell.bottom() - inset - metrics.height(),
                     metrics.horizontalAdvance(fitting) + 2 * inset, metrics.height());
  painter.fillRect(plate, theme::faded(ground, 0.8));
  painter.setPen(theme::ink(tone));
  painter.drawText(plate, Qt::AlignCenter, fitting);
}

void PlaneArea::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  if (!drawn_) return;
  const double cell = cellIn(size, drawnGrid_);
  const QPointF middle(size.width() / 2, size.height() / 2);
  for (int i = 0; i < drawnGrid_.count(); ++i) {
    const QPointF place = drawnGrid_.place(i);
    const QPointF at = middle + QPointF(place.x() - 0.5, -place.y() - 0.5) * cell;
    paintCell(painter, size_t(i), QRectF(std::floor(at.x()), std::floor(at.y()), cell, cell), tone);
  }
}

QRectF PlaneArea::frameAt(QPointF place) const {
  const double cell = cellIn(size(), grid_);
  const QPointF at = pixelOf(place);
  return QRectF(std::floor(at.x() - cell / 2), std::floor(at.y() - cell / 2), cell, cell).intersected(rect());
}

void PlaneArea::paintEvent(QPaintEvent*) {
  if (!drawn_) return;
  if (cells_.isNull()) {
    cells_ = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
    cells_.setDevicePixelRatio(devicePixelRatioF());
    cells_.fill(Qt::transparent);
    QPainter painter(&cells_);
    paint(painter, size(), theme::tone());
  }
  QPainter painter(this);
  painter.drawPixmap(0, 0, cells_);
  const double em = fontMetrics().height();
  const QRectF frame = frameAt(place_);
  drawTileFrame(painter, frame, theme::accent(), hasFocus() ? 2 * em : em);
  const QPointF at = pixelOf(place_);
  painter.setPen(QPen(theme::accent(), 1));
  painter.drawLine(at - QPointF(em / 4, 0), at + QPointF(em / 4, 0));
  painter.drawLine(at - QPointF(0, em / 4), at + QPointF(0, em / 4));
}

void PlaneArea::resizeEvent(QResizeEvent*) {
  const double cell = kCell * fontMetrics().height();
  const Grid fitting{oddNumber(width() / cell), oddNumber(height() / cell)};
  cells_ = {};
  if (fitting == grid_) return;
  grid_ = fitting;
  setPlace(place_);
  Q_EMIT gridChanged();
}

void PlaneArea::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) cells_ = {};
}

// Keys that the window would take for itself.
bool PlaneArea::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_A || key == Qt::Key_B) {
      const auto modifiers = static_cast<QKeyEvent*>(event)->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
      event->setAccepted(!modifiers);
      if (!modifiers) return true;
    }
  }
  return QWidget::event(event);
}

void PlaneArea::step(QPointF by) {
  const QPointF next(std::round(place_.x()) + by.x(), std::round(place_.y()) + by.y());
  if (std::abs(next.x()) > grid_.columns / 2 || std::abs(next.y()) > grid_.rows / 2) {
    Q_EMIT moved(by);
    return;
  }
  setPlace(next);
  Q_EMIT pointed(place_);
}

void PlaneArea::centreHere() {
  const QPointF to = place_;
  setPlace({});
  Q_EMIT moved(to);
}

void PlaneArea::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return step({-1, 0});
    case Qt::Key_Right:
      return step({1, 0});
    case Qt::Key_Up:
      return step({0, 1});
    case Qt::Key_Down:
      return step({0, -1});
    case Qt::Key_Home:
      setPlace({});
      Q_EMIT pointed(place_);
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return centreHere();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      Q_EMIT zoomed(kZoomOfKey);
      return;
    case Qt::Key_Minus:
      Q_EMIT zoomed(1 / kZoomOfKey);
      return;
    case Qt::Key_A:
    case Qt::Key_B:
      Q_EMIT endChosen(event->key() == Qt::Key_A);
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void PlaneArea::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  pressed_ = event->position();
  dragged_ = false;
  setPlace(placeAt(event->position()));
  Q_EMIT pointed(place_);
}

void PlaneArea::mouseMoveEvent(QMouseEvent* event) {
  if (!pressed_) {
    setPlace(placeAt(event->position()));
    Q_EMIT pointed(place_);
    return;
  }
  const QPointF way = event->position() - *pressed_;
  if (!dragged_ && way.manhattanLength() < QApplication::startDragDistance()) return;
  dragged_ = true;
  setCursor(Qt::ClosedHandCursor);
  pressed_ = event->position();
  setPlace(placeAt(event->position()));
  const double cell = std::max(1.0, cellIn(size(), grid_));
  Q_EMIT moved(QPointF(-way.x(), way.y()) / cell);
}

void PlaneArea::mouseReleaseEvent(QMouseEvent*) {
  pressed_.reset();
  setCursor(Qt::CrossCursor);
}

void PlaneArea::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  setPlace(placeAt(event->position()));
  centreHere();
}

void PlaneArea::wheelEvent(QWheelEvent* event) {
  Q_EMIT zoomed(std::pow(kZoomOfKey, event->angleDelta().y() / kWheelNotch));
  event->accept();
}

void PlaneArea::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  if (!byKey) {
    setPlace(placeAt(event->pos()));
    Q_EMIT pointed(place_);
  }
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto named = [](const QString& what, const char* key) { return what + u'\t' + QString::fromLatin1(key); };
  menu->addAction(named(tr("Morph from here"), "A"), this, [this] { Q_EMIT endChosen(true); });
  menu->addAction(named(tr("Morph to here"), "B"), this, [this] { Q_EMIT endChosen(false); });
  menu->addAction(tr("Centre here"), this, &PlaneArea::centreHere);
  menu->addSeparator();
  menu->addAction(tr("Copy the picture"), this, &PlaneArea::copyAsked);
  menu->popup(byKey ? mapToGlobal(pixelOf(place_).toPoint()) : event->globalPos());
}

void PlaneArea::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void PlaneArea::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace sparring::ui
