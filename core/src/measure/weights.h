// The networks of one moment, as plain values.
#pragma once

#include "io/safetensors.h"
#include "sparring/model.h"

namespace sparring {

struct Weights {
  Params params;
  int64_t step = 0;
  int64_t side = 0;  ///< of an image
  std::vector<int> classes;  ///< those that occur in the training set; empty: not known, so all
  TensorFile file;   ///< by PyTorch's names; may hold optimisers too
};

/// Where a checkpoint's metadata say which classes occur, and how: "0,1,2".
inline constexpr const char* kPresentClasses = "classes.present";
std::string classesText(const std::vector<int>& classes);
/// And back; empty where nothing is said. Throws Error: no such list.
std::vector<int> classesIn(const std::map<std::string, std::string>& metadata);

}  // namespace sparring
