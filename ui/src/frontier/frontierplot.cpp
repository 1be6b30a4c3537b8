#include "frontier/frontierplot.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/metrictext.h"
#include "base/text.h"

namespace sparring::ui {
namespace {

constexpr double kReach = 1.2;       ///< of the mouse, in heights of the font
constexpr double kNotchOfKey = 0.8;  ///< zoom by a key

}  // namespace

FrontierPlot::FrontierPlot(const Evaluations& evaluations, QWidget* parent)
    : QWidget(parent), evaluations_(evaluations), robust_(evaluations.mainAttack()) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumHeight(10 * fontMetrics().height());
}

void FrontierPlot::dataChanged() {
  if (current_ && current_->index >= evaluations_.trail(current_->lane, until_).size()) setCurrent({});
  renew();
}

void FrontierPlot::setUntil(std::optional<int64_t> step) {
  if (step == until_) return;
  until_ = step;
  dataChanged();
}

void FrontierPlot::setRobust(Metric metric) {
  if (metric == robust_) return;
  robust_ = metric;
  fit();
}

void FrontierPlot::setExtent(Extent extent) {
  extent_ = extent;
  fit();
}

void FrontierPlot::fit() {
  byHand_.reset();
  renew();
}

void FrontierPlot::setChosen(std::vector<int> lanes) {
  if (lanes == chosen_) return;
  chosen_ = std::move(lanes);
  renew();
}

void FrontierPlot::setEmptyText(const QString& text) {
  emptyText_ = text;
  if (blank()) renew();
}

FrontierAxes FrontierPlot::axes() const { return byHand_ ? *byHand_ : axesFor(extent_, evaluations_, until_, robust_); }

FrontierDrawing FrontierPlot::drawing(QSizeF size) const {
  return {evaluations_, {until_, robust_, axes(), chosen_}, size, font()};
}

QPointF FrontierPlot::pointOf(const TrailPoint& point) const {
  return drawing(size()).at(evaluations_.trail(point.lane, until_)[point.index]);
}

void FrontierPlot::renew() {
  drawn_ = {};
  update();
}

void FrontierPlot::setAxes(const FrontierAxes& axes) {
  byHand_ = axes;
  renew();
}

void FrontierPlot::zoom(QPointF place, double factor) {
  const FrontierDrawing now = drawing(size());
  FrontierAxes axes = this->axes();
  const bool overValues = place.x()<now.frame().left(), overClean = place.y()> now.frame().bottom();
  if (!overValues) axes.clean = zoomed(axes.clean, now.clean(place.x()), factor);
  if (!overClean) axes.robust = zoomed(axes.robust, now.robust(place.y()), factor);
  setAxes(axes);
}

QStringList FrontierPlot::readout() const {
  if (!current_) return {};
  const auto trail = evaluations_.trail(current_->lane, until_);
  if (current_->index >= trail.size()) return {};
  const Evaluation& evaluation = trail[current_->index];
  QStringList lines{
      tr("λ = %1 · step %2")
          .arg(localNumber(evaluations_.lambdas()[size_t(current_->lane)]), stepText(qint64(evaluation.step)))};
  for (const Metric metric : evaluations_.accuracies())
    if (!std::isnan(evaluation.of(metric)))
      lines << tr("%1: %2").arg(label(metric, evaluations_.accuracies()), percentText(evaluation.of(metric)));
  return lines;
}

void FrontierPlot::setCurrent(std::optional<TrailPoint> point) {
  if (point == current_) return;
  current_ = point;
  setAccessibleDescription(point ? readout().join(u'\n')
                                 : tr("Arrow keys walk along the trails, plus and minus zoom, "
                                      "Home shows everything."));
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
  update();
}

void FrontierPlot::paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const {
  QPainter painter(&device);
  drawing(size).paint(painter, tone);
}

QImage FrontierPlot::picture(QSize size, double scale, theme::Tone tone) const {
  QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  paintTo(image, size, tone);
  return image;
}

void FrontierPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (blank()) {
    painter.fillRect(rect(), theme::paper());
    painter.setPen(theme::muted());
    const int pad = 2 * fontMetrics().height();
    painter.drawText(rect().adjusted(pad, 0, -pad, 0), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
    return;
  }
  if (drawn_.isNull() || drawn_.devicePixelRatio() != devicePixelRatioF()) {
    drawn_ = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
    drawn_.setDevicePixelRatio(devicePixelRatioF());
    QPainter drawer(&drawn_);
    drawing(size()).paint(drawer, theme::tone());
  }
  painter.drawPixmap(0, 0, drawn_);
  if (current_) drawing(size()).paintReadout(painter, *current_, readout(), theme::tone());
}

void FrontierPlot::resizeEvent(QResizeEvent*) { renew(); }

void FrontierPlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
      event->type() == QEvent::LanguageChange)
    renew();
}

/// Left and right along the trail, up and down to the neighbouring λ at the same place in its trail.
bool FrontierPlot::walk(int key) {
  const std::vector<int> lanes = evaluations_.byLambda();
  if (blank()) return false;
  if (!current_) {
    if (const auto trail = evaluations_.trail(lanes.front(), until_); !trail.empty())
      setCurrent(TrailPoint{lanes.front(), trail.size() - 1});
    return true;
  }
  TrailPoint next = *current_;
  if (key == Qt::Key_Up || key == Qt::Key_Down) {
    const auto row = std::find(lanes.begin(), lanes.end(), next.lane) - lanes.begin() + (key == Qt::Key_Up ? 1 : -1);
    next.lane = lanes[size_t(std::clamp<std::ptrdiff_t>(row, 0, std::ssize(lanes) - 1))];
  } else if (key == Qt::Key_Right) {
    ++next.index;
  } else if (next.index > 0) {
    --next.index;
  }
  const auto trail = evaluations_.trail(next.lane, until_);
  if (trail.empty()) return true;
  next.index = std::min(next.index, trail.size() - 1);
  setCurrent(next);
  return true;
}

void FrontierPlot::keyPressEvent(QKeyEvent* event) {
  const QPointF centre = drawing(size()).frame().center();
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (walk(event->key())) return;
      break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(centre, kNotchOfKey);
    case Qt::Key_Minus:
      return zoom(centre, 1 / kNotchOfKey);
    case Qt::Key_Home:
    case Qt::Key_0:
      return fit();
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void FrontierPlot::focusOutEvent(QFocusEvent* event) {
  setCurrent({});
  QWidget::focusOutEvent(event);
}

void FrontierPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) dragged_ = event->position();
}

void FrontierPlot::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (blank()) return;
  if (!dragged_) return setCurrent(drawing(size()).nearest(at, kReach * fontMetrics().height()));
  const FrontierDrawing now = drawing(size());
  FrontierAxes axes = this->axes();
  axes.clean = moved(axes.clean, now.clean(dragged_->x()) - now.clean(at.x()));
  axes.robust = moved(axes.robust, now.robust(dragged_->y()) - now.robust(at.y()));
  dragged_ = at;
  setCursor(Qt::ClosedHandCursor);
  setAxes(axes);
}

void FrontierPlot::mouseReleaseEvent(QMouseEvent*) {
  dragged_.reset();
  unsetCursor();
}

void FrontierPlot::mouseDoubleClickEvent(QMouseEvent*) {
  dragged_.reset();
  fit();
}

void FrontierPlot::leaveEvent(QEvent*) { setCurrent({}); }

void FrontierPlot::wheelEvent(QWheelEvent* event) {
  if (blank()) return event->ignore();
  zoom(event->position(), std::pow(0.85, event->angleDelta().y() / 120.0));  // 120 is one notch
  event->accept();
}

}  // namespace sparring::ui
