// The layers of a network: a matrix product and all that follows it at once, forward and backward, for one network or
// several copies of it. Activations of K copies stand side by side, [N, K·out]; weights one below the other, [K·out,
// in].
#pragma once

#include "nn/ops.h"

namespace sparring {

/// What goes into K copies of a layer: rows that all copies share, then rows of each copy's own.
struct Input {
  Input() = default;
  Input(const at::Tensor& all) : x(all) {}
  Input(const at::Tensor& shared, const at::Tensor& each) : x(shared), own(each) {}
  at::Tensor x;    ///< [N, in], or [N, K·in]: one image for each copy side by side
  at::Tensor own;  ///< [M, K·in]; may be undefined

  bool defined() const { return x.defined(); }
  int64_t rows() const { return x.size(0) + (own.defined() ? own.size(0) : 0); }
};

}  // namespace sparring

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
  at::Tensor gamma, beta;              ///< [n]
  at::Tensor runningMean, runningVar;  ///< [n]
  at::Tensor dgamma, dbeta;            ///< [n]
};
/// What a forward pass leaves for the backward one.
struct BatchNormTrace {
  at::Tensor linear;        ///< [N,n] the product
  at::Tensor mean, invstd;  ///< [n]
};
constexpr float kBatchNormMomentum = 0.1f;
constexpr float kBatchNormEps = 1e-5f;

/// y [N, K·out] = act(x·wᵀ + bias), N the rows of both blocks of `in`, the shared ones first.
void linear(const Input& in, const Linear& layer, Act act, const at::Tensor& y);
/// y = act(normalised(x·wᵀ)) by the statistics of the batch, which also move the running ones; one block of rows.
void linear(const Input& in, const Linear& layer, const BatchNorm& norm, Act act, const BatchNormTrace& trace,
            const at::Tensor& y);
/// The same by the running statistics.
void linearFrozen(const Input& in, const Linear& layer, const BatchNorm& norm, Act act, const BatchNormTrace& trace,
                  const at::Tensor& y);

/// How a gradient goes on through the layer that it reaches: ∂loss/∂out becomes ∂loss/∂(product), in place.
struct Through {
  Act act = Act::None;
  at::Tensor out;                   ///< the layer's output; not read for Act::None
  const BatchNorm* norm = nullptr;  ///< its dgamma and dbeta are written
  BatchNormTrace trace = {};
};
void through(const at::Tensor& gradient, const Through& to);

/// From dy [N, K·out], the gradient of the product over both blocks of rows: dweight and dbias where `in` is given
/// (what the layer was given), dx [N, K·in] where that is defined, carried on through `below`.
void linearBackward(const at::Tensor& dy, const Input& in, const Linear& layer, const at::Tensor& dx,
                    const Through& below = {});

}  // namespace sparring::ops
