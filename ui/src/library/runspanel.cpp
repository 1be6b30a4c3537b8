#include "library/runspanel.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QScrollBar>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

#include "base/icons.h"
#include "base/text.h"
#include "library/columnsbutton.h"
#include "library/filterline.h"
#include "library/labelsdialog.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

// A list is read from every run's files: not too often.
constexpr auto kAgain = 10s;

// A folder that appears becomes a run once its first checkpoint is there: looked for so often, so many times.
constexpr auto kSoon = 2s;
constexpr int kLooks = 30;

// A table looks for its widest texts with every change.
constexpr auto kCount = 1s;

// In heights of the font.
constexpr int kWidestName = 22, kWidest = 14;
constexpr int kMeasuredRows = 100;  ///< for the width of a column

constexpr Grouping kGroupings[] = {Grouping::None, Grouping::Sweep, Grouping::Seeds, Grouping::Forks};

}  // namespace

/// One look at the folder at a time; its memory stays from look to look.
struct RunsPanel::Listing {
  explicit Listing(const std::filesystem::path& folder) : library(folder) {}
  std::mutex mutex;
  Library library;
};

RunsPanel::RunsPanel(std::filesystem::path runs, QWidget* parent)
    : QWidget(parent),
      runs_(std::move(runs)),
      count_(kCount, [this] { model_.setCurrent(current_, step_); }),
      news_(kCount, [this] { refresh(); }),
      listing_(std::make_shared<Listing>(runs_)) {
  makeTable();
  empty_ = new QLabel(this);
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(table_);
  layout->addWidget(empty_);
  table_->hide();

  makeActions();
  again_.setInterval(kAgain);
  connect(&again_, &QTimer::timeout, this, [this] {
    if (isVisible() && (!current_.empty() || model_.anyElsewhere() || !watch())) refresh();
  });
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this] {
    looks_ = kLooks;
    if (isVisible()) news_.ask();
  });
  soon_.setInterval(kSoon);
  soon_.setSingleShot(true);
  connect(&soon_, &QTimer::timeout, this, &RunsPanel::refresh);
  connect(&model_, &RunsTree::nameTyped, this, [this](const std::filesystem::path& run, const QString& name) {
    label(run, [&](RunLabels& labels) { labels.name = name.toStdString(); });
  });
  again_.start();
  watch();
  retranslate();
}

RunsPanel::~RunsPanel() = default;

void RunsPanel::makeTable() {
  table_ = new QTreeView(this);
  table_->setModel(&model_);
  table_->setUniformRowHeights(true);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setEditTriggers(QAbstractItemView::EditKeyPressed);
  table_->setAlternatingRowColors(true);
  table_->setExpandsOnDoubleClick(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
  // names are shortened, each keeping its ends, so that the figures are always in sight; the tips have them whole
  table_->setTextElideMode(Qt::ElideMiddle);
  QHeaderView* header = table_->header();
  header->setSectionsMovable(false);
  header->setStretchLastSection(false);
  header->setResizeContentsPrecision(kMeasuredRows);
  header->setMinimumSectionSize(40);
  header->setSortIndicator(1, Qt::DescendingOrder);
  table_->setSortingEnabled(true);
}

QWidget* RunsPanel::makeBar() {
  auto* bar = new QWidget(this);
  auto* layout = new QHBoxLayout(bar);
  const int gap = fontMetrics().height() / 4;
  layout->setContentsMargins(gap, gap, gap, gap);
  filter_ = new FilterLine([this]() -> const std::vector<LibraryRun>& { return model_.all(); }, bar);
  connect(filter_, &FilterLine::filtered, this,
          [this](const RunFilter& filter) { keepAround([&] { model_.setFilter(filter); }); });
  grouping_ = new QComboBox(bar);
  connect(grouping_, &QComboBox::currentIndexChanged, this, [this](int chosen) {
    if (chosen < 0) return;
    fitted_.clear();  // names of groups, and forks within them, take more room
    keepAround([&] { model_.setGrouping(kGroupings[chosen]); });
  });
  auto* columns = new ColumnsButton(model_, bar);
  connect(columns, &ColumnsButton::columnsChosen, this,
          [this](const std::vector<std::string>& chosen) { keepAround([&] { model_.setColumns(chosen); }); });
  number_ = new QLabel(bar);
  layout->addWidget(filter_, 1);
  layout->addWidget(number_);
  layout->addWidget(grouping_);
  layout->addWidget(columns);
  return bar;
}

void RunsPanel::makeActions() {
  const auto make = [this](auto work) {
    auto* action = new QAction(this);
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  open_ = make([this] { Q_EMIT openAsked(selected()); });
  beside_ = make([this] { Q_EMIT besideAsked(selected()); });
  resume_ = make([this] { Q_EMIT resumeAsked(selected()); });
  resume_->setIcon(icon(Glyph::Start));
  fork_ = make([this] { Q_EMIT forkAsked(selected()); });
  compare_ = make([this] { Q_EMIT contendersAsked(contenders()); });
  baseline_ = make([this] { Q_EMIT compareAsked(selected()); });
  labels_ = make([this] { editLabels(); });
  star_ = make([this] {
    const auto runs = selectedRuns();
    const LibraryRun* first = runs.empty() ? nullptr : model_.run(model_.indexOf(runs.front()));
    for (const auto& run : runs)
      label(run, [star = first && !first->labels.star](RunLabels& labels) { labels.star = star; });
  });
  star_->setShortcut(Qt::CTRL | Qt::Key_D);
  star_->setShortcutContext(Qt::WidgetShortcut);
  folder_ =
      make([this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(selected().string()))); });
  folder_->setIcon(icon(Glyph::Folder));
  report_ = make([this] { Q_EMIT reportAsked(selected()); });
  moved_ = make([this] { Q_EMIT movedAsked(selected()); });
  remove_ = make([this] { removeSelected(); });
  remove_->setShortcut(QKeySequence::Delete);
  remove_->setShortcutContext(Qt::WidgetShortcut);
  auto* separator = new QAction(this);
  separator->setSeparator(true);
  table_->addActions({open_, beside_, resume_, fork_, compare_, baseline_, labels_, star_, folder_, report_, moved_,
                      separator, remove_});
  connect(table_, &QTreeView::activated, this, [this](const QModelIndex& index) {
    if (!model_.run(index))
      table_->setExpanded(index.siblingAtColumn(0), !table_->isExpanded(index.siblingAtColumn(0)));
    else if (!selected().empty())
      Q_EMIT openAsked(selected());
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    if (changing_) return;
    chosen_.clear();
    for (const QModelIndex& index : selectedRows())
      if (const LibraryRun* run = model_.run(index)) chosen_.push_back(run->folder);
    updateActions();
  });
  connect(&model_, &QAbstractItemModel::modelReset, this, [this] {
    fitColumns();
    updateActions();
    updateCount();
  });
  updateActions();
}

void RunsPanel::setFolder(std::filesystem::path runs) {
  if (runs == runs_) return;
  if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
  runs_ = std::move(runs);
  listing_ = std::make_shared<Listing>(runs_);
  watch();
  retranslate();
  refresh();
}

/// False where the folder is not there yet.
bool RunsPanel::watch() {
  return !watcher_.directories().isEmpty() || watcher_.addPath(QString::fromStdString(runs_.string()));
}

void RunsPanel::refresh() {
  lister_.run(
      [listing = listing_] {
        const std::lock_guard lock(listing->mutex);
        return listing->library.list();
      },
      [this](auto outcome) {
        if (outcome.error)
          Q_EMIT noticed(Notice::of(*outcome.error));
        else
          accept(std::move(*outcome.value));
      });
}

void RunsPanel::accept(std::vector<LibraryRun> runs) {
  if (runs.size() != model_.all().size()) looks_ = 0;  // there it is
  if (looks_ > 0 && isVisible()) {
    --looks_;
    soon_.start();
  }
  keepAround([&] { model_.setRuns(std::move(runs)); });
  table_->setVisible(!model_.all().empty());
  empty_->setVisible(model_.all().empty());
}

/// What is selected, open and in sight stays so, whatever the model makes of its rows.
void RunsPanel::keepAround(const std::function<void()>& change) {
  std::set<QString> open, selected;  // groups
  for (int row = 0; row < model_.rowCount(); ++row) {
    const auto index = model_.index(row, 0);
    if (table_->isExpanded(index)) open.insert(index.data().toString());
    if (!model_.run(index) && table_->selectionModel()->isSelected(index)) selected.insert(index.data().toString());
  }
  const int at = table_->verticalScrollBar()->value();
  changing_ = true;
  change();
  const auto choose = [this](const QModelIndex& index) {
    table_->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
  };
  for (int row = 0; row < model_.rowCount(); ++row) {
    const auto index = model_.index(row, 0);
    if (model_.run(index)) continue;
    if (open.contains(index.data().toString())) table_->setExpanded(index, true);
    if (selected.contains(index.data().toString())) choose(index);
  }
  for (const auto& run : chosen_)
    if (const auto index = model_.indexOf(run); index.isValid()) choose(index);
  changing_ = false;
  table_->verticalScrollBar()->setValue(at);
  updateActions();
}

/// Once for each set of columns: what the user has pulled stays.
void RunsPanel::fitColumns() {
  if (model_.columns() == fitted_ || model_.all().empty()) return;
  fitted_ = model_.columns();
  for (int column = 0; column < int(fitted_.size()); ++column) {
    table_->resizeColumnToContents(column);
    const int most = (column == 0 ? kWidestName : kWidest) * fontMetrics().height();
    table_->setColumnWidth(column, std::min(table_->columnWidth(column), most));
  }
  const std::string& first = model_.order().empty() ? std::string() : model_.order().front();
  const bool down = first.starts_with('-');
  const auto sorted = std::ranges::find(fitted_, down ? first.substr(1) : first);
  const QSignalBlocker quiet(table_->header());
  table_->header()->setSortIndicator(sorted == fitted_.end() ? -1 : int(sorted - fitted_.begin()),
                                     down ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RunsPanel::setCurrent(const std::filesystem::path& folder, int64_t step) {
  step_ = step;
  if (folder == current_) {
    if (!folder.empty()) count_.ask();
    return;
  }
  current_ = folder;
  count_.now();
  updateActions();
  refresh();
}

void RunsPanel::setMarked(const std::filesystem::path& shown, const std::filesystem::path& live) {
  model_.setMarked(shown, live);
  if (std::exchange(shown_, shown) == shown) return;
  select(shown);
  updateActions();
}

void RunsPanel::select(const std::filesystem::path& run) {
  chosen_.clear();
  if (!run.empty()) chosen_ = {run};
  const QModelIndex index = model_.indexOf(run);
  if (!index.isValid()) return;
  table_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RunsPanel::addPoints(const std::vector<MetricPoint>& points) {
  const auto accuracy = [](const MetricPoint& point) { return isAccuracy(point.metric); };
  if (std::any_of(points.begin(), points.end(), accuracy)) keepAround([&] { model_.addPoints(points); });
}

/// From top to bottom.
QModelIndexList RunsPanel::selectedRows() const {
  QModelIndexList rows = table_->selectionModel()->selectedRows();
  const auto place = [](const QModelIndex& index) {
    return index.parent().isValid() ? std::pair(index.parent().row(), index.row() + 1) : std::pair(index.row(), 0);
  };
  std::ranges::sort(rows, {}, place);
  return rows;
}

std::vector<std::filesystem::path> RunsPanel::selectedRuns() const {
  std::vector<std::filesystem::path> runs;
  for (const QModelIndex& index : selectedRows())
    for (const LibraryRun* run : model_.runsOf(index))
      if (std::ranges::find(runs, run->folder) == runs.end()) runs.push_back(run->folder);
  return runs;
}

std::filesystem::path RunsPanel::selected() const {
  const auto rows = selectedRows();
  const LibraryRun* run = rows.size() == 1 ? model_.run(rows.first()) : nullptr;
  return run ? run->folder : std::filesystem::path();
}

/// The seeds of one setting count as one; of other groups each run does.
std::vector<Contender> RunsPanel::contenders() const {
  std::vector<Contender> all;
  for (const QModelIndex& index : selectedRows()) {
    const auto runs = model_.runsOf(index);
    if (!model_.run(index) && model_.grouping() == Grouping::Seeds) {
      Contender mean;
      for (const LibraryRun* run : runs) mean.runs.push_back(run->folder);
      all.push_back(std::move(mean));
    } else {
      for (const LibraryRun* run : runs) all.push_back({{run->folder}});
    }
  }
  return all;
}

void RunsPanel::updateActions() {
  const auto runs = selectedRuns();
  const auto one = selected();
  for (auto* action : {open_, resume_, fork_, baseline_, labels_, folder_, report_, moved_})
    action->setEnabled(!one.empty());
  beside_->setEnabled(!one.empty() && !shown_.empty() && one != shown_);
  for (auto* action : {star_, remove_}) action->setEnabled(!runs.empty());
  const size_t count = contenders().size();
  compare_->setEnabled(count >= 2 && count <= 12);
  if (std::ranges::find(runs, current_) == runs.end() || current_.empty()) return;
  remove_->setEnabled(false);
  resume_->setEnabled(false);
}

void RunsPanel::updateCount() {
  const int all = int(model_.all().size()), shown = model_.shownRuns();
  number_->setText(shown == all ? tr("Runs: %1").arg(stepText(all))
                                : tr("Runs: %1 of %2").arg(stepText(shown), stepText(all)));
  number_->setVisible(all > 0);
}

void RunsPanel::label(const std::filesystem::path& run, const std::function<void(RunLabels&)>& change) {
  try {
    RunLabels labels = readLabels(run);
    change(labels);
    writeLabels(run, labels);
    Q_EMIT labelled(run);
  } catch (const Error& error) {
    Q_EMIT noticed(Notice::of(error));
  }
  refresh();
}

void RunsPanel::editLabels() {
  const auto run = selected();
  const LibraryRun* of = model_.run(model_.indexOf(run));
  if (!of) return;
  std::set<std::string> known;
  for (const LibraryRun& other : model_.all()) known.insert(other.labels.tags.begin(), other.labels.tags.end());
  QStringList tags;
  for (const std::string& tag : known) tags << QString::fromStdString(tag);
  auto* dialog = new LabelsDialog(QString::fromStdString(run.filename().string()), of->labels, tags, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog, run] { label(run, [&](RunLabels& labels) { labels = dialog->labels(); }); });
  dialog->open();
}

void RunsPanel::removeSelected() {
  for (const auto& folder : selectedRuns()) {
    if (isBeingTrained(folder)) {
      Q_EMIT noticed({Severity::Warning,
                      {QT_TRANSLATE_NOOP("notices", "%1 is being trained and stays."), {folder.filename().string()}},
                      {QT_TRANSLATE_NOOP("notices", "Stop the program that trains it first."), {}},
                      "notices"});
      continue;
    }
    if (!QFile::moveToTrash(QString::fromStdString(folder.string())))
      Q_EMIT noticed(
          {Severity::Error,
           {QT_TRANSLATE_NOOP("notices", "%1 could not be moved to the trash."), {folder.filename().string()}},
           {QT_TRANSLATE_NOOP("notices", "Open its folder and remove it there."), {}},
           "notices",
           NoticeAction::OpenRunsFolder});
  }
  refresh();
}

QByteArray RunsPanel::saveState() const {
  const auto listed = [](const std::vector<std::string>& keys) {
    QJsonArray list;
    for (const std::string& key : keys) list << QString::fromStdString(key);
    return list;
  };
  std::vector<std::string> columns;
  if (!model_.usualColumns()) columns.assign(model_.columns().begin() + 1, model_.columns().end());
  return QJsonDocument(QJsonObject{{"columns", listed(columns)},
                                   {"order", listed(model_.order())},
                                   {"group", grouping_->currentIndex()}})
      .toJson(QJsonDocument::Compact);
}

void RunsPanel::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  const auto keys = [&](const char* name) {
    std::vector<std::string> list;
    for (const QJsonValue& key : state[QLatin1String(name)].toArray()) list.push_back(key.toString().toStdString());
    std::vector<LibraryRun> none;
    std::erase_if(list, [&](const std::string& key) {  // of another version
      try {
        sortRuns(none, {key});
        return false;
      } catch (const Error&) {
        return true;
      }
    });
    return list;
  };
  model_.setColumns(keys("columns"));
  if (const auto order = keys("order"); !order.empty()) model_.setOrder(order);
  if (const int group = state["group"].toInt(); group >= 0 && group < grouping_->count())
    grouping_->setCurrentIndex(group);
}

void RunsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void RunsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && remove_) retranslate();
}

void RunsPanel::retranslate() {
  table_->setAccessibleName(tr("Runs"));
  empty_->setText(tr("No runs in %1 yet. Every training you start is kept here, to be looked at, resumed and compared.")
                      .arg(QString::fromStdString(runs_.string())));
  open_->setText(tr("&Look at it"));
  beside_->setText(tr("Show &beside"));
  beside_->setToolTip(tr("The same page once more, of this run, beside the run that is shown"));
  resume_->setText(tr("&Continue"));
  fork_->setText(tr("Continue as a&nother run…"));
  compare_->setText(tr("Com&pare"));
  baseline_->setText(tr("&Compare with this run"));
  labels_->setText(tr("Na&me, note and tags…"));
  star_->setText(tr("&Star"));
  folder_->setText(tr("Open &folder"));
  report_->setText(tr("&Export report…"));
  moved_->setText(tr("Its &data have moved…"));
  remove_->setText(tr("Move to &trash"));
  const QSignalBlocker quiet(grouping_);
  const int chosen = std::max(0, grouping_->currentIndex());
  grouping_->clear();
  grouping_->addItems({tr("No groups"), tr("By sweep"), tr("By seeds"), tr("By forks")});
  grouping_->setCurrentIndex(chosen);
  grouping_->setAccessibleName(tr("Groups"));
  keepAround([this] { model_.retranslate(); });
}

}  // namespace sparring::ui
