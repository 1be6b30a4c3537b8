#include "compare/compareview.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "base/export.h"
#include "base/text.h"
#include "compare/chartfigure.h"
#include "measure/runcomparison.h"
#include "shown/shown.h"
#include "widgets/figureview.h"
#include "widgets/pairsarea.h"
#include "widgets/rowtable.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr QSize kChartSize(960, 540);
constexpr int kTableChoice = 0, kPicturesChoice = 1;  // of the choice, before the charts
constexpr int kFewPairs = 6;

/// A few of a set, evenly spread over it: its images stand in the order of their classes.
std::shared_ptr<const PairSet> fewOf(const PairSet& all, size_t count) {
  const size_t n = all.label.size(), few = std::min(count, n);
  if (few == 0) return std::make_shared<PairSet>(all);
  const size_t values = all.difference.size() / n;
  auto set = std::make_shared<PairSet>();
  set->step = all.step;
  set->lane = all.lane;
  set->attack = all.attack;
  set->source.kind = all.source.kind;
  set->adversarial.kind = all.adversarial.kind;
  const auto add = [values](auto& to, const auto& from, size_t i) {
    to.insert(to.end(), from.begin() + ptrdiff_t(i * values), from.begin() + ptrdiff_t((i + 1) * values));
  };
  for (size_t k = 0; k < few; ++k) {
    const size_t i = k * n / few;
    set->index.push_back(all.index[i]);
    set->label.push_back(all.label[i]);
    set->predictedSource.push_back(all.predictedSource[i]);
    set->predictedAdversarial.push_back(all.predictedAdversarial[i]);
    set->confidenceSource.push_back(all.confidenceSource[i]);
    set->confidenceAdversarial.push_back(all.confidenceAdversarial[i]);
    add(set->source.pixels, all.source.pixels, i);
    add(set->adversarial.pixels, all.adversarial.pixels, i);
    add(set->difference, all.difference, i);
  }
  return set;
}

// What a choice shows, by its data: the name of a chart, or this where those are still to be measured.
const QString kStrengths = QStringLiteral("strengths");
bool isCurve(const QString& data) { return data.startsWith(QLatin1String("curve")); }
bool isStrength(const QString& data) { return data.startsWith(QLatin1String("strength")); }

QString listed(const std::vector<std::string>& words) {
  QStringList all;
  for (const std::string& word : words) all << QString::fromStdString(word);
  return all.join(QStringLiteral("; "));
}

}  // namespace

CompareView::CompareView(Shown& shown, QWidget* parent)
    : ViewPage(parent), shown_(shown), comparison_(shown.comparison()) {
  figure_ = new FigureView(
      [this](QSizeF size, const QFont& font, theme::Tone tone) -> std::unique_ptr<Figure> {
        const auto& result = comparison_.result();
        const std::string name = choice_->currentData().toString().toStdString();
        if (!result) return nullptr;
        const auto found = std::ranges::find(result->charts, name, &ComparisonChart::name);
        if (found == result->charts.end()) return nullptr;
        constexpr Chart ComparisonChart::*kAlong[] = {&ComparisonChart::chart, &ComparisonChart::byEpochs,
                                                      &ComparisonChart::bySeconds};
        const bool curve = isCurve(choice_->currentData().toString());
        return std::make_unique<ChartFigure>((*found).*kAlong[curve ? std::max(0, along_->currentIndex()) : 0], size,
                                             font, tone);
      },
      this);
  choice_ = new QComboBox(&header());
  along_ = new QComboBox(&header());
  along_->setObjectName("along");
  choice_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  choice_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  auto* lead = new QWidget(&header());
  auto* left = new QHBoxLayout(lead);
  left->setContentsMargins(0, 0, 0, 0);
  left->addWidget(choice_);
  left->addStretch();
  header().setLead(lead);
  header().addControl(along_);
  addRow(makeControls());
  addContent(makeTable());
  addContent(figure_);
  auto* scroll = new QScrollArea(this);
  picturesPage_ = new QWidget(scroll);
  pictures_ = new QVBoxLayout(picturesPage_);
  scroll->setWidget(picturesPage_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  addContent(scroll);
  addExports();
  connect(choice_, &QComboBox::currentIndexChanged, this, &CompareView::showChoice);
  connect(along_, &QComboBox::currentIndexChanged, figure_, &FigureView::renew);
  connect(metrics_, &QLineEdit::editingFinished, this, &CompareView::readMetrics);
  connect(lanes_, &QPushButton::clicked, this, &CompareView::compareLanes);
  connect(&comparison_, &RunComparison::changed, this, &CompareView::refresh);
  connect(&comparison_, &RunComparison::progressed, this, &CompareView::showProgress);
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (what & (Shown::Run | Shown::News))
      lanes_->setEnabled(shown_.trace().lambdas.size() > 1 && !shown_.folder().empty());
  });
  retranslate();
}

QWidget* CompareView::makeControls() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  metricsName_ = new QLabel(row);
  metrics_ = new QLineEdit(row);
  metricsName_->setBuddy(metrics_);
  lanes_ = new QPushButton(row);
  progress_ = new QProgressBar(row);
  progress_->setMaximumWidth(10 * fontMetrics().height());
  progress_->hide();
  layout->addWidget(metricsName_);
  layout->addWidget(metrics_, 1);
  layout->addWidget(progress_);
  layout->addWidget(lanes_);
  return row;
}

QWidget* CompareView::makeTable() {
  tablePage_ = new QWidget(this);
  auto* layout = new QVBoxLayout(tablePage_);
  layout->setContentsMargins(0, 0, 0, 0);
  table_ = new QTableView(tablePage_);
  table_->setModel(&model_);
  showRows(*table_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
  baseline_ = new QAction(this);
  remove_ = new QAction(this);
  remove_->setShortcut(QKeySequence::Delete);
  remove_->setShortcutContext(Qt::WidgetShortcut);
  table_->addActions({baseline_, remove_});
  connect(baseline_, &QAction::triggered, this,
          [this] { comparison_.setBaseline(size_t(table_->currentIndex().row())); });
  connect(remove_, &QAction::triggered, this, [this] { comparison_.remove(size_t(table_->currentIndex().row())); });
  connect(table_, &QTableView::activated, this,
          [this](const QModelIndex& index) { comparison_.setBaseline(size_t(index.row())); });
  auto* scroll = new QScrollArea(tablePage_);
  verdicts_ = new QLabel(scroll);
  verdicts_->setWordWrap(true);
  verdicts_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  verdicts_->setMargin(fontMetrics().height() / 2);
  verdicts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  scroll->setWidget(verdicts_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  layout->addWidget(table_, 3);
  layout->addWidget(scroll, 2);
  return tablePage_;
}

void CompareView::addExports() {
  header().addDrawing({QStringLiteral("comparison"),
                       [] { return tr("Picture…"); },
                       kChartSize,
                       [this](QPaintDevice& device, QSize size) { figure_->paintTo(device, size, theme::Tone::Light); },
                       {}});
  header().addTable(QStringLiteral("comparison"), [this] {
    const auto& result = comparison_.result();
    return result ? QString::fromStdString(comparisonToCsv(result->runs)) : QString();
  });
  const auto words = [](const Message& message) { return text(message).toStdString(); };
  const auto name = [] { return QStringLiteral("comparison"); };
  header().addItem(
      {.id = QStringLiteral("comparison-page"),
       .title = [] { return tr("All of it as one page…"); },
       .suffixes = {QStringLiteral("html")},
       .file = name,
       .there = {},
       .write = [this, words](const QString& path,
                              double) { writeComparisonPage(comparison_.result()->runs, path.toStdString(), words); }});
  header().addItem(
      {.id = QStringLiteral("comparison-folder"),
       .title = [] { return tr("All of it as a folder…"); },
       .suffixes = {QString()},
       .file = name,
       .there = {},
       .write = [this, words](const QString& path,
                              double) { writeComparison(comparison_.result()->runs, path.toStdString(), words); }});
}

QString CompareView::words() const {
  if (comparison_.problem()) return text(*comparison_.problem());
  if (comparison_.busy()) return tr("The runs are being measured on the same test images…");
  return tr(
      "Select two to twelve runs in the list below and choose \"Compare\", or compare the classifiers of one "
      "run with each other.");
}

void CompareView::refresh() {
  const auto& result = comparison_.result();
  showProgress();
  if (!metrics_->hasFocus())
    metrics_->setText(listed(comparison_.metrics().empty() && result ? result->runs.metrics : comparison_.metrics()));
  model_.setRuns(result ? std::shared_ptr<const ComparedRuns>(result, &result->runs) : nullptr);
  header().setExportEnabled(result != nullptr);
  QStringList lines;
  for (size_t row = 0; result && row < result->runs.rows.size(); ++row)
    for (size_t metric = 0; metric < result->runs.metrics.size(); ++metric) {
      if (row == result->runs.baseline) continue;
      QString line = text(sentenceOf(result->runs, row, metric)).toHtmlEscaped();
      if (const auto& p = result->runs.rows[row].figures[metric].p)
        line += QStringLiteral(" <small>") +
                tr("McNemar's test: p %1")
                    .arg(*p < 0.001 ? QStringLiteral("< 0.001") : QStringLiteral("= ") + localNumber(*p))
                    .toHtmlEscaped() +
                QStringLiteral("</small>");
      lines << line;
    }
  verdicts_->setText(lines.join(QStringLiteral("<br>")));
  fillChoice();
  showPictures();
  showChoice();
}

void CompareView::showProgress() {
  progress_->setVisible(comparison_.busy());
  const auto progress = comparison_.progress();
  progress_->setRange(0, progress.total > 0 ? 1000 : 0);
  progress_->setValue(int(1000 * progress.share()));
}

/// What can be looked at; what was chosen stays, where it is still there.
void CompareView::fillChoice() {
  const QSignalBlocker quiet(choice_);
  const QString chosen = choice_->currentData().toString();
  choice_->clear();
  choice_->addItem(tr("Table and verdicts"), QStringLiteral("table"));
  choice_->addItem(tr("Adversarial pairs"), QStringLiteral("pairs"));
  if (const auto& compared = comparison_.result())
    for (const auto& one : compared->charts)
      choice_->addItem(QString::fromStdString(one.chart.title), QString::fromStdString(one.name));
  const auto& result = comparison_.result();
  const auto attack = [](const std::string& metric) { return metric != "clean" && isAccuracy(metric); };
  if (result && result->runs.curves.empty() && std::ranges::any_of(result->runs.metrics, attack))
    choice_->insertItem(kPicturesChoice + 1, tr("Accuracy against strength"), kStrengths);
  int at = choice_->findData(chosen);
  for (int i = 0; at < 0 && isStrength(chosen) && i < choice_->count(); ++i)
    if (isStrength(choice_->itemData(i).toString())) at = i;
  choice_->setCurrentIndex(std::max(0, at));
}

void CompareView::showChoice() {
  const int choice = choice_->currentIndex();
  along_->setVisible(isCurve(choice_->currentData().toString()));
  if (choice_->currentData().toString() == kStrengths && !comparison_.problem()) {
    comparison_.setStrengths(true);
    showWords();
  } else if (!comparison_.result() || comparison_.problem()) {
    showWords();
  } else if (choice == kTableChoice) {
    showContent(tablePage_);
  } else if (choice == kPicturesChoice) {
    showContent(picturesPage_->parentWidget()->parentWidget());
  } else {
    figure_->setAccessibleName(choice_->currentText());
    figure_->renew();
    showContent(figure_);
  }
}

void CompareView::showPictures() {
  while (QLayoutItem* item = pictures_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto& result = comparison_.result();
  for (size_t row = 0; result && row < result->runs.rows.size(); ++row) {
    const ComparedRow& of = result->runs.rows[row];
    auto* title = new QLabel(QStringLiteral("<span style='color:%1'>●</span> <b>%2</b> · λ = %3 · %4")
                                 .arg(QString::fromStdString(chartColour(row, theme::tone() == theme::Tone::Dark)),
                                      QString::fromStdString(of.title).toHtmlEscaped(), localNumber(of.lambda),
                                      tr("step %1").arg(stepText(of.step))),
                             picturesPage_);
    pictures_->addWidget(title);
    const PairSets& pairs = result->pictures[row].pairs;
    if (size_t(of.lane) >= pairs.size() || !pairs[size_t(of.lane)]) continue;
    auto* area = new PairsArea(picturesPage_);
    area->setPairs(fewOf(*pairs[size_t(of.lane)], kFewPairs));
    area->setMinimumHeight(int(area->heightFor(std::max(contentSize().width(), 40 * fontMetrics().height()))));
    connect(area, &TileArea::imageAsked, this, &CompareView::imageAsked);
    pictures_->addWidget(area);
  }
  pictures_->addStretch();
}

/// Between semicolons, since an attack's settings stand between commas.
void CompareView::readMetrics() {
  std::vector<std::string> metrics;
  for (const QString& part : metrics_->text().split(u';', Qt::SkipEmptyParts))
    if (const QString word = part.trimmed(); !word.isEmpty()) metrics.push_back(word.toStdString());
  const auto& result = comparison_.result();
  if (comparison_.metrics().empty() && result && metrics == result->runs.metrics) return;  // the usual ones, unchanged
  comparison_.setMetrics(std::move(metrics));
}

void CompareView::compareLanes() {
  const auto run = shown_.folder();
  std::vector<Contender> lanes;
  const size_t count = std::min<size_t>(shown_.trace().lambdas.size(), 12);
  for (size_t lane = 0; lane < count; ++lane) lanes.push_back({{run}, {}, int(lane)});
  comparison_.compare(std::move(lanes));
}

void CompareView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    comparison_.again();
  }
  if (event->type() == QEvent::PaletteChange && pictures_) showPictures();
}

void CompareView::retranslate() {
  metricsName_->setText(tr("&Measure:"));
  metrics_->setPlaceholderText(tr("clean; pgd:eps=0.1,steps=20; L"));
  metrics_->setToolTip(tr("What the runs are compared by: clean, attacks and losses by name, apart by semicolons"));
  lanes_->setText(tr("Classifiers of &this run"));
  lanes_->setToolTip(tr("Compares the lanes of the run that is shown, each with its λ"));
  choice_->setAccessibleName(tr("What is shown"));
  along_->setAccessibleName(tr("Horizontal axis"));
  const int along = std::max(0, along_->currentIndex());
  along_->clear();
  along_->addItems({tr("by step"), tr("by epoch"), tr("by seconds of training")});
  along_->setCurrentIndex(along);
  baseline_->setText(tr("Make it the &baseline"));
  remove_->setText(tr("&Leave it out"));
  table_->setAccessibleName(tr("Comparison"));
  header().setExportTip(tr("Write the picture, the table or the whole comparison"));
  header().setHelp(
      tr("What the figures tell"),
      {tr("Every run is measured on the same test images. ▲ and ▼ are differences from the baseline beyond chance, ≈ "
          "is "
          "one within it; behind each figure stands its 95 % interval."),
       tr("The difference of two runs is paired, image by image (Newcombe's interval, McNemar's test), and so is "
          "sharper "
          "than two intervals beside each other. Of several seeds the mean counts, with Student's interval."),
       tr("A band around a curve is its 95 % interval: of the mean of seeds by Student's t, of an accuracy against "
          "strength by the number of test images."),
       tr("A double click makes a run the baseline.")});
  model_.retranslate();
  refresh();
}

}  // namespace sparring::ui
