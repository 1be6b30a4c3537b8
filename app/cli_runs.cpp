// sparring-cli runs and label: the runs of a folder as a table, and what their user says of them.
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli_common.h"
#include "cli_json.h"
#include "cli_signals.h"
#include "cli_table.h"
#include "cli_terminal.h"
#include "sparring/export.h"
#include "sparring/library.h"

namespace sparring::cli {
namespace {

struct RunsOptions {
  std::vector<std::string> filter;
  std::filesystem::path folder;
  std::string sort, columns, group;
  bool json = false, csv = false;
};

std::vector<LibraryRun> found(const RunsOptions& options) {
  std::string text;
  for (const std::string& word : options.filter) text += word + " ";
  const RunFilter filter = RunFilter::parse(text);
  Library library(options.folder.empty() ? runsFolder() : options.folder);
  StatusLine line(stderr);
  std::vector<LibraryRun> runs = library.list([&](size_t done, size_t of) {
    if (isTerminal(stderr) && of > 1000)
      line.drawTask("reading runs", static_cast<int64_t>(done), static_cast<int64_t>(of));
    return !stopRequested();
  });
  std::erase_if(runs, [&](const LibraryRun& run) { return !filter.matches(run); });
  if (!options.sort.empty()) sortRuns(runs, commaList(options.sort));
  return runs;
}

/// What tells these runs apart, and what they came to.
std::vector<std::string> usualColumns(const std::vector<LibraryRun>& runs) {
  std::vector<std::string> columns = {"name", "started", "preset"};
  std::vector<std::string> differing = differingParameters(runs);
  for (const char* always : {"lambda", "adversary"})
    if (std::ranges::find(differing, always) == differing.end()) differing.insert(differing.begin(), always);
  columns.insert(columns.end(), differing.begin(), differing.end());
  columns.push_back("steps");
  for (const std::string& key : libraryKeys(runs))
    if (!isParameter(key) && isAccuracy(key)) columns.push_back(key);
  return columns;
}

Grouping groupingOf(const std::string& name) {
  if (name.empty()) return Grouping::None;
  if (name == "sweep") return Grouping::Sweep;
  if (name == "seeds") return Grouping::Seeds;
  if (name == "forks") return Grouping::Forks;
  throw usage("--group: runs are not grouped by '" + name + "'.", "Known: sweep, seeds, forks.");
}

void printJsonOf(const std::vector<LibraryRun>& runs, const std::vector<std::string>& columns) {
  for (const LibraryRun& run : runs) {
    nlohmann::ordered_json line = {{"folder", run.folder.string()}};
    if (run.problem) line["problem"] = run.problem->str();
    for (const std::string& column : columns) {
      const RunValue value = valueOf(run, column);
      if (value.empty()) continue;
      const bool number = value.numbers.size() == 1 && column != "started";
      line[column] = number ? nlohmann::ordered_json(value.numbers[0]) : nlohmann::ordered_json(value.text);
    }
    printJsonLine(line);
  }
}

std::string cellOf(const LibraryRun& run, const std::string& column) {
  const RunValue value = valueOf(run, column);
  if (column == "name" && run.labels.star) return "* " + value.text;
  if (column == "preset" && run.problem) return run.problem->str();
  if (isFigure(column) && value.numbers.size() == 1) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value.numbers[0]);
    return text;
  }
  return value.text;
}

void printTable(const std::vector<LibraryRun>& runs, const std::vector<std::string>& columns,
                const std::vector<RunGroup>& groups) {
  Table table(columns);
  std::vector<bool> shown(runs.size());
  const auto add = [&](size_t i, const std::string& indent) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) cells.push_back(cellOf(runs[i], column));
    cells[0] = indent + cells[0];
    table.add(cells);
    shown[i] = true;
  };
  for (size_t i = 0; i < runs.size(); ++i) {
    if (shown[i]) continue;
    const auto group = std::ranges::find_if(
        groups, [i](const RunGroup& one) { return std::ranges::find(one.runs, i) != one.runs.end(); });
    if (group == groups.end()) {
      add(i, "");
      continue;
    }
    table.add({group->name + " (" + std::to_string(group->runs.size()) + ")"});
    for (const size_t member : group->runs) add(member, "  ");
  }
  table.print();
}

int listFound(const RunsOptions& options) {
  if (options.json && options.csv) throw usage("runs: --json and --csv exclude each other.", "Choose one of them.");
  catchStopSignals();
  const Grouping grouping = groupingOf(options.group);
  const std::vector<LibraryRun> runs = found(options);
  const auto columns = options.columns.empty() ? usualColumns(runs) : commaList(options.columns);
  if (options.json) {
    printJsonOf(runs, columns);
  } else if (options.csv) {
    std::fputs(csvLine(columns).c_str(), stdout);
    for (const LibraryRun& run : runs) {
      std::vector<std::string> cells;
      for (const std::string& column : columns) cells.push_back(valueOf(run, column).text);
      std::fputs(csvLine(cells).c_str(), stdout);
    }
  } else if (runs.empty()) {
    std::printf("No runs%s in %s.\n", options.filter.empty() ? "" : " that fit",
                (options.folder.empty() ? runsFolder() : options.folder).c_str());
  } else {
    printTable(runs, columns, groupsOf(runs, grouping));
  }
  for (const LibraryRun& run : runs)
    if (run.labelsProblem) std::fprintf(stderr, "warning: %s\n", run.labelsProblem->str().c_str());
  return kDone;
}

struct LabelOptions {
  std::filesystem::path run;
  std::optional<std::string> name, note;
  std::vector<std::string> tags, untag;
  bool star = false, unstar = false;
};

int giveLabels(const LabelOptions& options) {
  openRun(options.run);
  RunLabels labels = readLabels(options.run);
  const RunLabels before = labels;
  if (options.name) labels.name = *options.name;
  if (options.note) labels.note = *options.note;
  if (options.star || options.unstar) labels.star = options.star;
  for (const std::string& tag : options.tags)
    if (std::ranges::find(labels.tags, tag) == labels.tags.end()) labels.tags.push_back(tag);
  for (const std::string& tag : options.untag) std::erase(labels.tags, tag);
  if (labels != before) writeLabels(options.run, labels);
  std::printf("%s%s\n", labels.star ? "* " : "", runTitle(options.run).c_str());
  for (const std::string& tag : labels.tags) std::printf("tag: %s\n", tag.c_str());
  if (!labels.note.empty()) std::printf("%s\n", labels.note.c_str());
  return kDone;
}

}  // namespace

void addRuns(Command& program) {
  auto options = std::make_shared<RunsOptions>();
  Command command = program.add("runs", "Lists the runs of a folder: those that a filter lets through");
  command.words("FILTER", options->filter,
                "adversary:fgsm lambda>=1 clean>=98% after:yesterday tag:good is:star -word; after -- where one begins "
                "with a dash");
  command.path("--in", options->folder, "DIR", "The folder (default: $SPARRING_RUNS, else the user's own)");
  command.text("--sort", options->sort, "KEY,...", "By these, the first before the others; -KEY: descending");
  command.text("--columns", options->columns, "KEY,...",
               "Parameters, accuracies, losses, name, started, steps, tag, … (default: what tells the runs apart)");
  command.text("--group", options->group, "KIND", "Runs of one sweep, seeds or forks below each other");
  command.flag("--json", options->json, "One JSON object a run, a line each");
  command.flag("--csv", options->csv, "A table for other programs");
  command.runs([options] { return listFound(*options); });
}

void addLabel(Command& program) {
  auto options = std::make_shared<LabelOptions>();
  Command command = program.add("label", "Gives a run a name, a note, tags or a star; without options tells them");
  command.path("RUN", options->run, "DIR", "The run's folder", Need::Required);
  command.text("--name", options->name, "TEXT", "What stands for the folder's name in lists, legends and reports");
  command.text("--note", options->note, "TEXT", "Any text");
  command.repeated("--tag", options->tags, "WORD", "Add a tag; repeatable");
  command.repeated("--untag", options->untag, "WORD", "Remove a tag; repeatable");
  command.flag("--star", options->star, "Mark it");
  command.flag("--no-star", options->unstar, "Do not mark it");
  command.runs([options] { return giveLabels(*options); });
}

}  // namespace sparring::cli
