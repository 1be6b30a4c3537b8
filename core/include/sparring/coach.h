// The coach: rules on the figures that a run records, which say what goes wrong, what that means and what to do.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sparring/assessment.h"
#include "sparring/event.h"
#include "sparring/metrics.h"
#include "sparring/params.h"
#include "sparring/quality.h"
#include "sparring/run.h"

namespace sparring {

/// A run as far as it has come: what the rules look at. What is not known stays empty, and the rules that need it are
/// silent.
struct CoachCase {
  Params params;                        ///< as they are now, edits applied
  std::span<const MetricPoint> points;  ///< all of the run, in the order of their steps
  std::span<const Event> events;        ///< likewise
  int64_t step = 0;                     ///< steps done
  int64_t totalSteps = 0;               ///< where the run will end; 0: not known
  int64_t stepsPerEpoch = 0;            ///< 0: not known
  int64_t tested = 0;                   ///< test images that an accuracy stands on; 0: not known
  bool over = false;                    ///< it goes on no longer
  bool broken = false;                  ///< a loss or a weight is no longer a finite number
  /// Of the generator, oldest first; the last two are enough.
  std::vector<std::shared_ptr<const GeneratorQuality>> qualities = {};
  std::shared_ptr<const Assessment> assessment = {};  ///< the newest
};

/// One rule that speaks. Sentences are of the context "core".
struct Hint {
  std::string rule;   ///< "catastrophic-overfitting", "robust-overfitting", …: a row of docs/coach.md
  int lane = -1;      ///< of the classifier that it is about; -1: of none in particular
  double lambda = 0;  ///< of that lane
  int64_t step = 0;   ///< at which it was seen
  Message sign;       ///< what it is called: a short sentence
  Message figures;    ///< what was seen
  Message meaning;
  Message advice;
  std::string source;                    ///< who described it; a reference, not translated
  std::vector<std::string> remedy = {};  ///< "key=value": what `advice` says, where that can be set
  std::optional<int64_t> from = {};      ///< the remedy is for a run that goes on from there, not for this one

  /// The same for the same sign of the same run, whenever it is seen.
  std::string key() const { return lane < 0 ? rule : rule + "@" + std::to_string(lane); }
};

/// What there is to be said now, in the rules' order; nothing of a run that goes well. A rule wants more than the
/// intervals' noise, and mostly sees its sign twice. Any thread; a millisecond for a run of 100,000 points.
std::vector<Hint> hintsFor(const CoachCase& run);

/// The same of a run that was recorded, as far as its folder tells.
std::vector<Hint> hintsOf(const RunRecord& record);

/// Sign, figures and advice in one line, with the lane where there are several, in English.
std::string hintText(const Hint& hint, size_t lanes);

}  // namespace sparring
