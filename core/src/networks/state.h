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

/// Which of the lanes of `then` each of `now` goes on from: itself where there are as many, else that of the nearest λ.
std::vector<size_t> sourceLanes(const std::vector<double>& then, const std::vector<double>& now);
/// The tensors that `state` asks for, each lane's taken from the lane `from` says. Those of no lane are the same.
TensorFile lanesMoved(const TensorFile& file, const std::vector<NamedTensor>& state, const std::vector<size_t>& from);
/// Whether restoreTensors would take it.
bool fits(const TensorFile& file, const std::vector<NamedTensor>& state);
/// "classifier" of "classifier@1.fc1.weight".
std::string networkOf(const std::string& tensor);

/// Copies a checkpoint's tensors into `state`. Throws Error: missing, or another shape.
void restoreTensors(const TensorFile& file, const std::vector<NamedTensor>& state);

}  // namespace sparring
