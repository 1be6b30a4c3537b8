// How long a run had been trained after its steps. Apart from its points, which are the same every time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace sparring {

/// Training time: without pauses, and without the tests on the way.
struct StepTime {
  int64_t step = 0;
  double seconds = 0;  ///< finite, at least 0
  bool operator==(const StepTime&) const = default;
};

/// Of the run in `folder`, at some of its steps: steps ascending, seconds not descending. A fork's go on from its
/// parents', which come first. Empty where that is not known: an earlier version wrote the run or a parent of it, or a
/// parent is gone. Any thread. Does not throw for what it finds.
std::vector<StepTime> trainingTimes(const std::filesystem::path& folder);

/// After `step`: between two that are known in proportion to the steps; nothing before the first and after the last.
std::optional<double> secondsAt(const std::vector<StepTime>& times, int64_t step);

}  // namespace sparring
