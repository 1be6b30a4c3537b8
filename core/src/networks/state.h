// Networks as named tensors, to a file and back.
#pragma once

#include "io/safetensors.h"
#include "nn/network.h"

namespace sparring {

/// Of all networks in turn, see Network::state.
std::vector<NamedTensor> stateOf(const std::vector<Network*>& networks, bool optimiser);

/// Tensors as a file takes them: on the host, without gaps. Where a tensor is so already it is the same one, alive.
struct HostTensors {
  std::vector<NamedTensor> tensors;
  /// Good as long as the tensors.
  std::vector<TensorView> views() const;
};
/// The one way from a network's views, which may be strided and on a device, to what is written.
HostTensors onHost(const std::vector<NamedTensor>& state);

/// Copies a checkpoint's tensors into `state`. Throws Error: missing, or another shape.
void restoreTensors(const TensorFile& file, const std::vector<NamedTensor>& state);

}  // namespace sparring
