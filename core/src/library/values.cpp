#include "library/values.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <set>

#include "base/text.h"
#include "sparring/library.h"

namespace sparring {

namespace {

std::string joinedWords(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// "2026-01-02T03:04:05Z" in seconds since 1970.
std::optional<double> secondsOf(const std::string& iso) {
  std::tm time = {};
  const char* end = strptime(iso.c_str(), "%Y-%m-%dT%H:%M:%S", &time);
  if (!end) return {};
  return static_cast<double>(timegm(&time));
}

RunValue ofText(const std::string& text) { return {text, {}}; }
RunValue ofNumber(double number) { return {numberText(number), {number}}; }
RunValue ofFlag(bool is) { return is ? RunValue{"yes", {1}} : RunValue{}; }

RunValue startedValue(const LibraryRun& run) {
  const auto seconds = secondsOf(run.started);
  return {run.started, seconds ? std::vector<double>{*seconds} : std::vector<double>{}};
}

struct Own {
  const char* key;
  RunValue (*value)(const LibraryRun&);
};

constexpr std::array<Own, 12> kOwn = {{
    {"name", [](const LibraryRun& run) { return ofText(run.title()); }},
    {"started", startedValue},
    {"preset", [](const LibraryRun& run) { return ofText(run.preset); }},
    {"steps", [](const LibraryRun& run) { return ofNumber(static_cast<double>(run.lastStep)); }},
    {"star", [](const LibraryRun& run) { return ofFlag(run.labels.star); }},
    {"tag", [](const LibraryRun& run) { return ofText(joinedWords(run.labels.tags)); }},
    {"note", [](const LibraryRun& run) { return ofText(run.labels.note); }},
    {"sweep", [](const LibraryRun& run) { return ofText(run.sweep); }},
    {"parent",
     [](const LibraryRun& run) {
       return run.parent ? ofText(run.parent->run.filename().string() + "@" + std::to_string(run.parent->step))
                         : RunValue{};
     }},
    {"folder", [](const LibraryRun& run) { return ofText(run.folder.filename().string()); }},
    {"training", [](const LibraryRun& run) { return ofFlag(run.training); }},
    {"broken", [](const LibraryRun& run) { return ofFlag(run.problem.has_value()); }},
}};

struct ParamValue {
  RunValue& value;
  void operator()(int64_t number) const { value.numbers = {static_cast<double>(number)}; }
  void operator()(double number) const { value.numbers = {number}; }
  void operator()(bool is) const { value.numbers = {is ? 1.0 : 0.0}; }
  void operator()(const std::string&) const {}
  template <class Number>
  void operator()(const std::vector<Number>& list) const {
    value.numbers.assign(list.begin(), list.end());
  }
};

/// Losses before the clean accuracy, this before those under attack in the order of the attacks' own list.
size_t rankOf(Metric metric) {
  const auto& attack = metricRow(metric).attack;
  if (!attack) return 1;
  const auto place = std::ranges::find(attacks(), attack->name, &AttackInfo::name);
  return 2 + static_cast<size_t>(place - attacks().begin());
}

}  // namespace

const ParamRow* parameterRow(const std::string& key) {
  static const std::map<std::string, const ParamRow*> rows = [] {
    std::map<std::string, const ParamRow*> map;
    for (const ParamRow& row : paramTable()) map[row.key] = &row;
    return map;
  }();
  const auto found = rows.find(key);
  return found == rows.end() ? nullptr : found->second;
}

std::vector<std::string> ownKeys() {
  std::vector<std::string> keys;
  for (const Own& own : kOwn) keys.push_back(own.key);
  return keys;
}

bool isParameter(const std::string& key) { return parameterRow(key) != nullptr; }

bool isFigure(const std::string& key) {
  try {
    return !isParameter(key) && metricOf(key, {}).has_value();
  } catch (const Error&) {
    return false;
  }
}

const RunSummary::Accuracy* figureOf(const LibraryRun& run, const std::string& key) {
  for (const auto* values : {&run.accuracies, &run.losses}) {
    std::vector<Metric> metrics;
    for (const auto& one : *values) metrics.push_back(one.metric);
    for (const auto& one : *values)
      if (metricRow(one.metric).key == key || metricKey(one.metric, metrics) == key) return &one;
  }
  return nullptr;
}

RunValue valueOf(const LibraryRun& run, const std::string& key) {
  for (const Own& own : kOwn)
    if (key == own.key) return own.value(run);
  if (run.problem) return {};
  if (const ParamRow* row = parameterRow(key)) {
    RunValue value = ofText(paramText(run.params, *row));
    std::visit([&](auto member) { ParamValue{value}(run.params.*member); }, row->member);
    return value;
  }
  const auto* figure = figureOf(run, key);
  return figure && figure->value ? ofNumber(*figure->value) : RunValue{};
}

std::vector<std::string> libraryKeys(const std::vector<LibraryRun>& runs) {
  std::vector<std::string> keys;
  for (const std::string& key : ownKeys())
    if (std::ranges::any_of(runs, [&](const LibraryRun& run) { return !valueOf(run, key).empty(); }))
      keys.push_back(key);
  std::set<std::pair<size_t, std::string>> figures;
  for (const LibraryRun& run : runs) {
    for (const auto& one : run.losses) figures.emplace(0, metricRow(one.metric).key);
    std::vector<Metric> measured;
    for (const auto& one : run.accuracies) measured.push_back(one.metric);
    for (const Metric metric : measured) figures.emplace(rankOf(metric), metricKey(metric, measured));
  }
  for (const auto& [rank, key] : figures) keys.push_back(key);
  for (const ParamRow& row : paramTable()) keys.push_back(row.key);
  return keys;
}

std::vector<std::string> differingParameters(const std::vector<LibraryRun>& runs) {
  const auto first = std::ranges::find_if(runs, [](const LibraryRun& run) { return !run.problem; });
  if (first == runs.end()) return {};
  std::vector<std::string> keys, aside;
  std::vector<Params> all;
  for (const LibraryRun& run : runs)
    if (!run.problem) all.push_back(onMachineOf(first->params, run.params));
  for (const ParamRow& row : paramTable()) {
    const std::string text = paramText(first->params, row);
    if (std::ranges::all_of(all, [&](const Params& params) { return paramText(params, row) == text; })) continue;
    (row.recipe ? keys : aside).push_back(row.key);
  }
  keys.insert(keys.end(), aside.begin(), aside.end());
  return keys;
}

void sortRuns(std::vector<LibraryRun>& runs, const std::vector<std::string>& keys) {
  struct Key {
    std::string key;
    bool down;
  };
  std::vector<Key> order;
  for (const std::string& key : keys) {
    const bool down = key.starts_with('-');
    order.push_back({checkedKey(down ? key.substr(1) : key), down});
  }
  std::vector<std::vector<RunValue>> values(runs.size());
  std::vector<size_t> places(runs.size());
  for (size_t i = 0; i < runs.size(); ++i) {
    places[i] = i;
    for (const Key& key : order) values[i].push_back(valueOf(runs[i], key.key));
  }
  std::ranges::stable_sort(places, [&](size_t a, size_t b) {
    for (size_t k = 0; k < order.size(); ++k) {
      const RunValue &x = values[a][k], &y = values[b][k];
      if (x.empty() != y.empty()) return y.empty();
      const auto less = [](const RunValue& one, const RunValue& other) {
        return one.numbers != other.numbers ? one.numbers < other.numbers
                                            : one.numbers.empty() && one.text < other.text;
      };
      if (less(x, y)) return !order[k].down;
      if (less(y, x)) return order[k].down;
    }
    return false;
  });
  std::vector<LibraryRun> sorted;
  for (const size_t place : places) sorted.push_back(std::move(runs[place]));
  runs = std::move(sorted);
}

}  // namespace sparring
