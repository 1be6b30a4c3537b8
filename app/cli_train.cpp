// sparring-cli train: one training run from start, or resume, to its end.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli_coach.h"
#include "cli_common.h"
#include "cli_json.h"
#include "cli_signals.h"
#include "cli_terminal.h"
#include "cli_train_view.h"
#include "sparring/adversaries.h"
#include "sparring/forecast.h"
#include "sparring/model.h"
#include "sparring/presets.h"

namespace sparring::cli {
namespace {

constexpr int64_t kDrawn = 1000;  // images of a generator: enough to see a collapse

struct TrainOptions {
  std::optional<std::string> preset;
  std::filesystem::path config;
  std::vector<std::string> assignments;  // key=value, in order
  std::optional<int64_t> steps, epochs, seeds;
  std::optional<std::string> seed, device, threads;  // checked by the parameter table
  std::filesystem::path out, resume, replay;
  std::string fork;  // RUN or RUN@STEP
  std::string data;  // where that of a resumed run is now; empty: where it was
  bool json = false;
  bool quiet = false;
  bool forecast = false;
};

void checkCombination(const TrainOptions& options) {
  if (options.preset && !options.config.empty()) {
    throw usage("train: --preset and --config exclude each other.", "Change single parameters with --set key=value.");
  }
  if (options.steps && options.epochs) {
    throw usage("train: --steps and --epochs exclude each other.", "Give the length of the run in one of them.");
  }
  if (options.seeds && options.out.empty())
    throw usage("train: --seeds needs --out.", "Each seed gets a run of its own in that folder: DIR/seed-1 and so on.");
  if (options.resume.empty() && options.fork.empty() && !options.data.empty())
    throw usage("train: --data is for a run that is resumed or forked.",
                "A new one takes its data with --set data=DIR.");
  if (!options.fork.empty() && (options.preset || !options.config.empty() || options.seeds))
    throw usage("train: a fork begins with its parent's parameters, as one run.",
                "Change single parameters with --set key=value; --preset, --config and --seeds are for new runs.");
  if (options.resume.empty()) return;
  const bool changes = options.preset || !options.config.empty() || !options.assignments.empty() || options.seed ||
                       options.device || options.threads || options.seeds || !options.out.empty() ||
                       !options.fork.empty() || !options.replay.empty();
  if (changes) {
    throw usage("train: a resumed run keeps its own parameters and folder.",
                "With --resume only --steps, --epochs, --data, --json and --quiet make sense.");
  }
}

Params readSettings(const std::filesystem::path& path) {
  const std::string text = readText(path);
  try {
    return paramsFromJson(text);
  } catch (const Error& error) {
    throw Error({"%1: %2", {path.string(), error.cause().str()}}, error.hint(), error.kind());
  }
}

// Half the world writes one half so.
void tellOfComma(const std::string& assignment) {
  const auto equals = assignment.find('=');
  const auto comma = decimalComma(paramRow(assignment.substr(0, equals)), assignment.substr(equals + 1));
  if (!comma) return;
  std::cerr << "note: " << assignment << " are two values, " << comma->first << " and " << comma->second
            << ": a classifier for each. One value is written " << comma->one << ".\n";
}

/// `params` with what the command line says.
Params changed(Params params, const TrainOptions& options) {
  for (const std::string& assignment : options.assignments) {
    setParam(params, assignment);
    tellOfComma(assignment);
  }
  if (options.seed) setParam(params, "seed", *options.seed);
  if (options.device) setParam(params, "device", *options.device);
  if (options.threads) setParam(params, "threads", *options.threads);
  validate(params);
  return params;
}

/// What is trained, on what, and where it is written.
struct Job {
  Params params;
  std::shared_ptr<const Dataset> data;
  RunOptions options;
};

/// RUN, or RUN@STEP where no folder has that whole name.
ForkPoint forkPointOf(const std::string& text) {
  const size_t at = text.rfind('@');
  std::error_code none;
  if (at == text.npos || std::filesystem::exists(text, none)) return forkPoint(text);
  return forkPoint(text.substr(0, at), wholeNumber("--fork RUN@STEP", text.substr(at + 1), 0, kMostSteps));
}

/// A fork keeps what its parent was: preset, data, length asked for.
Job prepareFork(const TrainOptions& options) {
  const ForkPoint point = forkPointOf(options.fork);
  Job job;
  job.params = changed(point.params, options);
  job.options.preset = point.config.preset;
  job.options.fork = point.origin;
  const bool asked = options.steps || options.epochs;
  job.options.steps = asked ? options.steps : point.config.length.steps;
  job.options.epochs = asked ? options.epochs : point.config.length.epochs;
  job.data = job.params.data == point.params.data ? loadDataOf(point.config, options.data) : loadData(job.params.data);
  return job;
}

Job prepareNew(const TrainOptions& options) {
  Job job;
  job.options.steps = options.steps;
  job.options.epochs = options.epochs;
  if (options.config.empty()) job.options.preset = options.preset.value_or(presets().front().name);
  job.params =
      changed(options.config.empty() ? preset(job.options.preset).params : readSettings(options.config), options);
  job.data = loadData(job.params.data);
  return job;
}

Job prepareResumed(const TrainOptions& options) {
  const RunConfig config = readRun(options.resume).config;
  Job job;
  job.params = config.params;
  job.data = loadDataOf(config, options.data);
  job.options.folder = options.resume;
  job.options.resume = true;
  job.options.steps = options.steps;
  job.options.epochs = options.epochs;
  return job;
}

Job prepare(const TrainOptions& options) {
  if (!options.resume.empty()) return prepareResumed(options);
  Job job = options.fork.empty() ? prepareNew(options) : prepareFork(options);
  if (!options.replay.empty()) job.options.replay = editsOf(readRun(options.replay));
  job.options.folder = options.out;
  if (options.out.empty()) {
    const char* parent = std::getenv("SPARRING_RUNS");
    const std::string name = job.options.preset.empty() ? job.params.adversary : job.options.preset;
    job.options.folder = datedRunFolder(parent && *parent ? parent : "runs", name);
    job.options.fresh = true;
  }
  return job;
}

/// Shows a training to its end; a signal stops it. Throws what it failed with.
Progress shown(Trainer& trainer, TrainView& view, CoachAside& coach) {
  Progress progress;
  const auto show = [&](const Update& update) {
    for (const Event& event : update.events) view.event(event);
    progress.add(update);
    coach.add(update);
    if (!isOver(update.state)) view.progress(progress);
  };
  follow(trainer, show, stopRequested);
  return progress;
}

/// By lane; none where it was broken off.
std::vector<double> finalAccuracies(const std::filesystem::path& run, const Dataset& data) {
  AssessmentWatch watch;
  watch.progress = [](int64_t, int64_t) { return !stopRequested(); };
  try {
    const Model model = Model::load(run);
    Suite clean;
    clean.threads = static_cast<int>(model.params().threads);
    std::vector<double> accuracies;
    for (const LaneAssessment& lane : model.assess(data, clean, watch).lanes) accuracies.push_back(lane.clean.value());
    return accuracies;
  } catch (const Error&) {
    if (stopRequested()) return {};  // the run itself is complete
    throw;
  }
}

/// The preset, where the run was its own to the end.
std::optional<Preset> keptPreset(const Progress& progress, const Job& job) {
  const std::string& name = job.options.preset;
  if (name.empty() || job.options.steps || job.options.epochs) return {};
  const Preset& asked = preset(name);
  if (!follows(progress.now.params, asked) || job.data->name != asked.params.data) return {};
  return asked;
}

/// What the generator draws in the end; null where there is none, or it was broken off.
std::shared_ptr<const GeneratorQuality> drawn(const Progress& progress, const Dataset& data) {
  if (!adversaryInfo(progress.now.params.adversary).drawsImages()) return nullptr;
  try {
    const int64_t count = std::min(kDrawn, data.test.count());
    return std::make_shared<GeneratorQuality>(
        Model::load(progress.now.folder).quality(data, count, false, [](int64_t, int64_t) {
          return !stopRequested();
        }));
  } catch (const Error&) {
    if (stopRequested()) return nullptr;
    throw;
  }
}

/// What the preset promised.
std::vector<Check> expectations(const Progress& progress, const Preset& asked, const Dataset& data) {
  try {
    return checkExpectations(asked, Model::load(progress.now.folder), data,
                             [](int64_t, int64_t) { return !stopRequested(); });
  } catch (const Error&) {
    if (stopRequested()) return {};
    throw;
  }
}

Ending summary(const Progress& progress) {
  const Update& now = progress.now;
  Ending ending;
  ending.stopped = now.state == State::Stopped;
  ending.steps = now.step;
  ending.wallSeconds = now.secondsRunning;
  ending.run = now.folder;
  ending.lambdas = now.params.lambda;
  if (now.secondsRunning > 0) {
    ending.stepsPerSecond = static_cast<double>(now.step - now.firstStep) / now.secondsRunning;
    ending.samplesPerSecond = ending.stepsPerSecond * static_cast<double>(now.params.batch);
  }
  return ending;
}

/// One run to its end; whether it got there.
bool trainOne(const Job& job, TrainView& view) {
  Progress progress;
  CoachAside coach(job.data->test.count(), [&view](const Hint& hint, size_t lanes) { view.hint(hint, lanes); });
  if (job.options.resume) coach.begin(withPast(readRun(job.options.folder), job.options.folder));
  {
    Trainer trainer(job.params, job.data, job.options);
    progress = shown(trainer, view, coach);
  }
  Ending ending = summary(progress);
  if (!ending.stopped) {
    ending.accuracies = finalAccuracies(ending.run, *job.data);
    if (const auto preset = keptPreset(progress, job)) {
      ending.expectations = expectations(progress, *preset, *job.data);
      coach.end(drawn(progress, *job.data));
    }
  }
  view.ended(progress, ending);
  return !ending.stopped;
}

void requireSeeds(int64_t first, int64_t count) {
  const auto most = static_cast<int64_t>(paramRow("seed").range.max);
  if (first <= most - (count - 1)) return;
  throw usage("train: " + std::to_string(count) + " seeds from " + std::to_string(first) +
                  " upwards go beyond the largest, " + std::to_string(most) + ".",
              "Begin with a smaller --seed.");
}

/// Runs of other settings have no mean: throws where `config`, of a run begun before, is not what `job` asks for.
void requireSame(const RunConfig& config, const Job& job) {
  const std::string run = job.options.folder.string();
  const char* hint = "Give the settings it was begun with, or another folder (--out).";
  for (const ParamRow& row : paramTable()) {
    const std::string was = paramText(config.params, row), asked = paramText(job.params, row);
    if (was != asked) throw usage(run + " was begun with " + row.key + "=" + was + ", not " + asked + ".", hint);
  }
  if (config.length != RunLength{job.options.steps, job.options.epochs})
    throw usage(run + " was begun with another length (--steps, --epochs).", hint);
  if (config.dataSha256 != job.data->sha256)
    throw usage(run + " was trained on other data than " + job.data->name + " is now.", hint);
}

/// A run that is there already goes on to its end, where it is not there yet.
void takeUp(Job& job) {
  std::error_code none;
  if (!std::filesystem::exists(job.options.folder / "config.json", none)) return;
  requireSame(readRun(job.options.folder).config, job);
  job.options.resume = true;
}

/// The run itself, or one for each seed from its own upwards, in folders below its own.
std::vector<Job> jobsOf(const TrainOptions& options) {
  const Job job = prepare(options);
  if (!options.seeds) return {job};
  requireSeeds(job.params.seed, *options.seeds);
  std::vector<Job> jobs;
  for (int64_t i = 0; i < *options.seeds; ++i) {
    Job& one = jobs.emplace_back(job);
    one.params.seed += i;
    one.options.folder /= "seed-" + std::to_string(one.params.seed);
    takeUp(one);
  }
  return jobs;
}

/// How long it would take; nothing is written.
int foretell(const TrainOptions& options) {
  if (!options.resume.empty() || !options.fork.empty())
    throw usage("train: --forecast is for new runs.", "`sparring-cli train --preset NAME --forecast`");
  const Job job = prepareNew(options);
  catchStopSignals();
  const RunLength length{job.options.steps, job.options.epochs};
  const Forecast one = forecastOf(job.params, job.data, length, stopRequested);
  if (stopRequested()) return kDone;
  const double seconds = one.seconds * static_cast<double>(options.seeds.value_or(1));
  if (options.json)
    printJsonLine({{"steps", one.steps}, {"runs", options.seeds.value_or(1)}, {"seconds", seconds}});
  else
    std::printf("%lld steps%s: about %s on this machine, as busy as it is now.\n", static_cast<long long>(one.steps),
                options.seeds ? (" in each of " + std::to_string(*options.seeds) + " runs").c_str() : "",
                duration(seconds).c_str());
  return kDone;
}

int train(const TrainOptions& options) {
  checkCombination(options);
  if (options.forecast) return foretell(options);
  const auto jobs = jobsOf(options);
  catchStopSignals();
  for (const Job& job : jobs)
    if (!trainOne(job, *makeTrainView(options.json, options.quiet)) || stopRequested()) break;
  return kDone;
}

}  // namespace

void addTrain(Command& program) {
  auto options = std::make_shared<TrainOptions>();
  Command command = program.add("train", "Trains and leaves a run folder");
  command.text("--preset", options->preset, "NAME",
               "Start from a named preset (default " + presets().front().name + "; `sparring-cli presets` lists them)");
  command.path("--config", options->config, "FILE", "Start from a settings file or a run's config.json");
  command.repeated("--set", options->assignments, "KEY=VALUE", "Set one parameter; repeatable, applied in order");
  command.number("--steps", options->steps, 1, kMostSteps,
                 "End after N steps in all, phases counted; kept with the run");
  command.number("--epochs", options->epochs, 1, kMostEpochs, "The same in epochs");
  addDeviceOption(command, options->device, Params{}.device);
  command.text("--seed", options->seed, "N", "The seed decides every random number of the run");
  command.number("--seeds", options->seeds, 2, 100,
                 "Train N runs with N seeds, from --seed upwards, into DIR/seed-…; `evaluate DIR` gives their mean. "
                 "The same again goes on where it was broken off");
  command.text("--threads", options->threads, "N", "Processor threads; 0: all cores");
  command.path("--out", options->out, "DIR", "The run's folder (default: a fresh one under $SPARRING_RUNS or ./runs)");
  command.path("--resume", options->resume, "DIR",
               "Go on with the run in DIR from its last checkpoint to its end, or to another one that is given");
  command.text("--fork", options->fork, "RUN[@STEP]",
               "A new run that goes on from RUN's last checkpoint, or from that of STEP, with other --set values");
  command.path("--replay", options->replay, "RUN",
               "Make the edits that were made while RUN was trained, at their steps");
  addDataOption(command, options->data);
  command.flag("--json", options->json, "One JSON object a line, last the one with \"done\"");
  command.flag("--forecast", options->forecast, "Only say how many steps that would be and how long they would take");
  command.flag("--quiet", options->quiet, "Only the run's folder (with --json: only the last object)");
  command.footer("Ctrl-C stops with a checkpoint, and so do SIGTERM and SIGHUP; a second Ctrl-C ends at once.");
  command.runs([options] { return train(*options); });
}

}  // namespace sparring::cli
