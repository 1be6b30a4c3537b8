// sparring-cli sweep: many runs of one question.
#include <sys/prctl.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli_common.h"
#include "cli_json.h"
#include "cli_signals.h"
#include "cli_terminal.h"
#include "sparring/sweeprunner.h"

namespace sparring::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::chrono::milliseconds kLook{50};

struct SweepOptions {
  std::filesystem::path spec, resume, out;
  std::vector<std::string> assignments, vary;
  std::string preset, metric, strategy, work;
  std::optional<std::string> runner, partition, time;
  std::vector<std::string> lines;
  std::optional<int64_t> steps, epochs, seeds, runs, halving, jobs, cpus, budget, threads;
  bool json = false;
  bool forecast = false;
};

bool describes(const SweepOptions& o) {
  return !o.spec.empty() || !o.preset.empty() || !o.assignments.empty() || !o.vary.empty() || !o.metric.empty() ||
         !o.strategy.empty() || o.steps || o.epochs || o.seeds || o.runs || o.halving || !o.out.empty();
}

/// How it is carried out, which may be another way each time.
SweepSpec carriedOut(SweepSpec spec, const SweepOptions& options) {
  spec.jobs = options.jobs.value_or(spec.jobs);
  spec.runner = options.runner.value_or(spec.runner);
  spec.slurm.partition = options.partition.value_or(spec.slurm.partition);
  spec.slurm.time = options.time.value_or(spec.slurm.time);
  spec.slurm.cpus = options.cpus.value_or(spec.slurm.cpus);
  if (!options.lines.empty()) spec.slurm.lines = options.lines;
  return spec;
}

SweepSpec specOf(const SweepOptions& options) {
  SweepSpec spec = options.spec.empty() ? SweepSpec() : sweepFromJson(readText(options.spec));
  if (!options.preset.empty()) spec.preset = options.preset;
  spec.settings.insert(spec.settings.end(), options.assignments.begin(), options.assignments.end());
  for (const std::string& text : options.vary) spec.vary.push_back(parseVariation(text));
  if (!options.metric.empty()) spec.metric = options.metric;
  if (!options.strategy.empty()) spec.strategy = options.strategy;
  if (options.steps) spec.steps = options.steps;
  if (options.epochs) spec.epochs = options.epochs;
  if (spec.steps && spec.epochs)
    throw usage("sweep: --steps and --epochs exclude each other.", "Give the length of the runs in one of them.");
  if (options.runs) spec.runs = options.runs;
  spec.seeds = options.seeds.value_or(spec.seeds);
  spec.halving = options.halving.value_or(spec.halving);
  return carriedOut(spec, options);
}

SweepFolder folderOf(const SweepOptions& options) {
  if (!options.resume.empty()) {
    if (describes(options))
      throw usage("sweep: a sweep that goes on keeps its own specification.",
                  "With --resume only --jobs, --runner, what it asks of Slurm, and --json make sense.");
    SweepFolder folder = SweepFolder::open(options.resume);
    folder.carryOutAs(carriedOut(folder.spec(), options));
    return folder;
  }
  if (options.out.empty())
    throw usage("sweep: --out is missing.", "Give the folder that is to hold the runs: --out DIR.");
  return SweepFolder::make(options.out, specOf(options));
}

/// One run, for the process that shares out the work: it ends with it.
int work(const SweepOptions& options) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  catchStopSignals();
  const SweepFolder folder = SweepFolder::open(options.resume);
  const auto job = folder.jobOf(options.work, options.budget.value_or(0));
  if (!job || folder.work(*job, options.threads.value_or(0), stopRequested)) return kDone;
  throw Error({"It was told to end, and did so with a checkpoint.", {}}, {"The same sweep goes on from there.", {}});
}

std::string valueText(const SweepSpec& spec, double value) {
  char text[32];
  if (sweepMetric(spec.metric).more)
    std::snprintf(text, sizeof text, "%.2f %%", 100 * value);
  else
    std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

std::string settingsText(const SweepRun& run) {
  std::string text;
  for (const std::string& one : run.settings) text += (text.empty() ? "" : "  ") + one;
  return text;
}

/// Tells what has ended, and how long the rest will take.
class View {
 public:
  View(const SweepRunner& sweep, bool json) : sweep_(sweep), json_(json) {
    const SweepFolder& folder = sweep.folder();
    left_ = jobsLeft();
    if (json_) return;
    std::printf("%zu runs, %lld at a time%s, in %s; the best by %s.\n", folder.runs().size(),
                static_cast<long long>(folder.spec().jobs), folder.spec().runner == "slurm" ? " with Slurm" : "",
                folder.path().c_str(), folder.spec().metric.c_str());
    std::fflush(stdout);
  }

  void ended(const SweepRunner::Ended& one) {
    const SweepFolder& folder = sweep_.folder();
    const SweepRun& run = folder.runs()[one.job.run];
    if (json_) {
      Json line = {{"run", folder.runFolder(one.job.run).string()}, {"settings", run.settings}};
      if (one.result) {
        line["step"] = one.result->step;
        line["value"] = one.result->value;
        line["lambda"] = lambdaOf(one.job.run, one.result->lane);
        line["seconds"] = one.result->seconds;
      } else {
        line["error"] = one.failure;
      }
      printJsonLine(line);
      return;
    }
    const std::string budget = folder.spec().halving > 0 ? "  (" + std::to_string(one.job.budget) + ")" : "";
    std::printf("%s%s  %s  %s%s\n", run.name.c_str(), budget.c_str(), settingsText(run).c_str(),
                one.result ? valueText(folder.spec(), one.result->value).c_str() : ("failed: " + one.failure).c_str(),
                leftText().c_str());
    std::fflush(stdout);
  }

  /// How it came out.
  void end(bool whole) {
    const SweepFolder& folder = sweep_.folder();
    const auto best = bestOf(folder.spec(), sweep_.results());
    const auto failed = sweep_.failed();
    if (json_) {
      Json line = {{"done", whole}, {"runs", folder.runs().size()}, {"failed", failed.size()}};
      if (best) {
        line["best"] = folder.runFolder(best->run).string();
        line["metric"] = folder.spec().metric;
        line["value"] = best->mean;
        line["settings"] = folder.runs()[best->run].settings;
        line["lambda"] = lambdaOf(best->run, best->result.lane);
      }
      printJsonLine(line);
      return;
    }
    for (const size_t run : failed)
      std::printf("failed: %s (its words are in %s/logs)\n", folder.runs()[run].name.c_str(), folder.path().c_str());
    if (best) {
      const SweepRun& run = folder.runs()[best->run];
      std::printf("best: %s  %s  %s %s", run.name.c_str(), settingsText(run).c_str(), folder.spec().metric.c_str(),
                  valueText(folder.spec(), best->mean).c_str());
      if (best->seeds > 1) std::printf(" (mean of %lld seeds)", static_cast<long long>(best->seeds));
      if (run.params.lambda.size() > 1) std::printf(" (λ = %g)", lambdaOf(best->run, best->result.lane));
      std::printf("\n");
    }
    if (!whole) std::printf("go on with: sparring-cli sweep --resume %s\n", shellQuoted(folder.path()).c_str());
  }

 private:
  double lambdaOf(size_t run, int lane) const {
    const auto& lambda = sweep_.folder().runs()[run].params.lambda;
    return static_cast<size_t>(lane) < lambda.size() ? lambda[static_cast<size_t>(lane)] : lambda.front();
  }

  int64_t jobsLeft() const {
    int64_t left = 0;
    for (const auto& results : sweep_.results()) left += results.empty();
    return left;
  }

  // Of what has been done since this began, so that a machine that does other things too is counted as it is.
  std::string leftText() const {
    const int64_t left = jobsLeft();
    if (left == 0 || left_ <= left) return {};
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - began_;
    return "  · " + std::to_string(left) + " to go, about " +
           duration(since.count() / static_cast<double>(left_ - left) * static_cast<double>(left));
  }

  const SweepRunner& sweep_;
  bool json_;
  int64_t left_ = 0;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// How many runs that would be, and how long; nothing is written.
int foretell(const SweepOptions& options) {
  const SweepSpec spec = options.resume.empty() ? specOf(options) : folderOf(options).spec();
  catchStopSignals();
  const size_t runs = runsOf(spec).size();
  const double seconds = sweepSeconds(spec, stopRequested);
  if (stopRequested()) return kDone;
  if (options.json)
    printJsonLine(Json{{"runs", runs}, {"jobs", spec.jobs}, {"seconds", seconds}});
  else
    std::printf("%zu runs, %lld at a time: about %s on this machine, as busy as it is now.\n", runs,
                static_cast<long long>(spec.jobs), duration(seconds).c_str());
  return kDone;
}

int sweep(const SweepOptions& options) {
  if (!options.work.empty()) return work(options);
  if (options.forecast) return foretell(options);
  const auto sweep = runSweep(folderOf(options), std::filesystem::read_symlink("/proc/self/exe"));
  catchStopSignals();
  View view(*sweep, options.json);
  while (sweep->busy() && !stopRequested()) {
    for (const auto& one : sweep->advance()) view.ended(one);
    std::this_thread::sleep_for(kLook);
  }
  view.end(!stopRequested());
  return kDone;
}

}  // namespace

void addSweep(Command& program) {
  auto options = std::make_shared<SweepOptions>();
  Command command = program.add("sweep", "Trains many runs that differ in what is varied, and finds the best");
  command.path("SPEC", options->spec, "FILE", "A sweep as a JSON file; what is given besides goes over it");
  command.path("--resume", options->resume, "DIR", "Go on with the sweep in DIR");
  command.text("--preset", options->preset, "NAME", "What all runs start from");
  command.repeated("--set", options->assignments, "KEY=VALUE", "Set one parameter of all runs; repeatable");
  command.repeated("--vary", options->vary, "KEY=...",
                   "key=v1,v2 or key=LO..HI[:log|:lin][:N]; of a list parameter the values stand apart by \"/\"; "
                   "repeatable: every combination");
  command.number("--seeds", options->seeds, 1, 100, "Runs of each combination, of different seeds");
  command.text("--metric", options->metric, "TEXT",
               "What is best: clean, an attack (pgd:eps=0.1), or a loss by name (default clean)");
  command.text("--strategy", options->strategy, "NAME", "grid (default), random or sobol");
  command.number("--runs", options->runs, 1, 10'000, "How many combinations random and sobol draw");
  command.number("--halving", options->halving, 0, 100,
                 "Only 1 in N of the runs goes on to N times the length, and so on up to the whole (ASHA)");
  command.number("--jobs", options->jobs, 1, 1024,
                 "Runs at one time, each a process; they share the cores (default 1)");
  command.text("--runner", options->runner, "NAME",
               "Where the runs are trained: local (default), or slurm: as arrays of jobs");
  command.text("--partition", options->partition, "NAME", "Of Slurm's machines");
  command.text("--time", options->time, "TIME", "How long Slurm lets a job run, as sbatch takes it (2:00:00)");
  command.number("--cpus", options->cpus, 1, 1024, "Processors that Slurm gives each run (default 1)");
  command.repeated("--sbatch", options->lines, "LINE", "One more option of sbatch: account=physics; repeatable");
  command.number("--steps", options->steps, 1, kMostSteps, "Length of a run in steps, phases counted");
  command.number("--epochs", options->epochs, 1, kMostEpochs, "The same in epochs");
  command.path("--out", options->out, "DIR", "The folder of the sweep; the same command again goes on");
  command.flag("--json", options->json, "One JSON object a line, last the one with \"done\"");
  command.flag("--forecast", options->forecast, "Only say how many runs that would be and how long they would take");
  command.text("--work", options->work, "RUN",
               "Train one run of the sweep in --resume and end: for the program itself");
  command.number("--budget", options->budget, 0, kMostSteps, "The length --work trains to");
  command.number("--threads", options->threads, 0, 1024, "The threads --work takes");
  command.footer("Ctrl-C ends all with checkpoints; the same command, or sweep --resume DIR, goes on.");
  command.runs([options] { return sweep(*options); });
}

}  // namespace sparring::cli
