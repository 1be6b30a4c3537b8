// What the evaluations measured of every lane: the trails of the frontier and the rows of its table. No Qt.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "sparring/run.h"

namespace sparring::ui {

/// One evaluation of one lane, accuracies in [0,1]. NaN: not measured.
struct Evaluation {
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  int64_t step = 0;
  double clean = kNone;
  double noise = kNone;
  double fgsm = kNone;

  /// `metric`: Clean, Noise or Fgsm.
  double of(Metric metric) const { return metric == Metric::Clean ? clean : metric == Metric::Noise ? noise : fgsm; }
};

/// The evaluations of a run. One thread (the window's).
class Evaluations {
 public:
  void clear();  ///< the lanes stay

  /// One λ a lane. Keeps what was measured.
  void setLanes(std::vector<double> lambdas);
  const std::vector<double>& lambdas() const { return lambdas_; }
  int lanes() const { return int(lambdas_.size()); }
  std::vector<int> byLambda() const;  ///< lanes in ascending order of λ

  /// Takes the accuracies among the points; false where there are none. A point before the last step of its lane cuts
  /// the lane back to it first (a run taken up again from a checkpoint).
  bool append(const std::vector<MetricPoint>& points);

  bool empty() const { return trails_.empty(); }
  /// A lane's evaluations, in ascending steps, none after `until`. Valid until the next append() or clear().
  std::span<const Evaluation> trail(int lane, std::optional<int64_t> until = {}) const;

 private:
  std::vector<double> lambdas_{1.0};
  std::vector<std::vector<Evaluation>> trails_;  // by lane
};

/// What a run recorded, with its λ as they are after all edits.
Evaluations evaluationsOf(const RunRecord& record);

}  // namespace sparring::ui
