// The geometry of latentwalk.h: no network takes part.
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>

#include "nn/ops.h"
#include "nn/random.h"
#include "sparring/latentwalk.h"

namespace sparring {

namespace {

using Vector = std::vector<double>;

constexpr double kParallel = 1e-6;  // a sine below this: two directions are one line, and no turn is defined
constexpr size_t kLeastOnASphere = 3;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// y += s·x
void addTo(Vector& y, double s, const Vector& x) {
  for (size_t i = 0; i < y.size(); ++i) y[i] += s * x[i];
}

Vector scaledBy(Vector x, double s) {
  for (double& value : x) value *= s;
  return x;
}

double lengthOf(const Vector& x) { return std::sqrt(dot(x, x)); }

/// Of length 1; nothing stays nothing.
Vector unit(const Vector& x) {
  const double length = lengthOf(x);
  return length > 0 ? scaledBy(x, 1 / length) : x;
}

Vector precise(const std::vector<float>& x) { return {x.begin(), x.end()}; }
std::vector<float> asFloats(const Vector& x) { return {x.begin(), x.end()}; }

std::vector<float> mixed(const std::vector<float>& a, const std::vector<float>& b, double t) {
  std::vector<float> mix;
  for (size_t i = 0; i < a.size(); ++i) mix.push_back(static_cast<float>((1 - t) * a[i] + t * b[i]));
  return mix;
}

std::vector<float> turned(const std::vector<float>& from, const std::vector<float>& to, double t) {
  const Vector a = precise(from), b = precise(to), ua = unit(a), ub = unit(b);
  const double cosine = std::clamp(dot(ua, ub), -1.0, 1.0), angle = std::acos(cosine), sine = std::sin(angle);
  if (sine < kParallel) return mixed(from, to, t);
  Vector at = scaledBy(ua, std::sin((1 - t) * angle) / sine);
  addTo(at, std::sin(t * angle) / sine, ub);
  return asFloats(scaledBy(at, (1 - t) * lengthOf(a) + t * lengthOf(b)));
}

/// Normal numbers of the walk's own stream.
Vector drawnDirection(size_t latent, uint64_t seed, uint64_t which) {
  const auto numbers = at::empty({1, static_cast<int64_t>(latent)}, at::kFloat);
  ops::normals(streamKey(seed, Stream::Walk), which, numbers);
  return {numbers.data_ptr<float>(), numbers.data_ptr<float>() + latent};
}

/// The part of `x` at right angles to all of `others`, which are of length 1; of length 1 itself.
Vector atRightAngles(Vector x, std::initializer_list<const Vector*> others) {
  for (int round = 0; round < 2; ++round)  // what rounding has left of the first is gone after the second
    for (const Vector* other : others) addTo(x, -dot(x, *other), *other);
  return unit(x);
}

}  // namespace

std::vector<float> onlyClass(int wanted, int classes) {
  std::vector<float> weights(static_cast<size_t>(classes), 0.0f);
  weights[static_cast<size_t>(wanted)] = 1;
  return weights;
}

std::vector<WalkPoint> latentsOf(int64_t latent, int64_t count, uint64_t seed) {
  const auto numbers = at::empty({count, latent}, at::kFloat);
  ops::normals(streamKey(seed, Stream::Generate), 0, numbers);
  std::vector<WalkPoint> points;
  const float* row = numbers.data_ptr<float>();
  for (int64_t i = 0; i < count; ++i, row += latent) points.push_back({{row, row + latent}, {}});
  return points;
}

WalkPoint between(const WalkPoint& a, const WalkPoint& b, double t) {
  if (t <= 0) return a;
  if (t >= 1) return b;
  return {turned(a.latent, b.latent, t), mixed(a.classes, b.classes, t)};
}

std::vector<WalkPoint> pathBetween(const WalkPoint& a, const WalkPoint& b, int count) {
  std::vector<WalkPoint> path;
  for (int i = 0; i < count; ++i) path.push_back(between(a, b, static_cast<double>(i) / (count - 1)));
  return path;
}

std::vector<float> blend(const uint8_t* from, const uint8_t* to, int64_t pixels, int count) {
  std::vector<float> images;
  images.reserve(static_cast<size_t>(count * pixels));
  for (int i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / (count - 1);
    for (int64_t p = 0; p < pixels; ++p) images.push_back(static_cast<float>(((1 - t) * from[p] + t * to[p]) / 255));
  }
  return images;
}

WalkPlane planeThrough(const WalkPoint& centre, uint64_t seed) {
  const size_t latent = centre.latent.size();
  WalkPlane plane{centre, Vector(latent, 0.0), Vector(latent, 0.0)};
  if (latent < kLeastOnASphere) {
    plane.right.front() = 1;
    if (latent > 1) plane.up.back() = 1;
    return plane;
  }
  const Vector outwards = unit(precise(centre.latent));
  plane.right = atRightAngles(drawnDirection(latent, seed, 0), {&outwards});
  plane.up = atRightAngles(drawnDirection(latent, seed, 1), {&outwards, &plane.right});
  return plane;
}

WalkPoint WalkPlane::at(double u, double v) const {
  const double angle = std::hypot(u, v);
  if (angle == 0) return centre;
  Vector way = scaledBy(right, u);
  addTo(way, v, up);
  Vector latent = precise(centre.latent);
  if (latent.size() < kLeastOnASphere) {
    addTo(latent, 1, way);
  } else {
    const double length = lengthOf(latent);
    latent = scaledBy(latent, std::cos(angle));
    addTo(latent, length * std::sin(angle) / angle, way);
  }
  return {asFloats(latent), centre.classes};
}

// A direction splits into its part along the way, which turns with it, and the rest, which stays.
WalkPlane WalkPlane::movedTo(double u, double v) const {
  WalkPlane moved{at(u, v), right, up};
  const double angle = std::hypot(u, v);
  if (angle == 0 || centre.latent.size() < kLeastOnASphere) return moved;
  const Vector outwards = unit(precise(centre.latent));
  Vector way = scaledBy(right, u / angle);
  addTo(way, v / angle, up);
  Vector turn = scaledBy(way, std::cos(angle) - 1);
  addTo(turn, -std::sin(angle), outwards);
  addTo(moved.right, u / angle, turn);
  addTo(moved.up, v / angle, turn);
  return moved;
}

int Opinions::verdict(size_t i, int lane) const {
  const float* row = of(i, lane);
  return static_cast<int>(std::max_element(row, row + classes) - row);
}

}  // namespace sparring
