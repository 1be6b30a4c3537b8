#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "io/file.h"
#include "io/png.h"
#include "sparring/error.h"
#include "sparring/pictures.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::TempFolder;

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
  const Picture decoded = decodePng(readFile(folder / "a.png"), "a.png");
  EXPECT_EQ(decoded.width, 37);
  EXPECT_EQ(decoded.height, 23);
  EXPECT_EQ(decoded.pixels, image.pixels);
}

TEST(DecodePng, ReadsColour) {
  Picture image{9, 4, 3, {}};
  for (int i = 0; i < 9 * 4 * 3; ++i) image.pixels.push_back(static_cast<uint8_t>(i * i / 5));
  const TempFolder folder;
  writePng(folder / "a.png", image);
  EXPECT_EQ(decodePng(readFile(folder / "a.png"), "a.png").pixels, image.pixels);
}

TEST(DecodePng, RefusesWhatIsCutShort) {
  const TempFolder folder;
  writePng(folder / "a.png", Picture{2, 2, 1, {1, 2, 3, 4}});
  const std::string bytes = readFile(folder / "a.png");
  for (size_t size = 0; size + 12 < bytes.size(); ++size)  // what is behind the pixels may be missing
    EXPECT_THROW(decodePng(bytes.substr(0, size), "a.png"), Error) << size;
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
