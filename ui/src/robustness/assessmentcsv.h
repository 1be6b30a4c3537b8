// Assessments as a table for pandas: a line a curve, strength and lane.
#pragma once

#include <QString>

#include "measure/measurement.h"

namespace sparring::ui {

/// `shown`, and what was pinned where there is something. Clean images are the attack "clean" of strength 0.
/// Columns: source (shown, pinned), step, lane, lambda, attack, key, strength, right, count, accuracy, low, high.
QString assessmentCsv(const Assessed& shown, const Assessed& pinned);

}  // namespace sparring::ui
