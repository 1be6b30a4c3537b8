#include "frontier/evaluations.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "shown/trace.h"

namespace sparring::ui {

void Evaluations::clear() { trails_.clear(); }

void Evaluations::setLanes(std::vector<double> lambdas) {
  if (lambdas.empty()) lambdas = {1.0};
  lambdas_ = std::move(lambdas);
}

std::vector<int> Evaluations::byLambda() const {
  std::vector<int> order(lambdas_.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [this](int a, int b) { return lambdas_[size_t(a)] < lambdas_[size_t(b)]; });
  return order;
}

bool Evaluations::append(const std::vector<MetricPoint>& points) {
  bool any = false;
  for (const MetricPoint& point : points) {
    if (!metricRow(point.metric).accuracy || point.lane < 0 || !std::isfinite(point.value)) continue;
    if (size_t(point.lane) >= trails_.size()) trails_.resize(size_t(point.lane) + 1);
    auto& trail = trails_[size_t(point.lane)];
    while (!trail.empty() && trail.back().step > point.step) trail.pop_back();
    if (trail.empty() || trail.back().step < point.step) trail.push_back({.step = point.step});
    Evaluation& last = trail.back();
    (point.metric == Metric::Clean ? last.clean : point.metric == Metric::Noise ? last.noise : last.fgsm) = point.value;
    any = true;
  }
  return any;
}

std::span<const Evaluation> Evaluations::trail(int lane, std::optional<int64_t> until) const {
  if (lane < 0 || size_t(lane) >= trails_.size()) return {};
  const auto& all = trails_[size_t(lane)];
  if (!until) return all;
  const auto end = std::upper_bound(all.begin(), all.end(), *until,
                                    [](int64_t step, const Evaluation& evaluation) { return step < evaluation.step; });
  return {all.begin(), end};
}

Evaluations evaluationsOf(const RunRecord& record) {
  Evaluations evaluations;
  evaluations.setLanes(lambdasOf(record.config.params, record.events));
  evaluations.append(record.points);
  return evaluations;
}

}  // namespace sparring::ui
