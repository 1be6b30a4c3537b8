#include "io/runwriter.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/file.h"
#include "io/logfile.h"
#include "io/runformat.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

/// How many checkpoints a run keeps. More than one, so that a file damaged later does not cost the run; few, because
/// each holds the optimiser's moments too (about 6 MB for the default networks).
constexpr size_t kCheckpointsKept = 3;

void makeFolder(const fs::path& folder) {
  std::error_code ec;
  fs::create_directories(folder, ec);
  if (ec) throwWriteError(folder, ec.value());
}

/// Holds the right to write a run until closed (or killed): two processes appending to one run would mix their lines.
class RunLock {
 public:
  explicit RunLock(const fs::path& folder) : fd_(::open((folder / kConfigFile).c_str(), O_RDWR | O_CLOEXEC)) {
    if (fd_ < 0) throwWriteError(folder / kConfigFile, errno);
    // A file system without locks is not a reason to refuse the run.
    if (::flock(fd_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    ::close(fd_);
    throw Error({QT_TRANSLATE_NOOP("core", "The run in %1 is being trained already."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Stop the program that trains it, or choose another folder.")});
  }
  ~RunLock() { ::close(fd_); }
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

 private:
  int fd_;
};

/// Removes what the steps after `step` left. Newest first: whatever interrupts this, the newest checkpoint that
/// remains has all of its metrics.
void removeAfter(const fs::path& run, int64_t step) {
  std::vector<int64_t> checkpoints = stepFiles(run / kCheckpointsFolder, kCheckpointExtension);
  std::reverse(checkpoints.begin(), checkpoints.end());
  std::error_code ec;
  for (const int64_t n : checkpoints) {
    if (n > step && !fs::remove(checkpointPath(run, n), ec) && ec) throwWriteError(checkpointPath(run, n), ec.value());
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

/// Rewrites a log so that it holds `header` (a line or nothing) and the whole lines whose step, as `stepOf` reads it,
/// is at most `step`. Lines that cannot be read have no step and go.
template <typename StepOf>
void cutLog(const fs::path& path, const std::string& header, int64_t step, StepOf stepOf) {
  const std::string text = readLog(path);
  std::string kept = header;
  for (const std::string_view line : wholeLines(text)) {
    const std::optional<int64_t> lineStep = stepOf(line);
    if (lineStep && *lineStep <= step) kept.append(line).append("\n");
  }
  if (kept != text) writeFile(path, kept);
}

void cutLogs(const fs::path& run, const RunConfig& config, int64_t step) {
  const MeasuredLists lists(config.params, readEvents(run));
  cutLog(run / kMetricsFile, metricsHeader() + "\n", step, [&](std::string_view line) -> std::optional<int64_t> {
    const auto point = parseMetricLine(line, lists);
    return point ? std::optional(point->step) : std::nullopt;
  });
  cutLog(run / kEventsFile, "", step, [](std::string_view line) -> std::optional<int64_t> {
    const auto event = parseEventLine(line);
    return event ? std::optional(event->step) : std::nullopt;
  });
}

/// Refuses a folder in which a new run would overwrite or mix with something.
void checkVacant(const fs::path& folder) {
  std::error_code ec;
  if (fs::exists(folder / kConfigFile, ec)) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 already holds a run."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Go on with that run (--resume), or choose another folder (--out).")});
  }
  if (fs::is_directory(folder, ec) && !fs::is_empty(folder, ec) && !ec) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is not empty, and what it holds is no run."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Choose another folder (--out): a new or an empty one.")});
  }
}

}  // namespace

struct RunWriter::Impl {
  Impl(const fs::path& run, std::unique_ptr<RunLock> held)
      : folder(run), lock(std::move(held)), metrics(run / kMetricsFile), events(run / kEventsFile) {}

  fs::path folder;
  std::unique_ptr<RunLock> lock;
  LogFile metrics;
  LogFile events;
};

RunWriter::RunWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RunWriter::RunWriter(RunWriter&&) noexcept = default;
RunWriter& RunWriter::operator=(RunWriter&&) noexcept = default;
RunWriter::~RunWriter() = default;

const fs::path& RunWriter::folder() const { return impl_->folder; }

RunWriter RunWriter::create(const fs::path& folder, const RunConfig& config) {
  checkVacant(folder);
  std::error_code ignored;
  const bool existed = fs::exists(folder, ignored);
  makeFolder(folder);
  try {
    makeFolder(folder / kCheckpointsFolder);
    makeFolder(folder / kSamplesFolder);
    writeFile(folder / kMetricsFile, metricsHeader() + "\n");
    writeFile(folder / kEventsFile, "");
    writeFile(folder / kConfigFile, configToJson(config));  // last: it makes the folder a run
    return RunWriter(std::make_unique<Impl>(folder, std::make_unique<RunLock>(folder)));
  } catch (const Error&) {
    // Leave the place as it was, so that the same call can be tried again.
    for (const char* name : {kConfigFile, kEventsFile, kMetricsFile, kSamplesFolder, kCheckpointsFolder}) {
      fs::remove(folder / name, ignored);
    }
    if (!existed) fs::remove(folder, ignored);
    throw;
  }
}

RunWriter RunWriter::resume(const fs::path& folder, int64_t step) {
  const RunConfig config = readConfig(folder);    // there is a run to go on with
  auto lock = std::make_unique<RunLock>(folder);  // before anything is removed
  removeAfter(folder, step);
  cutLogs(folder, config, step);
  for (const fs::path& place : {folder, folder / kCheckpointsFolder, folder / kSamplesFolder}) {
    makeFolder(place);
    removeTemporaries(place);
  }
  return RunWriter(std::make_unique<Impl>(folder, std::move(lock)));
}

void RunWriter::metrics(const std::vector<MetricPoint>& points, Phase phase, int64_t stepsPerEpoch) {
  std::vector<Metric> measured;  // the list of this evaluation: all its accuracies come together
  for (const MetricPoint& point : points)
    if (std::find(measured.begin(), measured.end(), point.metric) == measured.end()) measured.push_back(point.metric);
  std::string lines;
  for (const MetricPoint& point : points)
    lines += metricLine(point, metricKey(point.metric, measured), phase, stepsPerEpoch);
  impl_->metrics.append(lines);
}

void RunWriter::event(const Event& event) { impl_->events.append(eventLine(event)); }

void RunWriter::checkpoint(int64_t step, const std::vector<TensorView>& tensors,
                           const std::map<std::string, std::string>& metadata) {
  // The logs first: after a power cut no checkpoint may be ahead of its metrics.
  impl_->metrics.sync();
  impl_->events.sync();
  writeSafetensors(checkpointPath(impl_->folder, step), tensors, metadata);
  std::vector<int64_t> steps = stepFiles(impl_->folder / kCheckpointsFolder, kCheckpointExtension);
  for (size_t i = 0; i + kCheckpointsKept < steps.size(); ++i) {
    std::error_code ignored;  // one too many is no harm
    fs::remove(checkpointPath(impl_->folder, steps[i]), ignored);
  }
}

void RunWriter::samples(const SampleGrid& grid) {
  writePng(samplesPath(impl_->folder, grid.step), tile(grid.images, grid.columns), gridToText(grid));
}

}  // namespace sparring
