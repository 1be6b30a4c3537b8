#include "sweep/bestfigure.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace sparring::ui {
namespace {

constexpr double kBestDot = 0.2, kBestReach = 1.5;  ///< heights of the font

std::vector<size_t> thoseThere(const std::vector<double>& values) {
  std::vector<size_t> runs;
  for (size_t run = 0; run < values.size(); ++run)
    if (std::isfinite(values[run])) runs.push_back(run);
  return runs;
}

AxisScale counting(size_t runs) {
  AxisScale scale;
  scale.low = 1;
  scale.high = std::max(2.0, double(runs));
  return scale;
}

}  // namespace

BestFigure::BestFigure(BestData data, QSizeF size, const QFont& font)
    : data_(std::move(data)),
      runs_(thoseThere(data_.value.values)),
      frame_({data_.title, data_.across, data_.value.name, data_.value.brief}, counting(runs_.size()),
             data_.value.scale, size, font) {
  for (const size_t run : runs_) {
    const double value = data_.value.values[run];
    best_.push_back(best_.empty() ? value : data_.more ? std::max(best_.back(), value) : std::min(best_.back(), value));
  }
}

QPointF BestFigure::at(size_t place) const {
  return {frame_.x(double(place + 1)), frame_.y(data_.value.values[runs_[place]])};
}

void BestFigure::paint(QPainter& painter, theme::Tone tone) const {
  frame_.paint(painter, tone);
  const double dot = kBestDot * frame_.em();
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme::faded(theme::muted(tone), 0.6));
  for (size_t i = 0; i < runs_.size(); ++i) painter.drawEllipse(at(i), dot, dot);
  QPolygonF steps;
  for (size_t i = 0; i < best_.size(); ++i) {
    if (i > 0) steps << QPointF(frame_.x(double(i + 1)), frame_.y(best_[i - 1]));
    steps << QPointF(frame_.x(double(i + 1)), frame_.y(best_[i]));
  }
  painter.setPen(QPen(theme::accent(tone), 0.15 * frame_.em(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(steps);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme::accent(tone));
  for (size_t i = 0; i < best_.size(); ++i)
    if (i == 0 || best_[i] != best_[i - 1]) painter.drawEllipse(at(i), 1.5 * dot, 1.5 * dot);
}

std::optional<int> BestFigure::placeAt(QPointF point) const {
  std::optional<int> nearest;
  double least = kBestReach * frame_.em();
  for (size_t i = 0; i < runs_.size(); ++i)
    if (const double distance = std::abs(at(i).x() - point.x()); distance < least) {
      least = distance;
      nearest = int(i);
    }
  return nearest;
}

Figure::Readout BestFigure::readout(int place, theme::Tone tone) const {
  const size_t i = size_t(place), run = runs_[i];
  return {at(i),
          data_.names[run],
          {{data_.value.name, data_.value.scale.text(data_.value.values[run]), theme::muted(tone), at(i)},
           {QCoreApplication::translate("sweeps", "Best so far"),
            data_.value.scale.text(best_[i]),
            theme::accent(tone),
            {}}}};
}

}  // namespace sparring::ui
