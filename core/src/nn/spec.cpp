#include "nn/spec.h"

namespace sparring {

namespace {

Shape outputOf(const Dense& layer, const Shape&) { return {layer.out}; }
int64_t weightsOf(const Dense& layer, const Shape& in) { return in.size() * layer.out; }
int64_t multiplicationsOf(const Dense& layer, const Shape& in) { return weightsOf(layer, in); }

template <class Count>
int64_t sumOver(const NetworkSpec& spec, Count count) {
  Shape shape = spec.in;
  int64_t sum = 0;
  for (const auto& layer : spec.layers) {
    sum += std::visit([&](const auto& one) { return count(one, shape); }, layer);
    shape = outputOf(layer, shape);
  }
  return sum;
}

}  // namespace

Shape outputOf(const LayerSpec& layer, const Shape& in) {
  return std::visit([&](const auto& one) { return outputOf(one, in); }, layer);
}

Shape NetworkSpec::out() const {
  Shape shape = in;
  for (const auto& layer : layers) shape = outputOf(layer, shape);
  return shape;
}

int64_t NetworkSpec::multiplications() const {
  return sumOver(*this, [](const auto& layer, const Shape& in) { return multiplicationsOf(layer, in); });
}

int64_t NetworkSpec::weights() const {
  return sumOver(*this, [](const auto& layer, const Shape& in) { return weightsOf(layer, in); });
}

NetworkSpec mlpSpec(const Shape& in, const std::vector<int64_t>& hidden, int64_t out, Act hiddenAct, Act outputAct,
                    bool norm) {
  NetworkSpec spec{in, {}};
  for (const int64_t width : hidden) spec.layers.push_back(Dense{width, hiddenAct, norm});
  spec.layers.push_back(Dense{out, outputAct});
  return spec;
}

NetworkSpec withoutNorm(NetworkSpec spec) {
  for (auto& layer : spec.layers) std::visit([](auto& one) { one.norm = false; }, layer);
  return spec;
}

}  // namespace sparring
