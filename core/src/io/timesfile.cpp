#include "io/timesfile.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "base/text.h"
#include "io/runformat.h"
#include "sparring/run.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

constexpr double kMostSeconds = 1e12;  // some ten thousand years
constexpr double kApart = 0.01;        // of the time so far

std::optional<StepTime> timeOf(std::string_view line) {
  const size_t comma = std::min(line.find(','), line.size());
  const auto step = parseInteger(line.substr(0, comma));
  const auto seconds = parseReal(line.substr(std::min(comma + 1, line.size())));
  if (!step || !seconds || !(*seconds >= 0 && *seconds <= kMostSeconds)) return {};
  return StepTime{*step, *seconds};
}

/// Those of the run itself, from its own beginning; empty where it does not tell.
std::vector<StepTime> ownTimes(const fs::path& folder, const RunConfig& config) {
  if (!fs::exists(folder / kTimesFile)) return {};
  return timesOf(readLog(folder / kTimesFile), config.parent ? config.parent->step : 0);
}

/// Those of `past` up to `step`, and behind them `own`, which begin there. Empty where one does not reach the other.
std::vector<StepTime> joined(std::vector<StepTime> past, int64_t step, const std::vector<StepTime>& own) {
  const auto before = secondsAt(past, step);
  if (!before || own.empty()) return {};
  std::erase_if(past, [step](const StepTime& at) { return at.step >= step; });
  for (const auto& [at, seconds] : own) past.push_back({at, *before + seconds});
  return past;
}

}  // namespace

std::string timesHeader() { return "step,seconds"; }

std::string timeLine(const StepTime& at) {
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, at.seconds, std::chars_format::fixed, 3).ptr;
  return std::to_string(at.step) + ',' + std::string(text, end) + '\n';
}

std::vector<StepTime> timesOf(std::string_view text, int64_t began) {
  std::vector<StepTime> times = {{began, 0}};
  for (const std::string_view line : wholeLines(text))
    if (const auto at = timeOf(line); at && at->step > times.back().step && at->seconds >= times.back().seconds)
      times.push_back(*at);
  return times;
}

TimesLog::TimesLog(const fs::path& run, StepTime last) : log_(run / kTimesFile), last_(last) {}

void TimesLog::add(StepTime at, bool sure) {
  if (at.step <= last_.step || (!sure && at.seconds < (1 + kApart) * last_.seconds)) return;
  last_ = at;
  log_.append(timeLine(at));
}

std::vector<StepTime> trainingTimes(const fs::path& folder) {
  try {
    std::vector<fs::path> line = {folder};  // the run, its parent, its parent's …
    std::vector<RunConfig> configs = {readConfig(folder)};
    std::set<fs::path> seen = {folder};
    for (fs::path from = parentOf(configs.back(), folder); !from.empty() && seen.insert(from).second;
         from = parentOf(configs.back(), from)) {
      line.push_back(from);
      configs.push_back(readConfig(from));
    }
    std::vector<StepTime> times = ownTimes(line.back(), configs.back());
    for (size_t i = line.size() - 1; i-- > 0;)
      times = joined(std::move(times), configs[i].parent->step, ownTimes(line[i], configs[i]));
    return times;
  } catch (const Error&) {
    return {};
  } catch (const fs::filesystem_error&) {
    return {};
  }
}

std::optional<double> secondsAt(const std::vector<StepTime>& times, int64_t step) {
  const auto after = std::ranges::lower_bound(times, step, {}, &StepTime::step);
  if (after == times.end()) return {};
  if (after->step == step) return after->seconds;
  if (after == times.begin()) return {};
  const StepTime& before = *std::prev(after);
  const double share = static_cast<double>(step - before.step) / static_cast<double>(after->step - before.step);
  return std::lerp(before.seconds, after->seconds, share);
}

}  // namespace sparring
