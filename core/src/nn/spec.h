// What a network looks like, before it has any weights.
#pragma once

#include <variant>
#include <vector>

#include "nn/kernels.h"
#include "nn/shape.h"

namespace sparring {

/// Every output sees every input.
struct Dense {
  int64_t out;
  Act act = Act::None;
  bool norm = false;  ///< batch normalisation between the linear map (then without bias) and the activation

  bool operator==(const Dense&) const = default;
};

using LayerSpec = std::variant<Dense>;

/// What a layer makes of one image of shape `in`.
Shape outputOf(const LayerSpec& layer, const Shape& in);

struct NetworkSpec {
  Shape in;
  std::vector<LayerSpec> layers;

  Shape out() const;
  /// Of one image's way forward.
  int64_t multiplications() const;
  /// Of one copy, without biases and normalisation.
  int64_t weights() const;
  bool operator==(const NetworkSpec&) const = default;
};

/// 784-128-64-10: widths between `in` and `out`; hidden layers share activation and normalisation.
NetworkSpec mlpSpec(const Shape& in, const std::vector<int64_t>& hidden, int64_t out, Act hiddenAct, Act outputAct,
                    bool norm = false);

/// The same layers without normalisation: what Network::foldInto fills.
NetworkSpec withoutNorm(NetworkSpec spec);

}  // namespace sparring
