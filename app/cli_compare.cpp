// sparring-cli compare and report: runs beside each other.
#include <algorithm>
#include <cstdio>

#include "cli_common.h"
#include "cli_signals.h"
#include "cli_table.h"
#include "cli_terminal.h"
#include "sparring/compare.h"

namespace sparring::cli {
namespace {

struct CompareCliOptions {
  std::vector<std::string> runs, metrics;
  std::filesystem::path out;
  std::string data, baseline;
  std::optional<int64_t> limit, lane;
  bool allLanes = false, strengths = false, json = false, csv = false;
};

/// Every lane of those runs that a contender names, each as one of its own.
std::vector<Contender> byLane(const std::vector<Contender>& contenders) {
  std::vector<Contender> lanes;
  for (const Contender& contender : contenders) {
    const size_t count = readRun(contender.runs.front()).config.params.lambda.size();
    for (size_t lane = 0; lane < count; ++lane) {
      lanes.push_back(contender);
      lanes.back().lane = static_cast<int>(lane);
    }
  }
  return lanes;
}

ComparedRuns compared(const CompareCliOptions& options) {
  std::vector<Contender> contenders;
  for (const std::string& text : options.runs) {
    contenders.push_back(contenderOf(text));
    if (options.lane) contenders.back().lane = static_cast<int>(*options.lane);
  }
  // one run alone can only be compared with itself: its lanes
  if (options.allLanes || (contenders.size() == 1 && !options.lane)) contenders = byLane(contenders);
  CompareOptions how;
  how.metrics = options.metrics;
  how.limit = options.limit.value_or(0);
  how.strengths = options.strengths;
  if (!options.data.empty())
    how.data = [&](const std::string&, const std::string& sha256) { return loadSame(options.data, sha256); };
  if (!options.baseline.empty()) {
    const Contender base = contenderOf(options.baseline);
    const auto same = [&](const Contender& one) { return one.runs == base.runs && one.step == base.step; };
    const auto found = std::ranges::find_if(contenders, same);
    how.baseline = static_cast<size_t>(found - contenders.begin());
    if (found == contenders.end()) contenders.push_back(base);
  }
  catchStopSignals();
  StatusLine line(stderr);
  return compareRuns(contenders, how, [&](const std::string& what, int64_t done, int64_t total) {
    if (isTerminal(stderr)) line.drawTask(what, done, total);
    return !stopRequested();
  });
}

std::string numberText(const char* format, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string figureText(const ComparedFigure& figure, bool accuracy) {
  char text[64];
  if (accuracy)
    std::snprintf(text, sizeof text, "%.2f %% (%.1f-%.1f)", 100 * figure.value, 100 * figure.low, 100 * figure.high);
  else
    std::snprintf(text, sizeof text, "%.4g", figure.value);
  return text;
}

void printCompared(const ComparedRuns& runs) {
  std::vector<std::string> heads = {"run", "lambda", "step"};
  heads.insert(heads.end(), runs.parameters.begin(), runs.parameters.end());
  heads.insert(heads.end(), runs.metrics.begin(), runs.metrics.end());
  Table table(heads);
  for (const ComparedRow& row : runs.rows) {
    std::vector<std::string> cells = {row.title, numberText("%g", row.lambda), std::to_string(row.step)};
    cells.insert(cells.end(), row.values.begin(), row.values.end());
    for (size_t i = 0; i < row.figures.size(); ++i) {
      cells.push_back(figureText(row.figures[i], isAccuracy(runs.metrics[i])));
    }
    table.add(std::move(cells));
  }
  table.print();
  std::puts("");
  for (size_t row = 0; row < runs.rows.size(); ++row)
    for (size_t i = 0; i < runs.metrics.size(); ++i) {
      if (row == runs.baseline) continue;
      std::printf("%s", sentenceOf(runs, row, i).str().c_str());
      if (const auto& p = runs.rows[row].figures[i].p)
        *p < 0.001 ? std::printf(" McNemar p < 0.001") : std::printf(" McNemar p = %.3f", *p);
      std::puts("");
    }
}

void printStrengths(const ComparedRuns& runs) {
  for (const ComparedCurve& curve : runs.curves) {
    std::printf("\n%s, accuracy by %s, on %lld test images:\n", curve.metric.c_str(),
                attackInfo(curve.attack.name).strength().key.c_str(), static_cast<long long>(curve.images));
    std::vector<std::string> heads = {"run"};
    for (const double strength : curve.strengths) heads.push_back(numberText("%g", strength));
    Table table(heads);
    for (size_t row = 0; row < curve.rows.size(); ++row) {
      std::vector<std::string> cells = {runs.rows[row].title};
      for (const auto& point : curve.rows[row]) cells.push_back(numberText("%.1f %%", 100 * point.value));
      table.add(std::move(cells));
    }
    table.print();
  }
}

int compare(const CompareCliOptions& options) {
  if (options.json && options.csv) throw usage("compare: --json and --csv exclude each other.", "Choose one of them.");
  if (options.strengths && options.csv)
    throw usage("compare: --csv has no place for --strengths.",
                "Take --json, or `report`, which writes a table of its own.");
  const ComparedRuns runs = compared(options);
  if (options.json)
    std::fputs(comparisonToJson(runs).c_str(), stdout);
  else if (options.csv)
    std::fputs(comparisonToCsv(runs).c_str(), stdout);
  else
    printCompared(runs);
  if (!options.json && !options.csv) printStrengths(runs);
  return kDone;
}

int report(const CompareCliOptions& options) {
  if (options.out.empty()) throw usage("report: --out is missing.", "Give the folder that is to hold it: --out DIR.");
  CompareCliOptions all = options;
  all.strengths = true;
  writeComparison(compared(all), options.out);
  std::printf("%s\n", (options.out / "index.html").c_str());
  return kDone;
}

void addContenders(Command& command, CompareCliOptions& options) {
  command.words("RUN", options.runs,
                "Two to twelve: a run's folder, RUN@STEP, or a folder of runs or RUN,RUN,... that differ in their seed "
                "(their mean); "
                "one alone: its lanes");
  command.repeated("--metric", options.metrics, "TEXT",
                   "clean, an attack (pgd:eps=0.1,steps=20), or a loss by name; repeatable (default: clean and the "
                   "runs' own attack, else pgd:eps=0.1)");
  command.text("--baseline", options.baseline, "RUN", "What the others are held against (default: the first)");
  const auto lane = [&options](const std::string& text) {
    options.allLanes = text == "all";
    options.lane.reset();
    if (!options.allLanes) options.lane = wholeNumber("--lane", text, 0, 1000);
  };
  command.text("--lane", lane, "N|all", "The classifier of each run (default: the most robust one), or all of them");
  command.number("--limit", options.limit, 1, 1'000'000'000, "Use only N test images, evenly spread over the test set");
  addDataOption(command, options.data);
}

}  // namespace

void addCompare(Command& program) {
  auto options = std::make_shared<CompareCliOptions>();
  Command command = program.add("compare", "Holds runs or lanes against each other on the same test images");
  addContenders(command, *options);
  command.flag("--strengths", options->strengths, "Also the accuracy against the strength of each attack");
  command.flag("--json", options->json, "One JSON object, accuracies in [0,1]");
  command.flag("--csv", options->csv, "A row for each run and metric");
  command.footer("A difference is paired by image: Newcombe's interval, McNemar's test. docs/experiments.md explains.");
  command.runs([options] { return compare(*options); });
}

void addReport(Command& program) {
  auto options = std::make_shared<CompareCliOptions>();
  Command command = program.add("report", "Writes such a comparison as a page with its figures and tables");
  addContenders(command, *options);
  command.path("--out", options->out, "DIR", "The folder for index.html, figures (SVG), tables (CSV) and JSON");
  command.runs([options] { return report(*options); });
}

}  // namespace sparring::cli
