#include "sparring/pictures.h"

#include <algorithm>
#include <new>
#include <string>

#include "io/file.h"
#include "io/png.h"
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

constexpr size_t kAfterHeader = 8 + 25;  // PNG's signature and its first chunk, whose length never changes

}  // namespace

Picture tileSize(const ImageKind& kind, int64_t count, int columns, int gap, int zoom) {
  Picture picture;
  if (columns <= 0 || count == 0) return picture;
  const int rows = static_cast<int>((count + columns - 1) / columns);
  picture.channels = kind.channels;
  picture.width = columns * kind.width * zoom + (columns - 1) * gap;
  picture.height = rows * kind.height * zoom + (rows - 1) * gap;
  return picture;
}

Picture tile(const Images& images, int columns, int gap, int zoom) {
  Picture picture = tileSize(images.kind, images.count(), columns, gap, zoom);
  const int width = images.kind.width, across = width * zoom, down = images.kind.height * zoom;
  const int count = picture.width > 0 ? static_cast<int>(images.count()) : 0;
  const auto depth = static_cast<size_t>(picture.channels);
  picture.pixels.assign(size_t(picture.width) * picture.height * depth, kGapGrey);
  for (int i = 0; i < count; ++i) {
    const uint8_t* image = images.at(i);
    const size_t left = size_t(i % columns) * (across + gap);
    const size_t top = size_t(i / columns) * (down + gap);
    for (int y = 0; y < down; ++y) {
      uint8_t* row = picture.pixels.data() + ((top + y) * picture.width + left) * depth;
      const uint8_t* from = image + size_t(y / zoom) * width * depth;
      for (int x = 0; x < across; ++x) std::copy_n(from + size_t(x / zoom) * depth, depth, row + size_t(x) * depth);
    }
  }
  return picture;
}

void checkPictureSize(const std::filesystem::path& path, const Picture& image) {
  if (image.width <= 0 || image.height <= 0 || int64_t(image.width) * image.height * image.channels > kMaxPixels) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be a picture of %2 by %3 pixels."),
                 {path.string(), std::to_string(image.width), std::to_string(image.height)}},
                {QT_TRANSLATE_NOOP("core", "Choose fewer images (at least one), or another format.")});
  }
}

void writePng(const std::filesystem::path& path, const Picture& image, const std::string& text) {
  checkPictureSize(path, image);
  std::string bytes;
  if (!stbi_write_png_to_func(appendTo, &bytes, image.width, image.height, image.channels, image.pixels.data(),
                              image.width * image.channels)) {
    throw std::bad_alloc();
  }
  if (!text.empty()) bytes.insert(kAfterHeader, pngChunk("tEXt", std::string(kPictureText) + '\0' + text));
  writeFile(path, bytes);
}

}  // namespace sparring
