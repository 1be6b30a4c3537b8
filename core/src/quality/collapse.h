// The generator's alarms.
#pragma once

#include "sparring/params.h"
#include "sparring/quality.h"

namespace sparring {

/// "classes", "score", "diversity", "agreement", "memorisation", from the figures of `quality`; reasons from the
/// parameters of the run.
std::vector<Check> collapseChecks(const GeneratorQuality& quality, const Params& params);

}  // namespace sparring
