#include "digits/samplearea.h"

#include <QPainter>
#include <algorithm>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr double kTileGap = 0.22;   ///< between tiles, in heights of the font
constexpr double kStripFrom = 3.0;  ///< tiles this wide (in heights of the font) have a verdict below
constexpr double kLargestTile = 9;  ///< tiles do not grow beyond this
constexpr int kRealColumns = 10;
constexpr double kLabel = 1.1, kWidestLabel = 6;  ///< width of a row's class
constexpr double kLabelGap = 0.3;                 ///< behind it

}  // namespace

SampleArea::SampleArea(QWidget* parent) : TileArea(parent) {}

void SampleArea::setGrid(std::shared_ptr<const SampleGrid> grid) {
  if (grid == grid_) return;  // every update brings the latest one, new or not
  grid_ = std::move(grid);
  contentChanged();
}

void SampleArea::setReal(ImageSet real, std::vector<int64_t> index) {
  real_ = std::move(real);
  realIndex_ = std::move(index);
  contentChanged();
}

bool SampleArea::conditional() const { return grid_ && !grid_->wanted.empty() && grid_->wanted.front() >= 0; }

int SampleArea::count() const { return int(grid_ ? grid_->predicted.size() : real_.labels.size()); }

int SampleArea::rowLength() const { return std::max(1, grid_ ? grid_->columns : kRealColumns); }

QFont SampleArea::boldFont() const {
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  return bold;
}

double SampleArea::labelWidth() const {
  const double em = fontMetrics().height();
  const QFontMetricsF metrics(boldFont());
  double widest = 0;
  for (const int c : grid_->wanted) widest = std::max(widest, metrics.horizontalAdvance(className(kind(), c)));
  return std::clamp(widest + kLabelGap * em, kLabel * em, kWidestLabel * em);
}

QFont SampleArea::smallFont() const {
  QFont small = font();
  small.setPointSizeF(0.78 * font().pointSizeF());
  return small;
}

QSize SampleArea::sizeHint() const { return QSize(20, 20) * fontMetrics().height(); }

SampleArea::Geometry SampleArea::geometry(QSizeF size) const {
  const double em = fontMetrics().height(), gap = kTileGap * em;
  Geometry g;
  g.columns = rowLength();
  g.rows = (count() + g.columns - 1) / g.columns;
  g.label = conditional() ? labelWidth() : 0;
  if (g.rows == 0) return g;
  const double across = (size.width() - g.label - gap * (g.columns + 1)) / g.columns;
  const auto fitted = [&](double strip) {
    return std::min({across, (size.height() - gap * (g.rows + 1)) / g.rows - strip, kLargestTile * em});
  };
  const double strip = QFontMetricsF(smallFont()).height();
  g.strip = grid_ && fitted(strip) >= kStripFrom * em ? strip : 0;
  g.tile = std::max(4.0, std::floor(fitted(g.strip)));
  g.left = g.label + (size.width() - g.label - g.columns * (g.tile + gap) + gap) / 2;
  return g;
}

std::vector<QRectF> SampleArea::place(QSizeF size) const {
  const Geometry g = geometry(size);
  const double gap = kTileGap * fontMetrics().height();
  std::vector<QRectF> tiles;
  for (int i = 0; i < count(); ++i)
    tiles.emplace_back(std::floor(g.left + (i % g.columns) * (g.tile + gap)),
                       std::floor(gap + (i / g.columns) * (g.tile + g.strip + gap)), g.tile, g.tile);
  return tiles;
}

bool SampleArea::isWrong(int index) const {
  return judged() && conditional() && grid_->predicted[size_t(index)] != grid_->wanted[size_t(index)];
}

QColor SampleArea::frameColour(int index, theme::Tone tone) const {
  if (!judged()) return theme::grid(tone);
  if (conditional()) return isWrong(index) ? theme::bad(tone) : theme::good(tone);
  return theme::mix(theme::grid(tone), theme::accent(tone), grid_->confidence[size_t(index)]);
}

void SampleArea::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const Geometry g = geometry(size);
  const std::vector<QRectF> tiles = place(size);
  const double em = fontMetrics().height();
  for (int i = 0; i < int(tiles.size()); ++i) {
    const QRectF& tile = tiles[size_t(i)];
    const double inset = tileFrameWidth(em);
    drawTile(painter, tileImage(images(), i, tone), tile.adjusted(inset, inset, -inset, -inset));
    drawVerdictFrame(painter, tile, isWrong(i), frameColour(i, tone), em);
    if (g.strip > 0 && judged()) {
      painter.setFont(smallFont());
      painter.setPen(conditional() ? frameColour(i, tone) : theme::muted(tone));
      const QString verdict = className(kind(), grid_->predicted[size_t(i)]);
      const QString full = QStringLiteral("%1 · %2").arg(verdict, percentText(grid_->confidence[size_t(i)], 0));
      const QFontMetricsF metrics(painter.font());
      const bool fits = kind().names.empty() || metrics.horizontalAdvance(full) <= tile.width();
      painter.drawText(QRectF(tile.left(), tile.bottom(), tile.width(), g.strip), Qt::AlignCenter,
                       fits ? full : metrics.elidedText(verdict, Qt::ElideRight, tile.width()));
    }
    if (g.label > 0 && i % g.columns == 0) {
      painter.setFont(boldFont());
      painter.setPen(theme::muted(tone));
      const double room = g.label - kLabelGap * em;
      painter.drawText(
          QRectF(tile.left() - g.label, tile.top(), room, tile.height()), Qt::AlignVCenter | Qt::AlignRight,
          QFontMetricsF(painter.font()).elidedText(className(kind(), grid_->wanted[size_t(i)]), Qt::ElideRight, room));
    }
  }
}

void SampleArea::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (count() == 0) {
    painter.setPen(theme::muted());
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     kind().digits ? tr("Generated digits appear here.") : tr("Generated images appear here."));
    return;
  }
  paint(painter, size(), theme::tone());
  if (hasFocus() && current() >= 0) {
    const double em = fontMetrics().height(), out = tileFrameWidth(em);
    drawTileFrame(painter, tileRect(current()).adjusted(-out, -out, out, out), theme::accent(), em);
  }
}

QString SampleArea::describe(int index) const {
  const auto i = size_t(index);
  if (!grid_) return tr("A real %1").arg(className(kind(), real_.labels[i]));
  if (!judged()) return kind().digits ? tr("A generated digit") : tr("A generated image");
  const QString verdict = tr("The classifier reads %1 with %2 confidence")
                              .arg(className(kind(), grid_->predicted[i]), percentText(grid_->confidence[i]));
  if (!conditional()) return verdict;
  return (grid_->perturbed ? tr("A changed %1. %2") : tr("Asked for %1. %2"))
      .arg(className(kind(), grid_->wanted[i]), verdict);
}

QImage SampleArea::picture(int index, theme::Tone tone, const QColor& ground) const {
  const double scale = devicePixelRatioF();
  const double side = 16.0 * fontMetrics().height();
  QImage picture((QSizeF(side, side) * scale).toSize(), QImage::Format_RGB32);
  picture.setDevicePixelRatio(scale);
  picture.fill(ground);
  QPainter painter(&picture);
  const QRectF all(0, 0, side, side);
  drawTile(painter, tileImage(images(), index, tone), all);
  drawVerdictFrame(painter, all, isWrong(index), frameColour(index, tone), 2 * fontMetrics().height());
  return picture;
}

int64_t SampleArea::testImage(int index) const {
  return !grid_ && size_t(index) < realIndex_.size() ? realIndex_[size_t(index)] : -1;
}

}  // namespace sparring::ui
