// What a preset promises, held against what its run came to.
#pragma once

#include <functional>
#include <vector>

#include "sparring/model.h"
#include "sparring/presets.h"

namespace sparring {

/// Whether a run with these parameters is the preset's own: seed, data, device, threads and what is only watched may
/// differ.
bool follows(const Params& params, const Preset& preset);

/// Measures what the preset expects, on all test images; seconds. One check for each expectation and lane it speaks of,
/// in the preset's order; the title is the expectation, the finding the figure. `progress(done, total)`: see
/// AssessmentWatch.
std::vector<Check> checkExpectations(const Preset& preset, const Model& model, const Dataset& data,
                                     const std::function<bool(int64_t, int64_t)>& progress = {});

}  // namespace sparring
