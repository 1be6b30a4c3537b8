// What can be drawn of a sweep's runs along an axis: what varies, the metric, the seconds.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "sweep/paralleldrawing.h"
#include "sweep/sweepcontents.h"

namespace sparring::ui {

/// The varied parameters come first, as in the plan, then the metric, then the seconds of training.
int quantitiesOf(const SweepPlan& plan);
int metricQuantity(const SweepPlan& plan);
QString quantityName(const SweepPlan& plan, int quantity);
/// By run; NaN where a run has none at that budget. Where only one value is there it is in the middle.
ParallelAxis quantityAxis(const SweepContents& contents, int quantity, std::optional<int64_t> budget);

}  // namespace sparring::ui
