#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/wholenumber.h"
#include "io/file.h"
#include "sparring/data.h"
#include "sparring/error.h"
#include "sparring/presets.h"
#include "sparring/run.h"
#include "sparring/sweep.h"
#include "sparring/trainer.h"
#include "sweep/slurmarray.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr char kSpecFile[] = "sweep.json";
constexpr char kResultsFolder[] = "results";
constexpr int64_t kLimit = 1 << 20;  // bytes of either file

fs::path resultsPath(const fs::path& folder, const std::string& run) {
  return folder / kResultsFolder / (run + ".json");
}

std::vector<SweepResult> readResults(const fs::path& path) {
  std::vector<SweepResult> results;
  try {
    for (const Json& one : Json::parse(readFile(path, kLimit)))
      results.push_back({wholeNumber<int64_t>(one.at("budget")), wholeNumber<int64_t>(one.at("step")), one.at("value"),
                         wholeNumber<int>(one.at("lane")), one.at("seconds")});
  } catch (const std::exception&) {  // not there yet, or broken: measured again
    return {};
  }
  std::ranges::sort(results, {}, &SweepResult::budget);
  return results;
}

void writeResults(const fs::path& path, const std::vector<SweepResult>& results) {
  Json list = Json::array();
  for (const auto& one : results)
    list.push_back({{"budget", one.budget},
                    {"step", one.step},
                    {"value", one.value},
                    {"lane", one.lane},
                    {"seconds", one.seconds}});
  fs::create_directories(path.parent_path());
  writeFile(path, list.dump(1) + "\n");
}

SweepSpec carriedOutAs(SweepSpec spec, const SweepSpec& how) {
  spec.jobs = how.jobs;
  spec.runner = how.runner;
  spec.slurm = how.slurm;
  return spec;
}

/// By lane: on all test images, or the loss of the last point.
std::vector<double> measured(const fs::path& run, const SweepMetric& metric, const Dataset& data,
                             const std::function<bool()>& stopped) {
  std::vector<double> values;
  if (!isAccuracy(metric.metric)) {
    for (const MetricPoint& point : readRun(run).points) {
      if (point.metric != metric.metric) continue;
      values.resize(std::max<size_t>(values.size(), static_cast<size_t>(point.lane) + 1));
      values[static_cast<size_t>(point.lane)] = point.value;
    }
    return values;
  }
  const Model model = Model::load(run);
  Suite suite;
  suite.threads = static_cast<int>(model.params().threads);
  if (const auto& attack = metricRow(metric.metric).attack) suite.probes.push_back(Probe::at(*attack));
  AssessmentWatch watch;
  watch.progress = [&](int64_t, int64_t) { return !stopped(); };
  for (const LaneAssessment& lane : model.assess(data, suite, watch).lanes)
    values.push_back(lane.curves.empty() ? lane.clean.value() : lane.curves.front().points.front().share.value());
  return values;
}

}  // namespace

std::vector<fs::path> sweepsIn(const fs::path& folder) {
  std::vector<fs::path> sweeps;
  std::error_code none;
  for (fs::directory_iterator it(folder, none), end; !none && it != end; it.increment(none))
    if (std::error_code gone; fs::exists(it->path() / kSpecFile, gone)) sweeps.push_back(it->path());
  std::ranges::sort(sweeps, std::greater());
  return sweeps;
}

SweepFolder::SweepFolder(fs::path path, SweepSpec spec)
    : path_(std::move(path)), spec_(std::move(spec)), runs_(runsOf(spec_)) {
  budgetsOf(spec_, runs_.size());
  requireRunner(spec_);
}

void SweepFolder::carryOutAs(const SweepSpec& how) {
  requireRunner(how);
  spec_ = carriedOutAs(std::move(spec_), how);
}

SweepFolder SweepFolder::make(const fs::path& folder, const SweepSpec& spec) {
  std::error_code none;
  if (fs::exists(folder / kSpecFile, none)) {
    SweepFolder there = open(folder);
    if (carriedOutAs(there.spec_, spec) != spec)
      throw Error(
          {QT_TRANSLATE_NOOP("core", "%1 holds another sweep."), {folder.string()}},
          {QT_TRANSLATE_NOOP("core", "Go on with it by naming it alone (sweep --resume DIR), or give another folder."),
           {}},
          Error::Kind::Usage);
    there.carryOutAs(spec);
    return there;
  }
  if (fs::exists(folder, none) && !fs::is_empty(folder, none))
    throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 is not empty and holds no sweep."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Give a new folder."), {}}, Error::Kind::Usage);
  SweepFolder made(folder, spec);
  fs::create_directories(folder);
  writeFile(folder / kSpecFile, sweepToJson(spec));
  return made;
}

SweepFolder SweepFolder::open(const fs::path& folder) {
  std::error_code none;
  if (!fs::exists(folder / kSpecFile, none))
    throw Error({QT_TRANSLATE_NOOP("core", "There is no sweep in %1: it has no sweep.json."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Name the folder that was given as --out."), {}});
  return {folder, sweepFromJson(readFile(folder / kSpecFile, kLimit))};
}

std::vector<SweepResult> SweepFolder::resultsOf(size_t run) const {
  return readResults(resultsPath(path_, runs_[run].name));
}

SweepResults SweepFolder::results() const {
  SweepResults all;
  for (size_t run = 0; run < runs_.size(); ++run) all.push_back(resultsOf(run));
  return all;
}

std::optional<SweepJob> SweepFolder::jobOf(const std::string& work, int64_t budget) const {
  SweepJob job{0, budget};
  if (const auto place = placeOf(work, budget)) {
    const auto promoted = promotedTo(spec_, results(), budget);
    if (*place > promoted.size()) return {};
    job.run = promoted[*place - 1];
  } else {
    const auto run = std::ranges::find(runs_, work, &SweepRun::name);
    if (run == runs_.end())
      throw Error({QT_TRANSLATE_NOOP("core", "The sweep has no run \"%1\"."), {work}}, {}, Error::Kind::Usage);
    job.run = static_cast<size_t>(run - runs_.begin());
  }
  const auto done = resultsOf(job.run);
  if (std::ranges::find(done, budget, &SweepResult::budget) != done.end()) return {};
  return job;
}

bool SweepFolder::work(const SweepJob& job, int64_t threads, const std::function<bool()>& stopped) const {
  const fs::path folder = runFolder(job.run);
  RunOptions options;
  options.folder = folder;
  options.preset = spec_.preset.empty() ? presets().front().name : spec_.preset;
  if (job.budget > 0) (spec_.steps ? options.steps : options.epochs) = job.budget;
  Params params = runs_[job.run].params;
  if (threads > 0) params.threads = threads;
  std::error_code none;
  options.resume = fs::exists(folder / "config.json", none);
  std::shared_ptr<const Dataset> data;
  if (options.resume) {
    const RunConfig config = readRun(folder).config;
    data = loadSame(config.dataName, config.dataSha256);
  } else {
    data = loadDataset(params.data);
  }
  Update last;
  {
    Trainer trainer(params, data, options);
    last = follow(
        trainer, [](const Update&) {}, stopped);
  }
  if (last.state == State::Stopped) return false;
  const SweepMetric metric = sweepMetric(spec_.metric);
  const auto values = measured(folder, metric, *data, stopped);
  if (stopped()) return false;
  if (values.empty())
    throw Error({QT_TRANSLATE_NOOP("core", "The run has no %1 to be compared by."), {spec_.metric}},
                {QT_TRANSLATE_NOOP("core", "Give a --metric that these runs measure."), {}});
  const auto best = metric.more ? std::ranges::max_element(values) : std::ranges::min_element(values);
  const fs::path path = resultsPath(path_, runs_[job.run].name);
  auto results = readResults(path);
  std::erase_if(results, [&](const SweepResult& one) { return one.budget == job.budget; });
  results.push_back({job.budget, last.step, *best, static_cast<int>(best - values.begin()), last.secondsRunning});
  writeResults(path, results);
  return true;
}

}  // namespace sparring
