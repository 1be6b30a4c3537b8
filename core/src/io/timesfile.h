// times.csv: how long the run of a folder was trained, counted from its own beginning.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "io/logfile.h"
#include "sparring/times.h"

namespace sparring {

constexpr char kTimesFile[] = "times.csv";

std::string timesHeader();                 ///< "step,seconds", without its line feed
std::string timeLine(const StepTime& at);  ///< with its line feed, in whole milliseconds

/// What whole lines tell of a run that began at step `began` with 0 seconds, which need not be written. A line that
/// cannot be read, or that goes back in steps or seconds, is passed over.
std::vector<StepTime> timesOf(std::string_view text, int64_t began);

/// The writing side. A line an evaluation at first; later fewer, each a hundredth of the time so far after the last: a
/// thousand or two, however long the run is, beside those of its checkpoints.
class TimesLog {
 public:
  /// A new run's, or one that goes on after `last`. Throws Error.
  TimesLog(const std::filesystem::path& run, StepTime last);

  StepTime last() const { return last_; }
  /// `sure`: even where it is close to the last. Throws Error.
  void add(StepTime at, bool sure);
  void sync() { log_.sync(); }

 private:
  LogFile log_;
  StepTime last_;
};

}  // namespace sparring
