#include "verdictview.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>

#include "checkrow.h"
#include "comparison.h"
#include "comparisonbar.h"
#include "exambar.h"
#include "examiner.h"
#include "robustfigures.h"
#include "text.h"
#include "verdictmarks.h"
#include "verdicttext.h"

namespace sparring {
namespace {

QToolButton* makeButton(QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

QLabel* makeWords(const QString& words, QWidget* parent) {
  auto* label = new QLabel(words, parent);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QLabel* makeQuiet(const QString& words, QWidget* parent) {
  auto* label = makeWords(words, parent);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

}  // namespace

VerdictView::VerdictView(Examiner& examiner, Comparison& comparison, QWidget* parent)
    : QWidget(parent), examiner_(examiner), comparison_(comparison) {
  pages_ = new QStackedWidget(this);
  empty_ = new QLabel(pages_);
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setMargin(2 * fontMetrics().height());
  empty_->setForegroundRole(QPalette::PlaceholderText);
  scroll_ = new QScrollArea(pages_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  for (QWidget* page : {static_cast<QWidget*>(empty_), static_cast<QWidget*>(scroll_)}) {
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    pages_->addWidget(page);
  }
  setFocusProxy(scroll_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  layout->addWidget(new ExamBar(examiner_, this));
  layout->addWidget(makeHead());
  layout->addWidget(pages_, 1);
  connect(&comparison_, &Comparison::changed, this, &VerdictView::refresh);
  retranslate();
}

QWidget* VerdictView::makeHead() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(new ComparisonBar(comparison_, examiner_, row), 1);
  why_ = makeButton(row);
  why_->setText(QStringLiteral("?"));
  copy_ = makeButton(row);
  layout->addWidget(why_);
  layout->addWidget(copy_);
  connect(why_, &QToolButton::clicked, this,
          [this] { QWhatsThis::showText(why_->mapToGlobal(QPoint(0, why_->height())), explanation(), why_); });
  connect(copy_, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
  return row;
}

void VerdictView::refresh() {
  dirty_ = !isVisible();
  if (dirty_) return;
  const auto trained = comparison_.trained(), baseline = comparison_.baseline();
  copy_->setEnabled(trained && baseline);
  if (trained && baseline) return show(*baseline, *trained);
  empty_->setText(howToGetOne());
  pages_->setCurrentWidget(empty_);
}

void VerdictView::showEvent(QShowEvent*) {
  if (dirty_) refresh();
}

QString VerdictView::howToGetOne() const {
  if (!comparison_.trained())
    return tr(
        "No verdict yet. A training is measured while it runs and when it ends; an opened run when you press "
        "\"Measure all\".");
  return tr(
      "Measured, but there is nothing to compare with. Train with λ = 0 beside yours (λ = 0, 1), press \"Pin\" and "
      "train again with other settings, or choose \"Compare with this run\" in the table of runs.");
}

void VerdictView::show(const Contender& baseline, const Contender& trained) {
  const int place = scroll_->verticalScrollBar()->value();
  auto* content = new QWidget;
  content->setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(content);
  const int em = fontMetrics().height();
  column->setContentsMargins(em, em, em, em);
  column->setSpacing(em / 2);
  const auto findings = sparring::findings(*baseline.lane, *trained.lane);
  auto* headline = makeWords(verdictSentence(findings, *trained.lane), content);
  headline->setWordWrap(true);
  QFont large = font();
  large.setPointSizeF(1.35 * large.pointSizeF());
  large.setWeight(QFont::DemiBold);
  headline->setFont(large);
  column->addWidget(headline);
  column->addWidget(makeQuiet(
      tr("%1 against %2").arg(trained.name, baseline.name) + QStringLiteral(" · ") + measuredText(*trained.of),
      content));
  column->addSpacing(em / 2);
  column->addWidget(makeFindings(baseline, trained));
  addChecks(column, trained);
  column->addStretch(1);
  scroll_->setWidget(content);
  pages_->setCurrentWidget(scroll_);
  scroll_->verticalScrollBar()->setValue(place);
}

/// In columns: badge, attack, figures, bar, difference.
QWidget* VerdictView::makeFindings(const Contender& baseline, const Contender& trained) {
  auto* table = new QWidget;
  auto* grid = new QGridLayout(table);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(fontMetrics().height() / 2);
  grid->setColumnStretch(3, 1);
  const auto findings = sparring::findings(*baseline.lane, *trained.lane);
  const auto scale = DifferenceScale::of(findings);
  grid->addWidget(makeQuiet(tr("right"), table), 0, 2, Qt::AlignRight);
  grid->addWidget(makeQuiet(tr("difference in points, 95 % interval"), table), 0, 3, 1, 2, Qt::AlignRight);
  int row = 0;
  for (const Finding& finding : findings) {
    ++row;
    grid->addWidget(new Badge(markOf(finding.kind), findingKind(finding), table), row, 0);
    if (finding.kind == Finding::Kind::Doubt) {
      auto* sentence = makeWords(findingSentence(finding, *trained.lane), table);
      sentence->setWordWrap(true);
      grid->addWidget(sentence, row, 1, 1, 4);
      continue;
    }
    auto* title = makeWords(findingTitle(finding, *trained.lane), table);
    title->setAccessibleName(findingSentence(finding, *trained.lane));
    auto* bar = new DifferenceBar(finding, scale, table);
    bar->setToolTip("<p>" + findingSentence(finding, *trained.lane).toHtmlEscaped() + "</p>");
    grid->addWidget(title, row, 1);
    grid->addWidget(makeQuiet(findingFigures(finding), table), row, 2, Qt::AlignRight);
    grid->addWidget(bar, row, 3);
    grid->addWidget(makeWords(findingDifference(finding), table), row, 4, Qt::AlignRight);
  }
  return table;
}

void VerdictView::addChecks(QVBoxLayout* column, const Contender& trained) {
  if (trained.lane->checks.empty()) return;
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  auto* title = makeWords(tr("Are these figures to be believed?"), nullptr);
  title->setFont(bold);
  column->addSpacing(fontMetrics().height());
  column->addWidget(title);
  for (const Check& check : trained.lane->checks) {
    auto* row = new CheckRow(check);
    row->setExpanded(expanded_.contains(check.name));
    connect(row, &CheckRow::expandedChanged, this, [this, name = check.name](bool on) {
      if (on)
        expanded_.insert(name);
      else
        expanded_.erase(name);
    });
    column->addWidget(row);
  }
}

QString VerdictView::headline() const {
  const auto trained = comparison_.trained(), baseline = comparison_.baseline();
  if (!trained || !baseline) return howToGetOne();
  return verdictSentence(findings(*baseline->lane, *trained->lane), *trained->lane);
}

QString VerdictView::asText() const {
  QStringList lines{headline()};
  const auto trained = comparison_.trained(), baseline = comparison_.baseline();
  if (!trained || !baseline) return lines.first();
  lines << tr("%1 against %2").arg(trained->name, baseline->name);
  for (const Finding& finding : findings(*baseline->lane, *trained->lane))
    lines << markSign(markOf(finding.kind)) + u' ' + findingSentence(finding, *trained->lane);
  for (const Check& check : trained->lane->checks)
    lines << QStringLiteral("%1 %2: %3").arg(markSign(markOf(check.verdict)), text(check.title), text(check.finding));
  return lines.join(u'\n');
}

QString VerdictView::explanation() const {
  const auto paragraph = [](const QString& words) { return "<p>" + words.toHtmlEscaped() + "</p>"; };
  return paragraph(tr("Each row compares one classifier with the baseline on the same test images: the bar is the "
                      "difference in points, the whisker its 95 % interval. An interval that crosses the line in the "
                      "middle is no gain, and is called that.")) +
         paragraph(tr("Every attack is told at the strongest level at which the better of the two still reads half of "
                      "the digits: below that both are mostly guessing.")) +
         paragraph(tr("A defence may blind an attack instead of withstanding it. The checks look for the traces of "
                      "that; an alarm means that the gain above is not to be trusted."));
}

void VerdictView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange && pages_) refresh();
}

void VerdictView::retranslate() {
  why_->setToolTip(explanation());
  why_->setAccessibleName(tr("What the verdict tells"));
  copy_->setText(tr("Copy"));
  copy_->setToolTip(tr("Copy the verdict as text"));
  scroll_->setAccessibleName(tr("Verdict"));
  refresh();
}

}  // namespace sparring
