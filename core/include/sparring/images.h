// What images are like: their size, their colours, and how many classes they fall into.
#pragma once

#include <cstdint>

namespace sparring {

/// Of one image, [height, width, channels] in memory, and of the classes that it may belong to.
struct ImageKind {
  int channels = 1;  ///< 1 or 3
  int height = 28;
  int width = 28;
  int classes = 10;  ///< 2 to 256

  /// Values of one image.
  int64_t size() const { return int64_t(channels) * height * width; }
  bool operator==(const ImageKind&) const = default;
};

}  // namespace sparring
