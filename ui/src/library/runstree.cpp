#include "library/runstree.h"

#include <QFont>
#include <algorithm>
#include <utility>

#include "base/icons.h"
#include "base/text.h"
#include "base/theme.h"
#include "library/runcells.h"

namespace sparring::ui {
namespace {

constexpr size_t kMostDiffering = 6;  ///< parameters that get a column unasked
constexpr size_t kMostOrders = 3;
constexpr char kName[] = "name", kSteps[] = "steps";
constexpr quintptr kTop = 0;  ///< internal id of the first level; below it the parent's row + 1

bool isAccuracyKey(const std::string& key) { return !isParameter(key) && isAccuracy(key); }

}  // namespace

void RunsTree::setRuns(std::vector<LibraryRun> runs) {
  runs_ = std::move(runs);
  for (auto& run : runs_) freshen(run);
  rebuild();
}

void RunsTree::setFilter(RunFilter filter) {
  filter_ = std::move(filter);
  rebuild();
}

void RunsTree::setGrouping(Grouping grouping) {
  if (std::exchange(grouping_, grouping) != grouping) rebuild();
}

void RunsTree::setColumns(std::vector<std::string> columns) {
  if (std::exchange(chosen_, columns) != columns) rebuild();
}

void RunsTree::setOrder(std::vector<std::string> order) {
  order_ = std::move(order);
  rebuild();
}

void RunsTree::sort(int column, Qt::SortOrder order) {
  if (column < 0 || size_t(column) >= columns_.size()) return;
  const std::string& key = columns_[size_t(column)];
  std::erase_if(order_, [&](const std::string& one) { return one == key || one == "-" + key; });
  order_.insert(order_.begin(), (order == Qt::DescendingOrder ? "-" : "") + key);
  if (order_.size() > kMostOrders) order_.resize(kMostOrders);
  rebuild();
}

void RunsTree::rebuild() {
  beginResetModel();
  std::vector<LibraryRun> shown;
  for (const LibraryRun& run : runs_)
    if (filter_.matches(run)) shown.push_back(run);
  sortRuns(shown, order_);
  std::map<std::filesystem::path, size_t> places;
  for (size_t i = 0; i < runs_.size(); ++i) places[runs_[i].folder] = i;
  const auto place = [&](size_t i) { return places[shown[i].folder]; };
  nodes_.clear();
  std::map<size_t, size_t> groupOf;  // by run of `shown`
  const auto groups = groupsOf(shown, grouping_);
  for (size_t g = 0; g < groups.size(); ++g)
    for (const size_t run : groups[g].runs) groupOf[run] = g;
  for (size_t i = 0; i < shown.size(); ++i) {
    const auto group = groupOf.find(i);
    if (group == groupOf.end()) {
      nodes_.push_back({{}, {place(i)}, {}});
    } else if (const RunGroup& of = groups[group->second]; std::ranges::min(of.runs) == i) {
      Node node{of.name, {}, of.depths};
      for (const size_t run : of.runs) node.runs.push_back(place(run));
      nodes_.push_back(std::move(node));
    }
  }
  shownRuns_ = int(shown.size());
  findColumns(shown);
  endResetModel();
}

void RunsTree::findColumns(const std::vector<LibraryRun>& shown) {
  columns_ = {kName};
  if (!chosen_.empty()) {
    columns_.insert(columns_.end(), chosen_.begin(), chosen_.end());
    return;
  }
  columns_.insert(columns_.end(), {"started", "preset", "adversary", "lambda"});
  size_t differing = 0;
  for (const std::string& key : differingParameters(shown))
    if (std::ranges::find(columns_, key) == columns_.end() && differing++ < kMostDiffering) columns_.push_back(key);
  columns_.emplace_back(kSteps);
  for (const std::string& key : libraryKeys(shown))
    if (isAccuracyKey(key)) columns_.push_back(key);
}

bool RunsTree::isCurrent(const LibraryRun& run) const { return !current_.empty() && run.folder == current_; }
bool RunsTree::isElsewhere(const LibraryRun& run) const { return run.training && !isCurrent(run); }

bool RunsTree::anyElsewhere() const {
  return std::ranges::any_of(runs_, [this](const LibraryRun& run) { return isElsewhere(run); });
}

void RunsTree::freshen(LibraryRun& run) const {
  if (!isCurrent(run) || fresh_.empty()) return;
  run.lane = mostRobust(fresh_);
  run.accuracies = fresh_[size_t(run.lane)];
}

void RunsTree::addPoints(const std::vector<MetricPoint>& points) {
  for (const auto& point : points) {
    if (!isAccuracy(point.metric) || point.lane < 0) continue;
    if (std::exchange(freshStep_, point.step) != point.step) fresh_.clear();
    if (size_t(point.lane) >= fresh_.size()) fresh_.resize(size_t(point.lane) + 1);
    fresh_[size_t(point.lane)].push_back({point.metric, point.value});
  }
  if (fresh_.empty()) return;
  const auto found = std::ranges::find_if(runs_, [this](const LibraryRun& run) { return isCurrent(run); });
  if (found == runs_.end()) return;
  freshen(*found);
  const auto keys = libraryKeys({*found});
  const bool known = std::ranges::all_of(keys, [this](const std::string& key) {
    return !isAccuracyKey(key) || std::ranges::find(columns_, key) != columns_.end();
  });
  if (!known && chosen_.empty()) return rebuild();  // more columns
  if (const QModelIndex at = indexOf(current_); at.isValid())
    Q_EMIT dataChanged(at, at.siblingAtColumn(columnCount() - 1));
}

void RunsTree::setCurrent(const std::filesystem::path& folder, int64_t step) {
  const auto before = std::exchange(current_, folder);
  currentStep_ = step;
  if (before != folder) {
    fresh_.clear();
    freshStep_ = -1;
  }
  for (const auto& of : {before, folder})
    if (const QModelIndex at = indexOf(of); at.isValid()) Q_EMIT dataChanged(at, at.siblingAtColumn(columnCount() - 1));
}

void RunsTree::setMarked(const std::filesystem::path& shown, const std::filesystem::path& live) {
  if (shown == shown_ && live == live_) return;
  const auto before = {shown_, live_, shown, live};
  shown_ = shown;
  live_ = live;
  for (const auto& of : before)
    if (const QModelIndex at = indexOf(of); at.isValid()) Q_EMIT dataChanged(at, at.siblingAtColumn(columnCount() - 1));
}

QStringList RunsTree::standing(const LibraryRun& run) const {
  QStringList words;
  if (run.folder == shown_) words << tr("This run is shown.");
  if (run.folder == live_) words << tr("It is the training of this window.");
  if (isElsewhere(run)) words << tr("Another program is training it.");
  return words;
}

const LibraryRun* RunsTree::run(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  if (index.internalId() != kTop) return &runs_[nodes_[index.internalId() - 1].runs[size_t(index.row())]];
  const Node& node = nodes_[size_t(index.row())];
  return node.group.empty() ? &runs_[node.runs.front()] : nullptr;
}

std::vector<const LibraryRun*> RunsTree::runsOf(const QModelIndex& index) const {
  if (const LibraryRun* one = run(index)) return {one};
  std::vector<const LibraryRun*> all;
  if (index.isValid())
    for (const size_t place : nodes_[size_t(index.row())].runs) all.push_back(&runs_[place]);
  return all;
}

QModelIndex RunsTree::indexOf(const std::filesystem::path& folder, int column) const {
  if (folder.empty()) return {};
  for (size_t n = 0; n < nodes_.size(); ++n)
    for (size_t r = 0; r < nodes_[n].runs.size(); ++r)
      if (runs_[nodes_[n].runs[r]].folder == folder)
        return nodes_[n].group.empty() ? createIndex(int(n), column, kTop) : createIndex(int(r), column, n + 1);
  return {};
}

QModelIndex RunsTree::index(int row, int column, const QModelIndex& parent) const {
  if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount(parent)) return {};
  return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kTop);
}

QModelIndex RunsTree::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == kTop) return {};
  return createIndex(int(index.internalId()) - 1, 0, kTop);
}

int RunsTree::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return int(nodes_.size());
  if (parent.internalId() != kTop || parent.column() > 0) return 0;
  const Node& node = nodes_[size_t(parent.row())];
  return node.group.empty() ? 0 : int(node.runs.size());
}

int RunsTree::columnCount(const QModelIndex&) const { return int(columns_.size()); }

Qt::ItemFlags RunsTree::flags(const QModelIndex& index) const {
  const Qt::ItemFlags usual = QAbstractItemModel::flags(index);
  const LibraryRun* of = run(index);
  return of && !of->problem && index.column() == 0 ? usual | Qt::ItemIsEditable : usual;
}

bool RunsTree::setData(const QModelIndex& index, const QVariant& value, int role) {
  const LibraryRun* of = run(index);
  if (role != Qt::EditRole || !of || index.column() != 0) return false;
  const QString name = value.toString().trimmed();
  if (name != QString::fromStdString(of->title())) Q_EMIT nameTyped(of->folder, name);
  return true;
}

QString RunsTree::shown(const LibraryRun& run, const std::string& key) const {
  if (key == kSteps && !run.problem)
    return stepText(isCurrent(run) ? currentStep_ : run.lastStep) +
           (isElsewhere(run) ? QString::fromUtf8(" …") : QString());
  return cellText(run, key);
}

QString RunsTree::branch(const QModelIndex& index) const {
  if (index.internalId() == kTop) return {};
  const Node& node = nodes_[index.internalId() - 1];
  const int depth = size_t(index.row()) < node.depths.size() ? node.depths[size_t(index.row())] : 0;
  return depth > 0 ? QString(4 * (depth - 1), u' ') + QString::fromUtf8("└ ") : QString();
}

QVariant RunsTree::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const std::string& key = columns_[size_t(index.column())];
  if (role == Qt::TextAlignmentRole)
    return QVariant(Qt::AlignVCenter | (isRightAligned(key) ? Qt::AlignRight : Qt::AlignLeft));
  const LibraryRun* of = run(index);
  if (!of) return ofGroup(nodes_[size_t(index.row())], index.column(), role);
  switch (role) {
    case Qt::DisplayRole:
      if (key == kName)
        return branch(index) + (of->labels.star ? QString::fromUtf8("★ ") : QString()) + shown(*of, key);
      return shown(*of, key);
    case Qt::EditRole:
      return shown(*of, key);
    case Qt::ToolTipRole:
      return (standing(*of) << cellTip(*of, key)).join(u'\n');
    case Qt::ForegroundRole:
      return of->problem ? QVariant(theme::bad()) : QVariant();
    case Qt::FontRole: {
      QFont font;
      font.setBold(of->folder == shown_);
      return font;
    }
    case Qt::DecorationRole:
      return index.column() == 0 && of->folder == live_ ? QVariant(icon(Glyph::Live)) : QVariant();
    case Qt::AccessibleTextRole:
      return index.column() == 0 ? (QStringList(shown(*of, key)) + standing(*of)).join(u' ') : shown(*of, key);
    default:
      return {};
  }
}

/// Of figures the mean of seeds, else the best; of all else what its runs have in common.
QString RunsTree::ofGroup(const Node& node, const std::string& key) const {
  std::vector<double> numbers;
  for (const size_t place : node.runs)
    if (const RunValue value = valueOf(runs_[place], key); !value.numbers.empty()) numbers.push_back(value.numbers[0]);
  if (isAccuracyKey(key)) {
    if (numbers.empty()) return {};
    double sum = 0;
    for (const double number : numbers) sum += number;
    return grouping_ == Grouping::Seeds ? tr("mean %1").arg(percentText(sum / double(numbers.size())))
                                        : tr("best %1").arg(percentText(std::ranges::max(numbers)));
  }
  const QString first = cellText(runs_[node.runs.front()], key);
  const bool same = std::ranges::all_of(node.runs, [&](size_t place) { return cellText(runs_[place], key) == first; });
  return same ? first : QString();
}

QVariant RunsTree::ofGroup(const Node& node, int column, int role) const {
  const std::string& key = columns_[size_t(column)];
  if (role == Qt::FontRole) {
    QFont font;
    font.setItalic(true);
    return font;
  }
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
  if (column > 0) return ofGroup(node, key);
  return QStringLiteral("%1 (%2)").arg(QString::fromStdString(node.group)).arg(node.runs.size());
}

void RunsTree::retranslate() { rebuild(); }

QVariant RunsTree::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || size_t(section) >= columns_.size()) return {};
  const std::string& key = columns_[size_t(section)];
  if (role == Qt::TextAlignmentRole)
    return QVariant(Qt::AlignVCenter | (isRightAligned(key) ? Qt::AlignRight : Qt::AlignLeft));
  if (role == Qt::ToolTipRole) return headOf(key, true);
  return role == Qt::DisplayRole ? QVariant(headOf(key)) : QVariant();
}

}  // namespace sparring::ui
