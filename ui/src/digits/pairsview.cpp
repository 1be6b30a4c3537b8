#include "digits/pairsview.h"

#include <QEvent>
#include <QVBoxLayout>

#include "base/text.h"
#include "widgets/pairsarea.h"
#include "widgets/viewheader.h"

namespace sparring::ui {

PairsView::PairsView(QWidget* parent) : QWidget(parent) {
  area_ = new PairsArea(this);
  header_ = new ViewHeader(this);
  header_->addPicture(QStringLiteral("pairs"), [this](double scale) { return picture(scale); });
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  layout->addWidget(header_);
  layout->addWidget(scrolled(area_), 1);
  connect(header_, &ViewHeader::exportAsked, this, &PairsView::exportAsked);
  retranslate();
}

void PairsView::show(std::shared_ptr<const PairSet> pairs, const QString& lane, std::optional<int64_t> looked) {
  looked_ = looked;
  lane_ = lane;
  area_->setPairs(std::move(pairs));
  updateCaption();
}

void PairsView::setStanding(const QString& standing) { area_->setStanding(standing); }

const std::vector<ExportItem>& PairsView::exports() const { return header_->exports(); }

TileArea& PairsView::area() { return *area_; }

QString PairsView::caption() const {
  const PairSet* pairs = area_->pairs();
  if (!pairs) return {};  // the card's title says what would stand here
  int fooled = 0;
  for (size_t i = 0; i < pairs->label.size(); ++i)
    fooled += pairs->predictedSource[i] == pairs->label[i] && pairs->predictedAdversarial[i] != pairs->label[i];
  const QString attack = attackLabel(pairs->attack);
  const QString of =
      tr("%1 · step %2").arg(lane_.isEmpty() ? attack : lane_ + QStringLiteral(" · ") + attack, stepText(pairs->step));
  return of + nearestPicture(pairs->step, looked_) + QStringLiteral(" · ") +
         tr("%1 of %2 fooled").arg(fooled).arg(pairs->label.size());
}

void PairsView::updateCaption() {
  const bool any = area_->pairs() != nullptr;
  header_->setCaption(caption());
  header_->setExportEnabled(any);
  area_->setExport(any ? std::function([this] { Q_EMIT exportAsked(QStringLiteral("pairs")); }) : nullptr);
}

QImage PairsView::picture(double scale) const {
  const double width = 40 * fontMetrics().height();
  const QSizeF tiles(width, area_->heightFor(width));
  return captioned(font(), caption(), tiles, scale,
                   [&](QPainter& painter) { area_->paint(painter, tiles, theme::Tone::Light); });
}

void PairsView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PairsView::retranslate() {
  area_->setAccessibleName(tr("Adversarial pairs"));
  header_->setExportTip(tr("Write the pairs as PNG"));
  updateCaption();
}

}  // namespace sparring::ui
