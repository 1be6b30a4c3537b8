#include "robustness/measurebar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

#include "base/text.h"
#include "measure/examiner.h"
#include "robustness/robustfigures.h"

namespace sparring::ui {
namespace {

constexpr int kSeconds[] = {10, 30, 120};

}  // namespace

MeasureBar::MeasureBar(Examiner& examiner, QWidget* parent) : QWidget(parent), examiner_(examiner) {
  label_ = new QLabel(this);
  cadence_ = new QComboBox(this);
  cadence_->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // another language may be longer
  label_->setBuddy(cadence_);
  all_ = new QPushButton(this);
  state_ = new QLabel(this);
  state_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  state_->setMinimumWidth(1);  // what it says comes and goes: the window must not grow with it
  progress_ = new QProgressBar(this);
  progress_->setTextVisible(false);
  progress_->setMaximumHeight(fontMetrics().height() / 2);
  progress_->setMaximumWidth(8 * fontMetrics().height());
  cancel_ = new QPushButton(this);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(label_);
  layout->addWidget(cadence_);
  layout->addWidget(all_);
  layout->addWidget(state_, 1);
  layout->addWidget(progress_);
  layout->addWidget(cancel_);
  connect(cadence_, &QComboBox::activated, this,
          [this](int index) { examiner_.setCadence(Cadence::of(cadence_->itemData(index).toString())); });
  connect(all_, &QPushButton::clicked, &examiner_, &Examiner::measureAll);
  connect(cancel_, &QPushButton::clicked, &examiner_, &Examiner::cancel);
  connect(&examiner_, &Examiner::assessmentChanged, this, &MeasureBar::refreshState);
  connect(&examiner_, &Examiner::progressChanged, this, &MeasureBar::refreshProgress);
  connect(&examiner_, &Examiner::cadenceChanged, this, &MeasureBar::fillCadences);
  retranslate();
}

void MeasureBar::fillCadences() {
  cadence_->clear();
  const Cadence present = examiner_.cadence();
  std::vector<int> seconds(std::begin(kSeconds), std::end(kSeconds));
  if (present.when == Cadence::When::Seconds && std::ranges::find(seconds, present.seconds) == seconds.end())
    seconds.push_back(present.seconds);  // written into the settings by hand
  cadence_->addItem(tr("never"), Cadence{Cadence::When::Never}.name());
  cadence_->addItem(tr("every evaluation"), Cadence{Cadence::When::Evaluations}.name());
  for (const int every : seconds)
    cadence_->addItem(tr("every %1 s").arg(every), Cadence{Cadence::When::Seconds, every}.name());
  cadence_->setCurrentIndex(cadence_->findData(present.name()));
}

void MeasureBar::refreshProgress() {
  const auto work = examiner_.work();
  const auto [done, total] = examiner_.progress();
  const bool busy = work != Examiner::Work::None;
  all_->setEnabled(examiner_.canMeasure() && !examiner_.measuringAll());
  progress_->setVisible(busy);
  cancel_->setVisible(busy);
  progress_->setRange(0, total > 0 ? 1000 : 0);
  if (total > 0) progress_->setValue(int(1000 * done / total));
  refreshState();
}

void MeasureBar::refreshState() {
  const QString whole = state();
  const bool fits = fontMetrics().horizontalAdvance(whole) <= state_->width();
  const bool share = !fits && examiner_.work() == Examiner::Work::Shown;
  state_->setText(fontMetrics().elidedText(share ? percentText(examiner_.progress().share(), 0) : whole, Qt::ElideRight,
                                           state_->width()));
  state_->setToolTip(whole);
}

void MeasureBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  refreshState();
}

QString MeasureBar::state() const {
  switch (examiner_.work()) {
    case Examiner::Work::Baseline:
      return tr("Measuring the baseline");
    case Examiner::Work::Other:
      return tr("Measuring another run");
    case Examiner::Work::Shown:
      return tr("Measuring: %1").arg(percentText(examiner_.progress().share(), 0));
    case Examiner::Work::None:
      break;
  }
  const Assessed assessment = examiner_.assessment();
  return assessment ? measuredText(*assessment) : QString();
}

void MeasureBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MeasureBar::retranslate() {
  label_->setText(tr("Measure"));
  cadence_->setToolTip(
      tr("How often the robustness of a running training is measured, with a few quick attacks on a "
         "part of the test images. It runs beside the training and changes nothing in it."));
  all_->setText(tr("Measure all"));
  all_->setToolTip(tr("Every attack and corruption, with several starts, on all test images: some minutes"));
  cancel_->setText(tr("Cancel"));
  progress_->setAccessibleName(tr("Progress of the measurement"));
  fillCadences();
  refreshProgress();
}

}  // namespace sparring::ui
