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

}  // namespace

DigitTiles::DigitTiles(QWidget* parent) : TileArea(parent) {}

void DigitTiles::setTiles(std::vector<DigitTile> tiles, int side) {
  digits_ = std::move(tiles);
  side_ = side;
  contentChanged();
  setMinimumHeight(int(std::ceil(heightFor(width()))));
}

QSize DigitTiles::sizeHint() const { return QSize(width(), int(std::ceil(heightFor(width())))); }

int DigitTiles::columns(double width) const {
  const double em = fontMetrics().height();
  const double pictures = digits_.empty() ? 1 : double(digits_.front().pictures.size());
  return std::max(1, int((width + kGap * em) / ((pictures * kPicture + (pictures - 1) * kBetween + kGap) * em)));
}

int DigitTiles::rowLength() const { return columns(width()); }

std::vector<QRectF> DigitTiles::place(QSizeF size) const {
  const double em = fontMetrics().height(), pictures = digits_.empty() ? 1 : double(digits_.front().pictures.size());
  const double part = std::floor(kPicture * em);
  const double wide = pictures * part + (pictures - 1) * std::round(kBetween * em), high = part + kCaption * em;
  const int across = columns(size.width());
  std::vector<QRectF> rects;
  for (int i = 0; i < int(digits_.size()); ++i)
    rects.emplace_back((i % across) * std::floor(wide + kGap * em), (i / across) * std::floor(high + kGap * em), wide,
                       high);
  return rects;
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
  const auto pictures = double(tile.pictures.size());
  const double part = std::floor((rect.width() - (pictures - 1) * between) / pictures);
  for (size_t i = 0; i < tile.pictures.size(); ++i) {
    const QRectF at(rect.left() + double(i) * (part + between), rect.top(), part, part);
    drawTile(painter, greyImage(tile.pictures[i].data(), side_, tone), at.adjusted(inset, inset, -inset, -inset));
    drawTileFrame(painter, at, frame(tile, tone), em);
  }
  QFont small = font();
  small.setPointSizeF(0.8 * small.pointSizeF());
  painter.setFont(small);
  painter.setPen(tile.right ? frame(tile, tone) : theme::muted(tone));
  painter.drawText(QRectF(rect.left(), rect.top() + part, rect.width(), rect.height() - part), Qt::AlignCenter,
                   tile.caption);
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

void DigitTiles::enlarge(int index) {
  const DigitTile& tile = digits_[size_t(index)];
  const double em = fontMetrics().height(), side = kEnlarged * em, scale = devicePixelRatioF();
  const QSizeF size(double(tile.pictures.size()) * side, side + kCaption * em);
  QImage picture((size * scale).toSize(), QImage::Format_RGB32);
  picture.setDevicePixelRatio(scale);
  picture.fill(palette().color(QPalette::Window));
  QPainter painter(&picture);
  paintTile(painter, tile, QRectF(QPointF(), size), theme::tone());
  painter.end();
  (new EnlargedTile(this, picture, tile.description.toHtmlEscaped()))->show();
}

}  // namespace sparring::ui
