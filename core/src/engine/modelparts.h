// What a Model is made of.
#pragma once

#include "engine/experiment.h"
#include "engine/weights.h"

namespace sparring {

struct Model::Impl {
  Params params;
  int64_t step, side;
  Mlp lanes;
  std::unique_ptr<Adversary> adversary;

  /// Views of all networks' weights.
  std::vector<NamedTensor> state();
  /// SHA-256 of them and of the parameters.
  std::string hash();
  std::vector<Mlp*> networks();
};

/// Throws Error where images and networks do not go together.
void requireSide(int64_t images, int64_t networks);

}  // namespace sparring
