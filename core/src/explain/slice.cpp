// The plane around an image, place by place.
#include <ATen/ops/addmm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "explain/looker.h"
#include "measure/modelparts.h"

namespace sparring {

namespace {

constexpr int64_t kRowsAtOnce = 512;  // images of the plane in one pass: they stay in the cache
constexpr int kDegrees = 360;

double product(const Pixels& a, const Pixels& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// As long as that its largest value is 1. False: there is nothing to be made longer.
bool level(Pixels& direction) {
  float most = 0;
  for (const float v : direction) most = std::max(most, std::abs(v));
  if (most < 1e-6f) return false;
  for (float& v : direction) v /= most;
  return true;
}

Pixels difference(const Pixels& to, const Pixels& from) {
  Pixels made(to.size());
  for (size_t i = 0; i < made.size(); ++i) made[i] = to[i] - from[i];
  return made;
}

Pixels randomSigns(size_t size, uint64_t seed, uint64_t which) {
  uint64_t state = seed ^ (which * 0x9E3779B97F4A7C15ull);  // nobody else's numbers: they take part in no measurement
  Pixels signs(size);
  for (float& v : signs) v = splitmix(state) >> 63 ? 1.0f : -1.0f;
  return signs;
}

/// What of `direction` is at right angles to `other`. False: nothing.
bool straighten(Pixels& direction, const Pixels& other) {
  const double along = product(direction, other) / product(other, other);
  for (size_t i = 0; i < direction.size(); ++i) direction[i] -= static_cast<float>(along) * other[i];
  return level(direction);
}

std::vector<float> reachOf(const Pixels& across, const Pixels& up) {
  std::vector<float> reach;
  for (int degree = 0; degree < kDegrees; ++degree) {
    const double angle = degree * std::numbers::pi / 180;
    const auto a = static_cast<float>(std::cos(angle)), b = static_cast<float>(std::sin(angle));
    float most = 0;
    for (size_t i = 0; i < across.size(); ++i) most = std::max(most, std::abs(a * across[i] + b * up[i]));
    reach.push_back(1 / most);
  }
  return reach;
}

}  // namespace

Pixels slicePoint(const Slice& slice, const Pixels& x, double a, double b) {
  Pixels point(x.size());
  for (size_t i = 0; i < x.size(); ++i)
    point[i] =
        std::clamp(x[i] + static_cast<float>(a) * slice.across[i] + static_cast<float>(b) * slice.up[i], 0.0f, 1.0f);
  return point;
}

Slice Reader::slice(const Pixels& x, int lane, const SliceWish& wish) const {
  requireImage(x);
  requireImage(wish.changed);
  if (wish.second) requireImage(*wish.second);
  requireLane(lane);
  if (wish.side < 2 || wish.side > 1024 || !(wish.extent > 0))
    throw Error({QT_TRANSLATE_NOOP("core", "A slice needs 2 to 1024 places a side and an extent above 0."), {}}, {},
                Error::Kind::Usage);
  Slice slice{.side = wish.side, .extent = wish.extent};
  slice.across = difference(wish.changed, x);
  if (!level(slice.across)) slice.across = randomSigns(x.size(), wish.seed, 0);
  if (wish.second) slice.up = difference(*wish.second, x);
  if (!wish.second || !straighten(slice.up, slice.across)) {
    slice.up = randomSigns(x.size(), wish.seed, 1);
    straighten(slice.up, slice.across);
  }
  slice.reach = reachOf(slice.across, slice.up);

  ops::setThreads(threads_);
  const auto net = model_.impl_->lanes.copy(lane);
  const int64_t side = wish.side, all = side * side;
  std::vector<float> places;  // [all, 2]
  places.reserve(static_cast<size_t>(2 * all));
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column)
      for (const double place : {slice.at(column), -slice.at(row)}) places.push_back(static_cast<float>(place));
  const auto where = at::from_blob(places.data(), {all, 2}, at::kFloat).to(net.options().device());
  const auto centre = rowOf(x, net);
  const auto plane = at::cat({rowOf(slice.across, net), rowOf(slice.up, net)});
  const int64_t atOnce = std::min(all, kRowsAtOnce);
  auto trace = net.makeTrace(atOnce);
  const auto images = at::empty({atOnce, centre.size(1)}, net.options());
  const auto named = at::empty({all, 1}, net.options().dtype(at::kInt)), sure = at::empty({all, 1}, net.options());
  for (int64_t first = 0; first < all; first += atOnce) {
    rest_();
    const int64_t n = std::min(atOnce, all - first);
    auto some = images.narrow(0, 0, n);
    at::addmm_out(some, centre, where.narrow(0, first, n), plane);
    some.clamp_(0, 1);
    ops::verdict(net.forward(some, trace), named.narrow(0, first, n), sure.narrow(0, first, n));
  }
  requireFinite(sure);
  const auto verdicts = named.cpu(), confidences = sure.cpu();
  const auto* verdict = verdicts.data_ptr<int32_t>();
  const auto* confidence = confidences.data_ptr<float>();
  slice.predicted.assign(verdict, verdict + all);
  slice.confidence.assign(confidence, confidence + all);
  return slice;
}

}  // namespace sparring
