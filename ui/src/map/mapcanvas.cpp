#include "map/mapcanvas.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr double kZoomStep = 1.25, kMostZoom = 60, kLeastZoom = 0.5;
constexpr double kCardPicture = 4;  ///< side, in heights of the font

}  // namespace

MapCanvas::MapCanvas(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumSize(16 * fontMetrics().height(), 10 * fontMetrics().height());
}

void MapCanvas::setPicture(MapPicture picture, int images) {
  picture_ = std::move(picture);
  if (images != images_) {
    images_ = images;
    chosen_.clear();
    look_ = {};
    lasso_.clear();
    point({});
  }
  renew();
}

void MapCanvas::setChosen(std::vector<int> images) {
  if (images == chosen_) return;
  chosen_ = std::move(images);
  renew();
}

void MapCanvas::showAll() {
  look_ = {};
  renew();
}

void MapCanvas::renew() {
  drawn_ = {};
  update();
}

std::vector<bool> MapCanvas::marks() const {
  std::vector<bool> marks;
  if (chosen_.empty()) return marks;
  marks.assign(size_t(images_), false);
  for (const int image : chosen_) marks[size_t(image)] = true;
  return marks;
}

std::optional<QPointF> MapCanvas::dotOf(int image) const {
  const MapDrawing map = drawing();
  for (size_t panel = 0; panel < picture_.panels.size(); ++panel)
    for (const auto& dot : picture_.panels[panel].dots)
      if (dot.image == image && !dot.faint) return map.toScreen(dot.at, int(panel));
  return {};
}

void MapCanvas::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  MapDrawing(picture_, look_, size, font()).paint(painter, tone, marks());
}

void MapCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (drawn_.isNull() || drawn_.devicePixelRatio() != devicePixelRatioF()) {
    drawn_ = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
    drawn_.setDevicePixelRatio(devicePixelRatioF());
    drawn_.fill(theme::paper());
    QPainter drawer(&drawn_);
    paint(drawer, size(), theme::tone());
  }
  painter.drawPixmap(0, 0, drawn_);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!lasso_.isEmpty()) paintLasso(painter);
  if (pointed_) {
    drawing().paintMark(painter, theme::tone(), *pointed_);
    paintCard(painter);
  }
  if (hasFocus() && !pointed_) {
    painter.setPen(QPen(theme::accent(), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

void MapCanvas::paintLasso(QPainter& painter) const {
  painter.setPen(QPen(theme::accent(), 1.5, Qt::DashLine));
  painter.setBrush(theme::faded(theme::accent(), 0.1));
  painter.drawPolygon(lasso_);
}

void MapCanvas::paintCard(QPainter& painter) const {
  const std::optional<QPointF> dot = dotOf(*pointed_);
  if (!cards_ || !dot) return;
  const MapCard card = cards_(*pointed_);
  const QFontMetricsF metrics(font());
  const double em = metrics.height(), pad = 0.5 * em, side = kCardPicture * em;
  double width = double(card.pictures.size()) * (side + pad) - pad;
  for (const QString& line : card.lines) width = std::max(width, metrics.horizontalAdvance(line));
  QRectF box(0, 0, width + 2 * pad, side + pad + double(card.lines.size()) * 1.2 * em + 2 * pad);
  box.moveLeft(dot->x() > 0.5 * this->width() ? dot->x() - 1.5 * em - box.width() : dot->x() + 1.5 * em);
  box.moveTop(dot->y() - 0.5 * box.height());
  box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, this->width() - box.width())));
  box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, height() - box.height())));
  painter.setPen(QPen(theme::mix(theme::paper(), theme::ink(), 0.3), 1));
  painter.setBrush(theme::faded(theme::paper(), 0.97));
  painter.drawRoundedRect(box, 0.5 * pad, 0.5 * pad);
  QRectF tile(box.left() + pad, box.top() + pad, side, side);
  for (const QImage& picture : card.pictures) {
    drawTile(painter, picture, tile);
    drawTileFrame(painter, tile, theme::grid(), em);
    tile.translate(side + pad, 0);
  }
  painter.setPen(theme::ink());
  QRectF line(box.left() + pad, box.top() + side + 1.5 * pad, width, 1.2 * em);
  for (const QString& text : card.lines) {
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, text);
    line.translate(0, 1.2 * em);
  }
}

void MapCanvas::point(std::optional<int> image) {
  if (image == pointed_) return;
  pointed_ = image;
  setAccessibleDescription(image && cards_ ? cards_(*image).lines.join(u'\n') : QString());
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
  update();
}

void MapCanvas::choose(std::vector<int> images, bool beside) {
  if (beside) {
    std::vector<int> both;
    std::ranges::set_union(chosen_, images, std::back_inserter(both));
    images = std::move(both);
  }
  if (images == chosen_) return;
  setChosen(std::move(images));
  Q_EMIT chosenChanged();
}

void MapCanvas::zoom(double factor, QPointF at) {
  const int panel = std::max(0, drawing().panelAt(at));
  const QPointF before = drawing().fromScreen(at, panel);
  look_.zoom = std::clamp(look_.zoom * factor, kLeastZoom, kMostZoom);
  look_.centre += before - drawing().fromScreen(at, panel);  // what is under the pointer stays there
  renew();
}

// To the nearest image in that direction: one twice as far to the side counts as farther.
void MapCanvas::walk(QPointF direction) {
  const MapDrawing map = drawing();
  const QPointF from = pointed_ ? dotOf(*pointed_).value_or(rect().center()) : QPointF(rect().center());
  const int panel = std::max(0, map.panelAt(from));
  if (picture_.panels.empty()) return;
  std::optional<int> nearest;
  double least = INFINITY;
  for (const auto& dot : picture_.panels[size_t(panel)].dots) {
    const QPointF off = map.toScreen(dot.at, panel) - from;
    const double along = QPointF::dotProduct(off, direction),
                 aside = std::abs(off.x() * direction.y() - off.y() * direction.x());
    if (dot.faint || dot.image == pointed_ || along <= 0 || !map.field(panel).contains(map.toScreen(dot.at, panel)))
      continue;
    if (const double apart = along + 2 * aside; apart < least) {
      least = apart;
      nearest = dot.image;
    }
  }
  if (nearest) point(nearest);
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return walk({-1, 0});
    case Qt::Key_Right:
      return walk({1, 0});
    case Qt::Key_Up:
      return walk({0, -1});
    case Qt::Key_Down:
      return walk({0, 1});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(kZoomStep, drawing().field(0).center());
    case Qt::Key_Minus:
      return zoom(1 / kZoomStep, drawing().field(0).center());
    case Qt::Key_0:
      return showAll();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (pointed_) Q_EMIT imageAsked(*pointed_);
      return;
    default:
      break;
  }
  if (event->matches(QKeySequence::SelectAll)) {
    std::vector<int> all(static_cast<size_t>(images_));
    std::iota(all.begin(), all.end(), 0);
    return choose(std::move(all), false);
  }
  QWidget::keyPressEvent(event);
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) {
    lassoPanel_ = drawing().panelAt(event->position());
    if (lassoPanel_ >= 0) lasso_ = QPolygonF{event->position()};
  } else {
    dragged_ = event->position();
    setCursor(Qt::ClosedHandCursor);
  }
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (dragged_) {
    const QPointF off = (event->position() - *dragged_) / drawing().pixelsPerUnit();
    look_.centre -= QPointF(off.x(), -off.y());
    dragged_ = event->position();
    return renew();
  }
  if (!lasso_.isEmpty()) {
    lasso_ << event->position();
    return update();
  }
  point(drawing().imageAt(event->position()));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    dragged_.reset();
    unsetCursor();
    return;
  }
  if (lasso_.isEmpty()) return;
  const bool beside = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
  const QRectF drawn = lasso_.boundingRect();
  std::vector<int> images;
  if (std::max(drawn.width(), drawn.height()) < QApplication::startDragDistance()) {
    if (const auto image = drawing().imageAt(event->position())) images = {*image};
  } else {
    images = drawing().imagesWithin(lasso_, lassoPanel_);
  }
  lasso_.clear();
  choose(std::move(images), beside);
  update();
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  const auto image = drawing().imageAt(event->position());
  if (event->button() == Qt::LeftButton && image) Q_EMIT imageAsked(*image);
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
  zoom(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
  event->accept();
}

void MapCanvas::leaveEvent(QEvent*) { point({}); }

void MapCanvas::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::PopupFocusReason) point({});
  QWidget::focusOutEvent(event);
}

void MapCanvas::resizeEvent(QResizeEvent*) { renew(); }

void MapCanvas::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
      event->type() == QEvent::LanguageChange)
    renew();
}

}  // namespace sparring::ui
