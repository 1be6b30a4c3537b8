// A comparison as a folder that can be handed on.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "compare/comparisoncurves.h"
#include "compare/comparisontext.h"
#include "compare/markup.h"
#include "compare/strengths.h"
#include "io/file.h"
#include "sparring/compare.h"
#include "sparring/export.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

Translated orEnglish(const Translated& translated) {
  return translated ? translated : [](const Message& message) { return message.str(); };
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

/// The ways along which curves lie: what a radio button is called, and the class of its charts.
struct Along {
  const char* name;
  const char* label;
  Chart ComparisonChart::*chart;
};
constexpr Along kAlongs[] = {
    {"steps", QT_TRANSLATE_NOOP("core", "by step"), &ComparisonChart::chart},
    {"epochs", QT_TRANSLATE_NOOP("core", "by epoch"), &ComparisonChart::byEpochs},
    {"seconds", QT_TRANSLATE_NOOP("core", "by seconds of training"), &ComparisonChart::bySeconds}};

bool isCurve(const ComparisonChart& one) { return !one.byEpochs.series.empty(); }

/// The curves lie one way at a time, which one the page's radio buttons say, without any script.
std::string figures(const std::vector<ComparisonChart>& charts, const Translated& tr) {
  std::string html;
  for (const Along& along : kAlongs)
    html += std::string("<input type=\"radio\" name=\"along\" id=\"") + along.name + "\"" +
            (&along == kAlongs ? " checked" : "") + "><label for=\"" + along.name + "\">" + escaped(tr({along.label})) +
            "</label>\n";
  html += "<div class=\"figures\">\n";
  for (const ComparisonChart& one : charts) {
    if (!isCurve(one)) html += "<div>" + chartSvg(one.chart, false) + "</div>\n";
    for (const Along& along : kAlongs)
      if (isCurve(one) && !(one.*along.chart).empty())
        html +=
            std::string("<div class=\"along ") + along.name + "\">" + chartSvg(one.*along.chart, false) + "</div>\n";
  }
  return html + "</div>\n";
}

std::string figuresStyle() {
  std::string rules = ".along{display:none}label{margin-right:1.5em}";
  for (const Along& along : kAlongs)
    rules += std::string("#") + along.name + ":checked~.figures ." + along.name + "{display:block}";
  return rules;
}

std::string page(const ComparedRuns& runs, const std::vector<ComparisonChart>& charts, const Translated& tr) {
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
      ".figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:1em}" +
      figuresStyle() + "</style></head><body>\n<h1>" + escaped(title) + "</h1>\n<p>" +
      escaped(tr({QT_TRANSLATE_NOOP("core", "Data: %1, %2 test images. Baseline: %3. Intervals are at 95 %."),
                  {runs.data, std::to_string(runs.images), runs.rows[runs.baseline].title}})) +
      "</p>\n<div class=\"wide\">" + table(runs, tr) + "</div>\n" + verdicts(runs, tr) + figures(charts, tr);
  return html + "</body></html>\n";
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
  for (const ComparedCurve& curve : runs.curves) charts.push_back(strengthChart(runs, curve, tr));
  for (ComparisonChart& one : curvesOf(all, tr)) charts.push_back(std::move(one));
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
  for (const ComparisonChart& one : charts) {
    writeFile(folder / (one.name + ".svg"), chartSvg(one.chart, true));
    for (const Along& along : kAlongs)
      if (along.chart != &ComparisonChart::chart && !(one.*along.chart).empty())
        writeFile(folder / (one.name + "-" + along.name + ".svg"), chartSvg(one.*along.chart, true));
  }
  writeFile(folder / "comparison.json", comparisonToJson(runs));
  writeFile(folder / "comparison.csv", comparisonToCsv(runs));
  writeFile(folder / "curves.csv", curvesCsv(all));
  if (!runs.curves.empty()) writeFile(folder / "strengths.csv", strengthsCsv(runs));
  writeFile(folder / "index.html", page(runs, charts, tr));
}

}  // namespace sparring
