#include "quality/neighbours.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sparring {

namespace {

constexpr float kFar = std::numeric_limits<float>::infinity();

size_t rowsOf(const at::Tensor& points) { return static_cast<size_t>(points.size(0)); }

double shareOf(const std::vector<char>& marks) {
  return static_cast<double>(std::ranges::count(marks, 1)) / static_cast<double>(marks.size());
}

// Squared distance of each point to its k-th nearest neighbour among the others.
std::vector<float> radii(const at::Tensor& points, int k, const WorkDone& done) {
  const auto count = static_cast<size_t>(k);
  std::vector<float> nearest(rowsOf(points) * count, kFar);  // of each row the k least, ascending
  eachDistance(
      points, points,
      [&](int64_t row, int64_t first, std::span<const float> squares) {
        float* least = nearest.data() + static_cast<size_t>(row) * count;
        for (size_t i = 0; i < squares.size(); ++i) {
          if (squares[i] >= least[count - 1] || first + static_cast<int64_t>(i) == row) continue;
          size_t at = count - 1;
          for (; at > 0 && least[at - 1] > squares[i]; --at) least[at] = least[at - 1];
          least[at] = squares[i];
        }
      },
      done);
  std::vector<float> result;
  for (size_t i = count - 1; i < nearest.size(); i += count) result.push_back(nearest[i]);
  return result;
}

double exactDistance(const uint8_t* a, const uint8_t* b, int64_t size) {
  int64_t sum = 0;
  for (int64_t i = 0; i < size; ++i) sum += (int64_t(a[i]) - b[i]) * (int64_t(a[i]) - b[i]);
  return std::sqrt(static_cast<double>(sum)) / 255;
}

}  // namespace

Prdc prdc(const at::Tensor& real, const at::Tensor& generated, int k, const WorkDone& done) {
  const auto centre = real.mean(0);  // short vectors round less
  const auto r = real - centre, g = generated - centre;
  const auto ofReal = radii(r, k, done), ofGenerated = radii(g, k, done);

  std::vector<int64_t> around(rowsOf(g), 0);
  eachDistance(
      g, r,
      [&](int64_t row, int64_t first, std::span<const float> squares) {
        const float* ball = ofReal.data() + first;
        int64_t inside = 0;
        for (size_t i = 0; i < squares.size(); ++i) inside += squares[i] < ball[i];
        around[static_cast<size_t>(row)] += inside;
      },
      done);
  std::vector<char> recalled(rowsOf(r), 0), covered(rowsOf(r), 0);
  eachDistance(
      r, g,
      [&](int64_t row, int64_t first, std::span<const float> squares) {
        const auto at = static_cast<size_t>(row);
        const float* ball = ofGenerated.data() + first;
        for (size_t i = 0; i < squares.size(); ++i) {
          recalled[at] |= squares[i] < ball[i];
          covered[at] |= squares[i] < ofReal[at];
        }
      },
      done);

  Prdc result;
  const auto n = static_cast<double>(around.size());
  result.precision = 1 - static_cast<double>(std::ranges::count(around, 0)) / n;
  result.density = static_cast<double>(std::accumulate(around.begin(), around.end(), int64_t(0))) / (k * n);
  result.recall = shareOf(recalled);
  result.coverage = shareOf(covered);
  return result;
}

Nearest nearestOf(const at::Tensor& points, const at::Tensor& others, const WorkDone& done) {
  Nearest result;
  result.index.resize(rowsOf(points));
  std::vector<float> least(rowsOf(points), kFar);
  eachDistance(
      points, others,
      [&](int64_t row, int64_t first, std::span<const float> squares) {
        const auto found = std::ranges::min_element(squares);
        const auto at = static_cast<size_t>(row);
        if (*found >= least[at]) return;
        least[at] = *found;
        result.index[at] = first + (found - squares.begin());
      },
      done);
  const int64_t size = points.size(1);
  for (size_t i = 0; i < result.index.size(); ++i)
    result.distance.push_back(exactDistance(points.data_ptr<uint8_t>() + static_cast<int64_t>(i) * size,
                                            others.data_ptr<uint8_t>() + result.index[i] * size, size));
  return result;
}

double medianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

}  // namespace sparring
