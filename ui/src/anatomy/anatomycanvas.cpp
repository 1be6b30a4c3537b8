#include "anatomy/anatomycanvas.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "anatomy/partbox.h"
#include "anatomy/valuehandle.h"
#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

using What = AnatomyFlow::What;

constexpr std::chrono::milliseconds kFrame{40};
constexpr double kSecondsAWay = 3;                      ///< an image takes from one box to the other
constexpr double kApart = 5;                            ///< images on the way, in heights of the font
constexpr double kTraveller = 1.35;                     ///< side of one, likewise
constexpr double kNarrowestBox = 8.6, kWidestBox = 13;  ///< in heights of the font
constexpr double kBoxShare = 0.3;                       ///< of the diagram's width
constexpr double kThinnest = 1.2, kThickest = 6;
constexpr double kFaint = 0.32;

/// Wider for more: at 1 half of what there is at most.
double arrowWidth(double weight) { return kThinnest + (kThickest - kThinnest) * weight / (1 + weight); }

QColor colourOf(What what, theme::Tone tone) {
  switch (what) {
    case What::Real:
      return theme::series(Metric::L, tone);
    case What::Made:
      return theme::series(Metric::G, tone);
    case What::Adversarial:
      return theme::series(Metric::LambdaLAdv, tone);
    case What::Slope:
      return theme::bad(tone);
    case What::Names:
      return theme::series(Metric::D, tone);
  }
  return theme::ink(tone);
}

Qt::PenStyle styleOf(const AnatomyFlow& flow) {
  if (flow.weight <= 0) return Qt::DotLine;
  if (flow.what == What::Slope) return Qt::DashLine;
  return flow.what == What::Names ? Qt::DashDotLine : Qt::SolidLine;
}

void paintHead(QPainter& painter, const QPainterPath& path, double width, double em) {
  const QPointF tip = path.pointAtPercent(1);
  const double length = path.length(), size = 0.42 * em + width;
  const QPointF back = path.pointAtPercent(path.percentAtLength(std::max(0.0, length - size)));
  const QPointF along = (tip - back) / std::max(0.1, std::hypot(tip.x() - back.x(), tip.y() - back.y()));
  const QPointF across(-along.y(), along.x());
  painter.drawPolygon(
      QPolygonF({tip, tip - along * size + across * size * 0.5, tip - along * size - across * size * 0.5}));
}

}  // namespace

AnatomyCanvas::AnatomyCanvas(QWidget* parent) : QWidget(parent) {
  frames_.setInterval(kFrame);
  connect(&frames_, &QTimer::timeout, this, [this] {
    gone_ += double(since_.restart()) / 1000;
    update();
  });
}

void AnatomyCanvas::setAnatomy(Anatomy anatomy) {
  anatomy_ = std::move(anatomy);
  bool changed = false;
  std::erase_if(boxes_, [&](const auto& one) {
    if (anatomy_.part(one.first)) return false;
    one.second->deleteLater();
    one.second->hide();
    return changed = true;
  });
  for (const AnatomyPart& part : anatomy_.parts) {
    PartBox*& box = boxes_[part.kind];
    if (box) continue;
    box = new PartBox(part.kind, this);
    box->show();
    connect(box, &PartBox::revealAsked, this, &AnatomyCanvas::revealAsked);
    connect(box, &PartBox::edited, this, &AnatomyCanvas::edited);
    changed = true;
  }
  makeWeights();
  if (changed) Q_EMIT boxesChanged();
  place();
}

// The classifiers' own: the weight of the clean samples is hardly ever turned, and stands in the panel.
void AnatomyCanvas::makeWeights() {
  std::map<std::string, ValueHandle*> wanted;
  for (const AnatomyFlow& flow : anatomy_.flows) {
    if (flow.weightKey.empty() || flow.what == What::Real) continue;
    const auto old = weights_.find(flow.weightKey);
    ValueHandle* handle = old == weights_.end() ? new ValueHandle(paramRow(flow.weightKey), this) : old->second;
    if (old == weights_.end()) {
      handle->show();
      connect(handle, &ValueHandle::edited, this, &AnatomyCanvas::edited);
    } else {
      weights_.erase(old);
    }
    wanted[flow.weightKey] = handle;
  }
  for (const auto& [key, handle] : weights_) handle->deleteLater();
  weights_ = std::move(wanted);
}

PartBox* AnatomyCanvas::box(AnatomyPart::Kind kind) const {
  const auto found = boxes_.find(kind);
  return found == boxes_.end() ? nullptr : found->second;
}

ValueHandle* AnatomyCanvas::weight(const std::string& key) const {
  const auto found = weights_.find(key);
  return found == weights_.end() ? nullptr : found->second;
}

void AnatomyCanvas::setPhase(Phase phase) {
  if (phase == phase_) return;
  phase_ = phase;
  update();
}

void AnatomyCanvas::setMoving(bool moving) {
  if (moving == moving_) return;
  moving_ = moving;
  runTimer();
}

void AnatomyCanvas::setTravellers(What what, std::vector<QImage> images) {
  travellers_[what] = std::move(images);
  update();
}

double AnatomyCanvas::boxWidth() const {
  const double em = fontMetrics().height();
  return std::clamp(kBoxShare * width(), kNarrowestBox * em, kWidestBox * em);
}

void AnatomyCanvas::place() {
  const double em = fontMetrics().height();
  PartSizes sizes{boxWidth(), {}};
  for (const auto& [kind, box] : boxes_) {
    box->setFixedWidth(int(sizes.width));
    sizes.heights[kind] =
        box->heightForWidth(int(sizes.width)) > 0 ? box->heightForWidth(int(sizes.width)) : box->sizeHint().height();
  }
  const Placing placing = placeParts(sizes, width(), height(), em);
  rects_ = placing.rects;
  for (const auto& [kind, box] : boxes_) box->setGeometry(rects_.at(kind).toRect());
  for (const AnatomyFlow& flow : anatomy_.flows) placeWeight(flow);
  if (std::exchange(height_, placing.height) != placing.height) updateGeometry();
  update();
}

// Where the arrow has left its box and the one beside it has not begun.
void AnatomyCanvas::placeWeight(const AnatomyFlow& flow) {
  ValueHandle* handle = flow.what == What::Real ? nullptr : weight(flow.weightKey);
  if (!handle) return;
  const QPointF from = path(flow).pointAtPercent(0);
  const double em = fontMetrics().height();
  const QSize size = handle->sizeHint();
  const bool leftwards = flow.to == AnatomyPart::Kind::Generator;
  const double x = leftwards ? rects_.at(flow.to).right() + 0.8 * em : from.x() + 0.8 * em;
  const double y = leftwards ? path(flow).pointAtPercent(1).y() + 0.2 * em : from.y() - size.height() - 0.3 * em;
  handle->setGeometry(int(x), int(y), size.width(), size.height());
  handle->raise();
}

QPainterPath AnatomyCanvas::path(const AnatomyFlow& flow) const {
  return flowPath(flow, rects_, fontMetrics().height());
}

QSize AnatomyCanvas::sizeHint() const {
  const double em = fontMetrics().height();
  return {int(3 * kNarrowestBox * em), int(height_)};
}

void AnatomyCanvas::runTimer() {
  if (moving_ && isVisible()) {
    since_.restart();
    frames_.start();
  } else {
    frames_.stop();
  }
}

void AnatomyCanvas::paint(QPainter& painter, theme::Tone tone) const {
  painter.setRenderHint(QPainter::Antialiasing);
  for (const AnatomyFlow& flow : anatomy_.flows) paintFlow(painter, flow, tone);
  for (const AnatomyFlow& flow : anatomy_.flows) paintTravellers(painter, flow);
}

void AnatomyCanvas::paintFlow(QPainter& painter, const AnatomyFlow& flow, theme::Tone tone) const {
  const double em = fontMetrics().height(), wide = flow.weightKey.empty() ? 2 : arrowWidth(flow.weight);
  const bool on = !phase_ || flow.phases.has(*phase_);
  const QColor colour = on ? colourOf(flow.what, tone) : theme::faded(colourOf(flow.what, tone), kFaint);
  const QPainterPath way = path(flow);
  QPen pen(colour, wide, styleOf(flow));
  pen.setCapStyle(Qt::FlatCap);
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(way);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  paintHead(painter, way, wide, em);
  // its symbol, on the ground, a little behind its middle: there what crosses it is seldom
  const QString symbol = QString::fromStdString(flow.symbol);
  const double along = std::min(way.length() * 0.5, 3.2 * em);
  QRectF box(QPointF(), QSizeF(painter.fontMetrics().horizontalAdvance(symbol) + 0.4 * em, 1.1 * em));
  box.moveCenter(way.pointAtPercent(way.percentAtLength(along)));
  painter.setBrush(theme::panel(tone));
  painter.drawRect(box);
  painter.setPen(on ? theme::ink(tone) : theme::muted(tone));
  painter.drawText(box, Qt::AlignCenter, symbol);
}

void AnatomyCanvas::paintTravellers(QPainter& painter, const AnatomyFlow& flow) const {
  const auto found = travellers_.find(flow.what);
  if (found == travellers_.end() || found->second.empty() || (phase_ && !flow.phases.has(*phase_))) return;
  if (flow.weight <= 0) return;
  const std::vector<QImage>& images = found->second;
  const double em = fontMetrics().height(), side = kTraveller * em;
  const QPainterPath way = path(flow);
  const double length = way.length(), speed = length / kSecondsAWay;
  const double shift = std::fmod(gone_ * speed, kApart * em);
  const auto first = int64_t(gone_ * speed / (kApart * em));
  for (int64_t i = 0; shift + double(i) * kApart * em < length - side; ++i) {
    const QPointF at = way.pointAtPercent(way.percentAtLength(shift + double(i) * kApart * em));
    const QRectF rect(at.x() - side / 2, at.y() - side / 2, side, side);
    painter.fillRect(rect, theme::paper());
    // the last of them came first: an image keeps its place in the line
    const auto n = int64_t(images.size());
    drawTile(painter, images[size_t(((first - i) % n + n) % n)], rect);
    drawTileFrame(painter, rect, colourOf(flow.what, theme::tone()), em);
  }
}

void AnatomyCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, theme::tone());
}

void AnatomyCanvas::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

bool AnatomyCanvas::event(QEvent* event) {
  const bool done = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) place();
  return done;
}

void AnatomyCanvas::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  runTimer();
}

void AnatomyCanvas::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  runTimer();
}

}  // namespace sparring::ui
