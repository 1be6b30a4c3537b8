// What a variation makes of a place in [0,1].
#pragma once

#include <string>
#include <vector>

#include "sparring/sweep.h"

namespace sparring {

/// `share` in [0,1] of the way through its range, or through its values. Numbers have four digits.
std::string valueAt(const Variation& variation, double share);

/// Its points on a grid, none twice.
std::vector<std::string> gridOf(const Variation& variation);

}  // namespace sparring
