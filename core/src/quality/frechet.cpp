#include "quality/frechet.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace sparring {

Gaussian gaussianOf(const at::Tensor& points) {
  const auto x = points.to(at::kDouble);
  const auto mean = x.mean(0);
  const auto centred = x - mean;
  return {mean, at::mm(centred.t(), centred) / static_cast<double>(x.size(0) - 1)};
}

double frechetDistance(const Gaussian& a, const Gaussian& b) {
  // (Σ₁Σ₂)^½ has the trace of (Σ₁^½ Σ₂ Σ₁^½)^½, and that is symmetric. Rounding can leave eigenvalues just below 0.
  const auto [values, vectors] = at::linalg_eigh(a.covariance);
  const auto root = at::mm(vectors * values.clamp_min(0).sqrt(), vectors.t());
  const auto product = at::mm(at::mm(root, b.covariance), root);
  const auto roots = at::linalg_eigvalsh((product + product.t()) / 2).clamp_min(0).sqrt();
  const double apart = (a.mean - b.mean).square().sum().item<double>();
  const double traces = (a.covariance.trace() + b.covariance.trace()).item<double>();
  return std::max(0.0, apart + traces - 2 * roots.sum().item<double>());  // of equal ones rounding can leave less
}

}  // namespace sparring
