#include "coach/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sparring/phases.h"

namespace sparring {

CoachView::CoachView(const CoachCase& run) : run_(run) {
  for (const MetricPoint& point : run.points) {
    if (point.lane < 0 || !std::isfinite(point.value)) continue;
    all_[{point.metric, point.lane}].push_back({point.step, point.value});
  }
  for (const auto& [of, figures] : all_)
    if (isAccuracy(of.first) && (accuracies_.empty() || accuracies_.back() != of.first))
      accuracies_.push_back(of.first);
  for (const Event& event : run.events) {
    const auto phase = event.kind == Event::Kind::Phase ? phaseNamed(event.key) : std::nullopt;
    if (phase && *phase != phase_) {
      phase_ = *phase;
      phaseBegin_ = event.step;
    }
    if (phase || event.kind == Event::Kind::Edit) settled_ = std::max(settled_, event.step);
  }
}

const Figures& CoachView::of(Metric metric, int lane) const {
  static const Figures none;
  const auto found = all_.find({metric, lane});
  return found == all_.end() ? none : found->second;
}

Figures CoachView::since(Metric metric, int lane, int64_t step) const {
  const Figures& all = of(metric, lane);
  return {std::ranges::upper_bound(all, step, {}, &Figure::step), all.end()};
}

Share CoachView::share(double value) const {
  return {std::llround(value * static_cast<double>(run_.tested)), run_.tested};
}

double meanOf(const Figures& figures, size_t first, size_t count) {
  double sum = 0;
  for (size_t i = first; i < first + count; ++i) sum += figures[i].value;
  return sum / static_cast<double>(count);
}

double medianOf(Figures figures) {
  if (figures.empty()) return std::numeric_limits<double>::quiet_NaN();
  const auto middle = figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 2);
  std::ranges::nth_element(figures, middle, {}, &Figure::value);
  return middle->value;
}

Hint hintOf(const char* rule, const CoachView& view, int lane, const char* source) {
  Hint hint;
  hint.rule = rule;
  hint.lane = lane;
  if (lane >= 0) hint.lambda = view.lambda(lane);
  hint.step = view.run().step;
  hint.source = source;
  return hint;
}

}  // namespace sparring
