#include "digits/pictureloader.h"

#include <QImage>
#include <QString>

namespace sparring::ui {
namespace {

// tile() leaves this many pixels of this grey between two images
constexpr int kGap = 2;
constexpr uchar kGapGrey = 64;

bool gapColumn(const QImage& image, int x) {
  for (int y = 0; y < image.height(); ++y)
    if (image.constScanLine(y)[x] != kGapGrey) return false;
  return true;
}

// Of a run whose pictures say nothing of themselves: square grey images, whose side the first gap tells.
SampleGrid guessed(const QImage& picture) {
  const QImage image = picture.convertToFormat(QImage::Format_Grayscale8);
  int side = image.width();
  for (int x = 1; x + 1 < image.width() && side == image.width(); ++x)
    if (gapColumn(image, x) && gapColumn(image, x + 1)) side = x;
  SampleGrid grid;
  grid.images.kind.height = grid.images.kind.width = side;
  grid.columns = (image.width() + kGap) / (side + kGap);
  const int rows = (image.height() + kGap) / (side + kGap);
  const auto count = static_cast<size_t>(rows * grid.columns);
  grid.wanted.assign(count, -1);
  grid.predicted.assign(count, -1);
  grid.confidence.assign(count, 0);
  return grid;
}

// Whether the picture is as large as the grid's tiles are together.
bool fits(const QImage& picture, const SampleGrid& grid) {
  const ImageKind& kind = grid.images.kind;
  const int rows = (int(grid.predicted.size()) + grid.columns - 1) / grid.columns;
  return qint64(grid.columns) * (kind.width + kGap) - kGap == picture.width() &&
         qint64(rows) * (kind.height + kGap) - kGap == picture.height();
}

void cut(const QImage& picture, SampleGrid& grid) {
  const auto& kind = grid.images.kind;
  const QImage image = picture.convertToFormat(kind.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
  grid.images.pixels.reserve(grid.predicted.size() * static_cast<size_t>(kind.size()));
  for (int i = 0; i < int(grid.predicted.size()); ++i)
    for (int y = 0; y < kind.height; ++y) {
      const uchar* line = image.constScanLine(i / grid.columns * (kind.height + kGap) + y) +
                          i % grid.columns * (kind.width + kGap) * kind.channels;
      grid.images.pixels.insert(grid.images.pixels.end(), line, line + kind.width * kind.channels);
    }
}

}  // namespace

std::shared_ptr<const SampleGrid> loadSamples(const std::filesystem::path& png, int64_t step) {
  const QImage picture(QString::fromStdString(png.string()));
  if (picture.isNull()) return nullptr;
  const std::string text = picture.text(QString::fromLatin1(kPictureText)).toStdString();
  auto grid = std::make_shared<SampleGrid>(gridFromText(text).value_or(SampleGrid()));
  if (grid->predicted.empty()) *grid = guessed(picture);
  if (!fits(picture, *grid)) return nullptr;
  grid->step = step;
  cut(picture, *grid);
  return grid;
}

}  // namespace sparring::ui
