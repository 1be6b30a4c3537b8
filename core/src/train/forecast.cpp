#include "sparring/forecast.h"

#include <chrono>

#include "networks/networks.h"
#include "nn/ops.h"
#include "train/experiment.h"
#include "train/program.h"

namespace sparring {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// Of one step, once the first ones have made what is made once. `stopped` ends it early.
double secondsOfStep(Experiment& experiment, Phase phase, const std::function<bool()>& stopped) {
  constexpr int64_t kWarm = Program::kWarmUp + 1, kLeast = 2, kMost = 200;  // a card records one

  constexpr double kLong = 0.2;
  for (int64_t i = 0; i < kWarm && !stopped(); ++i) experiment.step(phase);
  const auto begin = Clock::now();
  int64_t steps = 0;
  do {
    experiment.step(phase);
    if (experiment.device().is_cuda()) experiment.takeLosses();  // waits for the card
    ++steps;
  } while (!stopped() && steps < kMost && (steps < kLeast || since(begin) < kLong));
  return since(begin) / static_cast<double>(steps);
}

}  // namespace

Forecast forecastOf(const Params& params, std::shared_ptr<const Dataset> data, const RunLength& length,
                    const std::function<bool()>& stopped) {
  const auto asked = [&stopped] { return stopped && stopped(); };
  validate(params);
  ops::setThreads(static_cast<int>(params.threads));
  Experiment experiment(params, std::move(data), resolveDevice(params.device));
  const Schedule schedule(params, experiment.stepsPerEpoch(), length.steps, length.epochs);
  Forecast forecast{schedule.totalSteps(), 0};
  for (int64_t step = 0; step < forecast.steps && !asked();) {
    const int64_t end = schedule.endAt(step);
    forecast.seconds += secondsOfStep(experiment, schedule.phaseAt(step), asked) * static_cast<double>(end - step);
    step = end;
  }
  const int64_t tests = params.evaluateEvery > 0 ? 1 + forecast.steps / params.evaluateEvery : 2;
  const auto begin = Clock::now();
  try {
    experiment.accuracies([&asked](int64_t, int64_t) { return !asked(); });
  } catch (const Cancelled&) {
  }
  forecast.seconds = asked() ? 0 : forecast.seconds + since(begin) * static_cast<double>(tests);
  return forecast;
}

}  // namespace sparring
