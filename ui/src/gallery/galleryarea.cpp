#include "gallery/galleryarea.h"

#include <QPainter>
#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "gallery/galleryquery.h"

namespace sparring::ui {
namespace {

constexpr int kRows = 4;      ///< lanes below each other
constexpr double kGap = 0.4;  ///< before λ, and before what is read, in heights of the font
constexpr double kWidestReads = 7;

}  // namespace

GalleryArea::GalleryArea(QWidget* parent) : PairsArea(parent) {}

void GalleryArea::setSource(std::vector<double> lambdas, const ImageKind& kind) {
  lambdas_ = std::move(lambdas);
  order_.resize(lambdas_.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::stable_sort(order_.begin(), order_.end(),
                   [this](int a, int b) { return lambdas_[size_t(a)] < lambdas_[size_t(b)]; });
  const QFontMetricsF metrics(smallFont());
  double widest = 0;
  for (int c = 0; c < kind.classes; ++c) widest = std::max(widest, metrics.horizontalAdvance(className(kind, c)));
  const double reads = widest + metrics.horizontalAdvance(QStringLiteral(" · ") + percentText(1, 0));
  column_ = {0, std::min(reads, kWidestReads * fontMetrics().height())};
  for (const double lambda : lambdas_)
    column_.lambda = std::max(column_.lambda, metrics.horizontalAdvance(localNumber(lambda)));
  setKind(kind);
}

void GalleryArea::setGallery(std::shared_ptr<const Gallery> gallery, int lane) {
  gallery_ = std::move(gallery);
  setPairs(gallery_ ? std::make_shared<PairSet>(pairsOf(*gallery_, lane)) : nullptr);
}

double GalleryArea::aside() const {
  const auto lanes = int(order_.size());
  if (lanes < 2) return 0;
  const auto [lambda, reads] = column_;
  return ((lanes + kRows - 1) / kRows) * (2 * kGap + (lambda + reads) / fontMetrics().height());
}

void GalleryArea::paintAside(QPainter& painter, int index, const QRectF& rect, theme::Tone tone) const {
  const double gap = kGap * fontMetrics().height();
  const auto [lambda, reads] = column_;
  painter.setFont(smallFont());
  const double line = std::min(QFontMetricsF(painter.font()).height(), rect.height() / kRows);
  const auto i = size_t(index);
  for (size_t n = 0; n < order_.size(); ++n) {
    const auto k = size_t(order_[n]);
    const Gallery::Verdict& verdict = gallery_->lanes[k].after[i];
    const double left = rect.left() + gap + double(n / kRows) * (2 * gap + lambda + reads);
    const double top = rect.top() + double(n % kRows) * line;
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(left, top, lambda + gap, line), Qt::AlignVCenter | Qt::AlignLeft, localNumber(lambdas_[k]));
    painter.setPen(verdict.predicted == gallery_->label[i] ? theme::good(tone) : theme::bad(tone));
    painter.drawText(QRectF(left + lambda + gap, top, reads + gap, line), Qt::AlignVCenter | Qt::AlignLeft,
                     verdictText(verdict.predicted, verdict.confidence, reads + gap));
  }
}

QString GalleryArea::describe(int index) const {
  const auto i = size_t(index);
  QString words = tr("Test image %1.").arg(stepText(gallery_->index[i])) + u' ' + PairsArea::describe(index);
  if (order_.size() < 2) return words;
  for (const int lane : order_) {
    const Gallery::Verdict& verdict = gallery_->lanes[size_t(lane)].after[i];
    words += u'\n' + tr("λ = %1 reads %2 (%3)")
                         .arg(localNumber(lambdas_[size_t(lane)]), className(gallery_->source.kind, verdict.predicted),
                              percentText(verdict.confidence));
  }
  return words;
}

}  // namespace sparring::ui
