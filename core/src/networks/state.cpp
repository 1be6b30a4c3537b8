#include "networks/state.h"

#include <ATen/ops/from_blob.h>

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
