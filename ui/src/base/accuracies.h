// Which accuracies a view shows: those the run measures, then what it measured before its list was edited. No Qt.
#pragma once

#include <algorithm>
#include <vector>

#include "sparring/metrics.h"
#include "sparring/params.h"

namespace sparring::ui {

/// Every call tells whether all() has changed.
class Accuracies {
 public:
  /// The clean accuracy and those under the run's attacks, as an evaluation has them.
  bool setPlan(std::vector<Metric> metrics) {
    plan_ = std::move(metrics);
    return renew();
  }

  bool meet(const std::vector<MetricPoint>& points) {
    const size_t before = met_.size();
    for (const MetricPoint& point : points)
      if (isAccuracy(point.metric) && !contains(met_, point.metric)) met_.push_back(point.metric);
    return met_.size() != before && renew();
  }

  bool forget() {
    met_.clear();
    return renew();
  }

  const std::vector<Metric>& all() const { return all_; }

  /// The one that stands for robustness: of those the run measures now, if it measures any.
  Metric main() const {
    const Metric now = mainAttackOf(plan_);
    return now == Metric::Clean ? mainAttackOf(all_) : now;
  }

 private:
  static bool contains(const std::vector<Metric>& list, Metric metric) {
    return std::find(list.begin(), list.end(), metric) != list.end();
  }

  bool renew() {
    std::vector<Metric> now = plan_;
    for (const Metric metric : met_)
      if (!contains(now, metric)) now.push_back(metric);
    if (now == all_) return false;
    all_ = std::move(now);
    return true;
  }

  std::vector<Metric> plan_ = accuraciesUnder(Params{}.evaluateAttacks);
  std::vector<Metric> met_;
  std::vector<Metric> all_ = plan_;
};

}  // namespace sparring::ui
