#include "imagetile.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace sparring {
namespace {

constexpr double kHardEdgesFrom = 3;  ///< device pixels a picture pixel

}  // namespace

QImage greyImage(const uint8_t* pixels, int side, theme::Tone tone) {
  QRgb shades[256];
  for (int v = 0; v < 256; ++v) shades[v] = theme::mix(theme::paper(tone), theme::ink(tone), v / 255.0).rgb();
  QImage image(side, side, QImage::Format_RGB32);
  for (int y = 0; y < side; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < side; ++x) line[x] = shades[pixels[y * side + x]];
  }
  return image;
}

QImage differenceImage(const float* values, int side, double gain, theme::Tone tone) {
  const bool light = tone == theme::Tone::Light;
  const QColor zero = theme::paper(tone), plus = QColor(light ? 0xc8281e : 0xff6a58),
               minus = QColor(light ? 0x1f5fc4 : 0x5f9bff);
  QImage image(side, side, QImage::Format_RGB32);
  for (int y = 0; y < side; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < side; ++x) {
      const double v = std::clamp(values[y * side + x] * gain, -1.0, 1.0);
      line[x] = theme::mix(zero, v > 0 ? plus : minus, std::abs(v)).rgb();
    }
  }
  return image;
}

void drawTile(QPainter& painter, const QImage& image, const QRectF& rect) {
  const double scale = rect.width() * painter.device()->devicePixelRatioF() / image.width();
  painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < kHardEdgesFrom);
  painter.drawImage(rect, image);
}

double tileFrameWidth(double em) { return std::max(1.0, std::round(0.11 * em)); }

void drawTileFrame(QPainter& painter, const QRectF& rect, const QColor& colour, double em) {
  const double width = tileFrameWidth(em);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

EnlargedTile::EnlargedTile(QWidget* parent, const QImage& picture, const QString& text) : QFrame(parent, Qt::Popup) {
  setAttribute(Qt::WA_DeleteOnClose);
  setFrameShape(QFrame::StyledPanel);
  auto* image = new QLabel(this);
  image->setPixmap(QPixmap::fromImage(picture));
  image->setAlignment(Qt::AlignCenter);
  auto* words = new QLabel(text, this);
  words->setAlignment(Qt::AlignCenter);
  words->setTextFormat(Qt::RichText);
  setAccessibleName(tr("Enlarged picture"));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(image);
  layout->addWidget(words);
  adjustSize();
  const QRect screen = parent->screen()->availableGeometry();
  QRect place = rect();
  place.moveCenter(parent->mapToGlobal(parent->rect().center()));
  place.moveLeft(std::clamp(place.left(), screen.left(), std::max(screen.left(), screen.right() - place.width())));
  place.moveTop(std::clamp(place.top(), screen.top(), std::max(screen.top(), screen.bottom() - place.height())));
  setGeometry(place);
}

void EnlargedTile::mousePressEvent(QMouseEvent*) { close(); }

void EnlargedTile::keyPressEvent(QKeyEvent*) { close(); }

}  // namespace sparring
