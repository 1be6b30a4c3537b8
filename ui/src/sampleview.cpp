#include "sampleview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <numeric>

#include "export.h"
#include "samplearea.h"
#include "text.h"

namespace sparring {

SampleView::SampleView(QWidget* parent) : QWidget(parent) {
  area_ = new SampleArea(this);
  caption_ = new QLabel(this);
  caption_->setWordWrap(true);
  export_ = new QToolButton(this);
  export_->setFocusPolicy(Qt::TabFocus);
  auto* header = new QHBoxLayout;
  header->addWidget(caption_, 1);
  header->addWidget(export_, 0, Qt::AlignTop);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  layout->addLayout(header);
  layout->addWidget(area_, 1);
  connect(export_, &QToolButton::clicked, this, &SampleView::exportAs);
  retranslate();
}

void SampleView::show(std::shared_ptr<const SampleGrid> grid) {
  area_->setGrid(std::move(grid));
  updateCaption();
}

void SampleView::showReal(std::vector<uint8_t> pixels, int side, std::vector<int> labels, const QString& dataName) {
  dataName_ = dataName;
  area_->setReal(std::move(pixels), side, std::move(labels));
  updateCaption();
}

TileArea& SampleView::area() { return *area_; }

QString SampleView::caption() const {
  const SampleGrid* grid = area_->grid();
  if (!grid && area_->hasReal()) return tr("Real digits from %1; generated ones appear here").arg(dataName_);
  if (!grid || grid->predicted.empty()) return tr("Generated digits");
  const QString start =
      (grid->perturbed ? tr("Changed digits · step %1") : tr("Generated digits · step %1")).arg(stepText(grid->step));
  if (!area_->judged()) return start;
  const double n = double(grid->predicted.size());
  if (!area_->conditional()) {
    const double sum = std::accumulate(grid->confidence.begin(), grid->confidence.end(), 0.0);
    return tr("%1 · mean confidence %2").arg(start, percentText(sum / n, 0));
  }
  const int right = std::inner_product(grid->predicted.begin(), grid->predicted.end(), grid->wanted.begin(), 0,
                                       std::plus<>(), std::equal_to<>());
  return (grid->perturbed ? tr("%1 · %2 still read rightly") : tr("%1 · %2 as asked"))
      .arg(start, percentText(right / n, 0));
}

void SampleView::updateCaption() {
  caption_->setText(caption());
  export_->setEnabled(area_->grid() != nullptr);
}

QImage SampleView::picture(double scale) const {
  const double em = fontMetrics().height(), pad = 0.6 * em;
  const int rows = area_->grid() ? int(area_->grid()->predicted.size()) / area_->rowLength() : 0;
  const QSizeF tiles(area_->rowLength() * 4.0 * em + 1.5 * em, std::max(1, rows) * 4.9 * em);
  const QSizeF all = tiles + QSizeF(2 * pad, 2 * pad + 1.8 * em);
  QImage image((all * scale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  image.fill(theme::paper(theme::Tone::Light));
  QPainter painter(&image);
  painter.setFont(font());
  painter.setPen(theme::ink(theme::Tone::Light));
  painter.drawText(QRectF(pad, pad, tiles.width(), 1.4 * em), Qt::AlignVCenter | Qt::AlignLeft, caption());
  painter.translate(pad, pad + 1.6 * em);
  area_->paint(painter, tiles, theme::Tone::Light);
  return image;
}

void SampleView::exportAs() {
  const QString path = askExportPath(this, QStringLiteral("digits"), false);
  if (path.isEmpty()) return;
  try {
    writeImage(path, picture(2));
  } catch (const Error& error) {
    Q_EMIT failed(text(error));
  }
}

void SampleView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SampleView::retranslate() {
  area_->setAccessibleName(tr("Generated digits"));
  export_->setText(tr("Export"));
  export_->setToolTip(tr("Write the digits as PNG"));
  updateCaption();
}

}  // namespace sparring
