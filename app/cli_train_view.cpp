#include "cli_train_view.h"

#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli_coach.h"
#include "cli_json.h"
#include "sparring/phases.h"

namespace sparring::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::chrono::milliseconds kJsonPeriod{500};

double rounded(double value) { return std::round(value * 1000) / 1000; }

const char* eventName(Event::Kind kind) {
  switch (kind) {
    case Event::Kind::Edit:
      return "edit";
    case Event::Kind::Phase:
      return "phase";
    case Event::Kind::Command:
      return "command";
    case Event::Kind::Warning:
      return "warning";
  }
  return "";
}

Json metricsOf(const Progress& progress, int lane) {
  Json object = Json::object();
  const auto add = [&](Metric metric, const std::string& key) {
    if (lane > 0 && !metricRow(metric).perLane) return;
    // JSON knows no infinity and no NaN: null says the same
    if (auto value = progress.value(metric, lane)) object[key] = std::isfinite(*value) ? Json(*value) : Json();
  };
  const std::vector<Metric> measured = accuraciesUnder(progress.now.params.evaluateAttacks);
  for (const MetricRow& row : metricTable())
    if (!isAccuracy(row.metric)) add(row.metric, row.key);
  for (const Metric metric : measured) add(metric, metricKey(metric, measured));
  return object;
}

class JsonView : public TrainView {
 public:
  explicit JsonView(bool quiet) : quiet_(quiet) {}

  void progress(const Progress& progress) override {
    if (!quiet_ && progress.now.state != State::Preparing && pace_.due()) print(progress);
  }

  void event(const Event& event) override {
    if (quiet_) return;
    Json line = {{"event", eventName(event.kind)}, {"step", event.step}};
    if (!event.key.empty()) line["key"] = event.key;
    if (!event.value.empty()) line["value"] = event.value;
    if (!event.message.empty()) line["message"] = event.message.str();
    printJsonLine(line);
  }

  void hint(const Hint& hint, size_t lanes) override {
    if (quiet_) return;
    Json line = {{"event", "hint"}};
    line.update(hintJson(hint, lanes));
    printJsonLine(line);
  }

  void ended(const Progress& last, const Ending& ending) override {
    if (!quiet_) print(last);
    Json line = {{"done", !ending.stopped}};
    if (ending.stopped) line["stopped"] = true;
    line["steps"] = ending.steps;
    line["wall_s"] = rounded(ending.wallSeconds);
    line["steps_per_s"] = rounded(ending.stepsPerSecond);
    line["samples_per_s"] = rounded(ending.samplesPerSecond);
    line["accuracy"] = ending.accuracies.empty() ? Json() : Json(ending.accuracies.front());
    if (ending.accuracies.size() > 1) line["accuracies"] = ending.accuracies;
    for (const Check& check : ending.expectations)
      line["expectations"].push_back({{"expected", check.title.str()},
                                      {"met", check.verdict == Check::Verdict::Pass},
                                      {"finding", check.finding.str()}});
    line["run"] = ending.run.string();
    printJsonLine(line);
  }

 private:
  void print(const Progress& progress) {
    const Update& now = progress.now;
    Json line = {{"step", now.step},
                 {"total_steps", now.totalSteps},
                 {"epoch", rounded(progress.epoch())},
                 {"phase", phaseName(now.phase)},
                 {"state", stateName(now.state)}};
    line.update(metricsOf(progress, 0));
    if (now.lanes > 1) {
      for (int lane = 0; lane < now.lanes; ++lane) line["lanes"].push_back(metricsOf(progress, lane));
    }
    line["steps_per_s"] = rounded(now.stepsPerSecond);
    line["samples_per_s"] = rounded(now.samplesPerSecond);
    line["seconds_left"] = rounded(now.secondsLeft);
    printJsonLine(line);
  }

  bool quiet_;
  Pace pace_{kJsonPeriod};
};

/// For scripts: the folder of the run and nothing else.
class QuietView : public TrainView {
 public:
  void progress(const Progress&) override {}
  void event(const Event&) override {}
  void hint(const Hint&, size_t) override {}
  void ended(const Progress&, const Ending& ending) override { std::puts(ending.run.string().c_str()); }
};

}  // namespace

void Progress::add(Update update) {
  for (const MetricPoint& point : update.points) values[{point.metric, point.lane}] = point.value;
  now = std::move(update);
}

std::optional<double> Progress::value(Metric metric, int lane) const {
  // the last value of an earlier phase tells nothing of this one
  if (!isMeasured(metric, now.phase, adversaryInfo(now.params.adversary))) return {};
  auto found = values.find({metric, lane});
  return found == values.end() ? std::nullopt : std::optional<double>(found->second);
}

double Progress::epoch() const {
  return now.stepsPerEpoch ? static_cast<double>(now.step) / static_cast<double>(now.stepsPerEpoch) : 0;
}

double Progress::totalEpochs() const {
  return now.stepsPerEpoch ? static_cast<double>(now.totalSteps) / static_cast<double>(now.stepsPerEpoch) : 0;
}

std::unique_ptr<TrainView> makeTrainView(bool json, bool quiet) {
  if (json) return std::make_unique<JsonView>(quiet);
  if (quiet) return std::make_unique<QuietView>();
  return makeTextView();
}

bool Pace::due() {
  const Clock::time_point now = Clock::now();
  if (now < next_) return false;
  next_ = now + period_;
  return true;
}

}  // namespace sparring::cli
