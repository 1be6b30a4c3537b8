#include "frontier/frontieraxes.h"

#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

constexpr double kLately = 0.6;        ///< share of a trail that is in sight
constexpr double kLatest = 0.3;        ///< in the close-up
constexpr size_t kFewest = 3;          ///< evaluations in sight at least
constexpr double kNearBest = 0.15;     ///< behind the most robust lane: still in the close-up
constexpr double kLeastCorner = 0.01;  ///< least width by itself, where no intervals are known

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
    // with what chance alone would make of the last: else noise looks like a journey
    const auto whole = [&](std::vector<double>& shares, double last) {
      const ShareRange interval = evaluations.interval(last);
      shares.insert(shares.end(), {interval.from, interval.to});
    };
    whole(clean, trail.back().clean);
    whole(against, trail.back().robust);
  }
  return {around(clean), around(against)};
}

}  // namespace sparring::ui
