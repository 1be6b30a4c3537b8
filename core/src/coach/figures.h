// A run's recorded figures, as the coach's rules ask for them.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "sparring/coach.h"

namespace sparring {

struct Figure {
  int64_t step = 0;
  double value = 0;
};
using Figures = std::vector<Figure>;  ///< ascending steps

class CoachView {
 public:
  explicit CoachView(const CoachCase& run);

  const CoachCase& run() const { return run_; }
  const Params& params() const { return run_.params; }
  int lanes() const { return static_cast<int>(run_.params.lambda.size()); }
  double lambda(int lane) const { return run_.params.lambda[static_cast<size_t>(lane)]; }

  const Figures& of(Metric metric, int lane = 0) const;  ///< all of them
  Figures since(Metric metric, int lane, int64_t step) const;
  const std::vector<Metric>& accuracies() const { return accuracies_; }  ///< recorded ones, the clean one first

  /// A recorded accuracy as so many of so many test images.
  Share share(double value) const;
  /// The step of the last change of phase, or of the last edit, whichever is later.
  int64_t settled() const { return settled_; }
  int64_t phaseBegin() const { return phaseBegin_; }
  Phase phase() const { return phase_; }
  int64_t epoch() const { return run_.stepsPerEpoch; }

 private:
  const CoachCase& run_;
  std::map<std::pair<Metric, int>, Figures> all_;
  std::vector<Metric> accuracies_;
  int64_t settled_ = 0, phaseBegin_ = 0;
  Phase phase_ = Phase::Pretrain;
};

double meanOf(const Figures& figures, size_t first, size_t count);
double medianOf(Figures figures);  ///< NaN of none

/// The first `lane` with its name in a Hint.
Hint hintOf(const char* rule, const CoachView& view, int lane, const char* source);

}  // namespace sparring
