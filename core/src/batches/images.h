// A set's images and labels as tensors, and which classes there are.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "sparring/data.h"

namespace sparring {

/// On the processor `pixels` are the set's own bytes: the set must outlive them.
struct ImageTensors {
  at::Tensor pixels;  ///< uint8 [N,P]
  at::Tensor labels;  ///< int32 [N]
  int64_t count() const { return pixels.size(0); }
  int64_t imageSize() const { return pixels.size(1); }
};
ImageTensors tensorsOf(const ImageSet& images, at::Device device);

/// The bytes alone, on the processor.
at::Tensor pixelsOf(const ImageSet& images);

/// The classes that occur among the images, in order.
std::vector<int> presentClasses(const ImageSet& images);

/// The first images of each class, `perClass` of each where there are as many, class after class in the order given.
std::vector<int64_t> firstOfEachClass(const ImageSet& images, const std::vector<int>& classes, int64_t perClass);

}  // namespace sparring
