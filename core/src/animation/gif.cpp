// GIF, as giflib writes it: a palette for each frame, and of each frame only what has changed.
#include <gif_lib.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "animation/encoder.h"
#include "animation/palette.h"

namespace sparring {
namespace {

constexpr int kGifUnits = 100;  // GIF counts hundredths of a second
constexpr int kColourBits = 8;  // of the screen; palettes may have fewer

int appendGif(GifFileType* gif, const GifByteType* bytes, int size) {
  static_cast<std::string*>(gif->UserData)->append(reinterpret_cast<const char*>(bytes), size_t(size));
  return size;
}

struct FreeMap {
  void operator()(ColorMapObject* map) const { GifFreeMapObject(map); }
};
using ColourMap = std::unique_ptr<ColorMapObject, FreeMap>;

// A palette's size in the file is a power of two.
ColourMap mapOf(const Palette& palette) {
  ColourMap map(GifMakeMapObject(std::max(2, int(std::bit_ceil(palette.colours.size()))), nullptr));
  if (!map) throwNotEncoded(GifErrorString(E_GIF_ERR_NOT_ENOUGH_MEM));
  for (size_t i = 0; i < palette.colours.size(); ++i) {
    const uint32_t colour = palette.colours[i];
    map->Colors[i] = {GifByteType(colour >> 16), GifByteType(colour >> 8), GifByteType(colour)};
  }
  return map;
}

class GifEncoder : public AnimationEncoder {
 public:
  explicit GifEncoder(const AnimationShape& shape) : shape_(shape) {
    int error = 0;
    gif_ = EGifOpen(&bytes_, appendGif, &error);
    if (gif_ == nullptr) throwNotEncoded(GifErrorString(error));
    EGifSetGifVersion(gif_, true);
    check(EGifPutScreenDesc(gif_, shape.width, shape.height, kColourBits, 0, nullptr));
    repeatForEver();
  }
  ~GifEncoder() override {
    if (gif_ != nullptr) EGifCloseFile(gif_, nullptr);
  }

  void add(const FrameView& frame) override {
    const FrameArea& area = frame.changed;
    Palette palette = paletteOf(frame, area);
    const ColourMap map = mapOf(palette);
    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, int(shape_.duration(frames_++, kGifUnits)),
                                       NO_TRANSPARENT_COLOR};
    GifByteType packed[4];
    check(EGifPutExtension(gif_, GRAPHICS_EXT_FUNC_CODE, int(EGifGCBToExtension(&control, packed)), packed));
    check(EGifPutImageDesc(gif_, area.left, area.top, area.width, area.height, false, map.get()));
    for (int y = 0; y < area.height; ++y)
      check(EGifPutLine(gif_, palette.pixels.data() + size_t(y) * area.width, area.width));
  }

  std::string finish() override {
    int error = 0;
    const int closed = EGifCloseFile(std::exchange(gif_, nullptr), &error);
    if (closed == GIF_ERROR) throwNotEncoded(GifErrorString(error));
    return std::move(bytes_);
  }

 private:
  // An extension that every program knows by its name.
  void repeatForEver() {
    const GifByteType count[] = {1, 0, 0};
    check(EGifPutExtensionLeader(gif_, APPLICATION_EXT_FUNC_CODE));
    check(EGifPutExtensionBlock(gif_, 11, "NETSCAPE2.0"));
    check(EGifPutExtensionBlock(gif_, 3, count));
    check(EGifPutExtensionTrailer(gif_));
  }
  void check(int result) const {
    if (result == GIF_ERROR) throwNotEncoded(GifErrorString(gif_->Error));
  }

  AnimationShape shape_;
  int64_t frames_ = 0;
  std::string bytes_;
  GifFileType* gif_ = nullptr;
};

}  // namespace

std::unique_ptr<AnimationEncoder> gifEncoder(const AnimationShape& shape) {
  return std::make_unique<GifEncoder>(shape);
}

}  // namespace sparring
