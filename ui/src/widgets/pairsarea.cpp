#include "widgets/pairsarea.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kPartGap = 0.2;                        ///< between the parts of a triple
constexpr double kTripleGap = 0.9;                      ///< between triples side by side
constexpr double kTrueClass = 1.0, kWidestLabel = 5.5;  ///< width of the true class
constexpr double kLabelGap = 0.3;                       ///< behind a name
constexpr double kSmallestPart = 3.2, kLargestPart = 7.2;
constexpr double kRowGap = 0.35;
constexpr double kHeader = 1.3;  ///< height of the line above

}  // namespace

PairsArea::PairsArea(QWidget* parent) : TileArea(parent), smallestPart_(kSmallestPart), largestPart_(kLargestPart) {}

void PairsArea::setPairs(std::shared_ptr<const PairSet> pairs) {
  if (pairs == pairs_) return;  // every update brings the latest ones, new or not
  pairs_ = std::move(pairs);
  float largest = 0;
  if (pairs_)
    for (const float v : pairs_->difference) largest = std::max(largest, std::abs(v));
  gain_ = largest > 0 ? 1.0 / double(largest) : 1.0;
  if (pairs_) setKind(pairs_->source.kind);
  relaid();
}

void PairsArea::setKind(const ImageKind& kind) {
  widestLabel_ = 0;
  const QFontMetricsF metrics(boldFont());
  for (int c = 0; c < kind.classes; ++c)
    widestLabel_ = std::max(widestLabel_, metrics.horizontalAdvance(className(kind, c)));
}

double PairsArea::labelWidth() const {
  return std::clamp(widestLabel_ / fontMetrics().height() + kLabelGap, kTrueClass, kWidestLabel);
}

void PairsArea::setStanding(const QString& standing) {
  if (standing == standing_) return;
  standing_ = standing;
  update();
}

void PairsArea::setLargestPart(double em) {
  largestPart_ = em;
  contentChanged();
}

QString PairsArea::emptyText() const {
  return standing_.isEmpty() ? tr("Test images, what an attack makes of them, and the difference appear here with the "
                                  "first evaluation.")
                             : standing_;
}

QFont PairsArea::smallFont() const {
  QFont small = font();
  small.setPointSizeF(0.8 * font().pointSizeF());
  return small;
}

QFont PairsArea::boldFont() const {
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  return bold;
}

QSize PairsArea::sizeHint() const {
  const int em = fontMetrics().height();
  return QSize(20 * em, int(std::ceil(heightFor(20 * em))));
}

int PairsArea::fitting(double width) const {
  const double em = fontMetrics().height();
  const double triple = em * (labelWidth() + 3 * smallestPart_ + 2 * kPartGap + aside());
  return std::max(1, int((width + kTripleGap * em) / (triple + kTripleGap * em)));
}

int PairsArea::columns(double width) const { return std::clamp(fitting(width), 1, std::max(1, count())); }

double PairsArea::partIn(double width, int columns) const {
  const double em = fontMetrics().height();
  const double share = (width - (columns - 1) * kTripleGap * em) / columns;
  return std::floor((share - em * (labelWidth() + 2 * kPartGap + aside())) / 3);
}

double PairsArea::rowHeight(double part) const {
  return part + QFontMetricsF(smallFont()).height() + kRowGap * fontMetrics().height();
}

int PairsArea::fill(QSizeF size, int least) {
  const double em = fontMetrics().height();
  const double before = std::exchange(smallestPart_, kSmallestPart);
  int number = least;
  for (int columns = 1; columns <= fitting(size.width()); ++columns) {
    const double part = std::min(partIn(size.width(), columns), largestPart_ * em);
    const auto rows = [&](double side) { return int((size.height() - kHeader * em) / rowHeight(side)); };
    if (part < kSmallestPart * em || columns * rows(part) < least) continue;
    smallestPart_ = part / em;
    number = fitting(size.width()) * rows(part);
    break;
  }
  if (smallestPart_ != before) relaid();
  return number;
}

void PairsArea::relaid() {
  contentChanged();
  setMinimumHeight(int(std::ceil(heightFor(width()))));
}

int PairsArea::rowLength() const { return columns(width()); }

std::vector<QRectF> PairsArea::place(QSizeF size) const {
  const double em = fontMetrics().height();
  const int across = columns(size.width());
  const double part = std::clamp(partIn(size.width(), across), kSmallestPart * em, largestPart_ * em);
  const double width = em * (labelWidth() + 2 * kPartGap + aside()) + 3 * part;
  // triples keep together on the left; what is over goes between them, within reason
  const double between = across > 1 ? std::min((size.width() - across * width) / (across - 1), 2 * kTripleGap * em) : 0;
  std::vector<QRectF> tiles;
  for (int i = 0; i < count(); ++i)
    tiles.emplace_back((i % across) * (width + between), em * kHeader + (i / across) * rowHeight(part), width,
                       rowHeight(part) - kRowGap * em);
  return tiles;
}

double PairsArea::heightFor(double width) const {
  const std::vector<QRectF> tiles = place(QSizeF(width, 0));
  return tiles.empty() ? 8.0 * fontMetrics().height() : tiles.back().bottom() + 2;
}

QRectF PairsArea::part(const QRectF& tile, int which) const {
  const double em = fontMetrics().height();
  // whole pixels, so that frames are crisp
  const double side = std::floor((tile.width() - em * (labelWidth() + 2 * kPartGap + aside())) / 3);
  return QRectF(std::floor(tile.left() + labelWidth() * em + which * (side + kPartGap * em)), std::floor(tile.top()),
                side, side);
}

void PairsArea::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const std::vector<QRectF> tiles = place(size);
  paintHeaders(painter, tiles, columns(size.width()), tone);
  for (int i = 0; i < int(tiles.size()); ++i) paintTriple(painter, i, tiles[size_t(i)], tone);
}

void PairsArea::paintHeaders(QPainter& painter, const std::vector<QRectF>& tiles, int columns, theme::Tone tone) const {
  const double em = fontMetrics().height();
  painter.setFont(smallFont());
  const QString names[] = {QStringLiteral("x"), QStringLiteral("x_adv"),
                           tr("difference ×%1").arg(QLocale().toString(gain_, 'g', 3))};
  const QString shortest = QStringLiteral("×%1").arg(QLocale().toString(gain_, 'g', 3));
  const bool signs = pairs_ && pairs_->source.kind.channels == 1;  // what red and blue stand for
  const QFontMetricsF metrics(painter.font());
  const double wide = signs ? metrics.horizontalAdvance(QStringLiteral(" + −")) : 0;
  for (int c = 0; c < std::min(columns, int(tiles.size())); ++c) {
    for (int which = 0; which < 3; ++which) {
      const QRectF at = part(tiles[size_t(c)], which);
      const double more = which == 2 ? wide : 0;
      const bool fits = metrics.horizontalAdvance(names[which]) + more <= at.width() + kPartGap * em;
      const QString& name = fits ? names[which] : shortest;
      QRectF place(at.left() - kPartGap * em, at.top() - kHeader * em, at.width() + 2 * kPartGap * em, kHeader * em);
      painter.setPen(theme::muted(tone));
      painter.drawText(place.adjusted(0, 0, -more, 0), Qt::AlignCenter, name);
      if (more == 0) continue;
      place.setLeft(place.center().x() + (metrics.horizontalAdvance(name) - more) / 2);
      for (const auto& [sign, value] :
           {std::pair(QStringLiteral(" +"), 1.0F), std::pair(QStringLiteral(" −"), -1.0F)}) {
        painter.setPen(differenceImage({.height = 1, .width = 1}, &value, 1, tone).pixelColor(0, 0));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, sign);
        place.setLeft(place.left() + metrics.horizontalAdvance(sign));
      }
    }
  }
}

void PairsArea::paintTriple(QPainter& painter, int index, const QRectF& tile, theme::Tone tone) const {
  const PairSet& p = *pairs_;
  const auto i = size_t(index);
  const double em = fontMetrics().height(), inset = tileFrameWidth(em);
  const ImageKind& kind = p.source.kind;
  const QImage images[] = {tileImage(p.source, index, tone), tileImage(p.adversarial, index, tone),
                           differenceImage(kind, p.difference.data() + index * kind.size(), gain_, tone)};
  const bool wrong[] = {p.predictedSource[i] != p.label[i], p.predictedAdversarial[i] != p.label[i], false};
  for (int which = 0; which < 3; ++which) {
    const QRectF at = part(tile, which);
    drawTile(painter, images[which], at.adjusted(inset, inset, -inset, -inset));
    const QColor colour = which == 2 ? theme::grid(tone) : wrong[which] ? theme::bad(tone) : theme::good(tone);
    drawVerdictFrame(painter, at, wrong[which], colour, em);
  }
  painter.setFont(boldFont());
  painter.setPen(theme::muted(tone));
  const QRectF first = part(tile, 0), label(tile.left(), first.top(), labelWidth() * em, first.height());
  painter.drawText(
      label, Qt::AlignVCenter | Qt::AlignLeft,
      QFontMetricsF(painter.font()).elidedText(className(kind, p.label[i]), Qt::ElideRight, label.width()));
  painter.setFont(smallFont());
  const double strip = tile.height() - first.height();
  const auto below = [&](int which) {
    const QRectF at = part(tile, which);
    return QRectF(at.left(), at.bottom(), at.width(), strip);
  };
  paintVerdict(painter, below(0), p.predictedSource[i], p.confidenceSource[i], p.label[i], tone);
  paintVerdict(painter, below(1), p.predictedAdversarial[i], p.confidenceAdversarial[i], p.label[i], tone);
  if (aside() > 0)
    paintAside(painter, index, QRectF(tile.right() - aside() * em, tile.top(), aside() * em, tile.height()), tone);
}

void PairsArea::paintVerdict(QPainter& painter, const QRectF& below, int predicted, float confidence, int label,
                             theme::Tone tone) const {
  painter.setPen(predicted == label ? theme::good(tone) : theme::bad(tone));
  painter.drawText(below, Qt::AlignCenter, verdictText(predicted, confidence, below.width()));
}

QString PairsArea::verdictText(int predicted, float confidence, double room) const {
  const QFontMetricsF metrics(smallFont());
  const QString name = className(pairs_->source.kind, predicted);
  const QString share = percentText(confidence, 0), widest = percentText(1, 0);
  const auto tight = [](QString text) { return text.remove(u' '); };
  // as the widest of all fits, so that all have one form; a name alone would read as if there were none
  for (const auto& [all, one] : {std::pair(widest, share), std::pair(tight(widest), tight(share))})
    if (const QString form = QStringLiteral("%1 · %2"); metrics.horizontalAdvance(form.arg(name, all)) <= room)
      return form.arg(name, one);
  if (metrics.horizontalAdvance(QStringLiteral("%1 %2").arg(name, tight(widest))) <= room)
    return QStringLiteral("%1 %2").arg(name, tight(share));
  return metrics.elidedText(name, Qt::ElideRight, room);
}

void PairsArea::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (count() == 0) {
    painter.setPen(theme::muted());
    const int pad = fontMetrics().height();
    painter.drawText(rect().adjusted(pad, 0, -pad, 0), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
    return;
  }
  paint(painter, size(), theme::tone());
  if (hasFocus() && current() >= 0) {
    const double em = fontMetrics().height();
    const QRectF tile = tileRect(current()), first = part(tile, 0), last = part(tile, 2);
    const double out = tileFrameWidth(em);
    drawTileFrame(painter, first.united(last).adjusted(-out, -out, out, out), theme::accent(), em);
  }
}

void PairsArea::resizeEvent(QResizeEvent* event) {
  TileArea::resizeEvent(event);
  setMinimumHeight(int(std::ceil(heightFor(width()))));
}

QString PairsArea::describe(int index) const {
  const PairSet& p = *pairs_;
  const auto i = size_t(index);
  const QString colours = p.source.kind.channels > 1 ? QString()
                          : p.source.kind.ink        ? u' ' + tr("In the difference red is more ink, blue less.")
                                                     : u' ' + tr("In the difference red is brighter, blue darker.");
  return tr("A %1. Untouched it reads as %2 (%3), attacked as %4 (%5).")
             .arg(className(p.source.kind, p.label[i]), className(p.source.kind, p.predictedSource[i]),
                  percentText(p.confidenceSource[i]), className(p.source.kind, p.predictedAdversarial[i]),
                  percentText(p.confidenceAdversarial[i])) +
         colours;
}

QImage PairsArea::picture(int index, theme::Tone tone, const QColor& ground) const {
  const double em = fontMetrics().height(), scale = devicePixelRatioF(), side = 11 * em;
  const QSizeF size(em * (labelWidth() + 2 * kPartGap + aside()) + 3 * side,
                    side + QFontMetricsF(smallFont()).height());
  QImage picture((size * scale).toSize(), QImage::Format_RGB32);
  picture.setDevicePixelRatio(scale);
  picture.fill(ground);
  QPainter painter(&picture);
  paintTriple(painter, index, QRectF(QPointF(), size), tone);
  return picture;
}

int64_t PairsArea::testImage(int index) const {
  return size_t(index) < pairs_->index.size() ? pairs_->index[size_t(index)] : -1;
}

QString PairsArea::enlargedText(int index) const {
  return describe(index) + u' ' + tr("Difference magnified ×%1.").arg(QLocale().toString(gain_, 'g', 3));
}

}  // namespace sparring::ui
