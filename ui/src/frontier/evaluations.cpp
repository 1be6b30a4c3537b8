#include "frontier/evaluations.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "shown/trace.h"
#include "sparring/assessment.h"

namespace sparring::ui {

double Evaluation::of(Metric metric) const {
  if (metric == Metric::Clean) return clean;
  for (const auto& [one, share] : attacked)
    if (one == metric) return share;
  return kNone;
}

void Evaluation::set(Metric metric, double share) {
  if (metric == Metric::Clean) {
    clean = share;
    return;
  }
  for (auto& [one, known] : attacked)
    if (one == metric) {
      known = share;
      return;
    }
  attacked.emplace_back(metric, share);
}

void Evaluations::clear() {
  trails_.clear();
  accuracies_.forget();
}

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

ShareRange Evaluations::interval(double share) const {
  if (images_ <= 0) return {share, share};
  const auto range = Share{std::llround(share * double(images_)), images_}.interval();
  return {range.low, range.high};
}

bool Evaluations::append(const std::vector<MetricPoint>& points) {
  bool any = accuracies_.meet(points);
  for (const MetricPoint& point : points) {
    if (!isAccuracy(point.metric) || point.lane < 0 || !std::isfinite(point.value)) continue;
    if (size_t(point.lane) >= trails_.size()) trails_.resize(size_t(point.lane) + 1);
    auto& trail = trails_[size_t(point.lane)];
    while (!trail.empty() && trail.back().step > point.step) trail.pop_back();
    if (trail.empty() || trail.back().step < point.step) trail.push_back({.step = point.step});
    trail.back().set(point.metric, point.value);
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
  evaluations.setLanes(paramsAfter(record.config.params, record.events).lambda);
  evaluations.setAccuracies(accuraciesOf(record.config.params, record.events));
  evaluations.setImages(imagesTested(record.config, record.events));
  evaluations.append(record.points);
  return evaluations;
}

}  // namespace sparring::ui
