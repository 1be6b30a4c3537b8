#include "sweep/bestpanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "base/metrictext.h"
#include "base/text.h"
#include "sweep/sweeptext.h"
#include "widgets/flowlayout.h"

namespace sparring::ui {

BestPanel::BestPanel(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  const int gap = fontMetrics().height() / 3;
  column->setContentsMargins(gap, gap, gap, gap);
  words_ = new QLabel(this);
  words_->setWordWrap(true);
  words_->setTextFormat(Qt::RichText);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* buttons = new QHBoxLayout;
  open_ = new QPushButton(this);
  use_ = new QPushButton(this);
  compare_ = new QPushButton(this);
  for (QPushButton* button : {open_, use_, compare_}) buttons->addWidget(button);
  buttons->addStretch(1);
  column->addWidget(words_);
  column->addLayout(buttons);
  connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(contents_->best->run); });
  connect(use_, &QPushButton::clicked, this, [this] { Q_EMIT useAsked(contents_->best->run); });
  connect(compare_, &QPushButton::clicked, this, &BestPanel::compareAsked);
  retranslate();
}

QString BestPanel::told() const { return words_->text(); }

void BestPanel::setContents(std::shared_ptr<const SweepContents> contents) {
  contents_ = std::move(contents);
  const bool some = contents_ && contents_->best;
  open_->setEnabled(some);
  use_->setEnabled(some);
  compare_->setEnabled(some && bestCombinations(*contents_, 2).size() > 1);
  if (!some) return words_->setText(tr("No run has come to anything yet."));
  const SweepPlan& plan = *contents_->plan;
  const SweepBest& best = *contents_->best;
  const SweepRun& run = plan.runs()[best.run];
  QString words = tr("Best so far: <b>%1</b> in %2")
                      .arg(metricValueText(best.mean, plan.metric), QString::fromStdString(run.name).toHtmlEscaped());
  if (best.seeds > 1) words += u' ' + tr("(mean of %1 seeds)").arg(best.seeds);
  if (const auto& lambda = run.params.lambda; lambda.size() > 1 && size_t(best.result.lane) < lambda.size())
    words += QStringLiteral(" · ") + lambdaName(lambda[size_t(best.result.lane)]);
  words += QStringLiteral(" · ") + settingsText(plan.spec(), run).toHtmlEscaped();
  words_->setText(words);
}

void BestPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void BestPanel::retranslate() {
  open_->setText(tr("&Open"));
  open_->setToolTip(tr("Shows the best run on all pages"));
  use_->setText(tr("&Use these settings"));
  use_->setToolTip(tr("Makes them the settings of the next run"));
  compare_->setText(tr("Co&mpare the best %1").arg(kBestCompared));
  compare_->setToolTip(tr("Measures them on the same test images, beside each other"));
  setContents(contents_);
}

}  // namespace sparring::ui
