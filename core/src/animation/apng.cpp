// APNG: a PNG of the first frame, with chunks between that only those who know them read (W3C, PNG third
// edition, 11.3.2). The common libpng does not write them.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>

#include "animation/encoder.h"
#include "io/png.h"

namespace sparring {
namespace {

constexpr int kApngUnits = 1000;  // a delay is a fraction: thousandths here
constexpr int kDepth = 3;         // bytes a pixel

// The area's rows as PNG has them before they are compressed: each begins with its filter's number, the one after which
// the numbers are smallest, which compresses best.
std::string filtered(const FrameView& frame, const FrameArea& area) {
  const size_t row = size_t(area.width) * kDepth;
  std::string all;
  all.reserve((row + 1) * area.height);
  const std::string nothing(row, '\0');
  const auto* above = reinterpret_cast<const uint8_t*>(nothing.data());
  std::array<std::string, 3> lines;  // unfiltered, Sub, Up
  for (std::string& line : lines) line.resize(row);
  for (int y = 0; y < area.height; ++y) {
    const uint8_t* now = frame.at(area.left, area.top + y);
    std::array<int64_t, 3> sums = {};
    for (size_t x = 0; x < row; ++x) {
      const int left = x < kDepth ? 0 : now[x - kDepth];
      const int values[] = {now[x], now[x] - left, now[x] - above[x]};
      for (size_t f = 0; f < 3; ++f) {
        lines[f][x] = static_cast<char>(values[f]);
        sums[f] += std::abs(static_cast<int8_t>(values[f]));
      }
    }
    const auto best = std::ranges::min_element(sums) - sums.begin();
    all += static_cast<char>(best);
    all += lines[size_t(best)];
    above = now;
  }
  return all;
}

std::string packed(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(),
                Z_DEFAULT_COMPRESSION) != Z_OK)
    throw std::bad_alloc();
  out.resize(size);
  return out;
}

class ApngEncoder : public AnimationEncoder {
 public:
  explicit ApngEncoder(const AnimationShape& shape) : shape_(shape) {}

  void add(const FrameView& frame) override {
    const FrameArea& area = frame.changed;
    chunks_ += pngChunk("fcTL", control(area));
    const std::string data = packed(filtered(frame, area));
    chunks_ += frames_ == 0 ? pngChunk("IDAT", data) : pngChunk("fdAT", pngNumber(sequence_++) + data);
    ++frames_;
  }

  std::string finish() override {
    const std::string rgb8("\x08\x02\0\0\0", 5);  // 8 bits, in colour, not interlaced
    return kPngSignature + pngChunk("IHDR", pngNumber(shape_.width) + pngNumber(shape_.height) + rgb8) +
           pngChunk("acTL", pngNumber(frames_) + pngNumber(0)) +  // 0: for ever
           chunks_ + pngChunk("IEND", {});
  }

 private:
  // Where the frame stands and how long; it stays, and replaces what was there.
  std::string control(const FrameArea& area) {
    const auto two = [](int64_t number) { return pngNumber(size_t(number)).substr(2); };
    return pngNumber(sequence_++) + pngNumber(area.width) + pngNumber(area.height) + pngNumber(area.left) +
           pngNumber(area.top) + two(shape_.duration(int64_t(frames_), kApngUnits)) + two(kApngUnits) +
           std::string(2, '\0');
  }

  AnimationShape shape_;
  size_t frames_ = 0;
  size_t sequence_ = 0;  // of fcTL and fdAT together
  std::string chunks_;
};

}  // namespace

std::unique_ptr<AnimationEncoder> apngEncoder(const AnimationShape& shape) {
  return std::make_unique<ApngEncoder>(shape);
}

}  // namespace sparring
