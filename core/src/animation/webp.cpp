// Animated WebP without losses, as libwebp writes it: it finds what has changed by itself.
#include <webp/encode.h>
#include <webp/mux.h>

#include <cstdint>
#include <memory>
#include <new>
#include <string>

#include "animation/encoder.h"

namespace sparring {
namespace {

constexpr int kWebpUnits = 1000;  // WebP counts milliseconds
constexpr int kWebpEffort = 2;    // 0 to 9: more takes a multiple of the time for a few percent of flat drawings

struct FreeEncoder {
  void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
};

class WebpEncoder : public AnimationEncoder {
 public:
  explicit WebpEncoder(const AnimationShape& shape) : shape_(shape) {
    WebPAnimEncoderOptions options;
    if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&config_) ||
        !WebPConfigLosslessPreset(&config_, kWebpEffort))
      throwNotEncoded("libwebp");
    encoder_.reset(WebPAnimEncoderNew(shape.width, shape.height, &options));
    if (!encoder_) throw std::bad_alloc();
  }

  void add(const FrameView& frame) override {
    WebPPicture picture;
    if (!WebPPictureInit(&picture)) throwNotEncoded("libwebp");
    picture.use_argb = 1;
    picture.width = frame.width;
    picture.height = frame.height;
    const bool added = WebPPictureImportRGB(&picture, frame.rgb, frame.width * 3) &&
                       WebPAnimEncoderAdd(encoder_.get(), &picture, int(shape_.begin(frames_++, kWebpUnits)), &config_);
    WebPPictureFree(&picture);
    check(added);
  }

  std::string finish() override {
    WebPData data;
    WebPDataInit(&data);
    const bool assembled =
        WebPAnimEncoderAdd(encoder_.get(), nullptr, int(shape_.begin(frames_, kWebpUnits)), nullptr) &&
        WebPAnimEncoderAssemble(encoder_.get(), &data);
    std::string bytes(reinterpret_cast<const char*>(data.bytes), data.size);
    WebPDataClear(&data);
    check(assembled);
    return bytes;
  }

 private:
  void check(bool done) const {
    if (!done) throwNotEncoded(WebPAnimEncoderGetError(encoder_.get()));
  }

  AnimationShape shape_;
  int64_t frames_ = 0;
  WebPConfig config_;
  std::unique_ptr<WebPAnimEncoder, FreeEncoder> encoder_;
};

}  // namespace

std::unique_ptr<AnimationEncoder> webpEncoder(const AnimationShape& shape) {
  return std::make_unique<WebpEncoder>(shape);
}

}  // namespace sparring
