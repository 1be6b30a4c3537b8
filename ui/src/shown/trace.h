// What a run has told so far. No Qt.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sparring/run.h"

namespace sparring::ui {

struct Trace {
  std::vector<double> began, lambdas;  ///< λ by lane: at the beginning, and as edited last
  std::vector<Metric> accuracies;      ///< that the run measures, by its last edit
  std::vector<MetricPoint> points;
  std::vector<Event> events;
  int64_t last = 0;           ///< step
  int64_t tested = 0;         ///< test images that an accuracy stands on; 0: not known
  int64_t stepsPerEpoch = 0;  ///< 0: not known

  std::vector<int64_t> evaluations() const;  ///< steps of accuracies, ascending
  std::vector<int64_t> phaseBegins() const;  ///< steps, ascending
  /// Where the lane was right most often under the main attack; none before the first evaluation.
  std::optional<int64_t> bestStep(int lane) const;
  /// λ by lane that the step was made with.
  std::vector<double> lambdasAt(int64_t step) const;
};

/// What a run recorded, as far as its newest point or checkpoint.
Trace traceOf(RunRecord record);

/// What of it stays when the run is taken up again: up to its last checkpoint.
Trace traceToCheckpoint(const RunRecord& record);

}  // namespace sparring::ui
