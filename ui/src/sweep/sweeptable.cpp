#include "sweep/sweeptable.h"

#include <QFont>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/metrictext.h"
#include "base/text.h"
#include "base/theme.h"
#include "sparring/export.h"
#include "sweep/sweeptext.h"

namespace sparring::ui {
namespace {

constexpr int kBeforeVaried = 3, kBehind = 2;  ///< columns: run, state, metric; step, seconds

}  // namespace

void SweepTable::setContents(std::shared_ptr<const SweepContents> contents, std::optional<int64_t> budget) {
  const bool other = !contents || !contents_ || contents->plan != contents_->plan;
  if (other) {
    beginResetModel();
    contents_ = std::move(contents);
    kept_.clear();
    budget_ = budget;
    arrange();
    endResetModel();
    return;
  }
  contents_ = std::move(contents);
  budget_ = budget;
  const auto former = order_;
  arrange();
  if (order_ == former) {
    if (!order_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return;
  }
  const auto arranged = std::exchange(order_, former);
  beginResetModel();
  order_ = arranged;
  endResetModel();
}

void SweepTable::setFilter(std::vector<bool> kept) {
  if (kept == kept_) return;
  beginResetModel();
  kept_ = std::move(kept);
  arrange();
  endResetModel();
}

void SweepTable::retranslate() {
  beginResetModel();
  endResetModel();
}

void SweepTable::sort(int column, Qt::SortOrder order) {
  sortColumn_ = column;
  sortOrder_ = order;
  beginResetModel();
  arrange();
  endResetModel();
}

// What has no value comes last whichever way.
void SweepTable::arrange() {
  order_.clear();
  if (!contents_) return;
  for (size_t run = 0; run < contents_->results.size(); ++run)
    if (kept_.empty() || kept_[run]) order_.push_back(run);
  if (sortColumn_ <= 0 || sortColumn_ >= columnCount()) {
    if (sortColumn_ == 0 && sortOrder_ == Qt::DescendingOrder) std::ranges::reverse(order_);
    return;
  }
  const Place place = placeOf(sortColumn_);
  std::vector<double> values(contents_->results.size());
  for (const size_t run : order_) {
    const double value = number(run, place);
    values[run] = std::isnan(value)                   ? std::numeric_limits<double>::infinity()
                  : sortOrder_ == Qt::DescendingOrder ? -value
                                                      : value;
  }
  std::ranges::stable_sort(order_, {}, [&values](size_t run) { return values[run]; });
}

int SweepTable::rowOf(size_t run) const {
  const auto found = std::ranges::find(order_, run);
  return found == order_.end() ? -1 : int(found - order_.begin());
}

int SweepTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(order_.size()); }

int SweepTable::columnCount(const QModelIndex& parent) const {
  if (parent.isValid() || !contents_) return 0;
  return kBeforeVaried + int(contents_->plan->axes.size()) + (seeded() ? 1 : 0) + kBehind;
}

SweepTable::Place SweepTable::placeOf(int column) const {
  static constexpr Column before[] = {Column::Run, Column::State, Column::Value};
  if (column < kBeforeVaried) return {before[column]};
  const int varied = column - kBeforeVaried, behind = varied - int(contents_->plan->axes.size());
  if (behind < 0) return {Column::Varied, size_t(varied)};
  if (seeded() && behind == 0) return {Column::Seed};
  return {behind == (seeded() ? 1 : 0) ? Column::Step : Column::Seconds};
}

double SweepTable::number(size_t run, Place place) const {
  const SweepResult* result = contents_->at(run, budget_);
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  switch (place.column) {
    case Column::Run:
      return double(run);
    case Column::Varied:
      return contents_->plan->axes[place.varied].values[run];
    case Column::Seed:
      return double(contents_->plan->runs()[run].params.seed);
    case Column::Step:
      return result ? double(result->step) : none;
    case Column::Value:
      return result ? result->value : none;
    case Column::Seconds:
      return result ? result->seconds : none;
    case Column::State:
      return double(contents_->states[run]);
  }
  return none;
}

QString SweepTable::shown(size_t run, Place place) const {
  const SweepPlan& plan = *contents_->plan;
  const SweepResult* result = contents_->at(run, budget_);
  switch (place.column) {
    case Column::Run:
      return QString::fromStdString(plan.runs()[run].name);
    case Column::Varied:
      return valueText(plan.axes[place.varied].key, variedValue(plan.runs()[run], place.varied));
    case Column::Seed:
      return QString::number(plan.runs()[run].params.seed);
    case Column::Step:
      return result ? stepText(result->step) : QString();
    case Column::Value:
      return result ? metricValueText(result->value, plan.metric) : QString();
    case Column::Seconds:
      return result ? localNumber(std::round(result->seconds * 10) / 10) : QString();
    case Column::State:
      return stateText(contents_->states[run]);
  }
  return {};
}

QString SweepTable::stateText(RunState state) {
  switch (state) {
    case RunState::Waiting:
      return tr("waiting");
    case RunState::Running:
      return tr("running");
    case RunState::Stopped:
      return tr("stopped");
    case RunState::Done:
      return tr("done");
    case RunState::Failed:
      return tr("failed");
  }
  return {};
}

QVariant SweepTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !contents_) return {};
  const size_t run = runAt(index.row());
  const Place place = placeOf(index.column());
  const bool best = contents_->best && contents_->best->run == run;
  const RunState state = contents_->states[run];
  switch (role) {
    case Qt::DisplayRole:
      return best && place.column == Column::Run ? QStringLiteral("★ ") + shown(run, place) : shown(run, place);
    case Qt::FontRole: {
      QFont font;
      font.setBold(best);
      return font;
    }
    case Qt::ForegroundRole:
      if (state == RunState::Failed && place.column == Column::State) return theme::bad();
      return state == RunState::Waiting ? QVariant(theme::muted()) : QVariant();
    case Qt::TextAlignmentRole: {
      const bool words = place.column == Column::Run || place.column == Column::State ||
                         (place.column == Column::Varied && !contents_->plan->axes[place.varied].number);
      return QVariant(Qt::AlignVCenter | (words ? Qt::AlignLeft : Qt::AlignRight));
    }
    case Qt::ToolTipRole:
      if (const auto failure = contents_->failures.find(run);
          state == RunState::Failed && failure != contents_->failures.end() && !failure->second.empty())
        return QString::fromStdString(failure->second);
      if (best)
        return tr("The best so far: %1").arg(settingsText(contents_->plan->spec(), contents_->plan->runs()[run]));
      return settingsText(contents_->plan->spec(), contents_->plan->runs()[run]);
    case Qt::AccessibleTextRole:
      return best && place.column == Column::Run ? tr("%1, the best so far").arg(shown(run, place)) : shown(run, place);
    default:
      return {};
  }
}

QString SweepTable::title(Place place) const {
  switch (place.column) {
    case Column::Run:
      return tr("Run");
    case Column::Varied:
      return brief(paramRow(contents_->plan->axes[place.varied].key));
    case Column::Seed:
      return tr("Seed");
    case Column::Step:
      return tr("Step");
    case Column::Value:
      return shortMetricLabel(contents_->plan->spec().metric);
    case Column::Seconds:
      return tr("Seconds");
    case Column::State:
      return tr("State");
  }
  return {};
}

QVariant SweepTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || !contents_ || section >= columnCount()) return {};
  const Place place = placeOf(section);
  if (role == Qt::DisplayRole) return title(place);
  if (role == Qt::ToolTipRole)
    return place.column == Column::Varied ? label(paramRow(contents_->plan->axes[place.varied].key)) : title(place);
  return {};
}

QString SweepTable::csv() const {
  if (!contents_) return {};
  const SweepPlan& plan = *contents_->plan;
  std::vector<std::string> head{"run"};
  for (const VariedAxis& axis : plan.axes) head.push_back(axis.key);
  head.insert(head.end(), {"seed", "budget", "step", plan.spec().metric, "lane", "seconds", "state"});
  static constexpr const char* states[] = {"waiting", "running", "stopped", "done", "failed"};
  const auto number = [](double value, char form, int digits) {
    return QString::number(value, form, digits).toStdString();
  };
  std::string all = csvLine(head);
  for (const size_t run : order_) {
    std::vector<std::string> cells{plan.runs()[run].name};
    for (size_t d = 0; d < plan.axes.size(); ++d) cells.push_back(variedValue(plan.runs()[run], d));
    cells.push_back(std::to_string(plan.runs()[run].params.seed));
    if (const SweepResult* result = contents_->at(run, budget_))
      cells.insert(cells.end(),
                   {std::to_string(result->budget), std::to_string(result->step), number(result->value, 'g', 10),
                    std::to_string(result->lane), number(result->seconds, 'f', 2)});
    else
      cells.insert(cells.end(), 5, std::string());
    cells.emplace_back(states[size_t(contents_->states[run])]);
    all += csvLine(cells);
  }
  return QString::fromStdString(all);
}

}  // namespace sparring::ui
