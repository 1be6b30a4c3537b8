// The shape of one image, or of what a layer makes of one.
#pragma once

#include <cstdint>

namespace sparring {

/// In memory [height, width, channels]. A row of plain numbers is channels alone.
struct Shape {
  int64_t channels = 1, height = 1, width = 1;

  /// Values of one image.
  int64_t size() const { return channels * height * width; }
  bool operator==(const Shape&) const = default;
};

}  // namespace sparring
