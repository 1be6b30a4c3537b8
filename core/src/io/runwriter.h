// The writing side of a run folder. Used by the trainer's thread only.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/newrun.h"
#include "io/safetensors.h"
#include "sparring/pictures.h"
#include "sparring/run.h"

namespace sparring {

/// Appends to metrics.csv, events.jsonl and times.csv, writes checkpoints and samples. Every append leaves the file
/// ending in a whole line: if the disk fills up, the file is cut back to its last whole line, the text stays buffered
/// and is written with the next call that succeeds. Every call may throw Error.
class RunWriter {
 public:
  /// Makes the folder (parents too) and its files, has `first` write what the run begins with, and config.json last:
  /// before, the folder is no run. Throws Error and what `first` throws, leaving the place as it was: it already holds
  /// a run or anything else, is not writable, the disk is full.
  static RunWriter create(const std::filesystem::path& folder, const RunConfig& config,
                          const std::function<void(RunWriter&)>& first = {}, Naming naming = Naming::Exact);

  /// Goes on with a run from `step`: cuts metrics.csv, events.jsonl and times.csv back to what was recorded at or
  /// before that step (rewritten whole or not at all). Removes checkpoints, snapshots and samples after it. Notes
  /// `length` in config.json, where it is given and another. Throws Error where there is no run, or where another
  /// writer (of any process) has it open.
  static RunWriter resume(const std::filesystem::path& folder, int64_t step,
                          const std::optional<RunLength>& length = {});

  RunWriter(RunWriter&&) noexcept;
  RunWriter& operator=(RunWriter&&) noexcept;
  ~RunWriter();

  void metrics(const std::vector<MetricPoint>& points, Phase phase, int64_t stepsPerEpoch);
  void event(const Event& event);
  /// At that step the run had been trained so long since create() or resume(): noted, unless that would tell little
  /// beside what was noted before; a checkpoint()'s step must be `sure`, else the times end where the run is resumed.
  void trained(int64_t step, double seconds, bool sure);
  /// Waits until the logs are on the disk, writes the checkpoint, then removes those not worth keeping (Keepers).
  void checkpoint(int64_t step, const std::vector<TensorView>& tensors,
                  const std::map<std::string, std::string>& metadata);
  /// Writes the weights of a step to be looked at, in half precision and without waiting for the disk. Where there are
  /// more than `keep` then, every second one of the older half goes.
  void snapshot(int64_t step, std::vector<TensorView> tensors, const std::map<std::string, std::string>& metadata,
                int64_t keep);
  void samples(const SampleGrid& grid);

  const std::filesystem::path& folder() const;

 private:
  struct Impl;
  explicit RunWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sparring
