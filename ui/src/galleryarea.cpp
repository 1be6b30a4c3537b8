#include "galleryarea.h"

#include <QPainter>
#include <algorithm>
#include <numeric>

#include "galleryquery.h"
#include "text.h"

namespace sparring {
namespace {

constexpr int kRows = 4;         ///< lanes below each other
constexpr double kColumn = 5.2;  ///< in heights of the font
constexpr double kBeforeColumn = 0.5;

}  // namespace

GalleryArea::GalleryArea(QWidget* parent) : PairsArea(parent) {}

void GalleryArea::setGallery(std::shared_ptr<const Gallery> gallery, std::vector<double> lambdas, int lane) {
  gallery_ = std::move(gallery);
  lambdas_ = std::move(lambdas);
  order_.resize(gallery_ ? gallery_->lanes.size() : 0);
  std::iota(order_.begin(), order_.end(), 0);
  std::stable_sort(order_.begin(), order_.end(),
                   [this](int a, int b) { return lambdas_[size_t(a)] < lambdas_[size_t(b)]; });
  setPairs(gallery_ ? std::make_shared<PairSet>(pairsOf(*gallery_, lane)) : nullptr);
}

double GalleryArea::aside() const {
  const auto lanes = int(order_.size());
  return lanes < 2 ? 0 : ((lanes + kRows - 1) / kRows) * (kBeforeColumn + kColumn);
}

void GalleryArea::paintAside(QPainter& painter, int index, const QRectF& rect, theme::Tone tone) const {
  const double em = fontMetrics().height();
  painter.setFont(smallFont());
  const double line = std::min(QFontMetricsF(painter.font()).height(), rect.height() / kRows);
  const auto i = size_t(index);
  for (size_t n = 0; n < order_.size(); ++n) {
    const auto k = size_t(order_[n]);
    const Gallery::Verdict& verdict = gallery_->lanes[k].after[i];
    const QRectF cell(rect.left() + double(n / kRows) * (kBeforeColumn + kColumn) * em + kBeforeColumn * em,
                      rect.top() + double(n % kRows) * line, kColumn * em, line);
    painter.setPen(theme::muted(tone));
    painter.drawText(cell.adjusted(0, 0, -3.0 * em, 0), Qt::AlignVCenter | Qt::AlignLeft, numberText(lambdas_[k]));
    painter.setPen(verdict.predicted == gallery_->label[i] ? theme::good(tone) : theme::bad(tone));
    painter.drawText(cell.adjusted(2.2 * em, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     QStringLiteral("%1 · %2").arg(verdict.predicted).arg(percentText(verdict.confidence, 0)));
  }
}

QString GalleryArea::describe(int index) const {
  const auto i = size_t(index);
  QString words = tr("Test image %1.").arg(stepText(gallery_->index[i])) + u' ' + PairsArea::describe(index);
  if (order_.size() < 2) return words;
  for (const int lane : order_) {
    const Gallery::Verdict& verdict = gallery_->lanes[size_t(lane)].after[i];
    words += u'\n' + tr("λ = %1 reads %2 (%3)")
                         .arg(numberText(lambdas_[size_t(lane)]))
                         .arg(verdict.predicted)
                         .arg(percentText(verdict.confidence));
  }
  return words;
}

}  // namespace sparring
