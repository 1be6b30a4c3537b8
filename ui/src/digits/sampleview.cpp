#include "digits/sampleview.h"

#include <QEvent>
#include <QVBoxLayout>
#include <numeric>

#include "base/text.h"
#include "digits/samplearea.h"
#include "widgets/viewheader.h"

namespace sparring::ui {

SampleView::SampleView(QWidget* parent) : QWidget(parent) {
  area_ = new SampleArea(this);
  header_ = new ViewHeader(this);
  header_->addPicture(QStringLiteral("digits"), [this](double scale) { return picture(scale); });
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  layout->addWidget(header_);
  layout->addWidget(area_, 1);
  connect(header_, &ViewHeader::exportAsked, this, &SampleView::exportAsked);
  retranslate();
}

void SampleView::show(std::shared_ptr<const SampleGrid> grid, const QString& lane, std::optional<int64_t> looked) {
  looked_ = looked;
  lane_ = lane;
  area_->setGrid(std::move(grid));
  updateCaption();
}

void SampleView::showReal(ImageSet real, const QString& dataName, std::vector<int64_t> index) {
  dataName_ = dataName;
  area_->setReal(std::move(real), std::move(index));
  updateCaption();
}

void SampleView::setGenerator(bool there) {
  generator_ = there;
  updateCaption();
}

const std::vector<ExportItem>& SampleView::exports() const { return header_->exports(); }

TileArea& SampleView::area() { return *area_; }

QString SampleView::caption() const {
  const SampleGrid* grid = area_->grid();
  const bool digits = area_->kind().digits;
  if (!grid && area_->hasReal()) {
    const QString real = generator_ ? digits ? tr("Real digits from %1; generated ones appear here")
                                             : tr("Real images from %1; generated ones appear here")
                         : digits ? tr("Real digits from %1; this opponent generates none")
                                    : tr("Real images from %1; this opponent generates none");
    return real.arg(dataName_);
  }
  if (!grid || grid->predicted.empty()) return digits ? tr("Generated digits") : tr("Generated images");
  const QString what = grid->perturbed ? digits ? tr("Changed digits · step %1") : tr("Changed images · step %1")
                       : digits ? tr("Generated digits · step %1")
                                       : tr("Generated images · step %1");
  const QString start = what.arg(stepText(grid->step)) + nearestPicture(grid->step, looked_);
  if (!area_->judged()) return start;
  const double n = double(grid->predicted.size());
  const auto judged = [this](const QString& words) {
    return lane_.isEmpty() ? words : words + QStringLiteral(" (%1)").arg(lane_);
  };
  if (!area_->conditional()) {
    const double sum = std::accumulate(grid->confidence.begin(), grid->confidence.end(), 0.0);
    return judged(tr("%1 · mean confidence of the classifier %2").arg(start, percentText(sum / n, 0)));
  }
  const int right = std::inner_product(grid->predicted.begin(), grid->predicted.end(), grid->wanted.begin(), 0,
                                       std::plus<>(), std::equal_to<>());
  return judged((grid->perturbed ? tr("%1 · %2 still read rightly by the classifier")
                                 : tr("%1 · %2 read as asked by the classifier"))
                    .arg(start, percentText(right / n, 0)));
}

void SampleView::updateCaption() {
  const bool any = area_->grid() != nullptr;
  header_->setCaption(caption());
  header_->setExportEnabled(any);
  area_->setExport(any ? std::function([this] { Q_EMIT exportAsked(QStringLiteral("digits")); }) : nullptr);
}

QImage SampleView::picture(double scale) const {
  const double em = fontMetrics().height();
  const int rows = area_->grid() ? int(area_->grid()->predicted.size()) / area_->rowLength() : 0;
  const QSizeF tiles(area_->rowLength() * 4.0 * em + 1.5 * em, std::max(1, rows) * 4.9 * em);
  return captioned(font(), caption(), tiles, scale,
                   [&](QPainter& painter) { area_->paint(painter, tiles, theme::Tone::Light); });
}

void SampleView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SampleView::retranslate() {
  area_->setAccessibleName(tr("Generated digits"));
  header_->setExportTip(tr("Write the digits as PNG"));
  updateCaption();
}

}  // namespace sparring::ui
