// Shared by the ops' files: when the processor's passes are taken, and the ATen forms of what they do.
#pragma once

#include <ATen/core/Tensor.h>

#include "nn/kernels.h"

namespace sparring::ops {

/// Whether the processor's fused passes take this tensor.
bool fused(const at::Tensor& t);
/// A team of the caller alone, for passes inside a part.
Team& alone();

/// As the passes see a [rows, cols] tensor.
Rows rows(const at::Tensor& t);

at::Tensor activated(const at::Tensor& x, Act act);
/// The activation's derivative, told from its output.
at::Tensor slopeOf(const at::Tensor& y, Act act);

}  // namespace sparring::ops
