// What a format makes of frames: a file each.
#pragma once

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

namespace sparring {

/// A part of a frame, in pixels.
struct FrameArea {
  int left = 0, top = 0, width = 0, height = 0;
};

/// One frame and what of it differs from the one before: at least one pixel, in the first frame all of it.
struct FrameView {
  const uint8_t* rgb;  ///< [height, width, 3]
  int width, height;
  FrameArea changed;

  const uint8_t* at(int x, int y) const { return rgb + (int64_t(y) * width + x) * 3; }
};

struct AnimationShape {
  int width, height;  ///< pixels, of every frame
  double framesPerSecond;

  /// When frame i begins, in units of which a second has `units`. What is rounded away does not add up.
  int64_t begin(int64_t i, int units) const { return std::llround(double(i) * units / framesPerSecond); }
  /// How long it lasts.
  int64_t duration(int64_t i, int units) const { return begin(i + 1, units) - begin(i, units); }
};

class AnimationEncoder {
 public:
  virtual ~AnimationEncoder() = default;
  virtual void add(const FrameView& frame) = 0;
  virtual std::string finish() = 0;  ///< the file's bytes
};

std::unique_ptr<AnimationEncoder> gifEncoder(const AnimationShape& shape);
std::unique_ptr<AnimationEncoder> webpEncoder(const AnimationShape& shape);
std::unique_ptr<AnimationEncoder> apngEncoder(const AnimationShape& shape);

/// Throws Error: a library could not go on, for this reason.
[[noreturn]] void throwNotEncoded(const std::string& reason);

}  // namespace sparring
