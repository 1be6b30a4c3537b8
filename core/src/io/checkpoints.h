// Which of a run's checkpoints to go on from.
#pragma once

#include <optional>

#include "io/safetensors.h"
#include "sparring/run.h"

namespace sparring {

/// The newest checkpoint of the run that can be read, or that of `step` alone. Where newer ones are broken, `skipped`
/// (may be null) says what is wrong with the newest. Throws Error: there is none, or none that can be read.
TensorFile readCheckpoint(const RunRecord& run, const std::filesystem::path& folder, std::optional<int64_t> step = {},
                          std::optional<Error>* skipped = nullptr);

}  // namespace sparring
