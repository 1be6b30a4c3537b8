#include "networks/sound.h"

#include <ATen/ops/isfinite.h>
#include <ATen/ops/ones.h>

#include <algorithm>
#include <cmath>

#include "sparring/error.h"

namespace sparring {

namespace {

bool finite(const at::Tensor& tensor) { return at::isfinite(tensor).all().item<bool>(); }

Error notFinite(int64_t step, const std::string& tensor) {
  return Error({QT_TRANSLATE_NOOP("core", "The weights of step %1 are not finite: %2 holds NaN or an infinity."),
                {std::to_string(step), tensor}});
}

}  // namespace

void requireFinite(const TensorFile& file, int64_t step) {
  for (const auto& [name, tensor] : file.tensors)
    if (!std::ranges::all_of(tensor.data, [](float value) { return std::isfinite(value); }))
      throw notFinite(step, name);
}

void requireSound(const std::vector<Network*>& networks, int64_t step) {
  for (const Network* net : networks) {
    for (const auto& [name, tensor] : net->state(net->purpose() == Purpose::Training))
      if (!finite(tensor)) throw notFinite(step, name);
    auto plain = at::ones({4, net->inputs()}, net->options());
    plain[0].fill_(-1);
    plain[1].fill_(0);
    plain[2].fill_(0.5);
    auto trace = net->makeTrace(plain.size(0));
    if (!finite(net->forward(plain, trace, Network::Mode::Frozen)))
      throw Error({QT_TRANSLATE_NOOP(
                       "core", "The weights of step %1 have grown so large that %2 gives no finite numbers any more."),
                   {std::to_string(step), net->name()}});
  }
}

}  // namespace sparring
