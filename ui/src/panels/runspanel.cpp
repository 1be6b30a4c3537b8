#include "panels/runspanel.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "base/icons.h"
#include "widgets/rowtable.h"

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

}  // namespace

RunsPanel::RunsPanel(std::filesystem::path runs, QWidget* parent)
    : QWidget(parent),
      runs_(std::move(runs)),
      count_(kCount, [this] { model_.setCurrent(current_, step_); }),
      news_(kCount, [this] { refresh(); }) {
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(&model_);
  sorted_->setSortRole(RunsModel::SortRole);
  table_ = new QTableView(this);
  table_->setModel(sorted_);
  table_->setSortingEnabled(true);
  table_->sortByColumn(RunsModel::Started, Qt::DescendingOrder);
  showRows(*table_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  // names are shortened, each keeping its ends, so that the figures are always in sight; the tips have them whole
  table_->setTextElideMode(Qt::ElideMiddle);
  table_->setWordWrap(false);
  for (int column : {RunsModel::PresetName, RunsModel::Adversary})
    table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
  table_->horizontalHeader()->setMinimumSectionSize(40);

  empty_ = new QLabel(this);
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
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
  again_.start();
  watch();
  retranslate();
}

void RunsPanel::makeActions() {
  open_ = new QAction(this);
  resume_ = new QAction(icon(Glyph::Start), QString(), this);
  compare_ = new QAction(this);
  folder_ = new QAction(icon(Glyph::Folder), QString(), this);
  report_ = new QAction(this);
  fork_ = new QAction(this);
  moved_ = new QAction(this);
  remove_ = new QAction(this);
  remove_->setShortcut(QKeySequence::Delete);
  remove_->setShortcutContext(Qt::WidgetShortcut);
  auto* separator = new QAction(this);
  separator->setSeparator(true);
  table_->addActions({open_, resume_, fork_, compare_, folder_, report_, moved_, separator, remove_});
  connect(open_, &QAction::triggered, this, [this] { Q_EMIT openAsked(selected()); });
  connect(resume_, &QAction::triggered, this, [this] { Q_EMIT resumeAsked(selected()); });
  connect(compare_, &QAction::triggered, this, [this] { Q_EMIT compareAsked(selected()); });
  connect(report_, &QAction::triggered, this, [this] { Q_EMIT reportAsked(selected()); });
  connect(fork_, &QAction::triggered, this, [this] { Q_EMIT forkAsked(selected()); });
  connect(moved_, &QAction::triggered, this, [this] { Q_EMIT movedAsked(selected()); });
  connect(folder_, &QAction::triggered, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(selected().string()))); });
  connect(remove_, &QAction::triggered, this, &RunsPanel::removeSelected);
  connect(table_, &QTableView::activated, this, [this] {
    if (!selected().empty()) Q_EMIT openAsked(selected());
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    chosen_ = selected();
    updateActions();
  });
  connect(sorted_, &QAbstractItemModel::modelReset, this, &RunsPanel::updateActions);
  updateActions();
}

void RunsPanel::setFolder(std::filesystem::path runs) {
  if (runs == runs_) return;
  if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
  runs_ = std::move(runs);
  watch();
  retranslate();
  refresh();
}

/// False where the folder is not there yet.
bool RunsPanel::watch() {
  return !watcher_.directories().isEmpty() || watcher_.addPath(QString::fromStdString(runs_.string()));
}

void RunsPanel::refresh() {
  lister_.run([runs = runs_] { return listRuns(runs); },
              [this](auto outcome) {
                if (outcome.error) {
                  Q_EMIT noticed(Notice::of(*outcome.error));
                  return;
                }
                if (std::ssize(*outcome.value) != model_.rowCount()) looks_ = 0;  // there it is
                if (looks_ > 0 && isVisible()) {
                  --looks_;
                  soon_.start();
                }
                model_.setRuns(std::move(*outcome.value));
                select(chosen_);
                table_->setVisible(model_.rowCount() > 0);
                empty_->setVisible(model_.rowCount() == 0);
              });
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
  if (std::exchange(shown_, shown) != shown) select(chosen_ = shown);
}

void RunsPanel::select(const std::filesystem::path& run) {
  for (int row = 0; row < sorted_->rowCount() && !run.empty(); ++row)
    if (model_.run(sorted_->mapToSource(sorted_->index(row, 0)).row()).folder == run) table_->selectRow(row);
}

void RunsPanel::addPoints(const std::vector<MetricPoint>& points) {
  const auto accuracy = [](const MetricPoint& point) { return isAccuracy(point.metric); };
  if (std::any_of(points.begin(), points.end(), accuracy)) model_.addPoints(points);
}

std::filesystem::path RunsPanel::selected() const {
  const auto rows = table_->selectionModel()->selectedRows();
  return rows.isEmpty() ? std::filesystem::path() : model_.run(sorted_->mapToSource(rows.first()).row()).folder;
}

void RunsPanel::updateActions() {
  const auto folder = selected();
  for (auto* action : {open_, resume_, fork_, compare_, folder_, report_, moved_, remove_})
    action->setEnabled(!folder.empty());
  if (!folder.empty() && folder == current_) {
    remove_->setEnabled(false);
    resume_->setEnabled(false);
  }
}

void RunsPanel::removeSelected() {
  const auto folder = selected();
  if (folder.empty()) return;
  if (isBeingTrained(folder)) {
    Q_EMIT noticed({Severity::Warning,
                    {QT_TRANSLATE_NOOP("notices", "%1 is being trained and stays."), {folder.filename().string()}},
                    {QT_TRANSLATE_NOOP("notices", "Stop the program that trains it first."), {}},
                    "notices"});
    return;
  }
  if (!QFile::moveToTrash(QString::fromStdString(folder.string())))
    Q_EMIT noticed({Severity::Error,
                    {QT_TRANSLATE_NOOP("notices", "%1 could not be moved to the trash."), {folder.filename().string()}},
                    {QT_TRANSLATE_NOOP("notices", "Open its folder and remove it there."), {}},
                    "notices",
                    NoticeAction::OpenRunsFolder});
  refresh();
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
  resume_->setText(tr("&Continue"));
  fork_->setText(tr("Continue as a&nother run…"));
  compare_->setText(tr("&Compare with this run"));
  folder_->setText(tr("Open &folder"));
  report_->setText(tr("&Export report…"));
  moved_->setText(tr("Its &data have moved…"));
  remove_->setText(tr("Move to &trash"));
  model_.retranslate();
}

}  // namespace sparring::ui
