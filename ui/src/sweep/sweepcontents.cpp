#include "sweep/sweepcontents.h"

#include <algorithm>
#include <cmath>

#include <QByteArray>

#include "sparring/run.h"

namespace sparring::ui {
namespace {

VariedAxis axisOf(const SweepSpec& spec, const std::vector<SweepRun>& runs, size_t d) {
  const Variation& variation = spec.vary[d];
  VariedAxis axis{variation.key, true, false, {}, {}};
  std::vector<std::string> texts;
  for (const SweepRun& run : runs) {
    texts.push_back(variedValue(run, d));
    bool number = false;
    axis.values.push_back(QByteArray::fromStdString(texts.back()).toDouble(&number));
    axis.number = axis.number && number;
  }
  if (axis.number) {
    axis.log = variation.span ? variation.span->log : paramRow(variation.key).range.scale == Scale::Log;
    axis.log = axis.log && std::ranges::all_of(axis.values, [](double value) { return value > 0; });
    return axis;
  }
  axis.choices = variation.values;
  for (size_t run = 0; run < texts.size(); ++run)
    axis.values[run] = double(std::ranges::find(axis.choices, texts[run]) - axis.choices.begin());
  return axis;
}

RunState stateOf(const SweepPlan& plan, size_t run, const std::vector<SweepResult>& results, const SweepNews& news) {
  const auto folder = plan.folder.runFolder(run);
  if (news.running.contains(run)) return RunState::Running;
  if (news.failures.contains(run)) return RunState::Failed;
  std::error_code none;
  if (!results.empty() && results.back().budget == plan.budgets.back()) return RunState::Done;
  if (!std::filesystem::exists(folder, none)) return RunState::Waiting;
  if (isBeingTrained(folder)) return RunState::Running;
  return results.empty() ? RunState::Stopped : RunState::Done;
}

}  // namespace

std::shared_ptr<const SweepPlan> openSweep(const std::filesystem::path& folder) {
  SweepFolder sweep = SweepFolder::open(folder);
  auto plan = std::make_shared<SweepPlan>(
      SweepPlan{sweep, sweepMetric(sweep.spec().metric), budgetsOf(sweep.spec(), sweep.runs().size()), {}});
  for (size_t d = 0; d < plan->spec().vary.size(); ++d) plan->axes.push_back(axisOf(plan->spec(), plan->runs(), d));
  return plan;
}

SweepContents readSweep(std::shared_ptr<const SweepPlan> plan, const SweepNews& news) {
  SweepContents contents{plan, plan->folder.results(), {}, news.failures, {}};
  for (size_t run = 0; run < plan->runs().size(); ++run)
    contents.states.push_back(stateOf(*plan, run, contents.results[run], news));
  contents.best = bestOf(plan->spec(), contents.results);
  return contents;
}

const SweepResult* SweepContents::at(size_t run, std::optional<int64_t> budget) const {
  const auto& all = results[run];
  if (!budget) return all.empty() ? nullptr : &all.back();
  const auto found = std::ranges::find(all, *budget, &SweepResult::budget);
  return found == all.end() ? nullptr : &*found;
}

size_t SweepContents::count(RunState state) const { return size_t(std::ranges::count(states, state)); }

bool SweepContents::whole() const {
  std::set<size_t> aside;
  for (const auto& [run, words] : failures) aside.insert(run);
  return count(RunState::Running) == 0 && !nextJob(plan->spec(), results, aside);
}

std::vector<std::vector<size_t>> bestCombinations(const SweepContents& contents, size_t most) {
  if (!contents.best) return {};
  const int64_t furthest = contents.best->result.budget;
  const auto seeds = size_t(std::max<int64_t>(1, contents.plan->spec().seeds));
  struct Group {
    double mean;
    std::vector<size_t> runs;
  };
  std::vector<Group> groups;
  for (size_t first = 0; first < contents.results.size(); first += seeds) {
    Group group{0, {}};
    for (size_t run = first; run < std::min(first + seeds, contents.results.size()); ++run)
      if (const SweepResult* result = contents.at(run, furthest)) {
        group.mean += result->value;
        group.runs.push_back(run);
      }
    if (group.runs.empty()) continue;
    group.mean /= double(group.runs.size());
    groups.push_back(std::move(group));
  }
  std::ranges::stable_sort(groups, [more = contents.plan->metric.more](const Group& a, const Group& b) {
    return more ? a.mean > b.mean : a.mean < b.mean;
  });
  std::vector<std::vector<size_t>> best;
  for (size_t i = 0; i < std::min(most, groups.size()); ++i) best.push_back(std::move(groups[i].runs));
  return best;
}

}  // namespace sparring::ui
