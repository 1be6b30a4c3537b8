// A sweep as it is looked at: its plan, which stays, and what its runs have come to so far. Plain values.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sparring/sweep.h"

namespace sparring::ui {

/// A parameter that is varied, and each run's value of it.
struct VariedAxis {
  std::string key;
  bool number = true;                ///< all values are single numbers
  bool log = false;                  ///< to be drawn on a logarithmic scale
  std::vector<std::string> choices;  ///< of what is no number, in the order of the plan
  std::vector<double> values;        ///< by run: the number, or the index of the choice
};

struct SweepPlan {
  SweepFolder folder;
  SweepMetric metric;
  std::vector<int64_t> budgets;
  std::vector<VariedAxis> axes;  ///< as in spec().vary

  const SweepSpec& spec() const { return folder.spec(); }
  const std::vector<SweepRun>& runs() const { return folder.runs(); }
};

enum class RunState : uint8_t { Waiting, Running, Stopped, Done, Failed };

/// What is known of a sweep by whoever carries it out in this process.
struct SweepNews {
  std::set<size_t> running;
  std::map<size_t, std::string> failures;  ///< the last words of each
};

struct SweepContents {
  std::shared_ptr<const SweepPlan> plan;
  SweepResults results;
  std::vector<RunState> states;
  std::map<size_t, std::string> failures;
  std::optional<SweepBest> best;

  /// What a run came to at a budget; none: as far as it came. Null: nothing yet.
  const SweepResult* at(size_t run, std::optional<int64_t> budget) const;
  size_t count(RunState state) const;
  bool whole() const;  ///< nothing is left to be done, failures aside
};

/// Blocks for some milliseconds, any thread. Throws Error: there is no sweep.
std::shared_ptr<const SweepPlan> openSweep(const std::filesystem::path& folder);
/// Blocks for some 20 µs a run, any thread.
SweepContents readSweep(std::shared_ptr<const SweepPlan> plan, const SweepNews& news);

/// The best runs, best first, as far as the furthest have come; of a combination all seeds together.
std::vector<std::vector<size_t>> bestCombinations(const SweepContents& contents, size_t most);

}  // namespace sparring::ui
