#include "widgets/imagetile.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPolygonF>
#include <QScreen>
#include <QStyleHints>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace sparring::ui {
namespace {

constexpr double kHardEdgesFrom = 3;  ///< device pixels a picture pixel
constexpr double kCorner = 0.7;       ///< side of the corner of a wrong verdict, in heights of the font

/// 256 steps from one colour to another. Mixing every pixel anew would take most of the window's time.
using Shades = std::array<QRgb, 256>;

Shades shades(const QColor& from, const QColor& to) {
  Shades table;
  for (size_t v = 0; v < table.size(); ++v) table[v] = theme::mix(from, to, double(v) / 255).rgb();
  return table;
}

}  // namespace

QImage tileImage(const Images& images, int64_t i, theme::Tone tone) {
  const ImageKind& kind = images.kind;
  const uint8_t* pixels = images.at(i);
  if (kind.channels == 3 || !kind.ink)  // a copy: the bytes may go before the picture does
    return QImage(pixels, kind.width, kind.height, kind.width * kind.channels,
                  kind.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8)
        .convertToFormat(QImage::Format_RGB32);
  static const Shades light = shades(theme::paper(theme::Tone::Light), theme::ink(theme::Tone::Light)),
                      dark = shades(theme::paper(theme::Tone::Dark), theme::ink(theme::Tone::Dark));
  const Shades& greys = tone == theme::Tone::Light ? light : dark;
  QImage image(kind.width, kind.height, QImage::Format_RGB32);
  for (int y = 0; y < kind.height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < kind.width; ++x) line[x] = greys[pixels[y * kind.width + x]];
  }
  return image;
}

namespace {

QImage colouredDifference(const ImageKind& kind, const float* values, double gain) {
  QImage image(kind.width, kind.height, QImage::Format_RGB32);
  const auto level = [gain](float value) {
    return int(std::lround(127.5 * (1 + std::clamp(value * gain, -1.0, 1.0))));
  };
  for (int y = 0; y < kind.height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < kind.width; ++x, values += 3)
      line[x] = qRgb(level(values[0]), level(values[1]), level(values[2]));
  }
  return image;
}

}  // namespace

QImage differenceImage(const ImageKind& kind, const float* values, double gain, theme::Tone tone) {
  if (kind.channels == 3) return colouredDifference(kind, values, gain);
  struct Signs {
    Shades plus, minus;
  };
  const auto signs = [](theme::Tone t, QRgb plus, QRgb minus) {
    return Signs{shades(theme::paper(t), QColor(plus)), shades(theme::paper(t), QColor(minus))};
  };
  static const Signs light = signs(theme::Tone::Light, 0xc8281e, 0x1f5fc4),
                     dark = signs(theme::Tone::Dark, 0xff6a58, 0x5f9bff);
  const auto& [plus, minus] = tone == theme::Tone::Light ? light : dark;
  QImage image(kind.width, kind.height, QImage::Format_RGB32);
  for (int y = 0; y < kind.height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < kind.width; ++x) {
      const double v = std::clamp(values[y * kind.width + x] * gain, -1.0, 1.0);
      line[x] = (v > 0 ? plus : minus)[size_t(std::lround(255 * std::abs(v)))];
    }
  }
  return image;
}

void drawTile(QPainter& painter, const QImage& image, const QRectF& rect) {
  QRectF fitted(QPointF(), QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatio));
  fitted.moveCenter(rect.center());
  const double scale = fitted.width() * painter.device()->devicePixelRatioF() / image.width();
  painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < kHardEdgesFrom);
  painter.drawImage(fitted, image);
}

double tileFrameWidth(double em) { return std::max(1.0, std::round(0.11 * em)); }

void drawTileFrame(QPainter& painter, const QRectF& rect, const QColor& colour, double em) {
  const double width = tileFrameWidth(em);
  // four bars: many times faster than an outline, for a hundred of them
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), width), colour);
  painter.fillRect(QRectF(rect.left(), rect.bottom() - width, rect.width(), width), colour);
  painter.fillRect(QRectF(rect.left(), rect.top() + width, width, rect.height() - 2 * width), colour);
  painter.fillRect(QRectF(rect.right() - width, rect.top() + width, width, rect.height() - 2 * width), colour);
}

void drawVerdictFrame(QPainter& painter, const QRectF& rect, bool wrong, const QColor& colour, double em) {
  drawTileFrame(painter, rect, colour, em);
  if (!wrong) return;
  const double side = std::min(kCorner * em, rect.width() / 3);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawPolygon(
      QPolygonF({rect.topRight() - QPointF(side, 0), rect.topRight(), rect.topRight() + QPointF(0, side)}));
  painter.restore();
}

EnlargedTile::EnlargedTile(QWidget* parent, const QImage& picture, const QString& text, std::optional<quint64> pressed)
    : QFrame(parent, Qt::Popup), pressed_(pressed) {
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

// The second click of a double click belongs to the first, which opened it.
void EnlargedTile::mousePressEvent(QMouseEvent* event) {
  const auto interval = quint64(QGuiApplication::styleHints()->mouseDoubleClickInterval());
  if (!pressed_ || event->timestamp() - *pressed_ >= interval) close();
}

void EnlargedTile::keyPressEvent(QKeyEvent*) { close(); }

}  // namespace sparring::ui
