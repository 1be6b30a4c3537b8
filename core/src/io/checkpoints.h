// Which of a run's checkpoints to keep, and which to go on from.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "io/safetensors.h"
#include "sparring/run.h"

namespace sparring {

/// Which checkpoints are worth their room: the newest few, those at which a phase ended, and the best of those that
/// were trained and measured, by the main attack's accuracy (mainAttackOf), mean over the lanes.
class Keepers {
 public:
  Keepers() = default;
  explicit Keepers(const RunRecord& run);

  void add(const Event& event);
  void add(const std::vector<MetricPoint>& points);  ///< the accuracies of one step all in one call, or losses

  /// Of `checkpoints`, steps ascending, those to be removed.
  std::vector<int64_t> dispensable(const std::vector<int64_t>& checkpoints) const;

 private:
  std::set<int64_t> phaseEnds_;
  Metric measured_ = Metric::L;           ///< what `accuracies_` are of; L: nothing yet
  std::map<int64_t, double> accuracies_;  ///< by step
};

/// The newest checkpoint of the run that can be read and that `accept` does not refuse (by an Error). Where newer ones
/// are broken, `skipped` says what is wrong with the newest. Throws Error: there is none, or none to go on from.
TensorFile lastReadableCheckpoint(const RunRecord& run, const std::filesystem::path& folder,
                                  const std::function<void(const TensorFile&)>& accept, std::optional<Error>* skipped);

/// The run's last checkpoint, or that of `step`. Throws Error: there is none (naming those that are there), or it is
/// broken (naming an earlier one).
TensorFile readCheckpoint(const RunRecord& run, const std::filesystem::path& folder, std::optional<int64_t> step);

}  // namespace sparring
