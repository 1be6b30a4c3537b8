// Whether networks can still be used: a training that overflowed leaves numbers that look like a model and answer
// nothing.
#pragma once

#include "io/safetensors.h"
#include "nn/network.h"

namespace sparring {

/// Throws Error, naming `step`: a tensor holds NaN or an infinity.
void requireFinite(const TensorFile& file, int64_t step);

/// Throws Error, naming `step`: a tensor of one of them holds NaN or an infinity, or what it makes of plain images does
/// (weights that are finite, and too large to be multiplied).
void requireSound(const std::vector<Network*>& networks, int64_t step);

}  // namespace sparring
