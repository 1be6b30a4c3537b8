// How long a run would take, before it is begun.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "sparring/data.h"
#include "sparring/params.h"
#include "sparring/run.h"

namespace sparring {

struct Forecast {
  int64_t steps = 0;   ///< of the whole run, phases counted
  double seconds = 0;  ///< on this machine, as busy as it is now, with the threads that `params` ask for
};

/// Trains a few steps of each phase and tests once, which is kept nowhere, and counts how often each would come. Blocks
/// for about a second, or four steps of each phase where these are longer; where `stopped` says so, for one step more
/// (then 0 seconds). Throws Error as Trainer does for what cannot be begun.
Forecast forecastOf(const Params& params, std::shared_ptr<const Dataset> data, const RunLength& length = {},
                    const std::function<bool()>& stopped = {});

}  // namespace sparring
