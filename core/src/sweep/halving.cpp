#include <algorithm>

#include "sparring/error.h"
#include "sparring/sweep.h"

namespace sparring {

namespace {

/// The result at a budget, or null.
const SweepResult* at(const std::vector<SweepResult>& results, int64_t budget) {
  const auto found = std::ranges::find(results, budget, &SweepResult::budget);
  return found == results.end() ? nullptr : &*found;
}

/// The best of those that have been through `budget`, 1 in `halving`, best first.
std::vector<size_t> bestAt(const SweepSpec& spec, const SweepResults& results, int64_t budget) {
  std::vector<size_t> through;
  for (size_t run = 0; run < results.size(); ++run)
    if (at(results[run], budget)) through.push_back(run);
  const bool more = sweepMetric(spec.metric).more;
  std::ranges::stable_sort(through, [&](size_t a, size_t b) {
    const double x = at(results[a], budget)->value, y = at(results[b], budget)->value;
    return more ? x > y : x < y;
  });
  through.resize(through.size() / static_cast<size_t>(spec.halving));
  return through;
}

}  // namespace

std::vector<int64_t> budgetsOf(const SweepSpec& spec, size_t runs) {
  const int64_t whole = spec.steps.value_or(spec.epochs.value_or(0));
  if (spec.halving == 0) return {whole};
  if (spec.halving == 1)
    throw Error({QT_TRANSLATE_NOOP("core", "Halving by 1 leaves all runs."), {}},
                {QT_TRANSLATE_NOOP("core", "Give a factor from 2 upwards, or 0 for none."), {}}, Error::Kind::Usage);
  if (whole == 0)
    throw Error({QT_TRANSLATE_NOOP("core", "Halving needs to know how long a run is."), {}},
                {QT_TRANSLATE_NOOP("core", "Give the longest length: --epochs or --steps."), {}}, Error::Kind::Usage);
  std::vector<int64_t> budgets = {whole};
  const int64_t least = spec.epochs && !spec.steps ? 1 : 50;
  for (int64_t left = static_cast<int64_t>(runs) / spec.halving; left > 0 && budgets.front() / spec.halving >= least;
       left /= spec.halving)
    budgets.insert(budgets.begin(), budgets.front() / spec.halving);
  return budgets;
}

std::optional<SweepJob> nextJob(const SweepSpec& spec, const SweepResults& results, const std::set<size_t>& aside) {
  const auto budgets = budgetsOf(spec, results.size());
  for (size_t rung = budgets.size() - 1; rung > 0; --rung)
    for (const size_t run : bestAt(spec, results, budgets[rung - 1]))
      if (!aside.contains(run) && !at(results[run], budgets[rung])) return SweepJob{run, budgets[rung]};
  for (size_t run = 0; run < results.size(); ++run)
    if (!aside.contains(run) && !at(results[run], budgets.front())) return SweepJob{run, budgets.front()};
  return {};
}

std::vector<size_t> promotedTo(const SweepSpec& spec, const SweepResults& results, int64_t budget) {
  const auto budgets = budgetsOf(spec, results.size());
  const auto rung = std::ranges::find(budgets, budget);
  if (rung == budgets.begin() || rung == budgets.end()) return {};
  return bestAt(spec, results, *(rung - 1));
}

std::optional<SweepBest> bestOf(const SweepSpec& spec, const SweepResults& results) {
  const bool more = sweepMetric(spec.metric).more;
  const auto better = [more](double a, double b) { return more ? a > b : a < b; };
  int64_t furthest = -1;
  for (const auto& one : results)
    if (!one.empty()) furthest = std::max(furthest, one.back().budget);
  const auto seeds = static_cast<size_t>(spec.seeds);
  std::optional<SweepBest> best;
  for (size_t first = 0; first < results.size(); first += seeds) {
    std::optional<SweepBest> group;
    double sum = 0;
    int64_t count = 0;
    for (size_t run = first; run < std::min(first + seeds, results.size()); ++run) {
      const SweepResult* result = at(results[run], furthest);
      if (!result) continue;
      sum += result->value;
      ++count;
      if (!group || better(result->value, group->result.value)) group = SweepBest{run, *result};
    }
    if (!group) continue;
    group->mean = sum / static_cast<double>(count);
    group->seeds = count;
    if (!best || better(group->mean, best->mean)) best = group;
  }
  return best;
}

}  // namespace sparring
