#include "widgets/axis.h"

#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

constexpr double kLeastZoom = 0.005;

}  // namespace

double roundStep(double least) {
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double digit : {1.0, 2.0, 5.0})
    if (digit * power >= least * (1 - 1e-9)) return digit * power;
  return 10 * power;
}

ShareRange inside(ShareRange axis) {
  const double width = std::min(axis.width(), 1.0), from = std::clamp(axis.from, 0.0, 1 - width);
  return {from, from + width};
}

ShareRange zoomed(ShareRange axis, double at, double factor) {
  factor = std::max(factor, kLeastZoom / axis.width());
  return inside({at + (axis.from - at) * factor, at + (axis.to - at) * factor});
}

ShareRange moved(ShareRange axis, double by) { return inside({axis.from + by, axis.to + by}); }

std::vector<double> ticks(ShareRange axis, int most) {
  const double step = roundStep(axis.width() / std::max(1, most));
  std::vector<double> result;
  for (double i = std::ceil(axis.from / step - 1e-9); i * step <= axis.to + 1e-9; ++i) result.push_back(i * step);
  return result;
}

int tickDecimals(const std::vector<double>& ticks) {
  if (ticks.size() < 2) return 0;
  const double step = 100 * (ticks[1] - ticks[0]);
  return std::max(0, int(std::ceil(-std::log10(step) - 1e-9)));
}

}  // namespace sparring::ui
