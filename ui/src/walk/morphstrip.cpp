#include "walk/morphstrip.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kMorphGap = 0.15;
constexpr double kLargestFrame = 5;
constexpr double kTrack = 0.35;  ///< where the played frame is shown, below everything

}  // namespace

MorphStrip::MorphStrip(QWidget* parent) : TileArea(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(this, &TileArea::currentChanged, this, [this](int tile) {
    if (tile < 0 || tile * kBetween == frame_) return;
    setFrame(tile * kBetween);
    Q_EMIT frameChosen(frame_);
  });
}

void MorphStrip::setMorph(const Morph& morph, const ImageKind& kind, int lane) {
  morph_ = morph;
  kind_ = kind;
  lane_ = lane;
  float largest = 0;
  if (morph_.changed)
    for (const float v : morph_.changed->difference) largest = std::max(largest, std::abs(v));
  gain_ = largest > 0 ? 1.0 / double(largest) : 1.0;
  contentChanged();
}

void MorphStrip::setChanges(bool changes) {
  if (changes == changes_) return;
  changes_ = changes;
  setFixedHeight(int(heightFor(width())));
  contentChanged();
}

void MorphStrip::resizeEvent(QResizeEvent* event) {
  TileArea::resizeEvent(event);
  setFixedHeight(int(heightFor(width())));
}

void MorphStrip::setFrame(int frame) {
  frame_ = std::clamp(frame, 0, kFrames - 1);
  update();
}

const Opinions* MorphStrip::opinions() const {
  if (morph_.drawn) return &morph_.drawn->opinions;
  return morph_.changed ? &morph_.changed->after : nullptr;
}

// A drawn image that fools; a changed one that is read as something else than before.
bool MorphStrip::wrong(int frame) const {
  const auto i = size_t(frame);
  if (morph_.drawn) return morph_.drawn->fools(i, lane_);
  return morph_.changed->before.verdict(i, lane_) != morph_.changed->after.verdict(i, lane_);
}

QString MorphStrip::verdict(int frame) const {
  const Opinions* all = opinions();
  if (!all) return {};
  const auto i = size_t(frame);
  return tr("%1 (%2)").arg(className(kind_, all->verdict(i, lane_)), percentText(double(all->confidence(i, lane_)), 0));
}

QFont MorphStrip::smallFont() const {
  QFont small = font();
  small.setPointSizeF(0.78 * font().pointSizeF());
  return small;
}

double MorphStrip::below() const { return QFontMetricsF(smallFont()).height(); }

double MorphStrip::labels() const {
  if (!changes_) return 0;
  const QFontMetricsF metrics(smallFont());
  return std::max(metrics.horizontalAdvance(QStringLiteral("x_adv")), metrics.horizontalAdvance(tr("change"))) +
         metrics.height() / 3;
}

std::vector<QRectF> MorphStrip::place(QSizeF size) const {
  if (morph_.count() == 0) return {};
  const double em = fontMetrics().height(), gap = kMorphGap * em, across = size.width() - labels();
  const double side = std::floor(std::min((across + gap) / kTiles - gap, kLargestFrame * em));
  const double left = labels() + std::max(0.0, (across - kTiles * (side + gap) + gap) / 2);
  std::vector<QRectF> tiles;
  for (int i = 0; i < kTiles; ++i)
    tiles.emplace_back(std::floor(left + i * (side + gap)), 1, side, rows() * side + (rows() - 1) * gap + below());
  return tiles;
}

double MorphStrip::heightFor(double width) const {
  const double em = fontMetrics().height(), gap = kMorphGap * em;
  const double side = std::floor(std::min((width - labels() + gap) / kTiles - gap, kLargestFrame * em));
  return std::ceil(rows() * (side + gap) + below() + kTrack * em + 3);
}

QSize MorphStrip::sizeHint() const {
  const int em = fontMetrics().height();
  return QSize(20 * em, int(heightFor(std::max(width(), 20 * em))));
}

QImage MorphStrip::part(int frame, int row, theme::Tone tone) const {
  if (morph_.drawn) return tileImage(morph_.drawn->images, frame, tone);
  const ChangedImages& changed = *morph_.changed;
  if (row == 0) return tileImage(changed.source, frame, tone);
  if (row == 2) return tileImage(changed.adversarial, frame, tone);
  return differenceImage(changed.source.kind, changed.difference.data() + frame * changed.source.kind.size(), gain_,
                         tone);
}

void MorphStrip::paintTile(QPainter& painter, int frame, const QRectF& rect, theme::Tone tone) const {
  const double em = fontMetrics().height(), side = rect.width(), inset = tileFrameWidth(em);
  const bool bad = wrong(frame);
  const QColor colour = bad ? theme::bad(tone) : theme::good(tone);
  for (int row = 0; row < rows(); ++row) {
    const QRectF tile(rect.left(), rect.top() + row * (side + kMorphGap * em), side, side);
    drawTile(painter, part(frame, row, tone), tile.adjusted(inset, inset, -inset, -inset));
    if (row == rows() - 1)
      drawVerdictFrame(painter, tile, bad, colour, em);
    else
      drawTileFrame(painter, tile, theme::grid(tone), em);
  }
  painter.setFont(smallFont());
  painter.setPen(colour);
  const QFontMetricsF metrics(painter.font());
  const QString name = className(kind_, opinions()->verdict(size_t(frame), lane_));
  painter.drawText(QRectF(rect.left(), rect.bottom() - below(), side, below()), Qt::AlignCenter,
                   metrics.elidedText(name, Qt::ElideRight, side));
}

void MorphStrip::paintNames(QPainter& painter, const QRectF& first, theme::Tone tone) const {
  if (!changes_) return;
  painter.setFont(smallFont());
  painter.setPen(theme::muted(tone));
  const double side = first.width(), gap = kMorphGap * fontMetrics().height();
  const QString names[] = {QStringLiteral("x"), tr("change"), QStringLiteral("x_adv")};
  for (int row = 0; row < 3; ++row)
    painter.drawText(QRectF(0, first.top() + row * (side + gap), first.left() - gap, side),
                     Qt::AlignRight | Qt::AlignVCenter, names[row]);
}

void MorphStrip::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const std::vector<QRectF> tiles = place(size);
  if (tiles.empty()) return;
  paintNames(painter, tiles.front(), tone);
  for (int i = 0; i < kTiles; ++i) paintTile(painter, i * kBetween, tiles[size_t(i)], tone);
}

void MorphStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (morph_.count() == 0) return;
  paint(painter, size(), theme::tone());
  const double em = fontMetrics().height();
  const QRectF first = tileRect(0), last = tileRect(kTiles - 1);
  const double y = first.bottom() + kTrack * em / 2 + 1;
  const double x = first.center().x() + (last.center().x() - first.center().x()) * frame_ / (kFrames - 1);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme::grid(), 1));
  painter.drawLine(QPointF(first.center().x(), y), QPointF(last.center().x(), y));
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme::accent());
  painter.drawEllipse(QPointF(x, y), kTrack * em / 2, kTrack * em / 2);
  if (hasFocus() && current() >= 0) {
    painter.setPen(QPen(theme::accent(), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(tileRect(current()).adjusted(-1, 0, 1, 0));
  }
}

QString MorphStrip::describe(int index) const {
  const int frame = index * kBetween;
  if (morph_.count() == 0) return {};
  const QString share = percentText(double(frame) / (kFrames - 1), 0);
  if (morph_.changed) {
    const Opinions& before = morph_.changed->before;
    return tr("%1 of the way: read as %2, after the change as %3")
        .arg(share, className(kind_, before.verdict(size_t(frame), lane_)), verdict(frame));
  }
  return tr("%1 of the way: read as %2").arg(share, verdict(frame));
}

void MorphStrip::enlarge(int index) {
  setFrame(index * kBetween);
  Q_EMIT frameChosen(frame_);
}

void MorphStrip::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) return TileArea::keyPressEvent(event);
  Q_EMIT playAsked();
}

QImage MorphStrip::still(int frame, int side, theme::Tone tone) const {
  const double em = fontMetrics().height();
  const int line = int(1.6 * em), columns = rows();
  QImage image(columns * side, side + line, QImage::Format_RGB32);
  image.fill(theme::paper(tone));
  QPainter painter(&image);
  for (int row = 0; row < columns; ++row) drawTile(painter, part(frame, row, tone), QRectF(row * side, 0, side, side));
  const bool bad = wrong(frame);
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  painter.setFont(bold);
  painter.setPen(bad ? theme::bad(tone) : theme::good(tone));
  painter.drawText(QRectF(0, side, image.width(), line), Qt::AlignCenter,
                   (bad ? QStringLiteral("✕ ") : QString()) + verdict(frame));
  return image;
}

QImage MorphStrip::picture(int index, theme::Tone tone, const QColor&) const {
  return morph_.count() == 0 ? QImage() : still(index * kBetween, 10 * fontMetrics().height(), tone);
}

}  // namespace sparring::ui
