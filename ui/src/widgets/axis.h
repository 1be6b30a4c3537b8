// A stretch of an axis and its round values. No widget.
#pragma once

#include <vector>

namespace sparring::ui {

/// An interval of shares.
struct ShareRange {
  double from = 0;
  double to = 1;
  double width() const { return to - from; }
  bool operator==(const ShareRange&) const = default;
};

/// 1, 2 or 5 times a power of ten, at least `least`.
double roundStep(double least);

/// `axis` moved and where need be cut so that it lies in [0,1].
ShareRange inside(ShareRange axis);
/// `axis` larger (`factor` below 1) around the share `at`, inside of [0,1] and not below half a percent.
ShareRange zoomed(ShareRange axis, double at, double factor);
ShareRange moved(ShareRange axis, double by);

/// Round values within the axis, at most `most` of them.
std::vector<double> ticks(ShareRange axis, int most);
/// Digits after the point that tell the ticks apart, in percent.
int tickDecimals(const std::vector<double>& ticks);

}  // namespace sparring::ui
