#include "sparring/pictures.h"

#include <new>
#include <string>

#include "io/file.h"
#include "sparring/error.h"

// Compiled in here and nowhere else; without its own file writing, which could leave half a picture.
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb_image_write.h>
#pragma GCC diagnostic pop

namespace sparring {
namespace {

constexpr uint8_t kGapGrey = 64;                  // seen both beside ink and beside empty paper
constexpr int64_t kMaxPixels = int64_t(1) << 28;  // stb counts bytes in an int

void appendTo(void* bytes, void* data, int size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(data), size);
}

}  // namespace

GreyImage tile(const std::vector<uint8_t>& pixels, int side, int columns, int gap, int zoom) {
  GreyImage picture;
  if (side <= 0 || columns <= 0 || pixels.empty()) return picture;
  const int count = static_cast<int>(pixels.size() / (size_t(side) * side));
  const int rows = (count + columns - 1) / columns;
  const int cell = side * zoom;
  picture.width = columns * cell + (columns - 1) * gap;
  picture.height = rows * cell + (rows - 1) * gap;
  picture.pixels.assign(size_t(picture.width) * picture.height, kGapGrey);
  for (int i = 0; i < count; ++i) {
    const uint8_t* image = pixels.data() + size_t(i) * side * side;
    const size_t left = size_t(i % columns) * (cell + gap);
    const size_t top = size_t(i / columns) * (cell + gap);
    for (int y = 0; y < cell; ++y) {
      uint8_t* row = picture.pixels.data() + (top + y) * picture.width + left;
      for (int x = 0; x < cell; ++x) row[x] = image[(y / zoom) * side + x / zoom];
    }
  }
  return picture;
}

void writePng(const std::filesystem::path& path, const GreyImage& image) {
  if (image.width <= 0 || image.height <= 0 || int64_t(image.width) * image.height > kMaxPixels) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be a picture of %2 by %3 pixels."),
                 {path.string(), std::to_string(image.width), std::to_string(image.height)}},
                {QT_TRANSLATE_NOOP("core", "Choose fewer images (at least one), or another format.")});
  }
  std::string bytes;
  if (!stbi_write_png_to_func(appendTo, &bytes, image.width, image.height, 1, image.pixels.data(), image.width)) {
    throw std::bad_alloc();
  }
  writeFile(path, bytes);
}

}  // namespace sparring
