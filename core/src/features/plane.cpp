// Principal components without the covariance, which for wide points is large: a few columns are sent through the
// points and back until they lie in the space of the largest components.
#include <algorithm>
#include <cmath>
#include <random>

#include "sparring/featuremap.h"

namespace sparring {

namespace {

constexpr int64_t kColumns = 8;  // two are wanted; the others make it converge by λ₉/λ₂ instead of λ₃/λ₂
constexpr int kMostRounds = 200;
constexpr double kStands = 1e-10;  // relative change of the two largest variances

using Columns = std::vector<double>;  // [rows, k]
using Small = std::vector<double>;    // [k, k]

// Gram-Schmidt, twice: a column that is within the others becomes 0.
void orthonormalise(Columns& q, int64_t rows, int64_t k) {
  for (int64_t c = 0; c < k; ++c) {
    const auto norm = [&] {
      double sum = 0;
      for (int64_t r = 0; r < rows; ++r) sum += q[size_t(r * k + c)] * q[size_t(r * k + c)];
      return std::sqrt(sum);
    };
    const double before = norm();
    for (int again = 0; again < 2; ++again)
      for (int64_t e = 0; e < c; ++e) {
        double dot = 0;
        for (int64_t r = 0; r < rows; ++r) dot += q[size_t(r * k + c)] * q[size_t(r * k + e)];
        for (int64_t r = 0; r < rows; ++r) q[size_t(r * k + c)] -= dot * q[size_t(r * k + e)];
      }
    const double after = norm(), scale = after > 1e-12 * before && after > 0 ? 1 / after : 0;
    for (int64_t r = 0; r < rows; ++r) q[size_t(r * k + c)] *= scale;
  }
}

// Eigenvalues of a symmetric matrix on its diagonal, largest first, and its eigenvectors as columns: Jacobi's
// rotations.
Small eigenvectors(Small& a, int64_t k) {
  Small v(size_t(k * k), 0.0);
  for (int64_t i = 0; i < k; ++i) v[size_t(i * k + i)] = 1;
  const auto rotate = [&](Small& m, int64_t at, int64_t step, int64_t p, int64_t q, double c, double s) {
    double &x = m[size_t(at + p * step)], &y = m[size_t(at + q * step)];
    const double u = x, w = y;
    x = c * u - s * w;
    y = s * u + c * w;
  };
  for (int sweep = 0; sweep < 30; ++sweep) {
    double off = 0, all = 0;
    for (int64_t i = 0; i < k * k; ++i) (i % (k + 1) == 0 ? all : off) += a[size_t(i)] * a[size_t(i)];
    if (off <= 1e-28 * all) break;
    for (int64_t p = 0; p < k; ++p)
      for (int64_t q = p + 1; q < k; ++q) {
        if (a[size_t(p * k + q)] == 0) continue;
        const double theta = (a[size_t(q * k + q)] - a[size_t(p * k + p)]) / (2 * a[size_t(p * k + q)]);
        const double t = (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
        const double c = 1 / std::sqrt(t * t + 1), s = t * c;
        for (int64_t i = 0; i < k; ++i) rotate(a, i * k, 1, p, q, c, s);
        for (int64_t i = 0; i < k; ++i) rotate(a, i, k, p, q, c, s);
        for (int64_t i = 0; i < k; ++i) rotate(v, i * k, 1, p, q, c, s);
      }
  }
  for (int64_t i = 0; i < k; ++i) {
    int64_t largest = i;
    for (int64_t j = i + 1; j < k; ++j)
      if (a[size_t(j * k + j)] > a[size_t(largest * k + largest)]) largest = j;
    std::swap(a[size_t(i * k + i)], a[size_t(largest * k + largest)]);
    for (int64_t r = 0; r < k; ++r) std::swap(v[size_t(r * k + i)], v[size_t(r * k + largest)]);
  }
  return v;
}

Columns times(const Columns& q, int64_t rows, const Small& w, int64_t k) {
  Columns out(q.size(), 0.0);
  for (int64_t r = 0; r < rows; ++r)
    for (int64_t e = 0; e < k; ++e)
      for (int64_t c = 0; c < k; ++c) out[size_t(r * k + c)] += q[size_t(r * k + e)] * w[size_t(e * k + c)];
  return out;
}

class Components {
 public:
  explicit Components(const Points& points) : points_(points), n_(points.count()), d_(points.width) {
    mean_.assign(size_t(d_), 0);
    for (int64_t i = 0; i < n_; ++i)
      for (int64_t j = 0; j < d_; ++j) mean_[size_t(j)] += points_.at(i)[j];
    for (auto& value : mean_) value /= double(std::max<int64_t>(n_, 1));
    for (int64_t i = 0; i < n_; ++i)
      for (int64_t j = 0; j < d_; ++j) total_ += std::pow(points_.at(i)[j] - mean_[size_t(j)], 2);
  }

  Plane plane() {
    Plane plane{.mean = mean_, .axes = {}};
    for (auto& axis : plane.axes) axis.assign(size_t(d_), 0);
    if (!(total_ > 0)) return plane;
    const int64_t k = std::min(kColumns, d_);
    const Columns q = space(k);
    for (int c = 0; c < std::min<int64_t>(2, k); ++c) {
      auto& axis = plane.axes[size_t(c)];
      for (int64_t j = 0; j < d_; ++j) axis[size_t(j)] = q[size_t(j * k + c)];
      plane.share[size_t(c)] = variances_[size_t(c)] / total_;
      const auto largest = std::ranges::max_element(axis, {}, [](double value) { return std::abs(value); });
      if (*largest < 0)
        for (auto& value : axis) value = -value;
    }
    return plane;
  }

 private:
  // The largest components as columns [d, k], and what the points vary along each.
  Columns space(int64_t k) {
    std::mt19937_64 numbers(1);  // whose values the standard fixes
    Columns q(size_t(d_ * k));
    for (auto& value : q) value = double(numbers() >> 11) * 0x1p-53 - 0.5;
    orthonormalise(q, d_, k);
    for (int round = 0; round < kMostRounds; ++round) {
      Columns back(size_t(d_ * k), 0.0);  // Xᵀ X q
      Small inner(size_t(k * k), 0.0);    // qᵀ Xᵀ X q
      pass(q, k, back, inner);
      const Small turned = eigenvectors(inner, k);
      const auto former = variances_;
      variances_ = {inner[0], k > 1 ? inner[size_t(k + 1)] : 0};
      const bool stands = round > 1 && std::abs(variances_[0] - former[0]) <= kStands * total_ &&
                          std::abs(variances_[1] - former[1]) <= kStands * total_;
      q = times(stands ? q : back, d_, turned, k);
      if (stands) break;
      orthonormalise(q, d_, k);
    }
    return q;
  }

  void pass(const Columns& q, int64_t k, Columns& back, Small& inner) const {
    std::vector<double> row(static_cast<size_t>(k));
    for (int64_t i = 0; i < n_; ++i) {
      const float* x = points_.at(i);
      std::ranges::fill(row, 0);
      for (int64_t j = 0; j < d_; ++j) {
        const double value = x[j] - mean_[size_t(j)];
        for (int64_t c = 0; c < k; ++c) row[size_t(c)] += value * q[size_t(j * k + c)];
      }
      for (int64_t j = 0; j < d_; ++j) {
        const double value = x[j] - mean_[size_t(j)];
        for (int64_t c = 0; c < k; ++c) back[size_t(j * k + c)] += value * row[size_t(c)];
      }
      for (int64_t c = 0; c < k; ++c)
        for (int64_t e = 0; e < k; ++e) inner[size_t(c * k + e)] += row[size_t(c)] * row[size_t(e)];
    }
  }

  const Points& points_;
  int64_t n_, d_;
  std::vector<double> mean_;
  double total_ = 0;  // n times the points' variance
  std::array<double, 2> variances_ = {0, 0};
};

}  // namespace

Plane planeOf(const Points& points) { return Components(points).plane(); }

Places Plane::of(const Points& points) const {
  Places places;
  places.reserve(size_t(points.count()));
  for (int64_t i = 0; i < points.count(); ++i) {
    const float* row = points.at(i);
    double x = 0, y = 0;
    for (size_t j = 0; j < mean.size(); ++j) {
      const double value = row[j] - mean[j];
      x += value * axes[0][j];
      y += value * axes[1][j];
    }
    places.push_back({static_cast<float>(x), static_cast<float>(y)});
  }
  return places;
}

Plane Plane::turned(const Turn& turn) const {
  Plane other = *this;
  for (size_t j = 0; j < mean.size(); ++j) {
    other.axes[0][j] = turn.xx * axes[0][j] + turn.xy * axes[1][j];
    other.axes[1][j] = turn.yx * axes[0][j] + turn.yy * axes[1][j];
  }
  return other;
}

}  // namespace sparring
