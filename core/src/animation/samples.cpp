// The kept pictures of a run as an animation.
#include <algorithm>
#include <utility>

#include "io/file.h"
#include "io/png.h"
#include "sparring/animation.h"
#include "sparring/error.h"
#include "sparring/run.h"

namespace sparring {
namespace {

Picture zoomed(const Picture& picture, int zoom) {
  Picture large{picture.width * zoom, picture.height * zoom, picture.channels, {}};
  large.pixels.reserve(picture.pixels.size() * size_t(zoom) * zoom);
  const auto depth = size_t(picture.channels);
  for (int y = 0; y < large.height; ++y)
    for (int x = 0; x < large.width; ++x) {
      const auto from = picture.pixels.begin() + (ptrdiff_t(y / zoom) * picture.width + x / zoom) * ptrdiff_t(depth);
      large.pixels.insert(large.pixels.end(), from, from + ptrdiff_t(depth));
    }
  return large;
}

}  // namespace

void animateSamples(const std::filesystem::path& run, const std::filesystem::path& file, AnimationFormat format,
                    double framesPerSecond, int zoom) {
  const RunRecord record = readRun(run);
  if (record.samples.empty())
    throw Error({QT_TRANSLATE_NOOP("core", "%1 has kept no pictures of generated images."), {run.string()}},
                {QT_TRANSLATE_NOOP("core", "Only a run whose opponent has a generator keeps them.")},
                Error::Kind::Usage);
  AnimationWriter writer(file, format, framesPerSecond);
  for (const int64_t step : record.samples) {
    const auto png = samplesPath(run, step);
    writer.add(zoomed(decodePng(readFile(png), png), zoom));
  }
  writer.finish();
}

}  // namespace sparring
