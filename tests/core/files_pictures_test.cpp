#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>
#include <string>

#include "io/file.h"
#include "sparring/error.h"
#include "sparring/pictures.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::TempFolder;

uint32_t bigEndian(const std::string& bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<uint8_t>(bytes.at(at + i));
  return value;
}

/// An 8-bit grey PNG, decoded with zlib alone: every chunk's checksum holds, the filters are undone.
Picture decodePng(const std::string& bytes) {
  EXPECT_EQ(bytes.substr(0, 8), "\x89PNG\r\n\x1a\n");
  Picture image;
  std::string packed, last;
  for (size_t at = 8; at < bytes.size();) {
    const uint32_t size = bigEndian(bytes, at);
    last = bytes.substr(at + 4, 4);
    EXPECT_EQ(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()) + at + 4, size + 4),
              bigEndian(bytes, at + 8 + size));
    if (last == "IHDR") {
      image.width = static_cast<int>(bigEndian(bytes, at + 8));
      image.height = static_cast<int>(bigEndian(bytes, at + 12));
      EXPECT_EQ(bytes.substr(at + 16, 2), std::string("\x08\0", 2)) << "8 bits, grey";
    }
    if (last == "IDAT") packed += bytes.substr(at + 8, size);
    at += 12 + size;
  }
  EXPECT_EQ(last, "IEND");
  const size_t w = image.width;
  std::string raw((w + 1) * image.height, '\0');
  uLongf rawSize = raw.size();
  EXPECT_EQ(uncompress(reinterpret_cast<Bytef*>(raw.data()), &rawSize, reinterpret_cast<const Bytef*>(packed.data()),
                       packed.size()),
            Z_OK);
  image.pixels.resize(w * image.height);
  for (int y = 0; y < image.height; ++y) {
    for (size_t x = 0; x < w; ++x) {
      const auto pixel = [&](int py, int64_t px) { return py < 0 || px < 0 ? 0 : int(image.pixels[py * w + px]); };
      const int a = pixel(y, int64_t(x) - 1), b = pixel(y - 1, x), c = pixel(y - 1, int64_t(x) - 1);
      const int p = a + b - c;
      const int pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
      const int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      const int predicted[] = {0, a, b, (a + b) / 2, paeth};
      const int filter = raw[y * (w + 1)];
      image.pixels[y * w + x] = static_cast<uint8_t>(raw[y * (w + 1) + 1 + x] + predicted[filter]);
    }
  }
  return image;
}

TEST(Tile, PlacesImagesRowByRowWithGapsBetween) {
  const Picture picture =
      tile({{.height = 2, .width = 2}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}, /*columns=*/2, /*gap=*/1);
  EXPECT_EQ(picture.width, 5);
  EXPECT_EQ(picture.height, 5);
  const auto at = [&](int y, int x) { return int(picture.pixels[y * 5 + x]); };
  EXPECT_EQ(at(0, 0), 1);
  EXPECT_EQ(at(1, 1), 4);
  EXPECT_EQ(at(0, 3), 5);
  EXPECT_EQ(at(4, 1), 12);
  EXPECT_EQ(at(0, 2), at(2, 0)) << "the gap has one shade";
  EXPECT_EQ(at(4, 4), at(0, 2)) << "so has a place without an image";
}

TEST(Tile, DrawsEachPixelZoomTimes) {
  const Picture picture = tile({{.height = 2, .width = 2}, {1, 2, 3, 4}}, /*columns=*/1, /*gap=*/0, /*zoom=*/2);
  EXPECT_EQ(picture.pixels, (std::vector<uint8_t>{1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4}));
}

TEST(Tile, OfNothingIsEmpty) { EXPECT_EQ(tile({}, 28, 10).width, 0); }

TEST(WritePng, DecodesToTheSamePixels) {
  Picture image{37, 23, 1, {}};
  for (int i = 0; i < 37 * 23; ++i) image.pixels.push_back(static_cast<uint8_t>(i * i / 7));
  const TempFolder folder;
  writePng(folder / "a.png", image);
  const Picture decoded = decodePng(readFile(folder / "a.png"));
  EXPECT_EQ(decoded.width, 37);
  EXPECT_EQ(decoded.height, 23);
  EXPECT_EQ(decoded.pixels, image.pixels);
}

TEST(WritePng, RefusesAPictureOfNothing) {
  const TempFolder folder;
  EXPECT_THROW(writePng(folder / "a.png", {}), Error);
  EXPECT_FALSE(std::filesystem::exists(folder / "a.png"));
}

TEST(WritePng, RefusesAPictureTooLargeForTheFormatsWriter) {
  const TempFolder folder;
  EXPECT_THROW(writePng(folder / "a.png", Picture{1 << 20, 1 << 20, 1, {}}), Error);
}

}  // namespace
}  // namespace sparring
