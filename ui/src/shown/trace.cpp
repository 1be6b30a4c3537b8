#include "shown/trace.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sparring::ui {

std::optional<int64_t> Trace::bestStep(int lane) const {
  const Metric main = mainAttackOf(accuracies);
  const MetricPoint* best = nullptr;
  for (const MetricPoint& point : points)
    if (point.metric == main && point.lane == lane && (!best || point.value > best->value)) best = &point;
  return best ? std::optional(best->step) : std::nullopt;
}

std::vector<double> Trace::lambdasAt(int64_t step) const {
  Params params;
  params.lambda = began;
  return paramsAfter(params, events, step - 1).lambda;  // an edit acts from the next step on
}

std::vector<int64_t> Trace::evaluations() const {
  std::vector<int64_t> steps;
  for (const MetricPoint& point : points)
    if (point.metric == Metric::Clean && (steps.empty() || point.step > steps.back())) steps.push_back(point.step);
  return steps;
}

std::vector<int64_t> Trace::phaseBegins() const {
  std::vector<int64_t> steps;
  for (const Event& event : events)
    if (event.kind == Event::Kind::Phase && (steps.empty() || event.step > steps.back())) steps.push_back(event.step);
  return steps;
}

Trace traceOf(RunRecord record) {
  Trace trace;
  trace.began = record.config.params.lambda;
  trace.stepsPerEpoch = record.stepsPerEpoch;
  trace.lambdas = paramsAfter(record.config.params, record.events).lambda;
  trace.accuracies = accuraciesOf(record.config.params, record.events);
  trace.tested = imagesTested(record.config, record.events);
  trace.points = std::move(record.points);
  trace.events = std::move(record.events);
  for (const MetricPoint& point : trace.points) trace.last = std::max(trace.last, point.step);
  if (!record.checkpoints.empty()) trace.last = std::max(trace.last, record.checkpoints.back());
  return trace;
}

Trace traceToCheckpoint(const RunRecord& record) {
  Trace trace;
  trace.began = trace.lambdas = record.config.params.lambda;
  trace.stepsPerEpoch = record.stepsPerEpoch;
  trace.accuracies = accuraciesUnder(record.config.params.evaluateAttacks);
  trace.tested = imagesTested(record.config, record.events);
  trace.last = record.checkpoints.empty() ? 0 : record.checkpoints.back();
  const auto before = [&](const auto& one) { return one.step <= trace.last; };
  std::ranges::copy_if(record.points, std::back_inserter(trace.points), before);
  std::ranges::copy_if(record.events, std::back_inserter(trace.events), before);
  return trace;
}

}  // namespace sparring::ui
