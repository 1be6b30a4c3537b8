// Run folders: what a run leaves on disk, and how it is read back. Opening one executes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sparring/event.h"
#include "sparring/metrics.h"
#include "sparring/params.h"

namespace sparring {

/// The default place for runs: $SPARRING_RUNS, else <user data>/sparring/runs.
std::filesystem::path runsFolder();

/// A folder's name under `parent` for a run that begins now: "<date>-<time>-<name>". Two that begin in one second get
/// the same: RunOptions::fresh keeps them apart.
std::filesystem::path datedRunFolder(const std::filesystem::path& parent, const std::string& name);

/// Whether a program, this one included, is writing the run in `folder`. Does not throw; false where the file system
/// has no locks.
bool isBeingTrained(const std::filesystem::path& folder);

/// How long a run is asked to be in all, phases counted, in steps or in epochs; neither: as long as its phases.
struct RunLength {
  std::optional<int64_t> steps, epochs;
  bool operator==(const RunLength&) const = default;
};

/// Where a fork left another run: everything up to `step` is that run's.
struct Origin {
  std::filesystem::path run;  ///< as config.json has it: a name beside the fork's own folder, or an absolute path
  int64_t step = 0;
  bool operator==(const Origin&) const = default;
};

/// An edit that a run is to make once it comes to `step`.
struct PlannedEdit {
  int64_t step = 0;
  std::string key, value;
  bool operator==(const PlannedEdit&) const = default;
};

/// The contents of config.json.
struct RunConfig {
  std::string version;  ///< of the program that began the run
  std::string preset;   ///< may be empty
  std::string dataName;
  std::string dataSha256;
  std::string device;  ///< "cpu" or "cuda"
  int threads = 0;
  std::string started;  ///< ISO 8601, UTC
  Params params;        ///< as the run began; edits are in events.jsonl
  RunLength length;
  int64_t testImages = 0;                 ///< in the data's test set; 0: an older version did not say
  std::optional<Origin> parent = {};      ///< of a fork
  std::vector<PlannedEdit> replay = {};   ///< steps ascending
  std::vector<std::string> unknown = {};  ///< keys of parameters that this version does not have, left out of `params`
};

/// What to tell of a run that this version does not know in full; nothing where it does.
std::optional<Message> warningOf(const RunConfig& config, const std::filesystem::path& folder);

/// What a list of runs shows. `problem` is set where the folder could not be read.
struct RunSummary {
  std::filesystem::path folder;
  std::string preset;
  std::string started;
  std::vector<double> began;  ///< λ by lane, at the beginning
  std::string dataName;
  Params params = {};                 ///< as edited last
  std::optional<Origin> parent = {};  ///< of a fork: parentOf(), absolute
  int64_t lastStep = 0;
  int lane = 0;  ///< whose accuracies and losses these are: mostRobust()
  /// The accuracies of the last evaluation in [0,1]; without a value where that was not recorded. Likewise the others.
  struct Accuracy {
    Metric metric = Metric::Clean;
    std::optional<double> value;
    bool operator==(const Accuracy&) const = default;
  };
  std::vector<Accuracy> accuracies = {{}};  ///< clean, then under each attack that the run measures
  int64_t tested = 0;                       ///< imagesTested()
  std::vector<Accuracy> losses = {};  ///< and gradients: the last value of each that was recorded, in legend order
  std::optional<Message> problem;
  bool training = false;  ///< see isBeingTrained()

  std::optional<double> accuracy(Metric metric) const;
};

/// Of the accuracies of one evaluation, by lane: which lane is right most often under mainAttackOf() what is measured.
int mostRobust(const std::vector<std::vector<RunSummary::Accuracy>>& lanes);

/// The order of a list of runs: newest first, broken ones last.
bool newestFirst(const RunSummary& a, const RunSummary& b);

/// The run in `folder`. Never throws for what it finds there.
RunSummary summaryOf(const std::filesystem::path& folder);

/// Runs under `parent`, newest first, broken ones last. Folders without a config.json are passed over. Never throws
/// for what it finds; no folder `parent`, no runs.
std::vector<RunSummary> listRuns(const std::filesystem::path& parent);

/// Everything readable of one run. A last line cut short by a kill is passed over. Throws Error.
struct RunRecord {
  RunConfig config;
  std::vector<MetricPoint> points;
  std::vector<Event> events;
  std::vector<int64_t> checkpoints;  ///< steps, ascending
  std::vector<int64_t> snapshots;    ///< steps whose weights are there to be looked at, ascending
  std::vector<int64_t> samples;      ///< steps that have a samples/step-N.png, ascending
  int64_t stepsPerEpoch = 0;         ///< 0: not known yet
};
RunRecord readRun(const std::filesystem::path& folder);

/// How the run in `folder` names another: by its name alone where they lie in one folder, which may move.
std::filesystem::path besides(const std::filesystem::path& run, const std::filesystem::path& folder);

/// The folder of the run that the one in `folder` is a fork of; empty where it is none.
std::filesystem::path parentOf(const RunConfig& config, const std::filesystem::path& folder);

/// A fork with its past before it: the points and events of its parents up to where it left each, and what it changed
/// there as edits. A parent that is gone or cannot be read leaves a gap.
RunRecord withPast(RunRecord record, const std::filesystem::path& folder);

/// Where the weights of a step can be read.
struct LookStep {
  int64_t step = 0;
  std::filesystem::path run;  ///< whose checkpoint or snapshot it is: a fork's past is its parents'
  bool operator==(const LookStep&) const = default;
};
/// Every step of the run in `folder`, its past counted, that can be looked at; ascending. A parent that cannot be read
/// leaves a gap. Throws Error: no run there.
std::vector<LookStep> lookSteps(const std::filesystem::path& folder);
/// The last of them that is not after `step`, else the first; none: the last. Nothing where there are none.
std::optional<LookStep> lookAt(const std::vector<LookStep>& steps, std::optional<int64_t> step);

/// What makes the one settings of the other, as edits at `step`; the machine's own (device, threads) are left out.
std::vector<Event> editsBetween(const Params& before, const Params& after, int64_t step);

/// The run's own edits, as they are to be made by another run.
std::vector<PlannedEdit> editsOf(const RunRecord& record);

/// The parameters after the edits up to `step`. An edit that cannot be read is passed over.
Params paramsAfter(const Params& began, const std::vector<Event>& events,
                   int64_t step = std::numeric_limits<int64_t>::max());

/// What the run measures after all edits: the clean accuracy, then one for each attack of `evaluate.attacks`.
std::vector<Metric> accuraciesOf(const Params& began, const std::vector<Event>& events);

/// On how many test images each accuracy of the run's last test stands; 0: not known.
int64_t imagesTested(const RunConfig& config, const std::vector<Event>& events);

/// The last of `steps`, which ascend and of which there are some, that is not after `step`; the first where all are.
int64_t lastUpTo(const std::vector<int64_t>& steps, int64_t step);

std::filesystem::path checkpointPath(const std::filesystem::path& folder, int64_t step);
std::filesystem::path snapshotPath(const std::filesystem::path& folder, int64_t step);
std::filesystem::path samplesPath(const std::filesystem::path& folder, int64_t step);

/// metrics.csv's first line, without its line feed: step,epoch,phase,lane,metric,value. An accuracy under attack goes
/// by the attack's name, as long as that stands once in `evaluate.attacks` (whose settings are in config.json and,
/// where edited, in events.jsonl); else by name and settings, in quotes where these hold a comma.
std::string metricsHeader();

}  // namespace sparring
