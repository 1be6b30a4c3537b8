// What the evaluations measured of every lane: the trails of the frontier and the rows of its table. No Qt.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/accuracies.h"
#include "sparring/run.h"
#include "widgets/axis.h"

namespace sparring::ui {

/// One evaluation of one lane, accuracies in [0,1]. NaN: not measured.
struct Evaluation {
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  int64_t step = 0;
  double clean = kNone;
  std::vector<std::pair<Metric, double>> attacked = {};  ///< under each attack that was measured

  double of(Metric metric) const;  ///< an accuracy
  void set(Metric metric, double share);
};

/// The evaluations of a run. One thread (the window's).
class Evaluations {
 public:
  void clear();  ///< the lanes stay, and the accuracies that the run measures

  /// One λ a lane. Keeps what was measured.
  void setLanes(std::vector<double> lambdas);
  const std::vector<double>& lambdas() const { return lambdas_; }
  int lanes() const { return int(lambdas_.size()); }
  std::vector<int> byLambda() const;  ///< lanes in ascending order of λ

  /// What the run's evaluations measure: the clean accuracy and those under attack.
  void setAccuracies(std::vector<Metric> metrics) { accuracies_.setPlan(std::move(metrics)); }
  /// Those, and others that were measured all the same.
  const std::vector<Metric>& accuracies() const { return accuracies_.all(); }
  Metric mainAttack() const { return accuracies_.main(); }  ///< Clean: there is none

  /// How many test images an evaluation looks at; 0: not known, and there are no intervals.
  void setImages(int64_t count) { images_ = count; }
  /// The 95 % interval of a share that was measured on them; the share alone where it is not known.
  ShareRange interval(double share) const;

  /// Takes the accuracies among the points; false where there are none. A point before the last step of its lane cuts
  /// the lane back to it first (a run taken up again from a checkpoint).
  bool append(const std::vector<MetricPoint>& points);

  bool empty() const { return trails_.empty(); }
  /// A lane's evaluations, in ascending steps, none after `until`. Valid until the next append() or clear().
  std::span<const Evaluation> trail(int lane, std::optional<int64_t> until = {}) const;

 private:
  int64_t images_ = 0;
  std::vector<double> lambdas_{1.0};
  Accuracies accuracies_;
  std::vector<std::vector<Evaluation>> trails_;  // by lane
};

/// What a run recorded, with its λ as they are after all edits.
Evaluations evaluationsOf(const RunRecord& record);

}  // namespace sparring::ui
