#include "draw/explaintiles.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr int kTiles = 3;

double largest(const std::vector<float>& values) {
  double most = 0;
  for (const float v : values) most = std::max(most, double(std::abs(v)));
  return most;
}

QString signedNumber(double value) {
  return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + localNumber(std::abs(value));
}

}  // namespace

ExplainTiles::ExplainTiles(QWidget* parent) : TileArea(parent) {}

void ExplainTiles::setAnswer(const Pixels& x, const LaneAnswer* answer, const ImageKind& kind) {
  kind_ = kind;
  words_.clear();
  captions_.clear();
  image_ = {};
  if (answer) {
    const Attribution& why = answer->why;
    image_ = imageOf(answer->attacked.image, kind);
    difference_.resize(x.size());
    for (size_t i = 0; i < x.size(); ++i) difference_[i] = answer->attacked.image[i] - x[i];
    shares_ = why.shares;
    gain_ = 1 / std::max(1e-6, largest(difference_));
    shareGain_ = 1 / std::max(1e-9, largest(shares_));
    const QString from = className(kind, answer->attacked.from), to = className(kind, answer->to);
    captions_ = {QStringLiteral("x_adv"), tr("difference × %1").arg(localNumber(gain_)),
                 tr("why: Σ = %1").arg(signedNumber(why.sum))};
    shortCaptions_ = {QStringLiteral("x_adv"), QStringLiteral("× %1").arg(localNumber(gain_)),
                      QStringLiteral("Σ %1").arg(signedNumber(why.sum))};
    words_ = {
        tr("The attacked image"),
        tr("What the attack changed, magnified %1 times: red is more ink, blue is less").arg(localNumber(gain_)),
        tr("Which pixels moved the margin “%1 − %2” from %3 to %4: each pixel's share, blue against %1, red for it. "
           "All shares add up to %5.")
            .arg(from, to, signedNumber(why.before), signedNumber(why.after), signedNumber(why.sum))};
  }
  contentChanged();
}

QSize ExplainTiles::sizeHint() const { return QSize(31, 11) * fontMetrics().height(); }

std::vector<QRectF> ExplainTiles::place(QSizeF size) const {
  if (words_.isEmpty()) return {};
  const double em = fontMetrics().height(), gap = 0.4 * em;
  const double side = std::floor(std::min((size.width() - (kTiles - 1) * gap) / kTiles, size.height() - 1.3 * em));
  std::vector<QRectF> tiles;
  for (int i = 0; i < kTiles; ++i) tiles.emplace_back(i * (side + gap), 0, side, side);
  return tiles;
}

QImage ExplainTiles::tile(int index, theme::Tone tone) const {
  if (index == 0) return tileImage(image_, 0, tone);
  return index == 1 ? differenceImage(kind_, difference_.data(), gain_, tone)
                    : differenceImage(kind_, shares_.data(), shareGain_, tone);
}

QImage ExplainTiles::picture(int index, theme::Tone tone, const QColor&) const {
  return tile(index, tone).scaled(kind_.width * 8, kind_.height * 8);
}

void ExplainTiles::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const double em = fontMetrics().height();
  QFont small = font();
  small.setPointSizeF(0.85 * small.pointSizeF());
  for (int i = 0; i < captions_.size(); ++i) {
    const QRectF place = tileRect(i);
    drawTile(painter, tile(i, theme::tone()), place);
    drawTileFrame(painter, place, hasFocus() && current() == i ? theme::accent() : theme::grid(), em);
    painter.setFont(small);
    painter.setPen(theme::ink());
    painter.drawText(
        QRectF(place.left(), place.bottom(), place.width(), 1.3 * em), Qt::AlignCenter,
        QFontMetricsF(small).horizontalAdvance(captions_[i]) <= place.width() ? captions_[i] : shortCaptions_[i]);
  }
}

}  // namespace sparring::ui
