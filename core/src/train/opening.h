// How a run begins: in a folder of its own, or where one that was left goes on.
#pragma once

#include <functional>
#include <optional>

#include "io/runwriter.h"
#include "io/safetensors.h"
#include "sparring/data.h"
#include "sparring/trainer.h"

namespace sparring {

/// A run that was left, as it is to go on.
struct Reopened {
  Params params;  ///< with the edits that the checkpoint has seen
  TensorFile checkpoint;
  int64_t evaluated = 0;         ///< step of the last evaluation
  std::optional<Error> skipped;  ///< what is wrong with the newest checkpoint, where an older one was taken
};

/// Throws Error: no run, no readable checkpoint, or `data` is not what it was trained on.
Reopened reopenRun(const std::filesystem::path& folder, const Dataset& data);

/// Makes the folder and has `save` write the first checkpoint. Throws Error, leaving the place as it was: without a
/// checkpoint it would be no run that could be resumed.
RunWriter createRun(const std::filesystem::path& folder, const RunConfig& config,
                    const std::function<void(RunWriter&)>& save);

/// Now, as config.json has it: ISO 8601, UTC.
std::string nowIso();

}  // namespace sparring
