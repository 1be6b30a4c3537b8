#include "sweep/sweepview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <algorithm>
#include <limits>

#include "base/export.h"
#include "base/text.h"
#include "base/theme.h"
#include "library/runcells.h"
#include "measure/runcomparison.h"
#include "shown/shown.h"
#include "sparring/presets.h"
#include "sparring/run.h"
#include "sweep/bestpanel.h"
#include "sweep/parallelplot.h"
#include "sweep/sweepform.h"
#include "sweep/sweepquantity.h"
#include "sweep/sweeptext.h"
#include "sweep/sweepviews.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr QSize kSweepDrawing(1080, 600);
constexpr int kShortestName = 10, kShortestAxis = 6;                                            ///< letters
constexpr const char* kLooks[] = {"table", "parallel", "scatter", "heat", "mattered", "best"};  // as SweepLook

QString pathText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

SweepView::SweepView(Shown& shown, QWidget* parent) : ViewPage(parent), shown_(shown) {
  makeHeader();
  addRow(makeControls());
  formPage_ = new QScrollArea(this);
  form_ = new SweepForm(formPage_);
  formPage_->setWidget(form_);
  formPage_->setWidgetResizable(true);
  formPage_->setFrameShape(QFrame::NoFrame);
  views_ = new SweepViews(this);
  addContent(formPage_);
  addContent(views_);
  addExports();
  connectViews();
  retranslate();
}

void SweepView::makeHeader() {
  sweeps_ = new QComboBox(&header());
  sweeps_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  sweeps_->setMinimumContentsLength(kShortestName);
  sweeps_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  header().setLead(sweeps_);
  start_ = new QPushButton(&header());
  stop_ = new QPushButton(&header());
  header().addControl(start_);
  header().addControl(stop_);
}

QWidget* SweepView::makeControls() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  look_ = new QComboBox(row);
  across_ = new QComboBox(row);
  upwards_ = new QComboBox(row);
  budget_ = new QComboBox(row);
  status_ = new QLabel(row);
  status_->setWordWrap(true);
  status_->setContentsMargins(fontMetrics().height() / 3, 0, 0, 0);
  unbrush_ = new QPushButton(row);
  look_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  layout->addWidget(look_);
  for (QComboBox* box : {across_, upwards_, budget_}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kShortestAxis);
    layout->addWidget(box, 1);
  }
  layout->addWidget(status_, 2);
  layout->addWidget(unbrush_);
  return row;
}

void SweepView::addExports() {
  header().addDrawing({QStringLiteral("sweep"),
                       [] { return tr("Picture…"); },
                       kSweepDrawing,
                       [this](QPaintDevice& device, QSize size) { views_->paintTo(device, size, theme::Tone::Light); },
                       {}});
  header().addTable(QStringLiteral("sweep"), [this] { return views_->model().csv(); });
}

void SweepView::connectViews() {
  connect(look_, &QComboBox::currentIndexChanged, this, &SweepView::showChoice);
  for (QComboBox* box : {across_, upwards_})
    connect(box, &QComboBox::currentIndexChanged, this, &SweepView::useQuantities);
  connect(budget_, &QComboBox::currentIndexChanged, this, &SweepView::useBudget);
  connect(sweeps_, &QComboBox::activated, this, [this] { choose(sweeps_->currentData().toString().toStdString()); });
  connect(start_, &QPushButton::clicked, this, &SweepView::start);
  connect(stop_, &QPushButton::clicked, &training_, &SweepTraining::stop);
  connect(unbrush_, &QPushButton::clicked, &views_->parallel(), &ParallelPlot::clearBrushes);
  connect(form_, &SweepForm::changed, this, &SweepView::refresh);
  connect(views_, &SweepViews::runAsked, this, &SweepView::openRun);
  connect(views_, &SweepViews::brushed, this, &SweepView::refresh);
  connect(&views_->best(), &BestPanel::openAsked, this, &SweepView::openRun);
  connect(&views_->best(), &BestPanel::useAsked, this, [this](size_t run) {
    const SweepPlan& plan = *reader_.contents()->plan;
    Q_EMIT wishAsked(plan.runs()[run].params, plan.spec().preset.empty() ? presets().front().name : plan.spec().preset);
  });
  connect(&views_->best(), &BestPanel::compareAsked, this, &SweepView::compareBest);
  connect(&training_, &SweepTraining::changed, this, &SweepView::onTraining);
  connect(&reader_, &SweepReader::changed, this, &SweepView::onContents);
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (what & Shown::Wishes && isVisible()) {
      form_->setWished(shown_.wished(), shown_.wishedPreset());
      refresh();
    }
  });
}

QString SweepView::status() const { return status_->text(); }

QString SweepView::words() const {
  if (reader_.problem() && !(training_.busy() && training_.folder() == chosen_)) return text(*reader_.problem());
  if (training_.busy() && training_.folder() == chosen_) return tr("The sweep begins…");
  return tr("The sweep is being read…");
}

void SweepView::choose(const std::filesystem::path& sweep) {
  chosen_ = sweep;
  const bool mine = training_.folder() == sweep && !sweep.empty();
  reader_.open(mine && training_.busy() && !training_.opened() ? std::filesystem::path() : sweep);
  if (mine && !reader_.folder().empty()) reader_.setNews(training_.news());
  fillSweeps();
  showChoice();
  refresh();
}

void SweepView::vary(const std::string& key) {
  choose({});
  form_->setWished(shown_.wished(), shown_.wishedPreset());
  form_->vary(key);
}

void SweepView::start() {
  try {
    if (!chosen_.empty()) return begin(chosen_, [folder = chosen_] { return SweepFolder::open(folder); });
    const SweepSpec spec = form_->spec();
    const auto folder = freeFolder(datedRunFolder(shown_.runsFolder(), "sweep"));
    begin(folder, [folder, spec] { return SweepFolder::make(folder, spec); });
  } catch (const Error& error) {
    Q_EMIT noticed(Notice::of(error));
  }
}

void SweepView::begin(const std::filesystem::path& folder, std::function<SweepFolder()> open) {
  training_.start(folder, std::move(open), program_);
  choose(folder);
}

void SweepView::onTraining() {
  const bool mine = training_.folder() == chosen_ && !chosen_.empty();
  if (!training_.busy()) {
    if (training_.problem()) Q_EMIT noticed(Notice::of(*training_.problem()));
    list();
  }
  if (mine && training_.opened()) {
    if (reader_.folder() != chosen_) {
      reader_.open(chosen_);
      list();
      Q_EMIT runsChanged();
    }
    reader_.setNews(training_.news());
  } else if (mine && !training_.busy() && training_.problem() && there_.end() == std::ranges::find(there_, chosen_)) {
    choose({});  // it never began
  }
  if (!training_.busy()) Q_EMIT runsChanged();
  refresh();
}

void SweepView::onContents() {
  const auto& contents = reader_.contents();
  views_->setContents(contents);
  fillQuantities();
  fillBudgets();
  showChoice();
  refresh();
}

void SweepView::openRun(size_t run) {
  if (const auto& contents = reader_.contents()) shown_.openRun(contents->plan->folder.runFolder(run));
}

void SweepView::compareBest() {
  const auto& contents = reader_.contents();
  if (!contents) return;
  std::vector<Contender> contenders;
  for (const auto& runs : bestCombinations(*contents, kBestCompared)) {
    Contender one;
    for (const size_t run : runs) one.runs.push_back(contents->plan->folder.runFolder(run));
    contenders.push_back(std::move(one));
  }
  shown_.comparison().compare(std::move(contenders));
  Q_EMIT pageAsked(QStringLiteral("compare"));
}

void SweepView::list() {
  lister_.run([folder = shown_.runsFolder()] { return sweepsIn(folder); },
              [this](auto outcome) {
                there_ = outcome.value.value_or(std::vector<std::filesystem::path>());
                fillSweeps();
              });
}

void SweepView::fillSweeps() {
  const QSignalBlocker quiet(sweeps_);
  sweeps_->clear();
  sweeps_->addItem(tr("New sweep"), QString());
  std::vector<std::filesystem::path> all = there_;
  for (const auto& more : {chosen_, training_.busy() ? training_.folder() : std::filesystem::path()})
    if (!more.empty() && std::ranges::find(all, more) == all.end()) all.insert(all.begin(), more);
  for (const auto& one : all) {
    const QString name = QString::fromStdString(one.filename().string());
    const bool runs = training_.busy() && one == training_.folder();
    sweeps_->addItem(runs ? tr("%1 (running)").arg(name) : name, pathText(one));
    sweeps_->setItemData(sweeps_->count() - 1, pathText(one), Qt::ToolTipRole);
  }
  sweeps_->setCurrentIndex(std::max(0, sweeps_->findData(pathText(chosen_))));
}

void SweepView::fillQuantities() {
  const auto& contents = reader_.contents();
  const bool heat = look_->currentIndex() == int(SweepLook::Heat);
  for (QComboBox* box : {across_, upwards_}) {
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentText();
    box->clear();
    if (!contents) continue;
    const int count = heat ? metricQuantity(*contents->plan) : quantitiesOf(*contents->plan);
    for (int i = 0; i < count; ++i) box->addItem(quantityName(*contents->plan, i), i);
    const int usual = box == across_ ? 0 : heat ? std::min(1, count - 1) : metricQuantity(*contents->plan);
    const int former = box->findText(chosen);
    box->setCurrentIndex(former >= 0 && (box == across_ || former != across_->currentIndex()) ? former : usual);
  }
  if (contents) useQuantities();
}

void SweepView::useQuantities() {
  views_->setQuantities(across_->currentData().toInt(), upwards_->currentData().toInt());
}

void SweepView::fillBudgets() {
  const auto& contents = reader_.contents();
  const QSignalBlocker quiet(budget_);
  const QVariant chosen = budget_->currentData();
  budget_->clear();
  budget_->addItem(tr("as far as each came"));
  if (contents)
    for (const int64_t budget : contents->plan->budgets)
      if (budget > 0) budget_->addItem(budgetText(budget, contents->plan->spec()), qlonglong(budget));
  budget_->setCurrentIndex(std::max(0, chosen.isNull() ? 0 : budget_->findData(chosen)));
  useBudget();
}

void SweepView::useBudget() {
  const QVariant budget = budget_->currentData();
  views_->setBudget(budget.isNull() ? std::nullopt : std::optional<int64_t>(budget.toLongLong()));
}

void SweepView::showChoice() {
  const auto& contents = reader_.contents();
  const auto look = SweepLook(std::max(0, look_->currentIndex()));
  const bool some = !chosen_.empty() && contents && !reader_.problem();
  look_->setVisible(some);
  header().setExportEnabled(some);
  const bool two = some && (look == SweepLook::Scatter || look == SweepLook::Heat);
  if (two) fillQuantities();
  across_->setVisible(two);
  upwards_->setVisible(two);
  budget_->setVisible(some && contents->plan->budgets.size() > 1);
  if (chosen_.empty()) return showContent(formPage_);
  if (!some) return showWords();
  views_->setLook(look);
  showContent(views_);
}

void SweepView::refresh() {
  const bool busy = training_.busy();
  const auto& contents = reader_.contents();
  start_->setText(chosen_.empty() ? tr("St&art") : tr("&Resume"));
  start_->setToolTip(chosen_.empty() ? tr("Makes a folder among the runs and trains them all there")
                                     : tr("Goes on with this sweep: what is done is passed over"));
  start_->setVisible(!busy);
  start_->setEnabled(chosen_.empty() ? form_->valid() : contents && !contents->whole());
  if (!chosen_.empty() && contents && !contents->failures.empty()) start_->setEnabled(true);  // they are tried again
  stop_->setVisible(busy);
  stop_->setEnabled(busy && !training_.stopping());
  stop_->setToolTip(tr("Ends the runs of %1 with checkpoints; Resume goes on from there")
                        .arg(QString::fromStdString(training_.folder().filename().string())));
  const ParallelPlot& parallel = views_->parallel();
  unbrush_->setVisible(!chosen_.empty() && contents && parallel.brushing());
  unbrush_->setText(tr("&Brushed: %1").arg(stepText(std::ranges::count(parallel.kept(), true))));
  status_->setText(statusText());
}

QString SweepView::statusText() const {
  if (chosen_.empty()) {
    QString title = presetTitle(shown_.wishedPreset());
    if (title.isEmpty()) title = QString::fromStdString(shown_.wishedPreset());
    return tr("All runs start from the settings of the next run: %1.").arg(title);
  }
  const auto& contents = reader_.contents();
  if (!contents) return {};
  const auto count = [&](RunState state) { return stepText(qint64(contents->count(state))); };
  QStringList parts;
  parts << tr("%1 of %2 runs done").arg(count(RunState::Done), stepText(qint64(contents->states.size())));
  if (contents->count(RunState::Running) > 0) parts << tr("%1 running").arg(count(RunState::Running));
  if (contents->count(RunState::Waiting) > 0) parts << tr("%1 waiting").arg(count(RunState::Waiting));
  if (contents->count(RunState::Stopped) > 0) parts << tr("%1 stopped").arg(count(RunState::Stopped));
  if (contents->count(RunState::Failed) > 0) parts << tr("%1 failed").arg(count(RunState::Failed));
  QString words = parts.join(QStringLiteral(" · "));
  if (training_.stopping()) words += QStringLiteral(" · ") + tr("ending, with checkpoints…");
  return words;
}

QByteArray SweepView::saveState() const {
  return QJsonDocument(QJsonObject{{"look", kLooks[std::clamp(look_->currentIndex(), 0, int(std::size(kLooks)) - 1)]},
                                   {"sweep", pathText(chosen_)},
                                   {"divided", QString::fromLatin1(views_->splitter().saveState().toBase64())},
                                   {"form", form_->state()}})
      .toJson(QJsonDocument::Compact);
}

void SweepView::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  const QString look = state["look"].toString();
  for (size_t i = 0; i < std::size(kLooks); ++i)
    if (look == QLatin1String(kLooks[i])) look_->setCurrentIndex(int(i));
  if (state["form"].isObject()) form_->setState(state["form"].toObject());
  views_->splitter().restoreState(QByteArray::fromBase64(state["divided"].toString().toLatin1()));
  const std::filesystem::path sweep = state["sweep"].toString().toStdString();
  if (std::error_code none; !sweep.empty() && std::filesystem::exists(sweep / "sweep.json", none)) choose(sweep);
}

void SweepView::showEvent(QShowEvent* event) {
  ViewPage::showEvent(event);
  form_->setWished(shown_.wished(), shown_.wishedPreset());
  reader_.setWatching(true);
  list();
  refresh();
}

void SweepView::hideEvent(QHideEvent* event) {
  ViewPage::hideEvent(event);
  reader_.setWatching(false);
}

void SweepView::changeEvent(QEvent* event) {
  ViewPage::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SweepView::retranslate() {
  const int look = look_->currentIndex() < 0 ? int(SweepLook::Parallel) : look_->currentIndex();
  {
    const QSignalBlocker quiet(look_);
    look_->clear();
    look_->addItems({tr("Table"), tr("Parallel coordinates"), tr("Scatter"), tr("Heat map"), tr("What mattered"),
                     tr("Best so far")});
    look_->setCurrentIndex(look);
  }
  look_->setAccessibleName(tr("What is shown"));
  across_->setAccessibleName(tr("Horizontal axis"));
  upwards_->setAccessibleName(tr("Vertical axis"));
  budget_->setAccessibleName(tr("Length"));
  budget_->setToolTip(tr("Of which length of the runs the figures are"));
  sweeps_->setAccessibleName(tr("Sweep"));
  stop_->setText(tr("&Stop"));
  unbrush_->setToolTip(tr("So many runs are left by the brush; shows all again"));
  header().setExportTip(tr("Write the figure or the table"));
  header().setHelp(
      tr("What a sweep tells"),
      {tr("A sweep trains many runs that differ in what is varied, each a process of its own beside the window's "
          "training, and compares them by one figure."),
       tr("Parallel coordinates: a line for each run. A drag along an axis selects a stretch of it, on several axes "
          "all "
          "must hold; a drag of the brush moves it, a click beside it ends it. Keys: arrows, Shift and Ctrl with them, "
          "Delete, Escape."),
       tr("What mattered: of numbers the rank correlation with the figure (Spearman) and its 95 % interval, of choices "
          "the share of the spread between them. What may be chance is grey. All runs of the shortest length count, "
          "unless another length is chosen."),
       tr("A double click or Enter opens a run, a click does in the scatter.")});
  views_->retranslate();
  fillSweeps();
  onContents();
}

}  // namespace sparring::ui
