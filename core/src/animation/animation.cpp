#include "sparring/animation.h"

#include <cctype>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "animation/encoder.h"
#include "io/file.h"
#include "sparring/error.h"
#include "sparring/export.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<AnimationEncoder> encoderOf(AnimationFormat format, const AnimationShape& shape) {
  switch (format) {
    case AnimationFormat::Gif:
      return gifEncoder(shape);
    case AnimationFormat::WebP:
      return webpEncoder(shape);
    case AnimationFormat::Apng:
      break;
  }
  return apngEncoder(shape);
}

// Making the frames may take long: what can be known before is said before.
void checkFolder(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0) throwWriteError(file, errno);
  if (std::error_code none; !fs::is_directory(folder, none)) throwWriteError(file, ENOTDIR);
}

void checkSpeed(double framesPerSecond) {
  if (framesPerSecond >= kSlowestAnimation && framesPerSecond <= kFastestAnimation) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "An animation cannot have %1 frames a second."), {std::to_string(framesPerSecond)}},
      {QT_TRANSLATE_NOOP("core", "Choose a number from 0.1 to 50.")}, Error::Kind::Usage);
}

void checkSize(int width, int height) {
  if (width >= 1 && height >= 1 && width <= kLargestFrame && height <= kLargestFrame) return;
  throw Error({QT_TRANSLATE_NOOP("core", "A frame of an animation cannot have %1 by %2 pixels."),
               {std::to_string(width), std::to_string(height)}},
              {QT_TRANSLATE_NOOP("core", "Choose a smaller picture, of at least one pixel.")});
}

// The smallest rectangle with every pixel in which the frames differ; a pixel where they do not.
FrameArea changedArea(const uint8_t* before, const uint8_t* now, int width, int height) {
  const size_t row = size_t(width) * 3;
  const auto same = [&](int y) { return std::memcmp(before + y * row, now + y * row, row) == 0; };
  int top = 0, bottom = height;
  while (top < bottom && same(top)) ++top;
  if (top == bottom) return {0, 0, 1, 1};
  while (same(bottom - 1)) --bottom;
  int left = width, right = 0;
  for (int y = top; y < bottom; ++y) {
    const uint8_t *a = before + y * row, *b = now + y * row;
    const auto first = static_cast<int>(std::mismatch(a, a + size_t(left) * 3, b).first - a) / 3;
    left = std::min(left, first);
    int last = width;
    while (last > right && std::memcmp(a + size_t(last - 1) * 3, b + size_t(last - 1) * 3, 3) == 0) --last;
    right = std::max(right, last);
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace

const std::vector<AnimationFormatRow>& animationFormats() {
  static const std::vector<AnimationFormatRow> rows = {
      {AnimationFormat::Gif, "gif", "gif", "GIF",
       "the kept pictures as an animation, for everything that shows pictures"},
      {AnimationFormat::WebP, "webp", "webp", "Animated WebP", "the same, smaller, for browsers"},
      {AnimationFormat::Apng, "apng", "apng", "APNG", "the same as a PNG that moves"},
  };
  return rows;
}

AnimationFormat animationFormatOf(const std::filesystem::path& file) {
  std::string suffix = file.extension().string();
  std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto& rows = animationFormats();
  const auto found =
      std::ranges::find_if(rows, [&](const auto& row) { return suffix == std::string(".") + row.suffix; });
  return found == rows.end() ? rows.front().format : found->format;
}

void throwNotEncoded(const std::string& reason) {
  throw Error({QT_TRANSLATE_NOOP("core", "The animation could not be encoded: %1."), {reason}},
              {QT_TRANSLATE_NOOP("core", "There may be too little memory: choose fewer frames or a smaller picture.")});
}

AnimationWriter::AnimationWriter(fs::path file, AnimationFormat format, double framesPerSecond)
    : file_(std::move(file)), format_(format), framesPerSecond_(framesPerSecond) {
  checkSpeed(framesPerSecond);
  checkExportTarget(file_);
  checkFolder(file_);
}

AnimationWriter::~AnimationWriter() = default;
AnimationWriter::AnimationWriter(AnimationWriter&&) noexcept = default;
AnimationWriter& AnimationWriter::operator=(AnimationWriter&&) noexcept = default;

void AnimationWriter::add(int width, int height, std::span<const uint8_t> rgba) {
  checkSize(width, height);
  std::vector<uint8_t> rgb(size_t(width) * height * 3);
  for (size_t i = 0; i < rgb.size() / 3; ++i) std::copy_n(rgba.data() + i * 4, 3, rgb.data() + i * 3);
  addRgb(width, height, std::move(rgb));
}

void AnimationWriter::add(const Picture& picture) {
  checkSize(picture.width, picture.height);
  if (picture.channels == 3) return addRgb(picture.width, picture.height, picture.pixels);
  std::vector<uint8_t> rgb;
  rgb.reserve(picture.pixels.size() * 3);
  for (const uint8_t grey : picture.pixels) rgb.insert(rgb.end(), 3, grey);
  addRgb(picture.width, picture.height, std::move(rgb));
}

void AnimationWriter::addRgb(int width, int height, std::vector<uint8_t> rgb) {
  FrameArea changed{0, 0, width, height};
  if (frames_ == 0) {
    encoder_ = encoderOf(format_, {width, height, framesPerSecond_});
    width_ = width;
    height_ = height;
  } else if (width != width_ || height != height_) {
    throw Error({QT_TRANSLATE_NOOP("core", "A frame of an animation has %1 by %2 pixels, those before it %3 by %4."),
                 {std::to_string(width), std::to_string(height), std::to_string(width_), std::to_string(height_)}},
                {QT_TRANSLATE_NOOP("core", "All frames must have one size: leave the window's as it is meanwhile.")});
  } else {
    changed = changedArea(last_.data(), rgb.data(), width, height);
  }
  encoder_->add({rgb.data(), width, height, changed});
  last_ = std::move(rgb);
  ++frames_;
}

void AnimationWriter::finish() {
  if (frames_ == 0)
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is not written: an animation of no frames."), {file_.string()}},
                {QT_TRANSLATE_NOOP("core", "Choose steps of which there are pictures.")}, Error::Kind::Usage);
  writeFile(file_, encoder_->finish());
}

}  // namespace sparring
