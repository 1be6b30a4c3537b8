// What the coach says: beside a training, and sparring-cli coach: of a run that was recorded.
#include "cli_coach.h"

#include <algorithm>
#include <cstdio>

#include "cli_common.h"
#include "cli_json.h"
#include "sparring/run.h"

namespace sparring::cli {
namespace {

struct CoachOptions {
  std::filesystem::path run;
  bool json = false;
};

void print(const Hint& hint, size_t lanes) {
  std::printf("%s\n  %s\n", hintText(hint, lanes).c_str(), hint.meaning.str().c_str());
  if (!hint.remedy.empty()) {
    std::string settings;
    for (const std::string& setting : hint.remedy) settings += " --set " + shellQuoted(setting);
    std::printf("  %s%s\n", hint.from ? ("--fork RUN@" + std::to_string(*hint.from)).c_str() : "train",
                settings.c_str());
  }
  std::printf("  %s\n", hint.source.c_str());
}

int coach(const CoachOptions& options) {
  openRun(options.run);
  const RunRecord record = withPast(readRun(options.run), options.run);
  const std::vector<Hint> hints = hintsOf(record);
  const size_t lanes = record.config.params.lambda.size();
  if (options.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Hint& hint : hints) list.push_back(hintJson(hint, lanes));
    printJsonLine({{"hints", list}});
    return kDone;
  }
  if (hints.empty()) std::printf("Nothing to be said: no sign of what the coach knows.\n");
  for (const Hint& hint : hints) print(hint, lanes);
  return kDone;
}

}  // namespace

nlohmann::ordered_json hintJson(const Hint& hint, size_t lanes) {
  nlohmann::ordered_json json = {{"step", hint.step}, {"rule", hint.rule}};
  if (hint.lane >= 0) json["lane"] = hint.lane;
  if (hint.lane >= 0 && lanes > 1) json["lambda"] = hint.lambda;
  json["sign"] = hint.sign.str();
  json["figures"] = hint.figures.str();
  json["meaning"] = hint.meaning.str();
  json["advice"] = hint.advice.str();
  json["source"] = hint.source;
  json["remedy"] = hint.remedy;
  if (hint.from) json["from"] = *hint.from;
  return json;
}

CoachAside::CoachAside(int64_t testImages, Told told) : told_(std::move(told)), testImages_(testImages) {}

void CoachAside::begin(const RunRecord& past) {
  points_ = past.points;
  events_ = past.events;
}

void CoachAside::add(const Update& update) {
  // a run that was taken up goes on from its last checkpoint
  if (last_.totalSteps == 0 && update.totalSteps > 0) {
    std::erase_if(points_, [&](const MetricPoint& point) { return point.step > update.firstStep; });
    std::erase_if(events_, [&](const Event& event) { return event.step > update.firstStep; });
  }
  points_.insert(points_.end(), update.points.begin(), update.points.end());
  events_.insert(events_.end(), update.events.begin(), update.events.end());
  const bool tested = std::ranges::any_of(update.points, [](const MetricPoint& p) { return isAccuracy(p.metric); });
  const bool news = tested || (update.broken && !last_.broken);
  last_ = update;
  last_.points.clear();
  last_.events.clear();
  if (news) look({});
}

void CoachAside::end(std::shared_ptr<const GeneratorQuality> quality) {
  if (quality) look({std::move(quality)});
}

void CoachAside::look(std::vector<std::shared_ptr<const GeneratorQuality>> qualities) {
  CoachCase run;
  run.params = last_.params;
  run.points = points_;
  run.events = events_;
  run.step = last_.step;
  run.totalSteps = last_.totalSteps;
  run.stepsPerEpoch = last_.stepsPerEpoch;
  RunConfig config;
  config.testImages = testImages_;
  config.params = last_.params;
  run.tested = imagesTested(config, {});
  run.over = isOver(last_.state);
  run.broken = last_.broken;
  run.qualities = std::move(qualities);
  for (const Hint& hint : hintsFor(run))
    if (known_.insert(hint.key()).second) told_(hint, last_.params.lambda.size());
}

void addCoach(Command& program) {
  auto options = std::make_shared<CoachOptions>();
  Command command = program.add("coach", "Says what a run's figures tell of what went wrong, and what to do");
  command.path("RUN", options->run, "DIR", "The run's folder", Need::Required);
  command.flag("--json", options->json, "One JSON object");
  command.footer("docs/coach.md has the rules and their sources.");
  command.runs([options] { return coach(*options); });
}

}  // namespace sparring::cli
