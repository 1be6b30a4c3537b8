// Networks as named tensors, and back.
#pragma once

#include "io/safetensors.h"
#include "nn/network.h"

namespace sparring {

/// Of all networks in turn, see Network::state.
std::vector<NamedTensor> stateOf(const std::vector<Network*>& networks, bool optimiser);

/// Copies a checkpoint's tensors into `state`. Throws Error: missing, or another shape.
void restoreTensors(const TensorFile& file, const std::vector<NamedTensor>& state);

}  // namespace sparring
