// Where a run that was left goes on.
#pragma once

#include <optional>

#include "io/safetensors.h"
#include "sparring/data.h"
#include "sparring/run.h"
#include "sparring/trainer.h"

namespace sparring {

/// A run that was left, as it is to go on.
struct Reopened {
  Params params;  ///< with the edits that the checkpoint has seen
  RunLength length;
  TensorFile checkpoint;
  std::vector<PlannedEdit> replay;
  std::vector<double> lambdas;   ///< of a fork: its parent's, by lane
  int64_t evaluated = 0;         ///< step of the last evaluation
  std::string phase;             ///< the last that it is on record to have entered; empty: none
  std::optional<Error> skipped;  ///< what is wrong with the newest checkpoint, where an older one was taken
};

/// Throws Error: no run, no readable checkpoint, or `data` is not what it was trained on.
Reopened reopenRun(const std::filesystem::path& folder, const Dataset& data);

/// Where a fork begins: the networks of that checkpoint. `params` are the fork's own and may be others. Throws Error:
/// no such run or checkpoint, not readable, not to be gone on from, images of another kind.
Reopened openFork(const Origin& origin, const Params& params, const Dataset& data);

/// The parameters as they were when a checkpoint was written.
Params paramsOf(const TensorFile& checkpoint, const RunConfig& config);

/// Now, as config.json has it: ISO 8601, UTC.
std::string nowIso();

}  // namespace sparring
