// What a run leaves on disk as text: its configuration, its logs, what was measured of it, what its pictures say.
#include <algorithm>
#include <cmath>
#include <limits>

#include "../core/some_config.h"
#include "checks.h"
#include "io/runformat.h"
#include "io/runwriter.h"
#include "io/timesfile.h"
#include "sparring/evaluations.h"
#include "sparring/metrics.h"
#include "sparring/phases.h"
#include "sparring/pictures.h"
#include "targets.h"

namespace sparring::fuzz {

namespace {

// ---- config.json

RunConfig someConfig() {
  RunConfig config = test::someConfig();
  config.testImages = 1000;
  config.params.lambda = {0, 0.25};
  config.parent = Origin{"before", 70};
  config.replay = {{80, "lambda", "0,1"}};
  return config;
}

bool alike(const RunConfig& a, const RunConfig& b) {
  return a.version == b.version && a.preset == b.preset && a.dataName == b.dataName && a.dataSha256 == b.dataSha256 &&
         a.device == b.device && a.threads == b.threads && a.started == b.started && a.params == b.params &&
         a.length == b.length && a.testImages == b.testImages && a.parent == b.parent && a.replay == b.replay;
}

void feedConfig(std::string_view bytes) {
  const std::string text(bytes);
  auto config = taken([&] { return configFromJson(text, "config.json"); });
  if (!config) return;
  require(config->threads >= 0 && config->testImages >= 0, "fewer than none");
  const std::string written = configToJson(*config);
  const RunConfig again = configFromJson(written, "config.json");
  require(alike(*config, again), "written and read again it is another");
  require(again.unknown.empty() && configToJson(again) == written, "written again it is another text");
  const RunLength length{7, {}};
  const RunConfig longer = configFromJson(withLength(text, length), "config.json");
  require(longer.length == length && longer.unknown == config->unknown, "it does not take another length");
  config->length = length;
  require(alike(*config, longer), "another length changes more than the length");
}

// A configuration of a few parameters: what is mutated is seldom one of sixty.
std::string shortConfig() {
  return R"({"version":"0.1","preset":"","data":{"name":"d","sha256":"ab","test_images":10},"device":"cpu","threads":1,)"
         R"("started":"2026-01-02T03:04:05Z","params":{"lambda":[0.5],"evaluate.noise":0.3,"newer":1},"length":{"steps":9},)"
         R"("parent":{"run":"p","step":3},"replay":[{"step":4,"key":"lambda","value":"2"}]})";
}

// ---- metrics.csv

const Metric kNoise = accuracyUnder(parseAttack("noise")), kFgsm = accuracyUnder(parseAttack("fgsm")),
             kOtherFgsm = accuracyUnder(parseAttack("fgsm:eps=0.3"));

MeasuredLists listsOf(const std::string& attacks) {
  Params params;
  params.evaluateAttacks = attacks;
  return MeasuredLists(params, {});
}

bool alike(const MetricPoint& a, const MetricPoint& b) {
  return a.step == b.step && a.metric == b.metric && a.lane == b.lane &&
         (a.value == b.value || (std::isnan(a.value) && std::isnan(b.value)));
}

void feedMetricLine(std::string_view line) {
  static const MeasuredLists kLists[] = {listsOf("noise,fgsm"), listsOf("fgsm,fgsm:eps=0.3")};
  for (const MeasuredLists& lists : kLists) {
    const auto point = parseMetricLine(line, lists);
    if (!point) continue;
    require(stepOfMetricLine(line) == point->step, "a point has another step than its line");
    const auto& measured = lists.at(point->step);
    const bool among = std::ranges::find(measured, point->metric) != measured.end();
    const std::string key = among ? metricKey(point->metric, measured) : metricRow(point->metric).key;
    const std::string written = metricLine(*point, key, Phase::Joint, 10);
    require(written.ends_with('\n') && std::count(written.begin(), written.end(), '\n') == 1, "a point is not a line");
    const auto again = parseMetricLine(std::string_view(written).substr(0, written.size() - 1), lists);
    require(again && alike(*again, *point), "written and read again the point is another");
  }
}

void feedMetrics(std::string_view bytes) {
  feedMetricLine(bytes);
  for (const std::string_view line : wholeLines(bytes)) feedMetricLine(line);
}

std::string someMetrics() {
  std::string text = metricsHeader() + "\n";
  text += metricLine({10, Metric::L, 0, 0.5}, "L", Phase::Pretrain, 7);
  text += metricLine({10, Metric::G, 0, 1e-9}, "G", Phase::Gan, 7);
  text += metricLine({20, Metric::Clean, 1, 0.875}, "clean", Phase::Joint, 7);
  text += metricLine({20, kFgsm, 1, 0.25}, "fgsm", Phase::Joint, 7);
  text += metricLine({30, kOtherFgsm, 0, 0.125}, metricKey(kOtherFgsm, {kFgsm, kOtherFgsm}), Phase::Joint, 7);
  text += metricLine({30, accuracyUnder(parseAttack("pgd:eps=0.1,steps=5")), 0, 0.5}, "pgd:eps=0.1,steps=5",
                     Phase::Joint, 7);
  return text;
}

// ---- events.jsonl

bool alike(const Event& a, const Event& b) {
  return a.step == b.step && a.kind == b.kind && a.key == b.key && a.value == b.value &&
         a.message.text == b.message.text && a.message.args == b.message.args;
}

void feedEventLine(std::string_view line) {
  const auto event = parseEventLine(line);
  if (!event) {
    (void)stepOfEventLine(line);
    return;
  }
  require(stepOfEventLine(line) == event->step, "an event has another step than its line");
  const std::string written = eventLine(*event);
  require(written.ends_with('\n') && std::count(written.begin(), written.end(), '\n') == 1, "an event is not a line");
  const auto again = parseEventLine(std::string_view(written).substr(0, written.size() - 1));
  require(again && alike(*again, *event), "written and read again the event is another");
}

void feedEvents(std::string_view bytes) {
  feedEventLine(bytes);
  for (const std::string_view line : wholeLines(bytes)) feedEventLine(line);
}

std::string someEvents() {
  return eventLine({10, Event::Kind::Phase, "gan", {}, {}}) +
         eventLine({15, Event::Kind::Edit, "evaluate.attacks", "fgsm,fgsm:eps=0.3", {}}) +
         eventLine({16, Event::Kind::Edit, "evaluate.noise", "0.1", {}}) +
         eventLine({20, Event::Kind::Warning, {}, {}, {"%1 of %2", {"a", "b\n"}}});
}

// ---- both logs in a run: what is read, what is left of it where the run goes on from an earlier step

constexpr char kBetween = '\x1c';  // metrics.csv, this, events.jsonl

template <class T>
std::vector<T> upTo(int64_t step, std::vector<T> list) {
  std::erase_if(list, [&](const T& one) { return one.step > step; });
  return list;
}

template <class T>
bool alike(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return alike(x, y); });
}

// An attack's name stands for what was measured at its step, and that hangs on the events alone.
void feedLogs(std::string_view bytes) {
  static const std::filesystem::path run = [] {
    RunWriter::create(scratch() / "logs" / "run", someConfig());
    writeFile(scratch() / "logs" / "run" / kConfigFile, shortConfig());  // read several times for every input
    return scratch() / "logs" / "run";
  }();
  const size_t between = std::min(bytes.find(kBetween), bytes.size());
  writeFile(run / kMetricsFile, bytes.substr(0, between));
  writeFile(run / kEventsFile, bytes.substr(std::min(between + 1, bytes.size())));
  const RunRecord before = readRun(run);
  require(listRuns(run.parent_path()).size() == 1, "it is not in the list of runs");
  (void)imagesTested(before.config, before.events);
  const int64_t step = before.points.empty() ? 15 : before.points[before.points.size() / 2].step;
  {
    RunWriter writer = RunWriter::resume(run, step);
    const RunRecord cut = readRun(run);
    require(alike(cut.points, upTo(step, before.points)), "going on from a step loses or makes points");
    require(alike(cut.events, upTo(step, before.events)), "going on from a step loses or makes events");
    if (step == std::numeric_limits<int64_t>::max()) return;
    writer.metrics({{step + 1, Metric::L, 0, 0.5}}, Phase::Joint, 10);
    writer.event({step + 1, Event::Kind::Command, "stop", {}, {}});
  }
  const RunRecord after = readRun(run);
  require(!after.points.empty() && after.points.back() == MetricPoint{step + 1, Metric::L, 0, 0.5},
          "what is written next is not read");
  require(!after.events.empty() && after.events.back().key == "stop", "the event written next is not read");
}

// ---- times.csv

void feedTimes(std::string_view bytes) {
  for (const int64_t began : {int64_t{0}, int64_t{15}}) {
    const auto times = timesOf(bytes, began);
    require(!times.empty() && times.front() == StepTime{began, 0}, "it does not begin where the run does");
    std::string written = timesHeader() + "\n";
    for (size_t i = 0; i < times.size(); ++i) {
      require(std::isfinite(times[i].seconds) && times[i].seconds >= 0, "a time that none can be");
      require(i == 0 || (times[i].step > times[i - 1].step && times[i].seconds >= times[i - 1].seconds),
              "time goes back");
      if (i > 0) written += timeLine(times[i]);
      const auto at = secondsAt(times, times[i].step - 1);
      require(!at || (*at >= times[i > 0 ? i - 1 : 0].seconds && *at <= times[i].seconds),
              "between two it is not between");
    }
    const auto again = timesOf(written, began);
    require(again.size() == times.size(), "written and read again there are others");
    std::string twice = timesHeader() + "\n";
    for (size_t i = 1; i < again.size(); ++i) twice += timeLine(again[i]);
    require(twice == written, "written again it is another text");
  }
}

// ---- evaluations

LaneAssessment someLane(int lane) {
  LaneAssessment made;
  made.lane = lane;
  made.lambda = 0.5 * lane;
  made.loss = "squared";
  made.clean = {5, 6};
  made.own = {3, 6};
  made.opponent = "pgd:eps=0.1";
  made.confusion = {{2, 0, 0}, {1, 1, 0}, {0, 0, 2}};
  made.verdicts = {0, 1, 2, 0, 0, 2};
  for (size_t i = 5; i < 8; ++i)
    made.calibration.bins[i] = {{static_cast<int64_t>(i) - 4, 3}, 0.1 * static_cast<double>(i)};
  Curve fgsm{parseAttack("fgsm:eps=0.3"), "eps", {{0.1, {4, 6}}, {0.3, {3, 6}}}};
  Curve pgd{parseAttack("pgd:eps=0.5"), "eps", {{0.1, {4, 6}}, {0.5, {0, 6}}}};
  Curve square{parseAttack("square"), "eps", {{0.1, {2, 3}}}, {{1, 3}}};
  made.curves = {fgsm, pgd, square};
  return made;
}

std::string someEvaluation(int lanes) {
  Assessment made{12, "ab12", 6, 3, {}};
  for (int k = 0; k < lanes; ++k) made.lanes.push_back(someLane(k));
  return assessmentToJson(made);
}

void requireSound(const Share& share) {
  require(share.right >= 0 && share.right <= share.count, "a share that cannot be");
  if (share.count == 0) return;
  const auto [low, high] = share.interval();
  constexpr double kSlack = 1e-9;
  require(low >= 0 && low <= share.value() + kSlack && share.value() <= high + kSlack && high <= 1,
          "a share outside its interval");
}

void requireSound(const LaneAssessment& lane) {
  require(lane.lane >= 0, "a classifier of no number");
  requireSound(lane.clean);
  requireSound(lane.own);
  Share all;
  for (int c = 0; c < lane.classes(); ++c) {
    const Share share = lane.ofClass(c);
    requireSound(share);
    all.right += share.right;
    all.count += share.count;
  }
  require(all == lane.clean, "the classes do not add up to the clean accuracy");
  require(static_cast<int64_t>(lane.verdicts.size()) == lane.clean.count, "verdicts and images do not agree");
  for (const uint8_t verdict : lane.verdicts) require(verdict < lane.classes(), "a verdict that is no class");
  for (const auto& bin : lane.calibration.bins) {
    requireSound(bin.share);
    require(bin.confidence >= 0 && bin.confidence <= 1.001, "a confidence that cannot be");
  }
  for (const auto& curve : lane.curves) {
    require(curve.attack.values.contains(curve.key), "a curve along something that the attack has not");
    require(parseAttack(curve.attack.text()) == curve.attack, "an attack that cannot be");
    require(curve.whiteBox.empty() || curve.whiteBox.size() == curve.points.size(), "bounds beside other points");
    for (const auto& point : curve.points) requireSound(point.share);
    for (const auto& share : curve.whiteBox) requireSound(share);
  }
}

void feedEvaluations(std::string_view bytes) {
  const std::string text(bytes);
  const auto found = taken([&] { return assessmentFromJson(text); });
  if (!found) return;
  for (const auto& lane : found->lanes) requireSound(lane);
  const std::string written = assessmentToJson(*found);
  const Assessment again = assessmentFromJson(written);
  require(assessmentToJson(again) == written, "written and read again it is another text");
  require(again.lanes.size() == found->lanes.size(), "written and read again it has other classifiers");
  for (size_t k = 0; k < again.lanes.size(); ++k) {
    const auto &a = found->lanes[k], &b = again.lanes[k];
    require(a.clean == b.clean && a.own == b.own && a.confusion == b.confusion && a.verdicts == b.verdicts &&
                a.calibration == b.calibration && a.curves == b.curves && a.lambda == b.lambda,
            "written and read again its figures are others");
  }
}

// ---- the text of a picture

SampleGrid someGrid() {
  SampleGrid grid;
  grid.images.kind = {.height = 4, .width = 5, .classes = 3, .names = {"a", "b", "\xc3\xa9"}};
  grid.columns = 2;
  grid.wanted = {-1, 0, 2};
  grid.predicted = {1, 0, 2};
  grid.confidence = {0.5f, 0.25f, 1};
  return grid;
}

void feedPictures(std::string_view bytes) {
  const auto grid = gridFromText(std::string(bytes));
  if (!grid) return;
  const size_t n = grid->predicted.size();
  const auto& kind = grid->images.kind;
  require(kind.valid() && n > 0 && grid->wanted.size() == n && grid->confidence.size() == n && grid->columns > 0,
          "a grid that cannot be");
  const auto within = [&](int least) { return [=, &kind](int c) { return c >= least && c < kind.classes; }; };
  require(std::ranges::all_of(grid->wanted, within(-1)) && std::ranges::all_of(grid->predicted, within(-1)),
          "a class that its kind has not");
  require(std::ranges::all_of(grid->confidence, [](float p) { return p >= 0 && p <= 1.001f; }),
          "a confidence that cannot be");
  const std::string written = gridToText(*grid);
  require(std::ranges::all_of(written, [](unsigned char c) { return c < 128; }), "its text is not Latin-1");
  const auto again = gridFromText(written);
  require(again && again->images == grid->images && again->columns == grid->columns &&
              again->perturbed == grid->perturbed && again->wanted == grid->wanted &&
              again->predicted == grid->predicted && again->confidence == grid->confidence,
          "written and read again it is another");
}

}  // namespace

Target configTarget() {
  RunConfig long_ = someConfig();
  long_.length = {{}, 12};
  return {"config",
          feedConfig,
          {shortConfig(), configToJson(long_)},
          {"\"threads\"", "\"test_images\"", "\"length\"", "\"steps\"", "\"epochs\"", "\"params\"", "\"lambda\"",
           "null", "-1", "1e300", "99999999999", "18446744073709551615", "1.5"}};
}

Target metricsTarget() {
  return {"metrics",
          feedMetrics,
          {someMetrics()},
          {",", "\"", "nan", "-inf", "1e-320", "clean", "fgsm:eps=", "steps=", "joint"}};
}

Target eventsTarget() {
  return {"events",
          feedEvents,
          {someEvents(), eventLine({1, Event::Kind::Command, "pause", {}, {}})},
          {"\"step\"", "\"kind\"", "\"edit\"", "\"message\"", "\"args\"", "1.5", "1e300", "18446744073709551615"}};
}

Target logsTarget() {
  return {"logs",
          feedLogs,
          {someMetrics() + kBetween + someEvents(), metricsHeader() + "\n"},
          {"\x1c", "\r\n", "\n", ",", "\"step\":", "fgsm:eps="}};
}

Target timesTarget() {
  return {"times",
          feedTimes,
          {timesHeader() + "\n" + timeLine({10, 0.5}) + timeLine({20, 3600}), timeLine({7, 0})},
          {"\n", ",", "nan", "inf", "1e12", "-", "9223372036854775807"}};
}

Target evaluationsTarget() {
  return {"evaluations",
          feedEvaluations,
          {someEvaluation(1), someEvaluation(2)},
          {"\"lane\"", "\"right\"", "\"count\"", "\"verdicts\"", "\"012000\"", "\"white_box\"", "\"curves\"",
           "\"values\"", "null", "1e300", "1.5", "-1", "18446744073709551615"}};
}

Target picturesTarget() {
  return {"pictures",
          feedPictures,
          {gridToText(someGrid())},
          {"\"columns\"", "\"confidence\"", "\"classes\"", "1e39", "4294967297", "1.5", "-1", "true"}};
}

}  // namespace sparring::fuzz
