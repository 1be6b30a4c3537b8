#include "frontier/labelplacer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace sparring::ui {
namespace {

constexpr int kDirections = 16;
constexpr int kRings = 14;
constexpr double kTrailCost = 0.15;    ///< of a trail's point below the label, in heights of it
constexpr double kBarCost = 6;         ///< of a bar through the label, in heights of it
constexpr double kOverlapCost = 1000;  ///< of lying upon something: only where there is no other place

double overlap(const QRectF& a, const QRectF& b) {
  const QRectF both = a & b;
  return both.isEmpty() ? 0 : both.width() * both.height() / (a.width() * a.height());
}

}  // namespace

LabelPlacer::LabelPlacer(QRectF frame, double gap) : frame_(frame), gap_(gap) {}

void LabelPlacer::keepClear(QRectF area) { taken_.push_back(area); }

void LabelPlacer::keepOffBar(QRectF bar) { bars_.push_back(bar); }

void LabelPlacer::ratherNotOn(QPointF point) { trails_.push_back(point); }

double LabelPlacer::cost(const QRectF& label, QPointF dot, double least) const {
  double cost = std::hypot(label.center().x() - dot.x() - 0.5 * label.width() - gap_, label.center().y() - dot.y()) /
                label.height();  // right of its dot is best
  for (const QRectF& area : taken_)
    if (const double share = overlap(label, area); share > 0) cost += kOverlapCost * (1 + share);
  for (const QRectF& bar : bars_)
    if (label.intersects(bar)) cost += kBarCost;
  if (cost >= least) return cost;
  for (const QPointF& point : trails_)
    if (label.contains(point)) cost += kTrailCost;
  return cost;
}

QRectF LabelPlacer::place(QPointF dot, QSizeF size) {
  QRectF best;
  double least = std::numeric_limits<double>::infinity();
  for (int ring = 0; ring < kRings; ++ring) {
    for (int direction = 0; direction < kDirections; ++direction) {
      const double angle = 2 * std::numbers::pi * direction / kDirections, away = gap_ + ring * 0.75 * size.height();
      QRectF label(QPointF(), size);
      label.moveCenter(
          dot + QPointF(std::cos(angle) * (away + 0.5 * size.width()), std::sin(angle) * (away + 0.5 * size.height())));
      label.moveLeft(std::clamp(label.left(), frame_.left(), std::max(frame_.left(), frame_.right() - size.width())));
      label.moveTop(std::clamp(label.top(), frame_.top(), std::max(frame_.top(), frame_.bottom() - size.height())));
      const double price = cost(label, dot, least);
      if (price < least) least = price, best = label;
    }
  }
  taken_.push_back(best);
  return best;
}

}  // namespace sparring::ui
