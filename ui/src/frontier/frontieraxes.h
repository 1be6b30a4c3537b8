// Which stretch of the accuracies a frontier shows. No widget.
#pragma once

#include <optional>

#include "frontier/evaluations.h"
#include "widgets/axis.h"

namespace sparring::ui {

struct FrontierAxes {
  ShareRange clean;   ///< to the right
  ShareRange robust;  ///< upwards
  bool operator==(const FrontierAxes&) const = default;
};

enum class Extent {
  CloseUp,  ///< where the most robust lanes are; the others may lie outside
  Lanes,    ///< where all lanes are now and were lately, not what they left behind early (untrained, at 10 %)
  Whole,    ///< 0 to 100 %
};

/// Ends on round percents, so that the axes stand still while evaluations come.
FrontierAxes axesFor(Extent extent, const Evaluations& evaluations, std::optional<int64_t> until, Metric robust);

}  // namespace sparring::ui
