#include "networks/state.h"

#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "sparring/error.h"

namespace sparring {

std::vector<NamedTensor> stateOf(const std::vector<Network*>& networks, bool optimiser) {
  std::vector<NamedTensor> all;
  for (const Network* net : networks) {
    const auto state = net->state(optimiser);
    all.insert(all.end(), state.begin(), state.end());
  }
  return all;
}

HostTensors onHost(const std::vector<NamedTensor>& state) {
  HostTensors host;
  for (const auto& [name, tensor] : state) host.tensors.push_back({name, tensor.cpu().contiguous()});
  return host;
}

std::vector<TensorView> HostTensors::views() const {
  std::vector<TensorView> list;
  for (const auto& [name, tensor] : tensors) list.push_back({name, tensor.sizes().vec(), tensor.data_ptr<float>()});
  return list;
}

namespace {

/// A tensor's name in two: "classifier", lane 1, ".fc1.weight".
struct LaneName {
  std::string network, rest;
  size_t lane = 0;

  explicit LaneName(const std::string& name) {
    const size_t dot = std::min(name.find('.'), name.size()), at = std::min(name.find('@'), dot);
    network = name.substr(0, at);
    rest = name.substr(dot);
    if (at < dot) lane = static_cast<size_t>(parseInteger(name.substr(at + 1, dot - at - 1)).value_or(0));
  }
  std::string of(size_t k) const { return network + (k > 0 ? "@" + std::to_string(k) : "") + rest; }
};

}  // namespace

std::string networkOf(const std::string& tensor) { return LaneName(tensor).network; }

std::vector<size_t> sourceLanes(const std::vector<double>& then, const std::vector<double>& now) {
  std::vector<size_t> from(now.size());
  for (size_t k = 0; k < now.size(); ++k) {
    from[k] = k;
    if (then.size() == now.size()) continue;
    const auto apart = [&](double lambda) { return std::abs(lambda - now[k]); };
    from[k] = static_cast<size_t>(std::ranges::min_element(then, {}, apart) - then.begin());
  }
  return from;
}

TensorFile lanesMoved(const TensorFile& file, const std::vector<NamedTensor>& state, const std::vector<size_t>& from) {
  TensorFile moved;
  for (const auto& [name, tensor] : state) {
    const LaneName own(name);
    auto found = own.lane < from.size() ? file.tensors.find(own.of(from[own.lane])) : file.tensors.end();
    if (found == file.tensors.end()) found = file.tensors.find(own.of(0));  // shared by all lanes
    if (found != file.tensors.end()) moved.tensors[name] = found->second;
  }
  return moved;
}

bool fits(const TensorFile& file, const std::vector<NamedTensor>& state) {
  return std::ranges::all_of(state, [&](const NamedTensor& one) {
    const auto found = file.tensors.find(one.name);
    return found != file.tensors.end() && one.tensor.sizes() == at::IntArrayRef(found->second.shape);
  });
}

void restoreTensors(const TensorFile& file, const std::vector<NamedTensor>& state) {
  for (const auto& [name, tensor] : state) {
    const auto found = file.tensors.find(name);
    const auto shapeText = [](at::IntArrayRef shape) {
      std::vector<std::string> words;
      for (const int64_t size : shape) words.push_back(std::to_string(size));
      return "[" + joined(words, ",") + "]";
    };
    if (found == file.tensors.end())
      throw Error({QT_TRANSLATE_NOOP("core", "The checkpoint has no tensor \"%1\"."), {name}},
                  {QT_TRANSLATE_NOOP("core", "It belongs to another run or was changed; use an earlier one."), {}});
    if (tensor.sizes() != at::IntArrayRef(found->second.shape))
      throw Error({QT_TRANSLATE_NOOP("core", "The checkpoint's \"%1\" has shape %2, the run's settings ask for %3."),
                   {name, shapeText(found->second.shape), shapeText(tensor.sizes())}},
                  {QT_TRANSLATE_NOOP("core", "It belongs to another run or was changed; use an earlier one."), {}});
    auto* values = const_cast<float*>(found->second.data.data());
    tensor.copy_(at::from_blob(values, tensor.sizes(), at::kFloat));
  }
}

}  // namespace sparring
