// Which stretch of the accuracies a frontier shows. No widget.
#pragma once

#include <optional>
#include <vector>

#include "frontier/evaluations.h"

namespace sparring::ui {

/// An interval of shares.
struct ShareRange {
  double from = 0;
  double to = 1;
  double width() const { return to - from; }
  bool operator==(const ShareRange&) const = default;
};

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

/// `axis` larger (`factor` below 1) around the share `at`, inside of [0,1] and not below half a percent.
ShareRange zoomed(ShareRange axis, double at, double factor);
ShareRange moved(ShareRange axis, double by);

/// Round values within the axis, at most `most` of them.
std::vector<double> ticks(ShareRange axis, int most);
/// Digits after the point that tell the ticks apart, in percent.
int tickDecimals(const std::vector<double>& ticks);

}  // namespace sparring::ui
