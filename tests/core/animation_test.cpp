// What is written is read again: with giflib and libwebp, and an APNG by its chunks.
#include "sparring/animation.h"

#include <gif_lib.h>
#include <gtest/gtest.h>
#include <webp/demux.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "file_size_limit.h"
#include "io/file.h"
#include "read_only_folder.h"
#include "sparring/error.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::FileSizeLimit;
using test::ReadOnlyFolder;
using test::TempFolder;

constexpr int kWide = 5, kHigh = 4;
using Rgba = std::vector<uint8_t>;

/// A frame in which two pixels depend on its number.
Rgba frameNumber(int number) {
  Rgba frame;
  for (int i = 0; i < kWide * kHigh; ++i) frame.insert(frame.end(), {uint8_t(i * 10), 20, 200, 255});
  frame[4 * 6] = uint8_t(number * 40);
  frame[4 * 12 + 1] = uint8_t(255 - number * 40);
  return frame;
}

/// What a reader found: pixels opaque, as they are seen when the frame's time has come.
struct Shown {
  std::vector<Rgba> frames;
  std::vector<int> ends;  ///< milliseconds from the beginning
  bool endless = false;
};

/// Lays an area's pixels over what was seen before.
void lay(Shown& shown, int width, int left, int top, int across, const std::vector<Rgba>& pixels, int lasts) {
  Rgba seen = shown.frames.empty() ? Rgba(size_t(width) * kHigh * 4) : shown.frames.back();
  for (size_t i = 0; i < pixels.size(); ++i)
    std::ranges::copy(pixels[i], seen.begin() + ((top + int(i) / across) * width + left + int(i) % across) * 4);
  shown.frames.push_back(std::move(seen));
  shown.ends.push_back((shown.ends.empty() ? 0 : shown.ends.back()) + lasts);
}

Shown readGif(const std::filesystem::path& file) {
  int error = 0;
  GifFileType* gif = DGifOpenFileName(file.c_str(), &error);
  Shown shown;
  if (gif == nullptr || DGifSlurp(gif) != GIF_OK) {
    ADD_FAILURE() << "not a GIF";
    return shown;
  }
  for (int i = 0; i < gif->ImageCount; ++i) {
    const SavedImage& image = gif->SavedImages[i];
    GraphicsControlBlock control;
    DGifSavedExtensionToGCB(gif, i, &control);
    for (int e = 0; e < image.ExtensionBlockCount; ++e)
      if (image.ExtensionBlocks[e].Function == APPLICATION_EXT_FUNC_CODE) shown.endless = true;
    const GifImageDesc& place = image.ImageDesc;
    std::vector<Rgba> pixels;
    for (int p = 0; p < place.Width * place.Height; ++p) {
      const GifColorType& colour = place.ColorMap->Colors[image.RasterBits[p]];
      pixels.push_back({colour.Red, colour.Green, colour.Blue, 255});
    }
    lay(shown, gif->SWidth, place.Left, place.Top, place.Width, pixels, control.DelayTime * 10);
  }
  DGifCloseFile(gif, &error);
  return shown;
}

Shown readWebp(const std::filesystem::path& file) {
  const std::string bytes = readFile(file);
  const WebPData data{reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()};
  WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, nullptr);
  Shown shown;
  WebPAnimInfo info{};
  if (decoder == nullptr || !WebPAnimDecoderGetInfo(decoder, &info)) {
    ADD_FAILURE() << "not an animated WebP";
    return shown;
  }
  shown.endless = info.loop_count == 0;
  uint8_t* pixels = nullptr;
  for (int end = 0; WebPAnimDecoderGetNext(decoder, &pixels, &end);) {
    shown.frames.emplace_back(pixels, pixels + size_t(info.canvas_width) * info.canvas_height * 4);
    shown.ends.push_back(end);
  }
  WebPAnimDecoderDelete(decoder);
  return shown;
}

uint32_t numberAt(const std::string& bytes, size_t at, size_t size = 4) {
  uint32_t value = 0;
  for (size_t i = 0; i < size; ++i) value = value << 8 | uint8_t(bytes.at(at + i));
  return value;
}

/// Rows of three bytes a pixel with the filters None, Sub and Up.
std::vector<Rgba> unpacked(const std::string& data, int across, int down) {
  std::string raw(size_t(across * 3 + 1) * down, '\0');
  uLongf size = raw.size();
  EXPECT_EQ(
      uncompress(reinterpret_cast<Bytef*>(raw.data()), &size, reinterpret_cast<const Bytef*>(data.data()), data.size()),
      Z_OK);
  EXPECT_EQ(size, raw.size());
  std::vector<Rgba> pixels;
  const int stride = across * 3 + 1;
  for (int y = 0; y < down; ++y) {
    const int filter = raw[size_t(y) * stride];
    EXPECT_LE(filter, 2);
    for (int x = 1; x < stride; ++x) {
      const int before = filter == 1            ? (x > 3 ? raw[y * stride + x - 3] : 0)
                         : filter == 2 && y > 0 ? raw[(y - 1) * stride + x]
                                                : 0;
      raw[y * stride + x] = char(raw[y * stride + x] + before);
    }
    for (int x = 0; x < across; ++x) {
      const char* p = raw.data() + y * stride + 1 + x * 3;
      pixels.push_back({uint8_t(p[0]), uint8_t(p[1]), uint8_t(p[2]), 255});
    }
  }
  return pixels;
}

Shown readApng(const std::filesystem::path& file) {
  const std::string bytes = readFile(file);
  Shown shown;
  uint32_t width = 0, announced = 0, sequence = 0;
  std::string control, last;
  for (size_t at = 8; at < bytes.size();) {
    const uint32_t size = numberAt(bytes, at);
    last = bytes.substr(at + 4, 4);
    std::string data = bytes.substr(at + 8, size);
    EXPECT_EQ(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()) + at + 4, size + 4),
              numberAt(bytes, at + 8 + size));
    if (last == "IHDR") width = numberAt(data, 0);
    if (last == "acTL") {
      announced = numberAt(data, 0);
      shown.endless = numberAt(data, 4) == 0;
    }
    if (last == "fcTL" || last == "fdAT") {
      EXPECT_EQ(numberAt(data, 0), sequence++);
    }
    if (last == "fcTL") control = data;
    if (last == "fdAT") data.erase(0, 4);
    if (last == "IDAT" || last == "fdAT") {
      const int across = int(numberAt(control, 4)), down = int(numberAt(control, 8));
      lay(shown, int(width), int(numberAt(control, 12)), int(numberAt(control, 16)), across,
          unpacked(data, across, down), int(numberAt(control, 20, 2) * 1000 / numberAt(control, 22, 2)));
    }
    at += 12 + size;
  }
  EXPECT_EQ(last, "IEND");
  EXPECT_EQ(announced, shown.frames.size());
  return shown;
}

struct Case {
  AnimationFormat format;
  Shown (*read)(const std::filesystem::path& file);
  std::vector<int> ends;  ///< of three frames at 30 a second, in the format's own units
};
void PrintTo(const Case& one, std::ostream* out) { *out << int(one.format); }

class Animation : public testing::TestWithParam<Case> {
 protected:
  AnimationWriter writer(double speed = 30) const { return {file_, GetParam().format, speed}; }

  TempFolder folder_;
  std::filesystem::path file_ = folder_ / "a";
};

TEST_P(Animation, FramesAndTimesComeBack) {
  AnimationWriter writer = this->writer();
  for (int i = 0; i < 3; ++i) writer.add(kWide, kHigh, frameNumber(i));
  writer.finish();
  const Shown shown = GetParam().read(file_);
  EXPECT_EQ(shown.frames, (std::vector{frameNumber(0), frameNumber(1), frameNumber(2)}));
  EXPECT_EQ(shown.ends, GetParam().ends);
  EXPECT_TRUE(shown.endless);
}

TEST_P(Animation, AFrameInWhichNothingChangesTakesItsTime) {
  AnimationWriter writer = this->writer(5);
  for (const int number : {1, 1, 2}) writer.add(kWide, kHigh, frameNumber(number));
  writer.finish();
  const Shown shown = GetParam().read(file_);
  EXPECT_EQ(shown.frames.front(), frameNumber(1));
  EXPECT_EQ(shown.frames.back(), frameNumber(2));
  EXPECT_EQ(shown.ends.back(), 600);
}

TEST_P(Animation, TakesGreyPictures) {
  AnimationWriter writer = this->writer();
  for (const uint8_t grey : {7, 250}) writer.add({.width = 2, .height = kHigh, .pixels = Rgba(2 * kHigh, grey)});
  writer.finish();
  const Shown shown = GetParam().read(file_);
  ASSERT_EQ(shown.frames.size(), 2U);
  EXPECT_EQ(shown.frames[1][4], 250);
  EXPECT_EQ(shown.frames[1][6], 250);
}

TEST_P(Animation, OfNoFramesIsRefused) {
  AnimationWriter writer = this->writer();
  EXPECT_THROW(writer.finish(), Error);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_P(Animation, AFrameOfAnotherSizeIsRefusedAndTheOthersStay) {
  AnimationWriter writer = this->writer();
  writer.add(kWide, kHigh, frameNumber(0));
  EXPECT_THROW(writer.add(kHigh, kWide, frameNumber(1)), Error);
  writer.finish();
  EXPECT_EQ(GetParam().read(file_).frames.size(), 1U);
}

TEST_P(Animation, ThatIsDroppedLeavesNothing) {
  {
    AnimationWriter writer = this->writer();
    writer.add(kWide, kHigh, frameNumber(0));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_P(Animation, OnAFullDiskLeavesWhatWasThere) {
  writeFile(file_, "old");
  AnimationWriter writer = this->writer();
  writer.add(kWide, kHigh, frameNumber(0));
  {
    const FileSizeLimit full(8);
    EXPECT_THROW(writer.finish(), Error);
  }
  EXPECT_EQ(readFile(file_), "old");
}

INSTANTIATE_TEST_SUITE_P(Formats, Animation,
                         testing::Values(Case{AnimationFormat::Gif, readGif, {30, 70, 100}},
                                         Case{AnimationFormat::WebP, readWebp, {33, 67, 100}},
                                         Case{AnimationFormat::Apng, readApng, {33, 67, 100}}));

TEST(AnimationTarget, ThatCannotBeWrittenIsRefusedBeforeAnyFrame) {
  const TempFolder folder;
  EXPECT_THROW(AnimationWriter(folder / "none" / "a.gif", AnimationFormat::Gif, 10), Error);
  writeFile(folder / "file", "");
  EXPECT_THROW(AnimationWriter(folder / "file" / "a.gif", AnimationFormat::Gif, 10), Error);
  const ReadOnlyFolder readOnly(folder.path());
  if (!readOnly) GTEST_SKIP() << "no folder can be made read-only here";
  EXPECT_THROW(AnimationWriter(folder / "a.gif", AnimationFormat::Gif, 10), Error);
}

TEST(AnimationTarget, SpeedsThatNoFormatHasAreRefused) {
  const TempFolder folder;
  for (const double speed : {0.0, -1.0, 51.0, std::nan("")})
    EXPECT_THROW(AnimationWriter(folder / "a.gif", AnimationFormat::Gif, speed), Error) << speed;
}

TEST(AnimationFrame, OfNoOrTooManyPixelsIsRefused) {
  const TempFolder folder;
  AnimationWriter writer(folder / "a.gif", AnimationFormat::Gif, 10);
  EXPECT_THROW(writer.add(0, 4, {}), Error);
  EXPECT_THROW(writer.add({.width = kLargestFrame + 1, .height = 1, .pixels = {}}), Error);
}

// 64 x 64 colours of a gradient beside a flat area: the flat one is as it was, the others are near.
TEST(GifPalette, FlatColoursStayAndOthersAreNear) {
  constexpr int kSide = 64;
  Rgba frame;
  for (int i = 0; i < kSide * kHigh * kSide; ++i)
    if (i % kSide < 32)
      frame.insert(frame.end(), {13, 130, 77, 255});
    else
      frame.insert(frame.end(), {uint8_t(i % 251), uint8_t(i / kSide % 256), uint8_t(i % kSide * 4), 255});
  const TempFolder folder;
  AnimationWriter writer(folder / "a.gif", AnimationFormat::Gif, 10);
  writer.add(kSide * kSide, kHigh, frame);
  writer.finish();
  const Rgba seen = readGif(folder / "a.gif").frames.at(0);
  int farthest = 0;
  for (size_t i = 0; i < frame.size(); ++i) {
    const int away = std::abs(int(seen[i]) - int(frame[i]));
    if (i / 4 % kSide < 32) {
      ASSERT_EQ(away, 0) << i;
    }
    farthest = std::max(farthest, away);
  }
  EXPECT_LT(farthest, 48);
}

}  // namespace
}  // namespace sparring
