#include "compare/comparisoncurves.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "base/text.h"
#include "compare/comparisontext.h"
#include "sparring/adversaries.h"
#include "sparring/export.h"
#include "sparring/phases.h"
#include "sparring/seeds.h"

namespace sparring {
namespace {

constexpr size_t kMostPoints = 600;  // of a curve on a page 640 pixels wide
constexpr size_t kMostNamed = 3;     // in a note

enum class Axis { Steps, Epochs, Seconds };

/// What every run of a contender recorded at one step.
struct Joint {
  int64_t step = 0;
  std::vector<double> values;  ///< by run
};

std::vector<MetricPoint> pointsOf(const Traced& one, const TracedRun& run, Metric metric) {
  const int16_t lane = metricRow(metric).perLane ? static_cast<int16_t>(one.lane) : int16_t{0};
  std::vector<MetricPoint> points;
  for (const MetricPoint& point : run.record.points)
    if (point.metric == metric && point.lane == lane) points.push_back(point);
  return points;
}

/// Steps ascending.
std::vector<Joint> jointOf(const Traced& one, Metric metric) {
  std::map<int64_t, std::vector<double>> steps;
  for (const TracedRun& run : one.runs)
    for (const MetricPoint& point : pointsOf(one, run, metric)) steps[point.step].push_back(point.value);
  std::vector<Joint> all;
  for (auto& [step, values] : steps)
    if (values.size() == one.runs.size()) all.push_back({step, std::move(values)});
  return all;
}

/// Whether a phase that does not measure the metric lies between two steps.
bool restedBetween(const RunRecord& record, Metric metric, int64_t before, int64_t after) {
  const AdversaryInfo& opponent = adversaryInfo(record.config.params.adversary);
  return std::ranges::any_of(record.events, [&](const Event& event) {
    const auto phase = event.kind == Event::Kind::Phase ? phaseNamed(event.key) : std::nullopt;
    return phase && event.step >= before && event.step < after && !isMeasured(metric, *phase, opponent);
  });
}

/// Of a contender's runs together; nothing where one of them does not know.
std::optional<double> placeOf(const Traced& one, int64_t step, Axis along) {
  if (along == Axis::Steps) return static_cast<double>(step);
  double sum = 0;
  for (const TracedRun& run : one.runs) {
    const int64_t epoch = run.record.stepsPerEpoch;
    const auto place = along == Axis::Seconds ? secondsAt(run.times, step)
                       : epoch > 0            ? std::optional(static_cast<double>(step) / static_cast<double>(epoch))
                                              : std::nullopt;
    if (!place) return {};
    sum += *place;
  }
  return sum / static_cast<double>(one.runs.size());
}

/// No bounds where the figures are losses.
Spread spreadIn(Metric metric, std::vector<double> values) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  return isAccuracy(metric) ? spreadOf(std::move(values)) : spreadOf(std::move(values), -kInfinite, kInfinite);
}

ChartPoint pointAt(double x, Metric metric, std::vector<double> values) {
  const bool several = values.size() > 1;
  const Spread spread = spreadIn(metric, std::move(values));
  return {x, spread.mean, x, x, several ? spread.low : 0, several ? spread.high : 0};
}

/// At most kMostPoints, each the means of as many. A gap, which is no number, where the metric rested.
std::vector<ChartPoint> thinned(const Traced& one, Metric metric, Axis along) {
  const std::vector<Joint> points = jointOf(one, metric);
  const size_t each = (points.size() + kMostPoints - 1) / kMostPoints;
  std::vector<ChartPoint> thin;
  for (size_t i = 0; i < points.size(); i += each) {
    const size_t end = std::min(i + each, points.size());
    const int64_t last = points[end - 1].step;
    const auto x = placeOf(one, last, along);
    if (!x) continue;
    std::vector<double> means(one.runs.size(), 0.0);
    for (size_t k = i; k < end; ++k)
      for (size_t run = 0; run < means.size(); ++run)
        means[run] += points[k].values[run] / static_cast<double>(end - i);
    if (i > 0 && restedBetween(one.runs.front().record, metric, points[i - 1].step, last))
      thin.push_back({*x, std::nan(""), *x, *x, 0, 0});
    thin.push_back(pointAt(*x, metric, std::move(means)));
  }
  return thin;
}

std::vector<Metric> recorded(const std::vector<Traced>& all) {
  std::vector<Metric> metrics;
  for (const Traced& one : all)
    for (const TracedRun& run : one.runs)
      for (const MetricPoint& point : run.record.points)
        if (std::ranges::find(metrics, point.metric) == metrics.end()) metrics.push_back(point.metric);
  std::ranges::sort(metrics);
  return metrics;
}

std::string titleAlong(Axis along, const Translated& tr) {
  if (along == Axis::Epochs) return tr({QT_TRANSLATE_NOOP("core", "epoch")});
  if (along == Axis::Seconds) return tr({QT_TRANSLATE_NOOP("core", "seconds of training")});
  return tr({QT_TRANSLATE_NOOP("core", "step")});
}

bool knows(const Traced& one, Axis along) {
  return std::ranges::all_of(one.runs, [along](const TracedRun& run) {
    return along == Axis::Steps || (along == Axis::Epochs ? run.record.stepsPerEpoch > 0 : !run.times.empty());
  });
}

/// Whose curves are not there, and why.
std::string noteOn(const std::vector<Traced>& all, Axis along, const Translated& tr) {
  std::vector<std::string> missing;
  for (const Traced& one : all)
    if (!knows(one, along)) missing.push_back(one.title);
  if (missing.empty()) return {};
  if (missing.size() > kMostNamed)
    missing = {
        tr({QT_TRANSLATE_NOOP("core", "%1 of %2"), {std::to_string(missing.size()), std::to_string(all.size())}})};
  const std::string names = joined(missing, ", ");
  return along == Axis::Seconds
             ? tr({QT_TRANSLATE_NOOP("core", "Not drawn, since no training time was kept: %1"), {names}})
             : tr({QT_TRANSLATE_NOOP("core", "Not drawn, since the length of an epoch is not known: %1"), {names}});
}

Chart chartAlong(const std::vector<Traced>& all, Metric metric, Axis along, const Translated& tr) {
  const MetricRow& row = metricRow(metric);
  Chart chart{isAccuracy(metric) ? tr({QT_TRANSLATE_NOOP("core", "Accuracy: %1"), {row.key}}) : row.label,
              titleAlong(along, tr),
              {},
              {},
              false,
              isAccuracy(metric),
              noteOn(all, along, tr)};
  for (const Traced& one : all) chart.series.push_back({one.title, thinned(one, metric, along)});
  return chart;
}

}  // namespace

std::vector<Traced> traced(const ComparedRuns& runs) {
  std::vector<Traced> all;
  for (const ComparedRow& row : runs.rows) {
    Traced& one = all.emplace_back(Traced{row.title, row.lane, {}});
    for (const auto& folder : row.runs) one.runs.push_back({withPast(readRun(folder), folder), trainingTimes(folder)});
  }
  return all;
}

std::vector<ComparisonChart> curvesOf(const std::vector<Traced>& all, const Translated& tr) {
  std::vector<ComparisonChart> charts;
  for (const Metric metric : recorded(all)) {
    charts.push_back({fileNameOf("curve-" + metricRow(metric).key), chartAlong(all, metric, Axis::Steps, tr),
                      chartAlong(all, metric, Axis::Epochs, tr), chartAlong(all, metric, Axis::Seconds, tr)});
  }
  return charts;
}

std::string curvesCsv(const std::vector<Traced>& all) {
  std::string text = csvLine({"run", "lane", "step", "epoch", "seconds", "metric", "value", "low", "high"});
  const auto known = [](const std::optional<double>& value) { return value ? numberText(*value) : std::string(); };
  for (const Traced& one : all)
    for (const Metric metric : recorded({one}))
      for (const auto& [step, values] : jointOf(one, metric)) {
        const Spread spread = spreadIn(metric, values);
        const bool several = values.size() > 1;
        text +=
            csvLine({one.title, std::to_string(one.lane), std::to_string(step), known(placeOf(one, step, Axis::Epochs)),
                     known(placeOf(one, step, Axis::Seconds)), metricRow(metric).key, numberText(spread.mean),
                     several ? numberText(spread.low) : "", several ? numberText(spread.high) : ""});
      }
  return text;
}

}  // namespace sparring
