// What the contenders recorded while they were trained, step by step, beside each other.
#pragma once

#include <string>
#include <vector>

#include "sparring/compare.h"
#include "sparring/run.h"
#include "sparring/times.h"

namespace sparring {

/// One run, with its past.
struct TracedRun {
  RunRecord record;
  std::vector<StepTime> times;  ///< empty: not known
};

/// One contender.
struct Traced {
  std::string title;
  int lane = 0;
  std::vector<TracedRun> runs;
};

/// Reads the runs' files. Throws Error as readRun().
std::vector<Traced> traced(const ComparedRuns& runs);

/// A chart for every metric that one of the runs recorded, along steps, epochs and seconds. A mean is of the steps that
/// all of its runs recorded, within the band of Student's interval.
std::vector<ComparisonChart> curvesOf(const std::vector<Traced>& all, const Translated& tr);

/// All their points: run,lane,step,epoch,seconds,metric,value,low,high, a line each; an interval of a mean alone.
std::string curvesCsv(const std::vector<Traced>& all);

}  // namespace sparring
