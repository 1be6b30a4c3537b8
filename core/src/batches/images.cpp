#include "batches/images.h"

#include <ATen/ops/from_blob.h>

#include <array>

namespace sparring {

at::Tensor pixelsOf(const ImageSet& images) {
  auto* bytes = const_cast<uint8_t*>(images.pixels.data());
  return at::from_blob(bytes, {images.count(), images.kind.size()}, at::kByte);
}

ImageTensors tensorsOf(const ImageSet& images, at::Device device) {
  auto* labels = const_cast<uint8_t*>(images.labels.data());
  return {pixelsOf(images).to(device), at::from_blob(labels, {images.count()}, at::kByte).to(at::kInt).to(device)};
}

std::vector<int> presentClasses(const ImageSet& images) {
  std::array<bool, 256> there{};
  for (const uint8_t label : images.labels) there[label] = true;
  std::vector<int> classes;
  for (int c = 0; c < 256; ++c)
    if (there[static_cast<size_t>(c)]) classes.push_back(c);
  return classes;
}

std::vector<int64_t> firstOfEachClass(const ImageSet& images, const std::vector<int>& classes, int64_t perClass) {
  std::vector<int64_t> chosen;
  for (const int c : classes) {
    int64_t found = 0;
    for (int64_t i = 0; i < images.count() && found < perClass; ++i)
      if (images.labels[static_cast<size_t>(i)] == c) {
        chosen.push_back(i);
        ++found;
      }
  }
  return chosen;
}

}  // namespace sparring
