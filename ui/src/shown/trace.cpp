#include "shown/trace.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sparring::ui {

Trace traceOf(RunRecord record) {
  Trace trace;
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
  trace.lambdas = record.config.params.lambda;
  trace.accuracies = accuraciesUnder(record.config.params.evaluateAttacks);
  trace.tested = imagesTested(record.config, record.events);
  trace.last = record.checkpoints.empty() ? 0 : record.checkpoints.back();
  const auto before = [&](const auto& one) { return one.step <= trace.last; };
  std::ranges::copy_if(record.points, std::back_inserter(trace.points), before);
  std::ranges::copy_if(record.events, std::back_inserter(trace.events), before);
  return trace;
}

}  // namespace sparring::ui
