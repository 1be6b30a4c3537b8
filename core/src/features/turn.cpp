#include <cmath>
#include <cstddef>

#include "sparring/featuremap.h"

namespace sparring {

Places Turn::operator()(Places places) const {
  for (auto& [x, y] : places) {
    const double u = x, v = y;
    x = static_cast<float>(xx * u + xy * v);
    y = static_cast<float>(yx * u + yy * v);
  }
  return places;
}

// With M = Σ b aᵀ the best rotation turns by the angle of (Mxx + Myy, Myx - Mxy), and the best reflection by that of
// (Mxx - Myy, Myx + Mxy); the longer of the two says which is nearer.
Turn turnTowards(const Places& places, const Places& others) {
  double xx = 0, xy = 0, yx = 0, yy = 0;
  for (size_t i = 0; i < places.size(); ++i) {
    const auto [ax, ay] = places[i];
    const auto [bx, by] = others[i];
    xx += double(bx) * ax;
    xy += double(bx) * ay;
    yx += double(by) * ax;
    yy += double(by) * ay;
  }
  const double rotation = std::hypot(xx + yy, yx - xy), reflection = std::hypot(xx - yy, yx + xy);
  if (!(rotation > 0) && !(reflection > 0)) return {};
  if (rotation >= reflection) {
    const double c = (xx + yy) / rotation, s = (yx - xy) / rotation;
    return {c, -s, s, c};
  }
  const double c = (xx - yy) / reflection, s = (yx + xy) / reflection;
  return {c, s, s, -c};
}

double extentOf(const Places& places) {
  if (places.empty()) return 0;
  double x = 0, y = 0, squares = 0;
  for (const auto& place : places) {
    x += place.x;
    y += place.y;
  }
  x /= static_cast<double>(places.size());
  y /= static_cast<double>(places.size());
  for (const auto& place : places) squares += (place.x - x) * (place.x - x) + (place.y - y) * (place.y - y);
  return std::sqrt(squares / static_cast<double>(places.size()));
}

}  // namespace sparring
