// The layers of a network: a matrix product and all that follows it at once, forward and backward, for one network or
// several copies of it. Activations of K copies stand side by side, [N, K·out]; weights one below the other, [K·out, in].
#pragma once

#include "nn/ops.h"

namespace sparring::ops {

struct Linear {
  at::Tensor weight;  ///< [K·out, in]
  at::Tensor bias;    ///< [K·out]; undefined where normalisation follows
  at::Tensor dweight, dbias;
  int64_t copies = 1;

  int64_t in() const { return weight.size(1); }
  int64_t out() const { return weight.size(0) / copies; }
};

/// Batch normalisation between a layer's product and its activation.
struct BatchNorm {
  at::Tensor gamma, beta;               ///< [n]
  at::Tensor runningMean, runningVar;   ///< [n]
  at::Tensor dgamma, dbeta;             ///< [n]
};
/// What a forward pass leaves for the backward one.
struct BatchNormTrace {
  at::Tensor linear;        ///< [N,n] the product
  at::Tensor mean, invstd;  ///< [n]
};
constexpr float kBatchNormMomentum = 0.1f;
constexpr float kBatchNormEps = 1e-5f;

/// y [N, K·out] = act(x·wᵀ + bias). x is [N, in], shared by the copies, or [N, K·in].
void linear(const at::Tensor& x, const Linear& layer, Act act, const at::Tensor& y);
/// y = act(normalised(x·wᵀ)) by the statistics of the batch, which also move the running ones.
void linear(const at::Tensor& x, const Linear& layer, const BatchNorm& norm, Act act, const BatchNormTrace& trace,
            const at::Tensor& y);
/// The same by the running statistics.
void linearFrozen(const at::Tensor& x, const Linear& layer, const BatchNorm& norm, Act act, const BatchNormTrace& trace,
                  const at::Tensor& y);

/// How a gradient goes on through the layer that it reaches: ∂loss/∂out becomes ∂loss/∂(product), in place.
struct Through {
  Act act = Act::None;
  at::Tensor out;                         ///< the layer's output; not read for Act::None
  const BatchNorm* norm = nullptr;        ///< its dgamma and dbeta are written
  const BatchNormTrace* trace = nullptr;
};
void through(const at::Tensor& gradient, const Through& to);

/// From dy [N, K·out], the gradient of the product: dweight and dbias where `x` is defined (what the layer was given),
/// dx [N, K·in] where that is, carried on through `below`.
void linearBackward(const at::Tensor& dy, const at::Tensor& x, const Linear& layer, const at::Tensor& dx,
                    const Through& below = {});
/// dweight += …, for rows that went in apart from those of linearBackward; the bias has seen them there already, where
/// `dy` there had all rows.
void addWeightGradient(const at::Tensor& dy, const at::Tensor& x, const Linear& layer);

}  // namespace sparring::ops
