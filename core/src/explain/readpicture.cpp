// Pictures that people bring.
#include <memory>

#include "io/file.h"
#include "sparring/error.h"
#include "sparring/reading.h"

// PNG and BMP alone: other decoders of this library write beyond their tables when a file is damaged.
// Compiled in here and nowhere else; bytes come from readFile(), which says what is wrong with a file.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_NO_STDIO
#define STBI_ONLY_PNG
#define STBI_ONLY_BMP
#define STBI_NO_THREAD_LOCALS
#define STBI_MAX_DIMENSIONS 4096
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <stb_image.h>
#pragma GCC diagnostic pop

namespace sparring {
namespace {

static_assert(STBI_MAX_DIMENSIONS == kMostPictureSide);
constexpr int64_t kMostBytes = int64_t(1) << 28;

/// Colour and opacity on white.
uint8_t onWhite(uint8_t value, uint8_t alpha) {
  return static_cast<uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

}  // namespace

Picture readPicture(const std::filesystem::path& path) {
  const std::string bytes = readFile(path, kMostBytes);
  const Message hint{QT_TRANSLATE_NOOP("core", "Bring a PNG or BMP of at most %1 by %1 pixels."),
                     {std::to_string(kMostPictureSide)}};
  const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
  int width = 0, height = 0, found = 0;
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load_from_memory(data, static_cast<int>(bytes.size()), &width, &height, &found, STBI_rgb_alpha),
      stbi_image_free);
  if (!pixels) throw Error({QT_TRANSLATE_NOOP("core", "%1 is no picture that can be read."), {path.string()}}, hint);
  Picture picture{width, height, found >= 3 ? 3 : 1, {}};
  const auto count = static_cast<size_t>(width) * static_cast<size_t>(height);
  picture.pixels.reserve(count * static_cast<size_t>(picture.channels));
  for (size_t i = 0; i < count; ++i)
    for (int c = 0; c < picture.channels; ++c)
      picture.pixels.push_back(onWhite(pixels.get()[4 * i + static_cast<size_t>(c)], pixels.get()[4 * i + 3]));
  return picture;
}

}  // namespace sparring
