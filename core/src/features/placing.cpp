#include <algorithm>
#include <cmath>

#include "features/near.h"

namespace sparring {

namespace {

constexpr int64_t kPlacedAtOnce = 16;  // points between two looks at the progress

// By `nearest` of the map, ascending, one more of them than count; see placedAmong().
Place placeBy(const std::vector<Near::Neighbour>& nearest, const Places& places) {
  if (nearest.empty()) return {};
  const double reach = std::sqrt(double(nearest.back().squared));
  double x = 0, y = 0, weights = 0;
  const auto add = [&](const Near::Neighbour& neighbour, double weight) {
    x += weight * places[size_t(neighbour.index)].x;
    y += weight * places[size_t(neighbour.index)].y;
    weights += weight;
  };
  if (!(nearest.front().squared > 0)) {  // it is in the map, perhaps more than once
    for (const auto& neighbour : nearest)
      if (!(neighbour.squared > 0)) add(neighbour, 1);
  } else {
    for (const auto& neighbour : nearest) {
      const double distance = std::sqrt(double(neighbour.squared));
      add(neighbour, std::pow((reach - distance) / (reach * distance), 2));
    }
    if (!(weights > 0))  // all are equally far
      for (const auto& neighbour : nearest) add(neighbour, 1);
  }
  return {static_cast<float>(x / weights), static_cast<float>(y / weights)};
}

}  // namespace

Places placedAmong(const Points& mapped, const Places& places, const Points& further, const MapProgress& progress) {
  Near near(mapped);
  Places found;
  for (int64_t i = 0; i < further.count(); ++i) {
    if (i % kPlacedAtOnce == 0) tellMap(progress, i, further.count());
    found.push_back(placeBy(near.to(further.at(i), kPlacedBy + 1), places));
  }
  return found;
}

double placingError(const Points& mapped, const Places& places, const MapProgress& progress) {
  Near near(mapped);
  std::vector<double> off;
  for (int64_t i = 0; i < mapped.count(); ++i) {
    if (i % kPlacedAtOnce == 0) tellMap(progress, i, mapped.count());
    const Place there = placeBy(near.to(mapped.at(i), kPlacedBy + 1, i), places);
    off.push_back(std::hypot(there.x - places[size_t(i)].x, there.y - places[size_t(i)].y));
  }
  if (off.empty()) return 0;
  const auto middle = off.begin() + std::ssize(off) / 2;
  std::ranges::nth_element(off, middle);
  return *middle;
}

}  // namespace sparring
