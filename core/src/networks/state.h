// Networks as named tensors, and back.
#pragma once

#include "io/safetensors.h"
#include "nn/mlp.h"

namespace sparring {

/// Of all networks in turn, see Mlp::state.
std::vector<NamedTensor> stateOf(const std::vector<Mlp*>& networks, bool optimiser);

/// Copies a checkpoint's tensors into `state`. Throws Error: missing, or another shape.
void restoreTensors(const TensorFile& file, const std::vector<NamedTensor>& state);

}  // namespace sparring
