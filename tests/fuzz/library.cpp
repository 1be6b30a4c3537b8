// What a person says of runs and asks of them.
#include "sparring/library.h"
#include "checks.h"
#include "targets.h"

namespace sparring::fuzz {

namespace {

// ---- labels.json

void feedLabels(std::string_view bytes) {
  static const auto run = scratch() / "labelled";
  std::filesystem::create_directories(run);
  writeFile(run / "labels.json", bytes);
  const auto labels = taken([&] { return readLabels(run); });
  if (!labels) return;
  writeLabels(run, *labels);
  require(readLabels(run) == *labels, "written and read again they are others");
  require(!runTitle(run).empty(), "a run without a name");
}

// ---- a filter of the list of runs

std::vector<LibraryRun> someRuns() {
  std::vector<LibraryRun> runs(2);
  runs[0].folder = "a run";
  runs[0].preset = "seed-repaired";
  runs[0].started = "2026-11-27T10:00:00Z";
  runs[0].began = runs[0].params.lambda = {0, 0.5};
  runs[0].accuracies[0].value = 0.98;
  runs[0].labels = {"two words", "a note", true, {"tag"}};
  runs[1].folder = "broken";
  runs[1].problem = Message{"gone"};
  return runs;
}

void feedFilters(std::string_view bytes) {
  static const std::vector<LibraryRun> runs = someRuns();
  const std::string text(bytes);
  for (const size_t cursor : {text.size(), text.size() / 2}) {
    const Completions completions = completeFilter(text, cursor, runs);
    require(completions.begin <= cursor, "a completion of what is behind the cursor");
    for (const std::string& word : completions.words) require(!word.empty(), "an empty completion");
  }
  const auto now = std::chrono::system_clock::from_time_t(1'800'000'000);
  const auto filter = taken([&] { return RunFilter::parse(text, now); });
  if (!filter) return;
  const bool quotes = text.find('"') != text.npos;  // which may not be closed
  const RunFilter twice = quotes ? *filter : RunFilter::parse(text + " " + text, now);
  for (const LibraryRun& run : runs) require(filter->matches(run) == twice.matches(run), "asked twice it is another");
}

}  // namespace

Target labelsTarget() {
  return {"labels",
          feedLabels,
          {R"({"name": "two words", "note": "a\nb", "star": true, "tags": ["old", "new"]})", "{}"},
          {"\"name\":", "\"tags\":", "\"star\":", "\\u0000", "\\n", "[]", "null", "true", "\"old\""}};
}

Target filtersTarget() {
  std::vector<std::string> words = {"is:", "after:", "before:", ">=",    "!=",  ":",    "-",
                                    "\"",  "%",      "7d",      "today", "nan", "1e300"};
  for (const std::string& key : libraryKeys(someRuns())) words.push_back(key);
  return {"filters",
          feedFilters,
          {"adversary:fgsm lambda>=1 after:yesterday -tag:old \"two words\"", "is:star clean>=98% before:2026-11-27",
           "pgd:eps=0.1>0.5 name!=x 12h after:12h"},
          words};
}

}  // namespace sparring::fuzz
