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

// The images are square: the first gap tells their side.
int sideOf(const QImage& image) {
  for (int x = 1; x + 1 < image.width(); ++x)
    if (gapColumn(image, x) && gapColumn(image, x + 1)) return x;
  return image.width();
}

}  // namespace

std::shared_ptr<const SampleGrid> loadSamples(const std::filesystem::path& png, int64_t step) {
  const QImage image = QImage(QString::fromStdString(png.string())).convertToFormat(QImage::Format_Grayscale8);
  if (image.isNull()) return nullptr;
  const int side = sideOf(image);
  const int columns = (image.width() + kGap) / (side + kGap);
  const int rows = (image.height() + kGap) / (side + kGap);
  if (columns * (side + kGap) - kGap != image.width() || rows * (side + kGap) - kGap != image.height()) return nullptr;
  auto grid = std::make_shared<SampleGrid>();
  grid->step = step;
  grid->side = side;
  grid->columns = columns;
  const auto count = static_cast<size_t>(rows * columns);
  grid->pixels.reserve(count * side * side);
  for (int i = 0; i < rows * columns; ++i)
    for (int y = 0; y < side; ++y) {
      const uchar* line = image.constScanLine(i / columns * (side + kGap) + y) + i % columns * (side + kGap);
      grid->pixels.insert(grid->pixels.end(), line, line + side);
    }
  grid->wanted.assign(count, -1);
  grid->predicted.assign(count, -1);
  grid->confidence.assign(count, 0);
  return grid;
}

}  // namespace sparring::ui
