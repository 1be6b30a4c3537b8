// All distances between two sets of points, block by block: too many to be kept.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <span>

namespace sparring {

/// Gets ‖a[row] - b[first + i]‖² for each i. A row's come in order, and never two at once; different rows' come on
/// several threads.
using DistanceVisit = std::function<void(int64_t row, int64_t first, std::span<const float> squares)>;

/// Called every few milliseconds with the multiplications since the last call; throws to cancel.
using WorkDone = std::function<void(int64_t multiplications)>;

/// Between the rows of a [N,P] and of b [M,P], both float32 or uint8, as ‖a‖² + ‖b‖² - 2·ab on the calling thread's
/// team: exact to rounding of the squared lengths, so best for points around the origin; never below 0.
void eachDistance(const at::Tensor& a, const at::Tensor& b, const DistanceVisit& visit, const WorkDone& done);

}  // namespace sparring
