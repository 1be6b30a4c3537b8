#include "frontier/frontieraxes.h"

#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

constexpr double kLately = 0.6;        ///< share of a trail that is in sight
constexpr double kLatest = 0.3;        ///< in the close-up
constexpr size_t kFewest = 3;          ///< evaluations in sight at least
constexpr double kNearBest = 0.15;     ///< behind the most robust lane: still in the close-up
constexpr double kLeastCorner = 0.01;  ///< least width by itself: differences below are mostly chance
constexpr double kLeastZoom = 0.005;

/// 1, 2 or 5 times a power of ten, at least `least`.
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

struct Place {
  double clean, robust;
  bool operator==(const Place&) const = default;
};

/// Without those that found the lane where it was before: in the GAN's phase it stands still.
std::vector<Place> moves(std::span<const Evaluation> trail, Metric robust) {
  std::vector<Place> moves;
  for (const Evaluation& evaluation : trail) {
    const Place place{evaluation.clean, evaluation.of(robust)};
    if (std::isnan(place.clean) || std::isnan(place.robust)) continue;
    if (moves.empty() || moves.back() != place) moves.push_back(place);
  }
  return moves;
}

ShareRange around(const std::vector<double>& shares) {
  if (shares.empty()) return {};
  const auto [least, greatest] = std::minmax_element(shares.begin(), shares.end());
  ShareRange range{*least, *greatest};
  if (range.width() < kLeastCorner) {
    const double centre = 0.5 * (range.from + range.to);
    range = inside({centre - 0.5 * kLeastCorner, centre + 0.5 * kLeastCorner});
  }
  const double step = roundStep(range.width() / 10);
  return {std::max(0.0, std::floor(range.from / step + 1e-9) * step),
          std::min(1.0, std::ceil(range.to / step - 1e-9) * step)};
}

}  // namespace

FrontierAxes axesFor(Extent extent, const Evaluations& evaluations, std::optional<int64_t> until, Metric robust) {
  if (extent == Extent::Whole) return {};
  double best = 0;
  for (int lane = 0; lane < evaluations.lanes(); ++lane)
    if (const auto trail = evaluations.trail(lane, until); !trail.empty())
      best = std::fmax(best, trail.back().of(robust));
  const bool close = extent == Extent::CloseUp;
  std::vector<double> clean, against;
  for (int lane = 0; lane < evaluations.lanes(); ++lane) {
    const std::vector<Place> trail = moves(evaluations.trail(lane, until), robust);
    if (trail.size() < 2) return {};  // nothing is trained yet
    if (close && trail.back().robust < best - kNearBest) continue;
    const auto share = size_t(std::ceil((close ? kLatest : kLately) * double(trail.size())));
    const size_t lately = std::min(std::max(share, kFewest), trail.size() - 1);
    for (const Place& place : std::span(trail).last(lately)) {
      clean.push_back(place.clean);
      against.push_back(place.robust);
    }
  }
  return {around(clean), around(against)};
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
