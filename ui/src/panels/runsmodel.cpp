#include "panels/runsmodel.h"

#include <QColor>
#include <QDateTime>
#include <QFont>
#include <QLocale>
#include <utility>

#include "base/text.h"
#include "base/theme.h"
#include "sparring/presets.h"

namespace sparring::ui {
namespace {

constexpr qsizetype kMostLambdas = 6;

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

/// A long list would push the figures out of sight: its ends and its length.
QString lambdaText(const std::string& list) {
  const QStringList values = QString::fromStdString(list).split(u',');
  if (values.size() <= kMostLambdas) return values.join(u',');
  return QStringLiteral("%1…%2 (%3)").arg(values.first(), values.last()).arg(values.size());
}

QVariant share(const std::optional<double>& value) { return value ? percentText(*value) : QString::fromUtf8("–"); }

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
  endResetModel();
}

void RunsModel::freshen(RunSummary& run) const {
  if (current_.empty() || run.folder != current_) return;
  if (clean_) run.clean = clean_;
  if (noise_) run.noise = noise_;
  if (fgsm_) run.fgsm = fgsm_;
}

void RunsModel::addPoints(const std::vector<MetricPoint>& points) {
  for (const auto& point : points) {
    if (point.lane != 0) continue;  // as the list has it
    if (point.metric == Metric::Clean) clean_ = point.value;
    if (point.metric == Metric::Noise) noise_ = point.value;
    if (point.metric == Metric::Fgsm) fgsm_ = point.value;
  }
  for (int row = 0; row < rowCount(); ++row) {
    if (run(row).folder != current_) continue;
    freshen(runs_[static_cast<size_t>(row)]);
    Q_EMIT dataChanged(index(row, Clean), index(row, Fgsm));
  }
}

void RunsModel::setCurrent(const std::filesystem::path& folder, int64_t step) {
  const auto before = std::exchange(current_, folder);
  currentStep_ = step;
  if (before != folder) clean_ = noise_ = fgsm_ = std::nullopt;
  const bool same = before == folder;  // then nothing else changes: what sorts by another column stays as it is
  for (int row = 0; row < rowCount(); ++row)
    if (run(row).folder == folder || run(row).folder == before)
      Q_EMIT dataChanged(index(row, same ? Steps : 0), index(row, same ? Steps : ColumnCount - 1));
}

void RunsModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!runs_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RunsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}
int RunsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

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
      const QString whole =
          index.column() == Lambda ? QString::fromStdString(run.lambda) : shown(run, index.column()).toString();
      return whole + "\n" + folder;
    }
    case Qt::TextAlignmentRole:
      return QVariant(index.column() >= Steps ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      return run.problem ? QVariant(theme::bad()) : QVariant();
    case Qt::FontRole: {
      QFont font;
      font.setBold(!current_.empty() && run.folder == current_);
      return font;
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
      return lambdaText(run.lambda);
    case Steps:
      return stepText(!current_.empty() && run.folder == current_ ? currentStep_ : run.lastStep);
    case Clean:
      return share(run.clean);
    case Noise:
      return share(run.noise);
    case Fgsm:
      return share(run.fgsm);
    default:
      return {};
  }
}

QVariant RunsModel::sortValue(const RunSummary& run, int column) const {
  switch (column) {
    case Started:
      return QString::fromStdString(run.started);
    case Steps:
      return static_cast<qint64>(run.lastStep);
    case Clean:
      return run.clean.value_or(-1);
    case Noise:
      return run.noise.value_or(-1);
    case Fgsm:
      return run.fgsm.value_or(-1);
    default:
      return shown(run, column);
  }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant(section >= Steps ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section >= Clean)
    return label(section == Clean ? Metric::Clean : section == Noise ? Metric::Noise : Metric::Fgsm);
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
    case Clean:
      return tr("Clean");
    case Noise:
      return tr("Noise");
    case Fgsm:
      return QString("FGSM");
    default:
      return {};
  }
}

}  // namespace sparring::ui
