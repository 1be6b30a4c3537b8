#include "widgets/digittiles.h"

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kPicture = 3.4;
constexpr double kGap = 0.35;      ///< between tiles
constexpr double kBetween = 0.1;   ///< between the pictures of a tile
constexpr double kCaption = 1.05;  ///< height of the line below
constexpr double kEnlarged = 13;
constexpr double kWidestCaption = 9;  ///< tiles grow for the sake of a name, up to here

}  // namespace

DigitTiles::DigitTiles(QWidget* parent) : TileArea(parent) {}

QFont DigitTiles::smallFont() const {
  QFont small = font();
  small.setPointSizeF(0.8 * small.pointSizeF());
  return small;
}

void DigitTiles::setTiles(std::vector<DigitTile> tiles) {
  digits_ = std::move(tiles);
  longest_ = 0;
  const QFontMetricsF metrics(smallFont());
  for (const DigitTile& tile : digits_) longest_ = std::max(longest_, metrics.horizontalAdvance(tile.caption));
  contentChanged();
  setMinimumHeight(int(std::ceil(heightFor(width()))));
}

QSize DigitTiles::sizeHint() const { return QSize(width(), int(std::ceil(heightFor(width())))); }

double DigitTiles::tileWidth() const {
  const double em = fontMetrics().height();
  const double pictures = digits_.empty() ? 1 : double(digits_.front().pictures.count());
  const double side = pictures * std::floor(kPicture * em) + (pictures - 1) * std::round(kBetween * em);
  return std::max(side, std::ceil(std::min(longest_, kWidestCaption * em)));
}

int DigitTiles::columns(double width) const {
  const double gap = kGap * fontMetrics().height();
  return std::max(1, int((width + gap) / (tileWidth() + gap)));
}

int DigitTiles::rowLength() const { return columns(width()); }

std::vector<QRectF> DigitTiles::place(QSizeF size) const {
  const double em = fontMetrics().height(), wide = tileWidth(), high = rowHeight();
  const int across = columns(size.width());
  std::vector<QRectF> rects;
  for (int i = 0; i < int(digits_.size()); ++i)
    rects.emplace_back((i % across) * std::floor(wide + kGap * em), (i / across) * std::floor(high + kGap * em), wide,
                       high);
  return rects;
}

double DigitTiles::rowHeight() const {
  const double em = fontMetrics().height();
  return std::floor(kPicture * em) + kCaption * em;
}

double DigitTiles::heightFor(double width) const {
  const auto rects = place(QSizeF(width, 0));
  return rects.empty() ? 0 : rects.back().bottom() + 2;
}

QColor DigitTiles::frame(const DigitTile& tile, theme::Tone tone) const {
  return !tile.right ? theme::grid(tone) : *tile.right ? theme::good(tone) : theme::bad(tone);
}

void DigitTiles::paintTile(QPainter& painter, const DigitTile& tile, const QRectF& rect, theme::Tone tone) const {
  const double em = fontMetrics().height(), inset = tileFrameWidth(em), between = std::round(kBetween * em);
  const auto pictures = double(tile.pictures.count());
  const double part = std::min(std::floor((rect.width() - (pictures - 1) * between) / pictures),
                               std::floor(rect.height() - kCaption * em));
  const double left =
      rect.left() + std::floor((rect.width() - pictures * part - (pictures - 1) * between) / 2);  // below a long name
  for (int64_t i = 0; i < tile.pictures.count(); ++i) {
    const QRectF at(left + double(i) * (part + between), rect.top(), part, part);
    drawTile(painter, tileImage(tile.pictures, i, tone), at.adjusted(inset, inset, -inset, -inset));
    drawVerdictFrame(painter, at, tile.right == false, frame(tile, tone), em);
  }
  painter.setFont(smallFont());
  painter.setPen(tile.right ? frame(tile, tone) : theme::muted(tone));
  painter.drawText(QRectF(rect.left(), rect.top() + part, rect.width(), rect.height() - part), Qt::AlignCenter,
                   QFontMetricsF(painter.font()).elidedText(tile.caption, Qt::ElideRight, rect.width()));
}

void DigitTiles::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const auto rects = place(size);
  for (size_t i = 0; i < rects.size(); ++i) paintTile(painter, digits_[i], rects[i], tone);
}

void DigitTiles::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  for (int i = 0; i < int(digits_.size()); ++i)  // thousands may lie outside
    if (tileRect(i).intersects(event->rect())) paintTile(painter, digits_[size_t(i)], tileRect(i), theme::tone());
  if (hasFocus() && current() >= 0)
    drawTileFrame(painter, tileRect(current()).adjusted(-1, -1, 1, 1), theme::accent(), fontMetrics().height());
}

void DigitTiles::resizeEvent(QResizeEvent* event) {
  TileArea::resizeEvent(event);
  setMinimumHeight(int(std::ceil(heightFor(width()))));
}

QImage DigitTiles::picture(int index, theme::Tone tone, const QColor& ground) const {
  const DigitTile& tile = digits_[size_t(index)];
  const double em = fontMetrics().height(), side = kEnlarged * em, scale = devicePixelRatioF();
  const QSizeF size(double(tile.pictures.count()) * side, side + kCaption * em);
  QImage picture((size * scale).toSize(), QImage::Format_RGB32);
  picture.setDevicePixelRatio(scale);
  picture.fill(ground);
  QPainter painter(&picture);
  paintTile(painter, tile, QRectF(QPointF(), size), tone);
  return picture;
}

}  // namespace sparring::ui
