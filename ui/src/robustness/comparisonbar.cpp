#include "robustness/comparisonbar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "measure/examiner.h"
#include "shown/shown.h"
#include "widgets/flowlayout.h"

namespace sparring::ui {
namespace {

// An item of the baselines as one number.
int packed(ComparedLane::Id id) { return id.pinned ? -1 - id.lane : id.lane; }
ComparedLane::Id unpacked(int value) {
  return value < 0 ? ComparedLane::Id{true, -1 - value} : ComparedLane::Id{false, value};
}

QComboBox* makeChoice(QWidget* parent, int characters) {
  auto* box = new QComboBox(parent);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(characters);
  return box;
}

}  // namespace

ComparisonBar::ComparisonBar(Shown& shown, QWidget* parent) : QWidget(parent), shown_(shown) {
  auto* judged = new QWidget(this);
  auto* against = new QWidget(this);
  trainedLabel_ = new QLabel(judged);
  trained_ = makeChoice(judged, 8);
  baselineLabel_ = new QLabel(against);
  baseline_ = makeChoice(against, 20);
  pin_ = new QToolButton(against);
  pin_->setCheckable(true);
  pin_->setFocusPolicy(Qt::TabFocus);
  trainedLabel_->setBuddy(trained_);
  baselineLabel_->setBuddy(baseline_);
  auto* layout = new FlowLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  const auto row = [layout](QWidget* parent, std::initializer_list<QWidget*> widgets) {
    auto* line = new QHBoxLayout(parent);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : widgets) line->addWidget(widget);
    layout->addWidget(parent);
    return line;
  };
  row(judged, {trainedLabel_, trained_});
  row(against, {baselineLabel_, baseline_, pin_})->setStretchFactor(baseline_, 1);
  against->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  connect(trained_, &QComboBox::activated, this,
          [this](int index) { shown_.chooseLane(trained_->itemData(index).toInt()); });
  connect(baseline_, &QComboBox::activated, this,
          [this](int index) { shown_.chooseBaseline(unpacked(baseline_->itemData(index).toInt())); });
  connect(pin_, &QToolButton::clicked, this, [this](bool on) {
    if (on)
      shown_.examiner().pin();
    else
      shown_.examiner().unpin();
  });
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (what & (Shown::Run | Shown::Assessment | Shown::Lane)) refresh();
  });
  retranslate();
}

void ComparisonBar::refresh() {
  trained_->clear();
  baseline_->clear();
  for (const ComparedLane& one : shown_.lanes()) trained_->addItem(one.name, one.lane->lane);
  for (const ComparedLane& one : shown_.baselines()) baseline_->addItem(one.name, packed(one.id()));
  if (const auto chosen = shown_.trained()) trained_->setCurrentIndex(trained_->findData(chosen->lane->lane));
  const auto against = shown_.baseline();
  baseline_->setCurrentIndex(against ? baseline_->findData(packed(against->id())) : -1);
  trained_->setEnabled(trained_->count() > 1);
  baseline_->setEnabled(baseline_->count() > 0);
  baseline_->setPlaceholderText(baseline_->count() > 0 ? tr("Choose…") : tr("Nothing yet"));
  pin_->setChecked(shown_.pinned() != nullptr);
  pin_->setEnabled(shown_.pinned() || shown_.assessment());
}

void ComparisonBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ComparisonBar::retranslate() {
  trainedLabel_->setText(tr("Judge"));
  baselineLabel_->setText(tr("against"));
  trained_->setAccessibleName(tr("The classifier that is judged"));
  baseline_->setAccessibleName(tr("The baseline it is compared with"));
  baseline_->setToolTip(
      tr("A lane of this run, or what was pinned. A run of the table is pinned by \"Compare with this run\"."));
  pin_->setText(tr("Pin"));
  pin_->setToolTip(tr("Keep the figures of now as the baseline for whatever is trained or opened next"));
  refresh();
}

}  // namespace sparring::ui
