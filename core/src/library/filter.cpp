#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <ctime>
#include <map>

#include "base/comparison.h"
#include "base/refuse.h"
#include "base/text.h"
#include "library/values.h"
#include "sparring/commas.h"
#include "sparring/library.h"

namespace sparring {

namespace {

using Clock = std::chrono::system_clock;

constexpr size_t kMostWords = 50;  // of a completion
const std::vector<std::string> kOperators = {">=", "<=", "!=", ">", "<", "=", ":"};
constexpr std::array<const char*, 5> kStates = {"star", "fork", "sweep", "training", "broken"};
constexpr std::array<const char*, 3> kDays = {"today", "yesterday", "7d"};

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool holds(const std::string& text, const std::string& part) { return lower(text).find(lower(part)) != text.npos; }

std::vector<std::string> everyKey() {
  std::vector<std::string> keys = ownKeys();
  for (const MetricRow& row : metricTable()) keys.push_back(row.key);
  for (const AttackInfo& attack : attacks()) keys.push_back(attack.name);
  for (const ParamRow& row : paramTable()) keys.push_back(row.key);
  return keys;
}

bool isKey(const std::string& key) {
  const auto own = ownKeys();
  return std::ranges::find(own, key) != own.end() || isParameter(key) || isFigure(key);
}

struct Word {
  size_t begin = 0, end = 0;          // in the text, quotes counted
  std::string text;                   // without them
  size_t quoted = std::string::npos;  // where in `text` the first quote began
};

/// A quote that is not closed ends with the text.
std::vector<Word> wordsOf(const std::string& text) {
  std::vector<Word> words;
  for (size_t i = 0; i < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[i]))) {
      ++i;
      continue;
    }
    Word word{i, i, {}};
    bool inQuotes = false;
    for (; i < text.size() && (inQuotes || !std::isspace(static_cast<unsigned char>(text[i]))); ++i) {
      if (text[i] != '"') {
        word.text += text[i];
        continue;
      }
      inQuotes = !inQuotes;
      word.quoted = std::min(word.quoted, word.text.size());
    }
    word.end = i;
    words.push_back(std::move(word));
  }
  return words;
}

double numberIn(const std::string& text) {
  const auto number = numberOrShare(text);
  if (!number)
    refuse({QT_TRANSLATE_NOOP("core", "\"%1\" is no number to compare with."), {text}},
           commaHint(text.ends_with('%') ? text.substr(0, text.size() - 1) : text, false)
               .value_or(Message{QT_TRANSLATE_NOOP("core", "Write it as in lambda>=0.5 or clean>=98%.")}));
  return *number;
}

double seconds(Clock::time_point time) { return std::chrono::duration<double>(time.time_since_epoch()).count(); }

std::optional<double> dateIn(const std::string& text) {
  for (const char* form : {"%Y-%m-%dT%H:%M", "%Y-%m-%d"}) {
    std::tm day = {};
    day.tm_isdst = -1;
    const char* end = strptime(text.c_str(), form, &day);
    if (end && !*end) return static_cast<double>(std::mktime(&day));
  }
  return {};
}

/// Seconds since 1970 of the beginning of a day, or of so long ago.
double dayIn(const std::string& text, Clock::time_point now) {
  const std::time_t time = Clock::to_time_t(now);
  std::tm day = {};
  localtime_r(&time, &day);
  day.tm_hour = day.tm_min = day.tm_sec = 0;
  day.tm_isdst = -1;
  if (text == "yesterday") --day.tm_mday;
  if (text == "today" || text == "yesterday") return static_cast<double>(std::mktime(&day));
  if (const auto date = dateIn(text)) return *date;
  const auto count = text.empty() ? std::nullopt : parseReal(text.substr(0, text.size() - 1));
  if (count && *count >= 0 && text.back() == 'd') return seconds(now) - *count * 86400;
  if (count && *count >= 0 && text.back() == 'h') return seconds(now) - *count * 3600;
  refuse({QT_TRANSLATE_NOOP("core", "\"%1\" is no day."), {text}},
         {QT_TRANSLATE_NOOP("core", "Write today, yesterday, 7d, 12h or a date as 2026-11-27.")});
}

bool inState(const LibraryRun& run, const std::string& state) {
  if (state == "star") return run.labels.star;
  if (state == "fork") return run.parent.has_value();
  if (state == "sweep") return !run.sweep.empty();
  if (state == "training") return run.training;
  return run.problem.has_value();
}

using Test = std::function<bool(const LibraryRun&)>;

Test stateTest(const std::string& state) {
  if (std::ranges::find(kStates, state) == kStates.end())
    refuse({QT_TRANSLATE_NOOP("core", "Runs are not told apart by \"is:%1\"."), {state}},
           {QT_TRANSLATE_NOOP("core", "There are %1."), {"is:star is:fork is:sweep is:training is:broken"}});
  return [state](const LibraryRun& run) { return inState(run, state); };
}

Test dayTest(const std::string& day, bool after, Clock::time_point now) {
  return [limit = dayIn(day, now), after](const LibraryRun& run) {
    const RunValue started = valueOf(run, "started");
    return !started.numbers.empty() && (after ? started.numbers[0] >= limit : started.numbers[0] < limit);
  };
}

Test sameTest(const std::string& key, const std::string& text) {
  const auto number = parseReal(text);
  return [key, text, number](const LibraryRun& run) {
    const RunValue value = valueOf(run, key);
    return value.text == text || (number && value.numbers.size() == 1 && value.numbers[0] == *number);
  };
}

Test orderTest(const std::string& key, const std::string& op, double limit) {
  return [key, relation = *relationOf(op), limit](const LibraryRun& run) {
    return std::ranges::any_of(valueOf(run, key).numbers,
                               [&](double number) { return compares(number, relation, limit); });
  };
}

Test wordTest(const std::string& word) {
  return [word](const LibraryRun& run) {
    const auto says = [&](const std::string& text) { return holds(text, word); };
    return says(run.title()) || says(run.labels.note) || says(run.preset) || says(run.params.adversary) ||
           says(run.folder.filename().string()) || std::ranges::any_of(run.labels.tags, says);
  };
}

Test testOf(const Word& word, const std::string& text, Clock::time_point now) {
  for (const bool after : {true, false})
    if (const std::string begin = after ? "after:" : "before:"; text.starts_with(begin))
      return dayTest(text.substr(begin.size()), after, now);
  if (text.starts_with("is:")) return stateTest(text.substr(3));
  const auto comparison = comparisonIn(text, word.quoted, kOperators, isKey);
  if (!comparison) return wordTest(text);
  if (!comparison->known) checkedKey(comparison->key);
  const std::string &key = comparison->key, &op = comparison->sign, &value = comparison->value;
  if (op == ":") return [key, value](const LibraryRun& run) { return holds(valueOf(run, key).text, value); };
  if (op == "=") return sameTest(key, value);
  if (op == "!=") return [same = sameTest(key, value)](const LibraryRun& run) { return !same(run); };
  return orderTest(key, op, numberIn(value));
}

/// As a filter takes it.
std::string quotedValue(const std::string& text) {
  const bool plain = std::ranges::none_of(text, [](unsigned char c) { return std::isspace(c); });
  return plain ? text : '"' + text + '"';
}

/// The values of `key`, those of most runs first, as texts.
std::vector<std::string> valuesOf(const std::vector<LibraryRun>& runs, const std::string& key) {
  std::map<std::string, size_t> count;
  for (const LibraryRun& run : runs) {
    const RunValue value = valueOf(run, key);
    if (key != "tag" && !value.text.empty()) ++count[value.text];
    if (key == "tag")
      for (const std::string& tag : run.labels.tags) ++count[tag];
  }
  std::vector<std::string> values;
  for (const auto& [text, times] : count) values.push_back(text);
  std::ranges::stable_sort(values, [&](const auto& a, const auto& b) { return count[a] > count[b]; });
  return values;
}

bool isNumeric(const std::vector<LibraryRun>& runs, const std::string& key) {
  const auto one = [&](const LibraryRun& run) { return !valueOf(run, key).numbers.empty(); };
  return isFigure(key) || (key != "started" && std::ranges::any_of(runs, one));
}

}  // namespace

std::string checkedKey(const std::string& key) {
  if (isKey(key)) return key;
  const std::string near = nearest(key, everyKey());
  if (near.empty())
    refuse({QT_TRANSLATE_NOOP("core", "Runs have no \"%1\"."), {key}},
           {QT_TRANSLATE_NOOP("core", "There are parameters, accuracies and losses by their keys, and %1."),
            {joined(ownKeys(), ", ")}});
  refuse({QT_TRANSLATE_NOOP("core", "Runs have no \"%1\"."), {key}},
         {QT_TRANSLATE_NOOP("core", "Did you mean \"%1\"?"), {near}});
}

RunFilter RunFilter::parse(const std::string& text, Clock::time_point now) {
  RunFilter filter;
  for (const Word& word : wordsOf(text)) {
    const bool turned = word.text.size() > 1 && word.text.starts_with('-') && word.quoted > 0;
    Word plain = word;
    if (turned && plain.quoted != std::string::npos) --plain.quoted;
    Term test = testOf(plain, turned ? word.text.substr(1) : word.text, now);
    if (turned)
      filter.terms_.push_back([test](const LibraryRun& run) { return !test(run); });
    else
      filter.terms_.push_back(std::move(test));
  }
  return filter;
}

bool RunFilter::matches(const LibraryRun& run) const {
  return std::ranges::all_of(terms_, [&](const Term& term) { return term(run); });
}

Completions completeFilter(const std::string& text, size_t cursor, const std::vector<LibraryRun>& runs) {
  cursor = std::min(cursor, text.size());
  Completions out{cursor, {}};
  std::string typed;
  if (const auto words = wordsOf(text.substr(0, cursor)); !words.empty() && words.back().end == cursor) {
    out.begin = words.back().begin;
    typed = words.back().text;
  }
  const std::string sign = typed.starts_with('-') ? "-" : "";
  typed.erase(0, sign.size());
  const auto offer = [&](const std::string& word) {
    if (word != typed && lower(word).starts_with(lower(typed)) && out.words.size() < kMostWords)
      out.words.push_back(sign + word);
  };
  const auto comparison = comparisonIn(typed, typed.size(), kOperators, isKey);
  if (comparison && comparison->known) {
    for (const std::string& value : valuesOf(runs, comparison->key))
      if (lower(value).starts_with(lower(comparison->value)) && out.words.size() < kMostWords)
        out.words.push_back(sign + comparison->key + comparison->sign + quotedValue(value));
    return out;
  }
  for (const char* state : kStates) offer(std::string("is:") + state);
  for (const char* side : {"after:", "before:"})
    for (const char* day : kDays) offer(std::string(side) + day);
  for (const std::string& key : libraryKeys(runs)) offer(key + (isNumeric(runs, key) ? ">=" : ":"));
  return out;
}

}  // namespace sparring
