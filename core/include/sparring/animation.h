// Moving pictures on disk: frames one after the other, as GIF, animated WebP or APNG.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sparring/pictures.h"

namespace sparring {

enum class AnimationFormat : uint8_t { Gif, WebP, Apng };

struct AnimationFormatRow {
  AnimationFormat format;
  const char* name;    ///< as it is written on the command line: "gif"
  const char* suffix;  ///< of a file's name, without the dot
  const char* title;   ///< "Animated WebP", a proper name
  const char* help;    ///< a phrase in English
};
/// One for each format.
const std::vector<AnimationFormatRow>& animationFormats();
/// By the suffix of the file's name, in small letters or large; GIF where it is none of theirs.
AnimationFormat animationFormatOf(const std::filesystem::path& file);

inline constexpr double kSlowestAnimation = 0.1;  ///< frames per second
inline constexpr double kFastestAnimation = 50;   ///< what programs that show GIFs keep up with
inline constexpr int kLargestFrame = 16383;       ///< pixels in a row or a column: what WebP has room for

class AnimationEncoder;

/// Writes one animation that begins anew at its end. Nothing is on the disk before finish(), so one that is dropped
/// leaves nothing. What it holds meanwhile is the encoded frames and the last one as it is. Colours are kept as they
/// are, but for a GIF: of that each frame has a palette of its own, of at most 256 colours, without dithering. Frames
/// are opaque. Of one thread at a time, whichever it is.
class AnimationWriter {
 public:
  /// `framesPerSecond` in [kSlowestAnimation, kFastestAnimation]. Throws Error: a speed outside of that (Usage), a file
  /// that a run keeps for itself (Usage), a folder that is not there or may not be written.
  AnimationWriter(std::filesystem::path file, AnimationFormat format, double framesPerSecond);
  ~AnimationWriter();
  AnimationWriter(AnimationWriter&&) noexcept;
  AnimationWriter& operator=(AnimationWriter&&) noexcept;

  /// Appends a frame: `rgba` is [height, width, 4] in bytes; its alpha is passed over. Blocks while it is encoded.
  /// Throws Error: a size that is not the first frame's, or in which no such file can be.
  void add(int width, int height, std::span<const uint8_t> rgba);
  /// The same of a picture, grey or in colour.
  void add(const Picture& picture);
  int64_t frames() const { return frames_; }

  /// Writes the file, whole or not at all. Nothing may be called afterwards. Throws Error: no frames (Usage), the disk
  /// is full, the folder may not be written.
  void finish();

 private:
  /// Of the frame in `rgb`, [height, width, 3].
  void addRgb(int width, int height, std::vector<uint8_t> rgb);

  std::filesystem::path file_;
  AnimationFormat format_;
  double framesPerSecond_;
  int64_t frames_ = 0;
  int width_ = 0, height_ = 0;
  std::vector<uint8_t> last_;  // the frame before, [height, width, 3]
  std::unique_ptr<AnimationEncoder> encoder_;
};

/// The pictures that a run has kept of its generator, samples/step-N.png, one after the other, each pixel drawn `zoom`
/// times. Throws Error: no run, no pictures (Usage), one that cannot be read, and as AnimationWriter does.
void animateSamples(const std::filesystem::path& run, const std::filesystem::path& file, AnimationFormat format,
                    double framesPerSecond, int zoom = 2);

}  // namespace sparring
