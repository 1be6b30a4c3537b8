// Which accuracies a run measured at which step: what a name in metrics.csv stands for.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sparring/event.h"
#include "sparring/metrics.h"
#include "sparring/params.h"

namespace sparring {

class MeasuredLists {
 public:
  /// The list that the run began with, and what its edits made of it.
  MeasuredLists(const Params& began, const std::vector<Event>& events);

  /// At an evaluation after `step` steps; an edit between two steps comes after the evaluation there.
  const std::vector<Metric>& at(int64_t step) const;
  const std::vector<Metric>& last() const { return lists_.back().second; }

 private:
  std::vector<std::pair<int64_t, std::vector<Metric>>> lists_;  // from after that step on, ascending
};

}  // namespace sparring
