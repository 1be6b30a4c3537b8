#include "panels/runsmodel.h"

#include <QColor>
#include <QDateTime>
#include <QFont>
#include <QLocale>
#include <algorithm>
#include <set>
#include <utility>

#include "base/icons.h"
#include "base/metrictext.h"
#include "base/text.h"
#include "base/theme.h"
#include "sparring/presets.h"

namespace sparring::ui {
namespace {

constexpr qsizetype kMostLambdas = 3;

QString startedText(const std::string& iso) {
  const QDateTime time = QDateTime::fromString(QString::fromStdString(iso), Qt::ISODate);
  if (!time.isValid()) return QString::fromStdString(iso);
  const QDateTime local = time.toLocalTime();
  const QDate today = QDate::currentDate();
  if (local.date() == today) return local.toString("HH:mm:ss");
  return local.toString(local.date().year() == today.year() ? "MM-dd HH:mm" : "yyyy-MM-dd");
}

QString adversaryText(const std::string& name) {
  for (const auto& adversary : adversaries())
    if (adversary.name == name) return label(adversary);
  return QString::fromStdString(name);
}

QStringList valuesOf(const std::vector<double>& list) {
  QStringList values;
  for (const double value : list) values << localNumber(value);
  return values;
}

/// A long list would push the figures out of sight: its ends and its length.
QString listText(const std::vector<double>& list) {
  const QStringList values = valuesOf(list);
  if (values.size() <= kMostLambdas) return values.join(QStringLiteral(", "));
  return QStringLiteral("%1…%2 (%3)").arg(values.first(), values.last()).arg(values.size());
}

/// λ of the lane whose figures the row has; nothing where there is but one.
std::optional<double> lambdaOf(const RunSummary& run) {
  if (run.lambdas.size() < 2 || run.lane >= std::ssize(run.lambdas)) return {};
  return run.lambdas[size_t(run.lane)];
}

/// Whose figures the row has, and what edits have made of it.
QString lambdaText(const RunSummary& run) {
  if (const auto lambda = lambdaOf(run))
    return RunsModel::tr("%1 of %2").arg(localNumber(*lambda), listText(run.lambdas));
  if (run.began != run.lambdas) return listText(run.began) + QString::fromUtf8(" → ") + listText(run.lambdas);
  return listText(run.lambdas);
}

QString lambdaTip(const RunSummary& run) {
  if (const auto lambda = lambdaOf(run))
    return RunsModel::tr("The figures are those of λ = %1, the most robust of %2.")
        .arg(localNumber(*lambda), valuesOf(run.lambdas).join(QStringLiteral(", ")));
  return lambdaText(run);
}

std::vector<std::string> keysOf(const std::vector<RunSummary::Accuracy>& accuracies) {
  std::vector<Metric> metrics;
  for (const auto& accuracy : accuracies) metrics.push_back(accuracy.metric);
  std::vector<std::string> keys;
  for (const Metric metric : metrics) keys.push_back(metricKey(metric, metrics));
  return keys;
}

/// Where an attack stands in its list, from 1 on; 0 for the clean accuracy.
size_t rankOf(const std::string& key) {
  const std::string name = key.substr(0, key.find(':'));
  for (size_t i = 0; i < attacks().size(); ++i)
    if (attacks()[i].name == name) return i + 1;
  return 0;
}

QVariant share(const RunSummary::Accuracy* accuracy) {
  return accuracy && accuracy->value ? percentText(*accuracy->value) : QString::fromUtf8("–");
}

}  // namespace

QString presetTitle(const std::string& name) {
  for (const auto& preset : presets())
    if (preset.name == name) return QString::fromStdString(preset.title.in(QLocale().name().toStdString()));
  return QString::fromStdString(name);
}

void RunsModel::setRuns(std::vector<RunSummary> runs) {
  beginResetModel();
  runs_ = std::move(runs);
  for (auto& run : runs_) freshen(run);
  findKeys();
  endResetModel();
}

bool RunsModel::isCurrent(const RunSummary& run) const { return !current_.empty() && run.folder == current_; }
bool RunsModel::isElsewhere(const RunSummary& run) const { return run.training && !isCurrent(run); }

bool RunsModel::anyElsewhere() const {
  return std::ranges::any_of(runs_, [this](const RunSummary& run) { return isElsewhere(run); });
}

void RunsModel::freshen(RunSummary& run) const {
  if (!isCurrent(run) || fresh_.empty()) return;
  run.lane = mostRobust(fresh_);
  run.accuracies = fresh_[size_t(run.lane)];
}

/// In the order of the attacks' own list, whatever the order of the runs.
void RunsModel::findKeys() {
  std::set<std::pair<size_t, std::string>> found;
  for (const RunSummary& run : runs_)
    for (const std::string& key : keysOf(run.accuracies)) found.emplace(rankOf(key), key);
  keys_ = {metricRow(Metric::Clean).key};
  for (const auto& [rank, key] : found)
    if (rank > 0) keys_.push_back(key);
}

const RunSummary::Accuracy* RunsModel::accuracy(const RunSummary& run, int column) const {
  const std::vector<std::string> keys = keysOf(run.accuracies);
  const auto found = std::find(keys.begin(), keys.end(), keys_[size_t(column - Clean)]);
  return found == keys.end() ? nullptr : &run.accuracies[size_t(found - keys.begin())];
}

void RunsModel::addPoints(const std::vector<MetricPoint>& points) {
  for (const auto& point : points) {
    if (!isAccuracy(point.metric) || point.lane < 0) continue;
    if (std::exchange(freshStep_, point.step) != point.step) fresh_.clear();
    if (size_t(point.lane) >= fresh_.size()) fresh_.resize(size_t(point.lane) + 1);
    fresh_[size_t(point.lane)].push_back({point.metric, point.value});
  }
  if (fresh_.empty()) return;
  const auto row = std::ranges::find_if(runs_, [this](const RunSummary& run) { return run.folder == current_; });
  if (row == runs_.end()) return;
  const bool known = std::ranges::all_of(keysOf(fresh_.back()), [this](const std::string& key) {
    return std::find(keys_.begin(), keys_.end(), key) != keys_.end();
  });
  if (!known) return setRuns(std::move(runs_));  // more columns
  freshen(*row);
  const int at = int(row - runs_.begin());
  Q_EMIT dataChanged(index(at, Lambda), index(at, columnCount() - 1));
}

void RunsModel::setCurrent(const std::filesystem::path& folder, int64_t step) {
  const auto before = std::exchange(current_, folder);
  currentStep_ = step;
  if (before != folder) {
    fresh_.clear();
    freshStep_ = -1;
  }
  const bool same = before == folder;  // then nothing else changes: what sorts by another column stays as it is
  for (int row = 0; row < rowCount(); ++row)
    if (run(row).folder == folder || run(row).folder == before)
      Q_EMIT dataChanged(index(row, same ? Steps : 0), index(row, same ? Steps : columnCount() - 1));
}

void RunsModel::setMarked(const std::filesystem::path& shown, const std::filesystem::path& live) {
  if (shown == shown_ && live == live_) return;
  shown_ = shown;
  live_ = live;
  if (!runs_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QStringList RunsModel::standing(const RunSummary& run) const {
  QStringList words;
  if (run.folder == shown_) words << tr("This run is shown.");
  if (run.folder == live_) words << tr("It is the training of this window.");
  if (isElsewhere(run)) words << tr("Another program is training it.");
  return words;
}

void RunsModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (!runs_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RunsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}
int RunsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Clean + int(keys_.size()); }

QVariant RunsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const RunSummary& run = runs_[static_cast<size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return shown(run, index.column());
    case SortRole:
      return sortValue(run, index.column());
    case Qt::ToolTipRole: {
      const QString folder = QString::fromStdString(run.folder.string());
      if (run.problem) return text(*run.problem) + "\n" + folder;
      // the cell may be too narrow for it
      const QString whole = index.column() == Lambda ? lambdaTip(run) : shown(run, index.column()).toString();
      QStringList lines = standing(run);
      const auto* of = index.column() >= Clean ? accuracy(run, index.column()) : nullptr;
      if (of && index.column() > Clean) lines << meaning(of->metric);
      lines << (of && of->value && run.tested > 0 ? tr("%1 of %2 test images").arg(whole, stepText(run.tested))
                                                  : whole);
      return (lines << folder).join('\n');
    }
    case Qt::TextAlignmentRole:
      return QVariant(index.column() >= Steps ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      return run.problem ? QVariant(theme::bad()) : QVariant();
    case Qt::FontRole: {
      QFont font;
      font.setBold(run.folder == shown_);
      return font;
    }
    case Qt::DecorationRole:
      return index.column() == Started && run.folder == live_ ? QVariant(icon(Glyph::Live)) : QVariant();
    case Qt::AccessibleTextRole: {
      const QString text = shown(run, index.column()).toString();
      return index.column() == Started ? (QStringList(text) + standing(run)).join(u' ') : text;
    }
    default:
      return {};
  }
}

QVariant RunsModel::shown(const RunSummary& run, int column) const {
  if (run.problem) {
    if (column == Started) return QString::fromStdString(run.folder.filename().string());
    return column == PresetName ? text(*run.problem) : QString();
  }
  switch (column) {
    case Started:
      return startedText(run.started);
    case PresetName:
      return presetTitle(run.preset);
    case Adversary:
      return adversaryText(run.adversary);
    case Lambda:
      return lambdaText(run);
    case Steps:
      return stepText(isCurrent(run) ? currentStep_ : run.lastStep) +
             (isElsewhere(run) ? QString::fromUtf8(" …") : QString());
    default:
      return share(accuracy(run, column));
  }
}

QVariant RunsModel::sortValue(const RunSummary& run, int column) const {
  switch (column) {
    case Started:
      return QString::fromStdString(run.started);
    case Steps:
      return static_cast<qint64>(run.lastStep);
    default: {
      if (column < Clean) return shown(run, column);
      const auto* of = accuracy(run, column);
      return of ? of->value.value_or(-1) : -1;
    }
  }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant(section >= Steps ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section >= Clean) return metricLabel(keys_[size_t(section - Clean)]);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Started:
      return tr("Started");
    case PresetName:
      return tr("Preset");
    case Adversary:
      return tr("Adversary");
    case Lambda:
      return QString::fromUtf8("λ");
    case Steps:
      return tr("Steps");
    default:
      return shortMetricLabel(keys_[size_t(section - Clean)]);
  }
}

}  // namespace sparring::ui
