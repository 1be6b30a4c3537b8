// Many runs of one question: which parameters vary over what, and which runs that makes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sparring/metrics.h"
#include "sparring/params.h"

namespace sparring {

/// One parameter of a sweep, and what it takes: values, or a range of numbers.
struct Variation {
  struct Span {
    double low = 0, high = 0;
    bool log = false;
    int64_t count = 5;  ///< of a grid's points, ends included
    bool operator==(const Span&) const = default;
  };
  std::string key;
  std::vector<std::string> values;  ///< as setParam takes them; empty where there is a span
  std::optional<Span> span;
  bool operator==(const Variation&) const = default;
};

/// "key=v1,v2,…" or "key=LO..HI[:log|:lin][:N]"; a list parameter's values stand apart by "/":
/// "classifier.hidden=64/256,128". A range is even on the scale of the parameter's row unless it says otherwise. Throws
/// Error (Usage): no such key, a value the parameter does not take, a range of what is no number.
Variation parseVariation(const std::string& text);
std::string variationText(const Variation& variation);

/// What each job of a sweep asks of Slurm, in its words.
struct SlurmRequest {
  std::string partition, time;     ///< empty: the cluster's own
  int64_t cpus = 1;                ///< processors of each run
  std::vector<std::string> lines;  ///< more options of sbatch, each a line: "account=physics", "-A physics"
  bool operator==(const SlurmRequest&) const = default;
};

/// What is asked of a sweep, as its folder's sweep.json keeps it. Nothing comes of `jobs`, `runner` and `slurm`: they
/// say how it is carried out.
struct SweepSpec {
  std::string preset;                 ///< empty: the first
  std::vector<std::string> settings;  ///< "key=value" for all runs, applied in order
  std::vector<Variation> vary;
  std::string metric = "clean";   ///< what is best: an accuracy as an attack is written, or a loss by name
  std::string strategy = "grid";  ///< "grid", "random" or "sobol"
  std::optional<int64_t> runs;    ///< of random and sobol
  int64_t seeds = 1;              ///< runs for each combination, of seeds from the parameters' own upwards
  int64_t halving = 0;            ///< only 1 in so many goes on to a budget so many times larger; 0: all go on
  int64_t jobs = 1;               ///< at one time
  std::string runner = "local";   ///< "local": processes of this machine, or "slurm"
  SlurmRequest slurm;
  std::optional<int64_t> steps, epochs;
  bool operator==(const SweepSpec&) const = default;
};

/// Throws Error (Usage): not JSON, ill-typed, an unknown key.
SweepSpec sweepFromJson(const std::string& text);
std::string sweepToJson(const SweepSpec& spec);

/// What a sweep compares its runs by.
struct SweepMetric {
  Metric metric = Metric::Clean;
  bool more = true;  ///< an accuracy: the more the better; a loss: the less
};
/// Throws Error (Usage): neither an accuracy nor a loss.
SweepMetric sweepMetric(const std::string& text);

struct SweepRun {
  std::string name;                   ///< of its folder: "run-07", with seeds "run-07-seed-2"
  std::vector<std::string> settings;  ///< "key=value": what it varies
  Params params;                      ///< all of them
};

/// All runs, in the order in which they are begun. The same specification gives the same runs. Throws Error (Usage): a
/// combination that makes no sense, nothing to vary, too many (10,000).
std::vector<SweepRun> runsOf(const SweepSpec& spec);

/// What one run came to at one budget.
struct SweepResult {
  int64_t budget = 0;  ///< as budgetsOf() has it
  int64_t step = 0;
  double value = 0;  ///< of the best lane
  int lane = 0;
  double seconds = 0;  ///< of training, since the run began or was taken up again
  bool operator==(const SweepResult&) const = default;
};
using SweepResults = std::vector<std::vector<SweepResult>>;  ///< by run, budgets ascending

/// From rung to rung for so many `runs`, in the specification's steps or epochs; one 0, the run's own length, where it
/// gives none. Throws Error (Usage): halving without a length.
std::vector<int64_t> budgetsOf(const SweepSpec& spec, size_t runs);

struct SweepJob {
  size_t run = 0;
  int64_t budget = 0;
  bool operator==(const SweepJob&) const = default;
};

/// What to do next: a run that is among the best of its rung goes on to the next one (asynchronous successive halving,
/// Li et al. 2018, arXiv 1810.05934), else another run begins. Nothing where all that is left is under way. `aside`:
/// runs that are under way or have failed.
std::optional<SweepJob> nextJob(const SweepSpec& spec, const SweepResults& results, const std::set<size_t>& aside);

/// The runs that go on to `budget`, a rung above the first: the best 1 in `halving` of those that have been through the
/// rung below it, best first. None at another budget.
std::vector<size_t> promotedTo(const SweepSpec& spec, const SweepResults& results, int64_t budget);

/// The run with the best value among those that came furthest; of several seeds the mean counts, and the best seed of
/// that combination is named. Nothing where nothing has come to anything yet.
struct SweepBest {
  size_t run = 0;
  SweepResult result;
  double mean = 0;  ///< of `seeds` runs of its combination
  int64_t seeds = 1;
};
std::optional<SweepBest> bestOf(const SweepSpec& spec, const SweepResults& results);

/// The threads of each run: `spec.jobs` at a time share this machine's cores evenly, those of a cluster have what is
/// asked of it.
int64_t threadsOf(const SweepSpec& spec);

/// Spearman's rank correlation, equal values having their mean rank.
struct RankCorrelation {
  double rho = 0;             ///< in [-1,1]
  double low = -1, high = 1;  ///< 95 % interval
  size_t count = 0;           ///< pairs
  bool withinChance() const { return low <= 0 && high >= 0; }
};
/// The interval is Fisher's z with the variance of Bonett and Wright (2000, Psychometrika 65:23), (1 + ρ²/2)/(n − 3). A
/// perfect order has that of the one next to it, up to 1. Nothing for fewer than four pairs, or where all of one side
/// are equal. `x` and `y` are of one length.
std::optional<RankCorrelation> rankCorrelation(const std::vector<double>& x, const std::vector<double>& y);

/// How much of the spread of the ranks lies between groups (η² of the ranks, as in the test of Kruskal and Wallis).
struct GroupSpread {
  double eta2 = 0;    ///< in [0,1]
  double chance = 0;  ///< 95 % of shuffled values stay below, where groups are not tiny
  size_t count = 0;   ///< values
  bool withinChance() const { return eta2 <= chance; }
};
/// Nothing for fewer than four values, for one group, for a group each, or where all values are equal. `group` and `y`
/// are of one length.
std::optional<GroupSpread> groupSpread(const std::vector<std::string>& group, const std::vector<double>& y);

/// What varying one parameter did to the metric: of numbers their rank correlation, of anything else the spread
/// between its values; neither where there is too little to tell.
struct Influence {
  std::string key;
  std::optional<RankCorrelation> order;
  std::optional<GroupSpread> groups;
  double size() const;  ///< |ρ| or η, for an order of several; 0 where there is neither
};
/// Among the runs that came to `budget`, the strongest first; of several seeds the mean counts once.
std::vector<Influence> influencesOf(const SweepSpec& spec, const std::vector<SweepRun>& runs,
                                    const SweepResults& results, int64_t budget);

/// What a run takes for spec.vary[d], as text.
std::string variedValue(const SweepRun& run, size_t d);

/// The folders right in `folder` that hold a sweep, in the order of their names, last first. Blocks for some 10 µs a
/// folder. Throws nothing.
std::vector<std::filesystem::path> sweepsIn(const std::filesystem::path& folder);

/// How long the whole sweep would take, in seconds, with what halving leaves out: some of its runs are tried as
/// forecastOf() does it, those between them taken to be like these. Blocks for some seconds. Throws as runsOf(),
/// budgetsOf() and forecastOf(). `stopped`: gives up, with 0.
double sweepSeconds(const SweepSpec& spec, const std::function<bool()>& stopped = {});

/// DIR: sweep.json, a folder for each run, and results/RUN.json. Nothing else is kept: what is done, and what is to do,
/// is read from these.
class SweepFolder {
 public:
  /// Makes the folder, or takes up the sweep in it. Throws Error: it holds another sweep or something else, cannot be
  /// written; (Usage) what runsOf() and budgetsOf() throw.
  static SweepFolder make(const std::filesystem::path& folder, const SweepSpec& spec);
  /// Throws Error: no sweep there.
  static SweepFolder open(const std::filesystem::path& folder);

  const std::filesystem::path& path() const { return path_; }
  const SweepSpec& spec() const { return spec_; }
  const std::vector<SweepRun>& runs() const { return runs_; }
  std::filesystem::path runFolder(size_t run) const { return path_ / runs_[run].name; }
  /// Takes jobs, runner and slurm from `how`; in this process, not in sweep.json. Throws Error (Usage): no such runner,
  /// or what Slurm cannot be asked.
  void carryOutAs(const SweepSpec& how);
  /// Budgets ascending. A file that cannot be read counts as none: that run is measured again.
  std::vector<SweepResult> resultsOf(size_t run) const;
  SweepResults results() const;
  /// What `sweep --work TEXT --budget N` is to do: a run by its name, or "best-3-to-N", the third of promotedTo(N).
  /// Nothing where it is done already, or so many do not go on. Throws Error (Usage): no such run.
  std::optional<SweepJob> jobOf(const std::string& work, int64_t budget) const;

  /// Trains a run to a budget, from where it is, and measures it; notes the result. In this process, until it is done
  /// or `stopped` says so (then false, with a checkpoint). Throws what the training failed with. `threads`: 0: as its
  /// parameters say.
  bool work(const SweepJob& job, int64_t threads, const std::function<bool()>& stopped) const;

 private:
  SweepFolder(std::filesystem::path path, SweepSpec spec);
  std::filesystem::path path_;
  SweepSpec spec_;
  std::vector<SweepRun> runs_;
};

}  // namespace sparring
