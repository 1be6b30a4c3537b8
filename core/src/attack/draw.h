// An attack's random numbers: an image meets the same ones wherever it is looked at.
#pragma once

#include <functional>

#include "attack/attack.h"

namespace sparring {

constexpr int64_t kChunk = 250;  ///< test images attacked at a time: their activations stay in the cache

/// Makes `out` of x, both [n,P], by numbers that (counter, position) decides.
using Drawing = std::function<void(const at::Tensor& x, uint64_t counter, const at::Tensor& out)>;

/// Of every image what it gets in a pass over the whole test set, kChunk at a time, whoever stands beside it here.
void drawn(const AttackContext& c, const at::Tensor& x, const at::Tensor& out, const Drawing& make);

}  // namespace sparring
