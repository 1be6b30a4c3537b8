#include "io/checkpoints.h"

#include <algorithm>

namespace sparring {

namespace {

/// How many checkpoints a run keeps in any case. More than one, so that a file damaged later does not cost the run;
/// few, because each holds the optimiser's moments too (about 6 MB for the default networks).
constexpr size_t kNewest = 3;

[[noreturn]] void throwNone(const std::filesystem::path& folder) {
  throw Error({QT_TRANSLATE_NOOP("core", "%1 has no checkpoint to go on from."), {folder.string()}},
              {QT_TRANSLATE_NOOP("core", "Start a new run with the same settings: train --config %1/config.json."),
               {folder.string()}});
}

std::string listed(const std::vector<int64_t>& steps) {
  std::string text;
  for (const int64_t step : steps) text += (text.empty() ? "" : ", ") + std::to_string(step);
  return text;
}

}  // namespace

Keepers::Keepers(const RunRecord& run) {
  for (const Event& event : run.events) add(event);
  std::map<int64_t, std::vector<MetricPoint>> evaluations;
  for (const MetricPoint& point : run.points)
    if (isAccuracy(point.metric)) evaluations[point.step].push_back(point);
  for (const auto& [step, points] : evaluations) add(points);
}

void Keepers::add(const Event& event) {
  if (event.kind == Event::Kind::Phase && event.step > 0) phaseEnds_.insert(event.step);
}

void Keepers::add(const std::vector<MetricPoint>& points) {
  std::vector<Metric> accuracies;
  for (const MetricPoint& point : points)
    if (isAccuracy(point.metric)) accuracies.push_back(point.metric);
  if (accuracies.empty()) return;
  const Metric main = mainAttackOf(accuracies);
  if (main != measured_) accuracies_.clear();  // figures of two attacks cannot be compared
  measured_ = main;
  double sum = 0, lanes = 0;
  for (const MetricPoint& point : points) {
    if (point.metric != main) continue;
    sum += point.value;
    ++lanes;
  }
  accuracies_[points.front().step] = sum / lanes;
}

std::vector<int64_t> Keepers::dispensable(const std::vector<int64_t>& checkpoints) const {
  std::optional<int64_t> best;
  for (const int64_t step : checkpoints)
    if (step > 0 && accuracies_.contains(step) && (!best || accuracies_.at(step) >= accuracies_.at(*best))) best = step;
  std::vector<int64_t> going;
  for (size_t i = 0; i + kNewest < checkpoints.size(); ++i)
    if (checkpoints[i] != best && !phaseEnds_.contains(checkpoints[i])) going.push_back(checkpoints[i]);
  return going;
}

TensorFile lastReadableCheckpoint(const RunRecord& run, const std::filesystem::path& folder,
                                  const std::function<void(const TensorFile&)>& accept, std::optional<Error>* skipped) {
  for (auto it = run.checkpoints.rbegin(); it != run.checkpoints.rend(); ++it) {
    try {
      auto file = readSafetensors(checkpointPath(folder, *it));
      accept(file);
      return file;
    } catch (const Error& error) {
      if (!*skipped) *skipped = error;
    }
  }
  if (*skipped) throw **skipped;
  throwNone(folder);
}

TensorFile readCheckpoint(const RunRecord& run, const std::filesystem::path& folder, std::optional<int64_t> step) {
  if (run.checkpoints.empty()) throwNone(folder);
  if (step && std::ranges::find(run.checkpoints, *step) == run.checkpoints.end())
    throw Error({QT_TRANSLATE_NOOP("core", "The run in %1 has no checkpoint of step %2."),
                 {folder.string(), std::to_string(*step)}},
                {QT_TRANSLATE_NOOP("core", "There are those of the steps %1."), {listed(run.checkpoints)}});
  if (step) return readSafetensors(checkpointPath(folder, *step));
  try {
    return readSafetensors(checkpointPath(folder, run.checkpoints.back()));
  } catch (const Error& error) {
    if (run.checkpoints.size() < 2) throw;
    throw Error(error.cause(),
                {QT_TRANSLATE_NOOP("core", "An earlier checkpoint is there: add --step %1, or resume the run from it."),
                 {std::to_string(run.checkpoints[run.checkpoints.size() - 2])}});
  }
}

}  // namespace sparring
