// Distance of two clouds of points, each taken for a Gaussian.
#pragma once

#include <ATen/core/Tensor.h>

namespace sparring {

struct Gaussian {
  at::Tensor mean;        ///< float64 [F]
  at::Tensor covariance;  ///< float64 [F,F], by n - 1
};

/// Of the rows of `points` [n,F], n >= 2.
Gaussian gaussianOf(const at::Tensor& points);

/// ‖μ₁ - μ₂‖² + tr(Σ₁ + Σ₂ - 2·(Σ₁Σ₂)^½) (Fréchet 1957, Dowson & Landau 1982; of features: Heusel 2017).
/// Needs LibTorch's LAPACK.
double frechetDistance(const Gaussian& a, const Gaussian& b);

}  // namespace sparring
