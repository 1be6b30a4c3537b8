#include "io/runwriter.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/checkpoints.h"
#include "io/file.h"
#include "io/logfile.h"
#include "io/newrun.h"
#include "io/runformat.h"
#include "io/timesfile.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

void makeFolder(const fs::path& folder) {
  std::error_code ec;
  fs::create_directories(folder, ec);
  if (ec) throwWriteError(folder, ec.value());
}

/// Removes what the steps after `step` left. Newest first: whatever interrupts this, the newest checkpoint that
/// remains has all of its metrics.
void removeAfter(const fs::path& run, int64_t step) {
  std::vector<int64_t> checkpoints = stepFiles(run / kCheckpointsFolder, kCheckpointExtension);
  std::reverse(checkpoints.begin(), checkpoints.end());
  std::error_code ec;
  for (const int64_t n : checkpoints) {
    if (n > step && !fs::remove(checkpointPath(run, n), ec) && ec) throwWriteError(checkpointPath(run, n), ec.value());
  }
  for (const int64_t n : stepFiles(run / kSnapshotsFolder, kCheckpointExtension)) {
    if (n > step && !fs::remove(snapshotPath(run, n), ec) && ec) throwWriteError(snapshotPath(run, n), ec.value());
  }
  for (const int64_t n : stepFiles(run / kSamplesFolder, kSamplesExtension)) {
    if (n > step && !fs::remove(samplesPath(run, n), ec) && ec) throwWriteError(samplesPath(run, n), ec.value());
  }
}

void removeTemporaries(const fs::path& folder) {
  std::error_code ec;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    std::error_code ignored;
    if (isTemporary(it->path())) fs::remove(it->path(), ignored);
  }
}

/// The whole lines of a log whose step, as `stepOf` reads it, is at most `step`. What has no step, and what another
/// version wrote, is not this program's to throw away.
std::string linesUpTo(int64_t step, const std::string& log, std::optional<int64_t> (*stepOf)(std::string_view)) {
  std::string kept;
  for (const std::string_view line : wholeLines(log))
    if (stepOf(line).value_or(step) <= step) kept.append(line).append("\n");
  return kept;
}

void cutLogs(const fs::path& run, int64_t step) {
  const std::string metrics = readLog(run / kMetricsFile), events = readLog(run / kEventsFile);
  std::string keptMetrics = linesUpTo(step, metrics, stepOfMetricLine);
  if (keptMetrics.find("step,") == keptMetrics.npos) keptMetrics.insert(0, metricsHeader() + "\n");
  const std::string keptEvents = linesUpTo(step, events, stepOfEventLine);
  if (fs::exists(run / kTimesFile)) {
    const std::string times = readLog(run / kTimesFile), keptTimes = linesUpTo(step, times, stepOfMetricLine);
    if (keptTimes != times) writeFile(run / kTimesFile, keptTimes);
  }
  if (keptMetrics != metrics) writeFile(run / kMetricsFile, keptMetrics);
  if (keptEvents != events) writeFile(run / kEventsFile, keptEvents);
}

/// Where the times of a run that goes on from `step` were left; nothing where they are not known up to there.
std::optional<StepTime> timesLeft(const fs::path& run, const RunConfig& config, int64_t step) {
  if (!fs::exists(run / kTimesFile)) return {};
  const StepTime last = timesOf(readLog(run / kTimesFile), config.parent ? config.parent->step : 0).back();
  return last.step == step ? std::optional(last) : std::nullopt;
}

}  // namespace

struct RunWriter::Impl {
  Impl(const fs::path& run, std::shared_ptr<RunLock> held)
      : folder(run), lock(std::move(held)), metrics(run / kMetricsFile), events(run / kEventsFile) {}

  fs::path folder;
  std::shared_ptr<RunLock> lock;
  LogFile metrics;
  LogFile events;
  std::optional<TimesLog> times;  ///< none of a run whose times are not known
  double before = 0;              ///< seconds that the run had been trained when it was taken up
  Keepers keepers;
};

RunWriter::RunWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RunWriter::RunWriter(RunWriter&&) noexcept = default;
RunWriter& RunWriter::operator=(RunWriter&&) noexcept = default;
RunWriter::~RunWriter() = default;

const fs::path& RunWriter::folder() const { return impl_->folder; }

RunWriter RunWriter::create(const fs::path& folder, const RunConfig& config,
                            const std::function<void(RunWriter&)>& first, Naming naming) {
  NewRun place(folder, naming);
  const fs::path& run = place.folder();
  makeFolder(run / kCheckpointsFolder);
  makeFolder(run / kSamplesFolder);
  writeFile(run / kMetricsFile, metricsHeader() + "\n");
  writeFile(run / kEventsFile, "");
  writeFile(run / kTimesFile, timesHeader() + "\n");
  RunWriter writer(std::make_unique<Impl>(run, place.lock()));
  writer.impl_->times.emplace(run, StepTime{config.parent ? config.parent->step : 0, 0});
  if (first) first(writer);
  writeFile(run / kConfigFile, configToJson(config));  // last: it makes the folder a run
  place.keep();
  return writer;
}

RunWriter RunWriter::resume(const fs::path& folder, int64_t step, const std::optional<RunLength>& length) {
  const RunConfig config = readConfig(folder);    // there is a run to go on with
  auto lock = std::make_shared<RunLock>(folder);  // before anything is removed
  removeAfter(folder, step);
  cutLogs(folder, step);
  for (const fs::path& place : {folder, folder / kCheckpointsFolder, folder / kSamplesFolder}) {
    makeFolder(place);
    removeTemporaries(place);
  }
  removeTemporaries(folder / kSnapshotsFolder);
  if (length && *length != config.length)
    writeFile(folder / kConfigFile, withLength(readFile(folder / kConfigFile), *length));
  auto impl = std::make_unique<Impl>(folder, std::move(lock));
  impl->keepers = Keepers(readRun(folder));
  if (const auto left = timesLeft(folder, config, step)) {
    impl->times.emplace(folder, *left);
    impl->before = left->seconds;
  }
  return RunWriter(std::move(impl));
}

void RunWriter::metrics(const std::vector<MetricPoint>& points, Phase phase, int64_t stepsPerEpoch) {
  std::vector<Metric> measured;  // the list of this evaluation: all its accuracies come together
  for (const MetricPoint& point : points)
    if (std::find(measured.begin(), measured.end(), point.metric) == measured.end()) measured.push_back(point.metric);
  std::string lines;
  for (const MetricPoint& point : points)
    lines += metricLine(point, metricKey(point.metric, measured), phase, stepsPerEpoch);
  impl_->keepers.add(points);
  impl_->metrics.append(lines);
}

void RunWriter::event(const Event& event) {
  impl_->keepers.add(event);
  impl_->events.append(eventLine(event));
}

void RunWriter::trained(int64_t step, double seconds, bool sure) {
  if (impl_->times) impl_->times->add({step, impl_->before + seconds}, sure);
}

void RunWriter::checkpoint(int64_t step, const std::vector<TensorView>& tensors,
                           const std::map<std::string, std::string>& metadata) {
  // The logs first: after a power cut no checkpoint may be ahead of its metrics.
  impl_->metrics.sync();
  impl_->events.sync();
  if (impl_->times) impl_->times->sync();
  writeSafetensors(checkpointPath(impl_->folder, step), tensors, metadata);
  const auto steps = stepFiles(impl_->folder / kCheckpointsFolder, kCheckpointExtension);
  for (const int64_t old : impl_->keepers.dispensable(steps)) {
    std::error_code ignored;  // one too many is no harm
    fs::remove(checkpointPath(impl_->folder, old), ignored);
  }
}

void RunWriter::snapshot(int64_t step, std::vector<TensorView> tensors,
                         const std::map<std::string, std::string>& metadata, int64_t keep) {
  for (TensorView& tensor : tensors) tensor.half = true;
  makeFolder(impl_->folder / kSnapshotsFolder);
  writeSafetensors(snapshotPath(impl_->folder, step), tensors, metadata, Durable::No);
  const auto steps = stepFiles(impl_->folder / kSnapshotsFolder, kCheckpointExtension);
  if (std::ssize(steps) <= keep) return;
  for (size_t i = 1; i < steps.size() / 2; i += 2) {
    std::error_code ignored;  // one too many is no harm
    fs::remove(snapshotPath(impl_->folder, steps[i]), ignored);
  }
}

void RunWriter::samples(const SampleGrid& grid) {
  writePng(samplesPath(impl_->folder, grid.step), tile(grid.images, grid.columns), gridToText(grid));
}

}  // namespace sparring
