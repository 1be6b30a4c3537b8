#include "sweep/scatterfigure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

constexpr double kScatterDot = 0.3, kReach = 1.2;  ///< heights of the font
constexpr int kScatterShades = 64;

}  // namespace

ScatterFigure::ScatterFigure(ScatterData data, QSizeF size, const QFont& font)
    : data_(std::move(data)),
      frame_({data_.title, data_.across.name, data_.upwards.name, data_.upwards.brief}, data_.across.scale,
             data_.upwards.scale, size, font) {
  for (size_t run = 0; run < data_.across.values.size(); ++run)
    if (std::isfinite(data_.across.values[run]) && std::isfinite(data_.upwards.values[run])) runs_.push_back(run);
  std::ranges::stable_sort(runs_, {}, [this](size_t run) { return data_.across.values[run]; });
}

QPointF ScatterFigure::at(size_t run) const {
  return {frame_.x(data_.across.values[run]), frame_.y(data_.upwards.values[run])};
}

QColor ScatterFigure::colour(size_t run, theme::Tone tone) const {
  const double value = data_.colour.values[run];
  if (!std::isfinite(value)) return theme::muted(tone);
  const double share = std::clamp(data_.colour.scale.share(value), 0.0, 1.0);
  return theme::lane(int((data_.more ? share : 1 - share) * (kScatterShades - 1)), kScatterShades, tone);
}

void ScatterFigure::paint(QPainter& painter, theme::Tone tone) const {
  frame_.paint(painter, tone);
  const double dot = kScatterDot * frame_.em() * (runs_.size() > 300 ? 0.7 : 1);
  for (const bool kept : {false, true})
    for (const size_t run : runs_) {
      if (data_.kept[run] != kept) continue;
      painter.setPen(QPen(theme::faded(theme::paper(tone), kept ? 0.9 : 0), 0.6));
      painter.setBrush(theme::faded(colour(run, tone), kept ? 0.85 : 0.12));
      painter.drawEllipse(at(run), dot, dot);
    }
}

std::optional<int> ScatterFigure::placeAt(QPointF point) const {
  std::optional<int> nearest;
  double least = kReach * frame_.em();
  for (size_t i = 0; i < runs_.size(); ++i) {
    if (!data_.kept[runs_[i]]) continue;
    const QPointF off = at(runs_[i]) - point;
    if (const double distance = std::hypot(off.x(), off.y()); distance < least) {
      least = distance;
      nearest = int(i);
    }
  }
  return nearest;
}

Figure::Readout ScatterFigure::readout(int place, theme::Tone tone) const {
  const size_t run = runAt(place);
  Readout readout{at(run), data_.names[run], {}};
  for (const ParallelAxis* axis : {&data_.across, &data_.upwards})
    readout.rows.push_back({axis->name, axis->scale.text(axis->values[run]), colour(run, tone), at(run)});
  return readout;
}

}  // namespace sparring::ui
