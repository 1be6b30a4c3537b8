#include "nn/layer.h"

#include <c10/util/accumulate.h>

#include "nn/dense.h"

namespace sparring {

at::Tensor Slices::take(at::IntArrayRef shape) {
  if (!flat_.defined()) return {};
  const int64_t count = c10::multiply_integers(shape), first = at_;
  at_ += count;
  return flat_.narrow(0, first, count).view(shape);
}

std::unique_ptr<Layer> makeLayer(const LayerSpec& spec, const LayerPlace& place) {
  return std::visit(
      [&](const Dense& dense) -> std::unique_ptr<Layer> { return std::make_unique<DenseLayer>(dense, place); }, spec);
}

}  // namespace sparring
