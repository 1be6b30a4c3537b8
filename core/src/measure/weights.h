// The networks of one moment, as plain values.
#pragma once

#include "io/safetensors.h"
#include "sparring/model.h"

namespace sparring {

struct Weights {
  Params params;
  int64_t step = 0;
  int64_t side = 0;  ///< of an image
  TensorFile file;   ///< by PyTorch's names; may hold optimisers too
};

}  // namespace sparring
