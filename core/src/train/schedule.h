// Which phase a step belongs to.
#pragma once

#include <optional>
#include <vector>

#include "sparring/event.h"
#include "sparring/params.h"

namespace sparring {

class Schedule {
 public:
  /// `steps` or `epochs`, where given, are the length of the whole run: shorter than the phases cuts them, longer
  /// stretches the last one of non-zero length.
  Schedule(const Params& params, int64_t stepsPerEpoch, std::optional<int64_t> steps = {},
           std::optional<int64_t> epochs = {});

  /// The phase of the step after `stepsDone` ones.
  Phase phaseAt(int64_t stepsDone) const;
  /// How much of that phase is over before it, in [0,1]. The last phase is as long as the run's length leaves it: what
  /// follows a share (a rate's cycle, ε's ramp) ends with the run. A run made longer afterwards goes on by its new
  /// length.
  double shareAt(int64_t stepsDone) const;
  /// Steps done when that phase is over, or the run.
  int64_t endAt(int64_t stepsDone) const;
  int64_t totalSteps() const { return total_; }
  int64_t stepsPerEpoch() const { return stepsPerEpoch_; }

 private:
  struct Part {
    Phase phase;
    int64_t end;  ///< steps done when it is over
  };
  struct Span {
    int64_t begin, end;
  };
  Span spanAt(int64_t stepsDone) const;

  std::vector<Part> parts_;
  int64_t stepsPerEpoch_, total_;
};

}  // namespace sparring
