// The masking alarm: whether a classifier's robustness can be believed, told from its figures alone.
#pragma once

#include <vector>

#include "sparring/assessment.h"

namespace sparring {

/// One check for each rule of docs/evaluation.md, in its order. An alarm needs a difference beyond its 95 % interval
/// and of at least a point, so that neither chance nor a few images of many raise it.
std::vector<Check> maskingChecks(const LaneAssessment& lane);

}  // namespace sparring
