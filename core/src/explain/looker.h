// One lane's network on rows of images of one's own.
#pragma once

#include "attack/attack.h"
#include "sparring/reading.h"

namespace sparring {

/// [1,P] of its own memory, on the network's device.
at::Tensor rowOf(const Pixels& x, const Network& net);
Pixels pixelsOfRow(const at::Tensor& row);

/// Softmax in double precision.
LaneReading readingOf(const float* logits, int64_t classes);

/// Throws Error where one of them is not finite: the verdict would be the first class, and now and then right.
void requireFinite(const at::Tensor& logits);

}  // namespace sparring
