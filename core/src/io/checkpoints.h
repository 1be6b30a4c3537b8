// Which of a run's checkpoints to go on from.
#pragma once

#include <optional>

#include "io/safetensors.h"
#include "sparring/run.h"

namespace sparring {

/// The newest checkpoint of the run that can be read. Where newer ones are broken, `skipped` says what is wrong with
/// the newest. Throws Error: there is none, or none that can be read.
TensorFile lastReadableCheckpoint(const RunRecord& run, const std::filesystem::path& folder,
                                  std::optional<Error>* skipped);

/// The run's last checkpoint, or that of `step`. Throws Error: there is none, or it is broken (naming an earlier one).
TensorFile readCheckpoint(const RunRecord& run, const std::filesystem::path& folder, std::optional<int64_t> step);

}  // namespace sparring
