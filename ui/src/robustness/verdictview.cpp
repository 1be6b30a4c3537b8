#include "robustness/verdictview.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "base/text.h"
#include "measure/examiner.h"
#include "robustness/comparisonbar.h"
#include "robustness/measurebar.h"
#include "robustness/robustfigures.h"
#include "robustness/verdicttext.h"
#include "shown/shown.h"
#include "widgets/checkrow.h"
#include "widgets/verdictmarks.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr int kLeastBar = 6;  ///< in lines of text

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

VerdictView::VerdictView(Shown& shown, QWidget* parent) : ViewPage(parent), shown_(shown) {
  scroll_ = new QScrollArea(this);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setBackgroundRole(QPalette::Base);
  copy_ = new QToolButton(&header());
  copy_->setFocusPolicy(Qt::TabFocus);
  header().setLead(new ComparisonBar(shown_, this));
  header().addControl(copy_);
  addRow(new MeasureBar(shown_.examiner(), this));
  addContent(scroll_);
  connect(copy_, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (what & (Shown::Assessment | Shown::Lane)) refresh();
  });
  connect(&shown_.examiner(), &Examiner::progressChanged, this, &VerdictView::tellOfWhat);
  retranslate();
}

void VerdictView::refresh() {
  dirty_ = !isVisible();
  if (dirty_) return;
  const auto trained = shown_.trained(), baseline = shown_.baseline();
  copy_->setEnabled(trained && baseline);
  if (trained && baseline && !sameClassifier(*trained, *baseline)) return show(*baseline, *trained);
  showWords();
}

// The verdict stays until a newer one is complete: one from half of the attacks would be another.
void VerdictView::tellOfWhat() {
  const auto trained = shown_.trained(), baseline = shown_.baseline();
  if (!of_ || !trained || !baseline) return;
  QString of =
      tr("%1 against %2").arg(trained->name, baseline->name) + QStringLiteral(" · ") + measuredText(*trained->of);
  if (shown_.examiner().work() == Examiner::Work::Shown)
    of +=
        QStringLiteral(" · ") + tr("being measured anew: %1").arg(percentText(shown_.examiner().progress().share(), 0));
  of_->setText(of);
}

void VerdictView::showEvent(QShowEvent*) {
  if (dirty_) refresh();
}

QString VerdictView::words() const {
  if (!shown_.trained())
    return tr("Once the classifier has been measured, this says what the opponent bought, and whether that is to be "
              "believed.") +
           u'\n' + standing();
  if (shown_.pinned())
    return tr(
        "What was pinned is this very classifier: there is nothing to compare it with. Train again with other "
        "settings, or choose another baseline.");
  return tr(
      "Measured, but there is nothing to compare with. Train with λ = 0 beside yours (λ = 0, 1), press \"Pin\" and "
      "train again with other settings, or choose \"Compare with this run\" in the table of runs.");
}

void VerdictView::show(const ComparedLane& baseline, const ComparedLane& trained) {
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
  of_ = makeQuiet({}, content);
  of_->setWordWrap(true);
  tellOfWhat();
  column->addWidget(of_);
  column->addSpacing(em / 2);
  QWidget* table = makeFindings(baseline, trained, Form::Wide);
  wide_ = 2 * em + table->minimumSizeHint().width();
  form_ = form();
  if (form_ == Form::Narrow) {
    delete table;
    table = makeFindings(baseline, trained, form_);
  }
  column->addWidget(table);
  addChecks(column, trained);
  column->addStretch(1);
  scroll_->setWidget(content);
  showContent(scroll_);
  scroll_->verticalScrollBar()->setValue(place);
}

VerdictView::Form VerdictView::form() const {
  const int room = contentSize().width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, scroll_);
  return wide_ > room ? Form::Narrow : Form::Wide;
}

void VerdictView::resizeEvent(QResizeEvent*) {
  if (shows(scroll_) && form() != form_) refresh();
}

/// In columns: badge, attack, figures, bar, difference. Narrow: figures below the attack, difference below the bar.
QWidget* VerdictView::makeFindings(const ComparedLane& baseline, const ComparedLane& trained, Form form) const {
  const bool wide = form == Form::Wide;
  const int em = fontMetrics().height();
  auto* table = new QWidget;
  auto* grid = new QGridLayout(table);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(em / 2);
  if (!wide) grid->setVerticalSpacing(0);
  grid->setColumnStretch(3, 1);
  grid->setColumnMinimumWidth(3, kLeastBar * em);
  const auto findings = sparring::findings(*baseline.lane, *trained.lane);
  const auto scale = DifferenceScale::of(findings);
  auto* figures = makeQuiet(tr("baseline → judged"), table);
  auto* difference = makeQuiet(tr("difference in points, 95 % interval"), table);
  difference->setAlignment(Qt::AlignRight | Qt::AlignBottom);
  difference->setWordWrap(!wide);
  grid->addWidget(figures, 0, wide ? 2 : 1, wide ? Qt::AlignRight : Qt::AlignBottom);
  grid->addWidget(difference, 0, 3, 1, wide ? 2 : 1);
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
    grid->addWidget(bar, row, 3);
    auto* shares = makeQuiet(findingFigures(finding), table);
    auto* points = makeWords(findingDifference(finding), table);
    if (!wide) {
      ++row;
      for (QLabel* label : {shares, points}) label->setContentsMargins(0, 0, 0, em / 2);
    }
    grid->addWidget(shares, row, wide ? 2 : 1, wide ? Qt::AlignRight : Qt::AlignLeft);
    grid->addWidget(points, row, wide ? 4 : 3, Qt::AlignRight);
  }
  return table;
}

void VerdictView::addChecks(QVBoxLayout* column, const ComparedLane& trained) {
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
  const auto trained = shown_.trained(), baseline = shown_.baseline();
  if (!trained || !baseline) return words();
  return verdictSentence(findings(*baseline->lane, *trained->lane), *trained->lane);
}

QString VerdictView::asText() const {
  QStringList lines{headline()};
  const auto trained = shown_.trained(), baseline = shown_.baseline();
  if (!trained || !baseline) return lines.first();
  lines << tr("%1 against %2").arg(trained->name, baseline->name);
  for (const Finding& finding : findings(*baseline->lane, *trained->lane))
    lines << markSign(markOf(finding.kind)) + u' ' + findingSentence(finding, *trained->lane);
  for (const Check& check : trained->lane->checks)
    lines << QStringLiteral("%1 %2: %3").arg(markSign(markOf(check.verdict)), text(check.title), text(check.finding));
  return lines.join(u'\n');
}

void VerdictView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) refresh();
}

void VerdictView::retranslate() {
  header().setHelp(tr("What the verdict tells"),
                   {tr("Each row compares one classifier with the baseline on the same test images: the bar is the "
                       "difference in points, the whisker its 95 % interval. An interval that crosses the line in the "
                       "middle is no gain, and is called that."),
                    tr("Every attack is told at the strongest level at which the better of the two still reads half of "
                       "the images: below that both are mostly guessing."),
                    tr("A defence may blind an attack instead of withstanding it. The checks look for the traces of "
                       "that; an alarm means that the gain above is not to be trusted.")});
  copy_->setText(tr("Copy"));
  copy_->setToolTip(tr("Copy the verdict as text"));
  scroll_->setAccessibleName(tr("Verdict"));
  refresh();
}

}  // namespace sparring::ui
