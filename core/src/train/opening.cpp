#include "train/opening.h"

#include <ctime>

#include "base/text.h"
#include "io/checkpoints.h"
#include "measure/weights.h"
#include "networks/sound.h"

namespace sparring {

namespace {

// What a newer version means by a parameter that this one does not know, it could not go on with.
void requireKnown(const RunConfig& config, const std::filesystem::path& folder) {
  if (const auto warning = warningOf(config, folder))
    throw Error(*warning, {QT_TRANSLATE_NOOP("core", "It can be looked at here. Go on with it in that version."), {}});
}

// A kill right after an evaluation leaves its points in the log and not yet in the checkpoint.
int64_t lastEvaluation(const TensorFile& checkpoint, const Params& params, const std::vector<MetricPoint>& points) {
  const auto number = [&](const char* key) {
    const auto found = checkpoint.metadata.find(key);
    return found == checkpoint.metadata.end() ? 0 : parseInteger(found->second).value_or(0);
  };
  const Metric closing = accuraciesUnder(params.evaluateAttacks).back();
  int64_t last = number("evaluated");
  for (const auto& point : points)
    if (point.metric == closing && point.step <= number("step")) last = std::max(last, point.step);
  return last;
}

std::string lastPhase(const std::vector<Event>& events, int64_t step) {
  std::string phase;
  for (const Event& event : events)
    if (event.kind == Event::Kind::Phase && event.step <= step) phase = event.key;
  return phase;
}

}  // namespace

Reopened reopenRun(const std::filesystem::path& folder, const Dataset& data) {
  const RunRecord record = readRun(folder);
  requireSame(data, record.config.dataSha256);
  requireKnown(record.config, folder);
  Reopened run;
  const auto sound = [&](const TensorFile& file) {
    const auto weights = weightsOf(file, record.config.params);
    requireFinite(file, weights->step);
    const Model model(*weights);  // or its error: nobody could go on from it
  };
  run.checkpoint = lastReadableCheckpoint(record, folder, sound, &run.skipped);
  run.params = paramsOf(run.checkpoint, record.config);
  run.replay = record.config.replay;
  run.length = record.config.length;
  run.phase = lastPhase(record.events, parseInteger(run.checkpoint.metadata["step"]).value_or(0));
  run.evaluated = lastEvaluation(run.checkpoint, run.params, record.points);
  return run;
}

Params paramsOf(const TensorFile& checkpoint, const RunConfig& config) {
  const auto saved = checkpoint.metadata.find("params");
  return saved == checkpoint.metadata.end() ? config.params : paramsFromJson(saved->second);
}

Reopened openFork(const Origin& origin, const Params& params, const Dataset& data) {
  const RunRecord record = readRun(origin.run);
  Reopened run;
  run.checkpoint = readCheckpoint(record, origin.run, origin.step);
  const auto weights = weightsOf(run.checkpoint, record.config.params);
  requireFinite(run.checkpoint, weights->step);
  if (!weights->kind.fits(data.kind()))
    throw Error({QT_TRANSLATE_NOOP("core", "The run was trained on images of another kind than \"%1\"."), {data.name}},
                {QT_TRANSLATE_NOOP("core", "A fork goes on with images of the same size and classes."), {}},
                Error::Kind::Usage);
  run.params = params;
  run.lambdas = paramsOf(run.checkpoint, record.config).lambda;
  run.phase = lastPhase(record.events, origin.step);
  run.evaluated = lastEvaluation(run.checkpoint, params, record.points);
  return run;
}

ForkPoint forkPoint(const std::filesystem::path& run, std::optional<int64_t> step) {
  const RunRecord record = readRun(run);
  const TensorFile checkpoint = readCheckpoint(record, run, step);
  return {{std::filesystem::absolute(run).lexically_normal(), step.value_or(record.checkpoints.back())},
          record.config,
          paramsOf(checkpoint, record.config)};
}

std::string nowIso() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace sparring
