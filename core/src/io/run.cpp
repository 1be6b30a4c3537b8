#include "sparring/run.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "io/file.h"
#include "io/measuredlists.h"
#include "io/runformat.h"
#include "sparring/images.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

/// How far back from the end of metrics.csv the list of runs looks for the last accuracies: first a little, then, if
/// evaluations are rare, more. Bounded, so that a list of many long runs stays quick.
constexpr int64_t kTails[] = {int64_t(64) << 10, int64_t(1) << 20};

/// The last `limit` bytes of a file, beginning with a whole line.
std::string readTail(InputFile& file, int64_t limit) {
  const int64_t start = std::max<int64_t>(file.size() - limit, 0);
  std::string text(file.size() - start, '\0');
  file.seek(start);
  text.resize(file.read(text.data(), text.size()));
  if (start > 0) text.erase(0, text.find('\n') + 1);
  return text;
}

std::vector<RunSummary::Accuracy> notMeasured(const std::vector<Metric>& metrics) {
  std::vector<RunSummary::Accuracy> accuracies;
  for (const Metric metric : metrics) accuracies.push_back({metric, {}});
  return accuracies;
}

using Accuracies = std::vector<RunSummary::Accuracy>;

std::optional<double> valueOf(const Accuracies& accuracies, Metric metric) {
  const auto found = std::ranges::find(accuracies, metric, &RunSummary::Accuracy::metric);
  return found == accuracies.end() ? std::nullopt : found->value;
}

/// Takes the last step, the last losses and the last evaluation from whole lines of metrics.csv. False where no
/// evaluation is there.
bool takeLast(RunSummary& summary, const std::string& text, const MeasuredLists& lists) {
  std::optional<int64_t> evaluated;
  std::vector<Accuracies> lanes;
  std::map<std::pair<Metric, int>, double> losses;
  for (const std::string_view line : wholeLines(text)) {
    const std::optional<MetricPoint> point = parseMetricLine(line, lists);
    if (!point) continue;
    summary.lastStep = std::max(summary.lastStep, point->step);
    if (point->lane < 0) continue;
    if (!isAccuracy(point->metric)) {
      losses[{point->metric, point->lane}] = point->value;
      continue;
    }
    if (evaluated != point->step) lanes.clear();
    evaluated = point->step;
    const auto lane = static_cast<size_t>(point->lane);
    if (lane >= lanes.size()) lanes.resize(lane + 1, notMeasured(lists.at(point->step)));
    for (auto& accuracy : lanes[lane])
      if (accuracy.metric == point->metric) accuracy.value = point->value;
  }
  if (evaluated) {
    summary.lane = mostRobust(lanes);
    summary.accuracies = lanes[static_cast<size_t>(summary.lane)];
  }
  summary.losses.clear();
  for (const MetricRow& row : metricTable())
    if (const auto found = losses.find({row.metric, row.perLane ? summary.lane : 0}); found != losses.end())
      summary.losses.push_back({row.metric, found->second});
  return evaluated.has_value();
}

}  // namespace

RunSummary summaryOf(const fs::path& folder) {
  RunSummary summary;
  summary.folder = folder;
  summary.training = isBeingTrained(folder);
  MeasuredLists lists(Params{}, {});
  try {
    const RunConfig config = readConfig(folder);
    const std::vector<Event> edits = readEvents(folder, "\"edit\"");
    lists = MeasuredLists(config.params, edits);
    summary.accuracies = notMeasured(lists.last());
    summary.preset = config.preset;
    summary.started = config.started;
    summary.began = config.params.lambda;
    summary.params = paramsAfter(config.params, edits);
    summary.dataName = config.dataName;
    if (config.parent) summary.parent = {parentOf(config, folder), config.parent->step};
    summary.tested = imagesTested(config, edits);
  } catch (const Error& error) {
    summary.problem = error.cause();
  }
  try {
    InputFile metrics(folder / kMetricsFile);
    for (const int64_t tail : kTails)
      if (takeLast(summary, readTail(metrics, tail), lists) || metrics.size() <= tail) break;
  } catch (const Error&) {  // killed before it had any
  }
  const auto checkpoints = stepFiles(folder / kCheckpointsFolder, kCheckpointExtension);
  if (!checkpoints.empty()) summary.lastStep = std::max(summary.lastStep, checkpoints.back());
  return summary;
}

namespace {

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value && *value ? value : nullptr;
}

/// `name` as a part of a file name: no separators, spaces or control characters.
std::string fileName(const std::string& name) {
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte <= ' ' || byte == 0x7f || c == '/' || c == '\\' || c == ':' ? '-' : c;
  }
  return out;
}

}  // namespace

fs::path runsFolder() {
  if (const char* runs = environment("SPARRING_RUNS")) return runs;
  // As the XDG base directory specification has it: a relative $XDG_DATA_HOME counts as none.
  if (const char* data = environment("XDG_DATA_HOME"); data && fs::path(data).is_absolute()) {
    return fs::path(data) / "sparring" / "runs";
  }
  if (const char* home = environment("HOME")) return fs::path(home) / ".local" / "share" / "sparring" / "runs";
  return fs::path("sparring-runs");
}

fs::path datedRunFolder(const fs::path& parent, const std::string& name) {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  localtime_r(&now, &local);
  char stamp[32];
  std::strftime(stamp, sizeof stamp, "%Y-%m-%d-%H%M%S", &local);
  return parent / (name.empty() ? std::string(stamp) : std::string(stamp) + "-" + fileName(name));
}

std::optional<double> RunSummary::accuracy(Metric metric) const { return valueOf(accuracies, metric); }

int mostRobust(const std::vector<Accuracies>& lanes) {
  const auto robust = [](const Accuracies& lane) {
    std::vector<Metric> metrics;
    for (const auto& accuracy : lane) metrics.push_back(accuracy.metric);
    return valueOf(lane, mainAttackOf(metrics)).value_or(-1);
  };
  const auto best = std::ranges::max_element(lanes, {}, robust);
  return best == lanes.end() ? 0 : static_cast<int>(best - lanes.begin());
}

// ISO 8601 in UTC sorts as text. A run whose configuration is broken has no date.
bool newestFirst(const RunSummary& a, const RunSummary& b) {
  return std::pair(a.started, a.folder) > std::pair(b.started, b.folder);
}

std::vector<RunSummary> listRuns(const fs::path& parent) {
  std::vector<RunSummary> runs;
  std::error_code ec;
  for (fs::directory_iterator it(parent, ec), end; !ec && it != end; it.increment(ec)) {
    std::error_code unreadable;
    if (fs::exists(it->path() / kConfigFile, unreadable)) runs.push_back(summaryOf(it->path()));
  }
  std::ranges::sort(runs, newestFirst);
  return runs;
}

std::optional<Message> warningOf(const RunConfig& config, const fs::path& folder) {
  if (config.unknown.empty()) return {};
  return Message{QT_TRANSLATE_NOOP(
                     "core", "The run in %1 has parameters that this version does not know (%2): version %3 began it."),
                 {folder.string(), joined(config.unknown, ", "), config.version}};
}

RunRecord readRun(const fs::path& folder) {
  RunRecord record;
  record.config = readConfig(folder);
  record.events = readEvents(folder);
  const MeasuredLists lists(record.config.params, record.events);
  const std::string metrics = readLog(folder / kMetricsFile);
  for (const std::string_view line : wholeLines(metrics)) {
    const auto point = parseMetricLine(line, lists);
    if (!point) continue;
    record.points.push_back(*point);
    record.stepsPerEpoch = stepsPerEpochOf(line).value_or(record.stepsPerEpoch);
  }
  record.checkpoints = stepFiles(folder / kCheckpointsFolder, kCheckpointExtension);
  record.snapshots = stepFiles(folder / kSnapshotsFolder, kCheckpointExtension);
  record.samples = stepFiles(folder / kSamplesFolder, kSamplesExtension);
  return record;
}

fs::path besides(const fs::path& run, const fs::path& folder) {
  const auto whole = [](const fs::path& path) {
    const fs::path normal = fs::absolute(path).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();  // a slash at the end
  };
  const fs::path other = whole(run);
  return other.parent_path() == whole(folder).parent_path() ? other.filename() : other;
}

fs::path parentOf(const RunConfig& config, const fs::path& folder) {
  if (!config.parent) return {};
  const fs::path& run = config.parent->run;
  return run.is_absolute() ? run : (fs::absolute(folder) / ".." / run).lexically_normal();
}

/// `future` behind what `past` has up to `step`.
template <class One>
std::vector<One> joinedAt(int64_t step, const std::vector<One>& past, const std::vector<One>& future) {
  std::vector<One> all;
  std::ranges::copy_if(past, std::back_inserter(all), [step](const One& one) { return one.step <= step; });
  all.insert(all.end(), future.begin(), future.end());
  return all;
}

std::vector<Event> editsBetween(const Params& before, const Params& after, int64_t step) {
  const Params here = onMachineOf(after, before);
  std::vector<Event> edits;
  for (const ParamRow& row : paramTable())
    if (const std::string now = paramText(after, row); now != paramText(here, row))
      edits.push_back({step, Event::Kind::Edit, row.key, now, {}});
  return edits;
}

RunRecord withPast(RunRecord record, const fs::path& folder) {
  std::set<fs::path> seen = {folder};
  RunConfig child = record.config;
  for (fs::path from = parentOf(child, folder); !from.empty() && seen.insert(from).second;
       from = parentOf(child, from)) {
    try {
      RunRecord parent = readRun(from);
      const int64_t step = child.parent->step;
      auto changes = editsBetween(paramsAfter(parent.config.params, parent.events, step), child.params, step);
      record.points = joinedAt(step, parent.points, record.points);
      record.events = joinedAt(step, parent.events, joinedAt(step, changes, record.events));
      child = std::move(parent.config);
    } catch (const Error&) {
      break;
    }
  }
  return record;
}

std::vector<LookStep> lookSteps(const fs::path& folder) {
  std::map<int64_t, fs::path> steps;
  const auto add = [&](const fs::path& run, int64_t until) {
    for (const char* part : {kCheckpointsFolder, kSnapshotsFolder})
      for (const int64_t step : stepFiles(run / part, kCheckpointExtension))
        if (step <= until) steps.emplace(step, run);
  };
  add(folder, std::numeric_limits<int64_t>::max());
  std::set<fs::path> seen = {folder};
  RunConfig child = readConfig(folder);
  for (fs::path from = parentOf(child, folder); !from.empty() && seen.insert(from).second;
       from = parentOf(child, from)) {
    try {
      RunConfig parent = readConfig(from);
      add(from, child.parent->step);
      child = std::move(parent);
    } catch (const Error&) {
      break;
    }
  }
  std::vector<LookStep> all;
  for (auto& [step, run] : steps) all.push_back({step, std::move(run)});
  return all;
}

std::optional<LookStep> lookAt(const std::vector<LookStep>& steps, std::optional<int64_t> step) {
  if (steps.empty()) return {};
  if (!step) return steps.back();
  const auto after = std::ranges::upper_bound(steps, *step, {}, &LookStep::step);
  return after == steps.begin() ? *after : *std::prev(after);
}

int64_t lastUpTo(const std::vector<int64_t>& steps, int64_t step) {
  const auto after = std::ranges::upper_bound(steps, step);
  return after == steps.begin() ? *after : *std::prev(after);
}

std::vector<PlannedEdit> editsOf(const RunRecord& record) {
  std::vector<PlannedEdit> edits;
  for (const Event& event : record.events)
    if (event.kind == Event::Kind::Edit) edits.push_back({event.step, event.key, event.value});
  return edits;
}

Params paramsAfter(const Params& began, const std::vector<Event>& events, int64_t step) {
  Params now = began;
  for (const Event& event : events) {
    if (event.kind != Event::Kind::Edit || event.step > step) continue;
    try {
      now = editedLive(now, event.key, event.value);
    } catch (const Error&) {  // a record written by hand: the value before stays
    }
  }
  return now;
}

int64_t imagesTested(const RunConfig& config, const std::vector<Event>& events) {
  return evenPartSize(config.testImages, paramsAfter(config.params, events).evaluateLimit);
}

}  // namespace sparring
