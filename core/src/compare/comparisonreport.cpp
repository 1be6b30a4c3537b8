// A comparison as a folder that can be handed on.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "compare/comparisontext.h"
#include "compare/markup.h"
#include "io/file.h"
#include "sparring/adversaries.h"
#include "sparring/compare.h"
#include "sparring/export.h"
#include "sparring/phases.h"
#include "sparring/run.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr size_t kMostPoints = 600;  // of a curve on a page 640 pixels wide

Translated orEnglish(const Translated& translated) {
  return translated ? translated : [](const Message& message) { return message.str(); };
}

/// One row's first run, with its past.
struct Traced {
  std::string title;
  int lane = 0;
  RunRecord record;
};

std::vector<Traced> traced(const ComparedRuns& runs) {
  std::vector<Traced> all;
  for (const ComparedRow& row : runs.rows)
    all.push_back({row.title, row.lane, withPast(readRun(row.runs.front()), row.runs.front())});
  return all;
}

std::vector<MetricPoint> pointsOf(const Traced& run, Metric metric) {
  const int16_t lane = metricRow(metric).perLane ? static_cast<int16_t>(run.lane) : int16_t{0};
  std::vector<MetricPoint> points;
  for (const MetricPoint& point : run.record.points)
    if (point.metric == metric && point.lane == lane) points.push_back(point);
  return points;
}

/// Whether a phase that does not measure the metric lies between two steps.
bool restedBetween(const RunRecord& record, Metric metric, int64_t before, int64_t after) {
  const AdversaryInfo& opponent = adversaryInfo(record.config.params.adversary);
  return std::ranges::any_of(record.events, [&](const Event& event) {
    const auto phase = event.kind == Event::Kind::Phase ? phaseNamed(event.key) : std::nullopt;
    return phase && event.step >= before && event.step < after && !isMeasured(metric, *phase, opponent);
  });
}

/// At most kMostPoints: means of as many each, along `unit` steps. A gap, which is no number, where the metric rested.
std::vector<ChartPoint> thinned(const Traced& run, Metric metric, int64_t unit) {
  const std::vector<MetricPoint> points = pointsOf(run, metric);
  const size_t each = (points.size() + kMostPoints - 1) / kMostPoints;
  std::vector<ChartPoint> thin;
  for (size_t i = 0; i < points.size(); i += each) {
    const size_t end = std::min(i + each, points.size());
    double sum = 0;
    for (size_t k = i; k < end; ++k) sum += points[k].value;
    const double x = static_cast<double>(points[end - 1].step) / static_cast<double>(unit);
    if (i > 0 && restedBetween(run.record, metric, points[i - 1].step, points[end - 1].step))
      thin.push_back({x, std::nan(""), x, x, 0, 0});
    thin.push_back({x, sum / static_cast<double>(end - i), x, x, 0, 0});
  }
  return thin;
}

std::vector<Metric> recorded(const std::vector<Traced>& runs) {
  std::vector<Metric> metrics;
  for (const Traced& run : runs)
    for (const MetricPoint& point : run.record.points)
      if (std::ranges::find(metrics, point.metric) == metrics.end()) metrics.push_back(point.metric);
  std::ranges::sort(metrics);
  return metrics;
}

/// A metric of all runs, along epochs or steps.
Chart curveOf(const std::vector<Traced>& runs, Metric metric, bool epochs, const Translated& tr) {
  const MetricRow& row = metricRow(metric);
  Chart chart{isAccuracy(metric) ? tr({QT_TRANSLATE_NOOP("core", "Accuracy: %1"), {row.key}}) : row.label,
              epochs ? tr({QT_TRANSLATE_NOOP("core", "epoch")}) : tr({QT_TRANSLATE_NOOP("core", "step")}),
              {},
              {},
              false,
              isAccuracy(metric)};
  for (const Traced& run : runs)
    chart.series.push_back({run.title, thinned(run, metric, epochs ? run.record.stepsPerEpoch : 1)});
  return chart;
}

std::vector<ComparisonChart> curves(const std::vector<Traced>& runs, const Translated& tr) {
  std::vector<ComparisonChart> figures;
  const bool known = std::ranges::all_of(runs, [](const Traced& run) { return run.record.stepsPerEpoch > 0; });
  for (const Metric metric : recorded(runs)) {
    std::string file = "curve-" + metricRow(metric).key;
    std::ranges::replace_if(
        file, [](unsigned char c) { return !std::isalnum(c) && c != '-' && c != '_'; }, '-');
    figures.push_back({file, curveOf(runs, metric, false, tr), known ? curveOf(runs, metric, true, tr) : Chart()});
  }
  return figures;
}

/// Clean against the first attack that was asked for; nothing where one of them was not.
std::vector<ComparisonChart> frontier(const ComparedRuns& runs, const Translated& tr) {
  const auto place = [&](auto is) {
    return std::ranges::find_if(runs.metrics, [&](const std::string& text) {
      const auto metric = metricOf(text, {});
      return metric && isAccuracy(*metric) && is(*metric);
    });
  };
  const auto clean = place([](Metric metric) { return metric == Metric::Clean; });
  const auto robust = place([](Metric metric) { return metric != Metric::Clean; });
  if (clean == runs.metrics.end() || robust == runs.metrics.end()) return {};
  const auto x = static_cast<size_t>(clean - runs.metrics.begin()),
             y = static_cast<size_t>(robust - runs.metrics.begin());
  Chart chart{tr({QT_TRANSLATE_NOOP("core", "Clean against robust")}),
              tr({QT_TRANSLATE_NOOP("core", "Accuracy: %1"), {*clean}}),
              tr({QT_TRANSLATE_NOOP("core", "Accuracy: %1"), {*robust}}),
              {},
              true,
              true};
  for (const ComparedRow& row : runs.rows) {
    const ComparedFigure &a = row.figures[x], &b = row.figures[y];
    chart.series.push_back({row.title, {{a.value, b.value, a.low, a.high, b.low, b.high}}, false});
  }
  return {{"frontier", std::move(chart)}};
}

std::string curvesCsv(const std::vector<Traced>& runs) {
  std::string text = csvLine({"run", "lane", "step", "metric", "value"});
  for (const Traced& run : runs)
    for (const Metric metric : recorded({run}))
      for (const MetricPoint& point : pointsOf(run, metric))
        text += csvLine({run.title, std::to_string(run.lane), std::to_string(point.step), metricRow(metric).key,
                         numberText(point.value)});
  return text;
}

std::string cell(const ComparedFigure& figure, bool accuracy) {
  if (!accuracy) return escaped(numberText(figure.value));
  return "<b>" + percentText(figure.value) + " %</b> <small>" + percentText(figure.low) + "–" +
         percentText(figure.high) + "</small>";
}

std::string table(const ComparedRuns& runs, const Translated& tr) {
  std::string html = "<table><thead><tr><th>" + tr({QT_TRANSLATE_NOOP("core", "Run")}) + "</th><th>λ</th><th>" +
                     tr({QT_TRANSLATE_NOOP("core", "step")}) + "</th>";
  for (const auto& heads : {runs.parameters, runs.metrics})
    for (const std::string& head : heads) html += "<th>" + escaped(head) + "</th>";
  html += "</tr></thead><tbody>";
  for (size_t r = 0; r < runs.rows.size(); ++r) {
    const ComparedRow& row = runs.rows[r];
    html += "<tr><td><span class=\"mark\" style=\"background:var(--c" + std::to_string(r) + ")\"></span>" +
            escaped(row.title) + "</td><td>" + numberText(row.lambda) + "</td><td>" + std::to_string(row.step) +
            "</td>";
    for (const std::string& value : row.values) html += "<td>" + escaped(value) + "</td>";
    for (size_t i = 0; i < row.figures.size(); ++i) {
      const std::string kind = kindName(row.figures[i].kind);
      html += "<td class=\"" + kind.substr(0, kind.find(' ')) + "\">" +
              cell(row.figures[i], isAccuracy(runs.metrics[i])) + "</td>";
    }
    html += "</tr>";
  }
  return html + "</tbody></table>\n";
}

std::string verdicts(const ComparedRuns& runs, const Translated& tr) {
  std::string html = "<ul>";
  for (size_t r = 0; r < runs.rows.size(); ++r)
    for (size_t i = 0; i < runs.metrics.size(); ++i) {
      if (r == runs.baseline) continue;
      const ComparedFigure& figure = runs.rows[r].figures[i];
      html += "<li>" + escaped(tr(sentenceOf(runs, r, i)));
      if (figure.p)
        html += " <small>" +
                escaped(tr({QT_TRANSLATE_NOOP("core", "%1 images gained, %2 lost; McNemar's test: p %3"),
                            {std::to_string(figure.gained), std::to_string(figure.lost),
                             *figure.p < 0.001 ? std::string("< 0.001")
                                               : "= " + numberText(std::round(*figure.p * 1000) / 1000)}})) +
                "</small>";
      html += "</li>";
    }
  return html + "</ul>\n";
}

std::string page(const ComparedRuns& runs, const std::vector<ComparisonChart>& figures, const Translated& tr) {
  const std::string title =
      tr({QT_TRANSLATE_NOOP("core", "%1 runs beside each other"), {std::to_string(runs.rows.size())}});
  std::string html =
      "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>" + escaped(title) +
      "</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + chartStyle() +
      "body{font:15px/1.5 system-ui,sans-serif;max-width:1320px;margin:2em auto;padding:0 1em;"
      "background:var(--paper);color:var(--ink)}table{border-collapse:collapse;margin:1em 0}"
      "th,td{padding:.3em .8em;border-bottom:1px solid var(--faint);text-align:left;white-space:nowrap}"
      ".wide{overflow-x:auto}.mark{display:inline-block;width:.8em;height:.8em;border-radius:50%;"
      "margin-right:.5em}.better b{color:var(--c2)}.worse b{color:var(--c5)}"
      ".figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:1em}"
      "</style></head><body>\n<h1>" +
      escaped(title) + "</h1>\n<p>" +
      escaped(tr({QT_TRANSLATE_NOOP("core", "Data: %1, %2 test images. Baseline: %3. Intervals are at 95 %."),
                  {runs.data, std::to_string(runs.images), runs.rows[runs.baseline].title}})) +
      "</p>\n<div class=\"wide\">" + table(runs, tr) + "</div>\n" + verdicts(runs, tr) + "<div class=\"figures\">\n";
  for (const ComparisonChart& figure : figures) html += chartSvg(figure.chart, false);
  return html + "</div>\n</body></html>\n";
}

void makeEmptyFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw Error({QT_TRANSLATE_NOOP("core", "Cannot make the folder %1: %2."), {folder.string(), error.message()}},
                {QT_TRANSLATE_NOOP("core", "Choose a place that you may write to.")});
  if (!fs::is_empty(folder, error))
    throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 is not empty."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Choose another one, or empty it.")});
}

std::vector<ComparisonChart> chartsOf(const ComparedRuns& runs, const std::vector<Traced>& all, const Translated& tr) {
  std::vector<ComparisonChart> charts = frontier(runs, tr);
  for (ComparisonChart& one : curves(all, tr)) charts.push_back(std::move(one));
  std::erase_if(charts, [](const ComparisonChart& one) { return one.chart.empty(); });
  return charts;
}

}  // namespace

std::vector<ComparisonChart> comparisonCharts(const ComparedRuns& runs, const Translated& translated) {
  return chartsOf(runs, traced(runs), orEnglish(translated));
}

void writeComparisonPage(const ComparedRuns& runs, const fs::path& file, const Translated& translated) {
  const Translated tr = orEnglish(translated);
  writeFile(file, page(runs, chartsOf(runs, traced(runs), tr), tr));
}

void writeComparison(const ComparedRuns& runs, const fs::path& folder, const Translated& translated) {
  const Translated tr = orEnglish(translated);
  const auto all = traced(runs);
  const auto charts = chartsOf(runs, all, tr);
  makeEmptyFolder(folder);
  for (const ComparisonChart& one : charts) writeFile(folder / (one.name + ".svg"), chartSvg(one.chart, true));
  writeFile(folder / "comparison.json", comparisonToJson(runs));
  writeFile(folder / "comparison.csv", comparisonToCsv(runs));
  writeFile(folder / "curves.csv", curvesCsv(all));
  writeFile(folder / "index.html", page(runs, charts, tr));
}

}  // namespace sparring
