#include "sparring/coach.h"

#include <algorithm>

#include "base/text.h"
#include "coach/rules.h"

namespace sparring {

namespace {

// In the order in which they are told: what cannot go on, what misleads, what could be better.
constexpr CoachRule kRules[] = {lossJumps,        catastrophicOverfitting,
                                labelLeaking,     collapsed,
                                discriminatorWon, robustOverfitting,
                                overfitting,      unbalanced,
                                opposed,          nothingMoves};

}  // namespace

std::vector<Hint> hintsFor(const CoachCase& run) {
  if (run.params.lambda.empty()) return {};
  const CoachView view(run);
  std::vector<Hint> hints;
  for (const CoachRule rule : kRules)
    for (Hint& hint : rule(view)) hints.push_back(std::move(hint));
  return hints;
}

std::vector<Hint> hintsOf(const RunRecord& record) {
  CoachCase run;
  run.params = paramsAfter(record.config.params, record.events);
  run.points = record.points;
  run.events = record.events;
  for (const MetricPoint& point : record.points) run.step = std::max(run.step, point.step);
  run.stepsPerEpoch = record.stepsPerEpoch;
  run.tested = imagesTested(record.config, record.events);
  run.over = true;
  return hintsFor(run);
}

std::string hintText(const Hint& hint, size_t lanes) {
  std::string text = hint.sign.str();
  if (hint.lane >= 0 && lanes > 1) text += " (lambda = " + numberText(hint.lambda) + ")";
  return text + " " + hint.figures.str() + " " + hint.advice.str();
}

}  // namespace sparring
