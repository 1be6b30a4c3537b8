#include "pairsview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "export.h"
#include "pairsarea.h"
#include "text.h"

namespace sparring {

PairsView::PairsView(QWidget* parent) : QWidget(parent) {
  area_ = new PairsArea(this);
  caption_ = new QLabel(this);
  caption_->setWordWrap(true);
  export_ = new QToolButton(this);
  export_->setFocusPolicy(Qt::TabFocus);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(area_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  area_->setAutoFillBackground(false);
  auto* header = new QHBoxLayout;
  header->addWidget(caption_, 1);
  header->addWidget(export_, 0, Qt::AlignTop);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  layout->addLayout(header);
  layout->addWidget(scroll, 1);
  connect(export_, &QToolButton::clicked, this, &PairsView::exportAs);
  connect(area_, &TileArea::currentChanged, this, [this, scroll](int index) {
    const QPoint centre = area_->tileRect(index).center().toPoint();
    scroll->ensureVisible(centre.x(), centre.y(), 0, int(area_->tileRect(index).height()));
  });
  retranslate();
}

void PairsView::show(std::shared_ptr<const PairSet> pairs) {
  area_->setPairs(std::move(pairs));
  updateCaption();
}

void PairsView::setPast(bool past) { area_->setPast(past); }

TileArea& PairsView::area() { return *area_; }

QString PairsView::caption() const {
  const PairSet* pairs = area_->pairs();
  if (!pairs) return tr("Adversarial pairs");
  int fooled = 0;
  for (size_t i = 0; i < pairs->label.size(); ++i)
    fooled += pairs->predictedSource[i] == pairs->label[i] && pairs->predictedAdversarial[i] != pairs->label[i];
  return tr("%1 · step %2 · %3 of %4 fooled")
      .arg(attackLabel(pairs->attack), stepText(pairs->step))
      .arg(fooled)
      .arg(pairs->label.size());
}

void PairsView::updateCaption() {
  caption_->setText(caption());
  export_->setEnabled(area_->pairs() != nullptr);
}

QImage PairsView::picture(double scale) const {
  const double em = fontMetrics().height(), pad = 0.6 * em;
  const double width = 40 * em;
  const QSizeF tiles(width, area_->heightFor(width));
  const QSizeF all = tiles + QSizeF(2 * pad, 2 * pad + 1.8 * em);
  QImage image((all * scale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  image.fill(theme::paper(theme::Tone::Light));
  QPainter painter(&image);
  painter.setFont(font());
  painter.setPen(theme::ink(theme::Tone::Light));
  painter.drawText(QRectF(pad, pad, width, 1.4 * em), Qt::AlignVCenter | Qt::AlignLeft, caption());
  painter.translate(pad, pad + 1.6 * em);
  area_->paint(painter, tiles, theme::Tone::Light);
  return image;
}

void PairsView::exportAs() {
  const QString path = askExportPath(this, QStringLiteral("pairs"), false);
  if (path.isEmpty()) return;
  try {
    writeImage(path, picture(2));
  } catch (const Error& error) {
    Q_EMIT failed(text(error));
  }
}

void PairsView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PairsView::retranslate() {
  area_->setAccessibleName(tr("Adversarial pairs"));
  export_->setText(tr("Export"));
  export_->setToolTip(tr("Write the pairs as PNG"));
  updateCaption();
}

}  // namespace sparring
