// What a step is made of, over tensors that exist already: nothing here allocates on the processor's path, nothing
// waits for a device. On the processor each is one GEMM or one fused pass (kernels.h); on any other device an ATen form
// of the same formula. Tensors are float32, row-major, columns contiguous (rows may be strided), unless said otherwise.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "nn/kernels.h"

namespace sparring::ops {

/// A number that may be turned while the step program runs. The processor's passes read `value`; the ATen forms read
/// `tensor` (float32, 0-dim, on the device), so that a recorded program follows without being recorded anew.
struct Dial {
  float value = 0;
  at::Tensor tensor;
};

/// Threads of every following op on the calling thread; 0: as many as there are cores. Returns what it is now.
int setThreads(int threads);
/// The calling thread's team.
Team& team();

/// For tests only: run the ATen forms on the processor too.
void forceGeneric(bool on);

/// See Kernels::classLoss. logits [N, K·classes] contiguous: K classifiers' opinions of each row; labels int32, weight
/// (read only where dlogits is defined) and loss [N, K].
void classLoss(const at::Tensor& logits, const at::Tensor& labels, const at::Tensor& weight, ClassLoss kind,
               const at::Tensor& dlogits, const at::Tensor& loss);
/// The margin by which a row is misread, m = max_{j≠y} z_j − z_y on logits z (Carlini & Wagner 2017), up to kappa:
/// loss = min(m, kappa), dlogits = weight · ∂loss/∂logits, 0 beyond kappa. m > 0 is an error. An attack climbs it; who
/// minimises the papers' hinge max(z_y − max_{j≠y} z_j, −kappa) = −loss gives a negative weight. Shapes as classLoss.
void margin(const at::Tensor& logits, const at::Tensor& labels, const at::Tensor& weight, float kappa,
            const at::Tensor& dlogits, const at::Tensor& loss);
/// predicted int32 [N, K], confidence [N, K].
void verdict(const at::Tensor& logits, const at::Tensor& predicted, const at::Tensor& confidence);
/// See Kernels::divergence. from, to, dfrom (may be undefined), dto [N, K·classes] contiguous; weight, loss [N, K].
void divergence(const at::Tensor& from, const at::Tensor& to, const at::Tensor& weight, const at::Tensor& dfrom,
                const at::Tensor& dto, const at::Tensor& loss);
/// See Kernels::logistic. Contiguous [N].
void logistic(const at::Tensor& s, const at::Tensor& p, const at::Tensor& rest);

struct AdamRates {
  Dial lr, beta1, beta2;
};
/// One step of Adam (PyTorch's formula, eps 1e-8) over flat buffers; `count` (float32 [1]), the steps done, grows by
/// one.
void adam(const at::Tensor& p, const at::Tensor& g, const at::Tensor& m, const at::Tensor& v, const at::Tensor& count,
          const AdamRates& rates);

/// Stochastic gradient descent as PyTorch has it: velocity = momentum·velocity + g; p -= lr·velocity.
void sgd(const at::Tensor& p, const at::Tensor& g, const at::Tensor& velocity, const Dial& lr, const Dial& momentum);

/// x[r] = scale·pixels[index[r]] + shift; pixels uint8 [N,P], index int64 [B].
void gather(const at::Tensor& pixels, const at::Tensor& index, float scale, float shift, const at::Tensor& x);
/// out[r] = labels[index[r]], int32.
void pick(const at::Tensor& labels, const at::Tensor& index, const at::Tensor& out);
void affine(const at::Tensor& x, float scale, float shift, float lo, float hi, const at::Tensor& y);
/// y [N, K·P] = clip(x + eps·sign(g), 0, 1): each of K classifiers changes the same x [N, P] by its own g.
void signStep(const at::Tensor& x, const at::Tensor& g, const Dial& eps, const at::Tensor& y);
/// x [N, K·P] moves by eps·share·sign(g), and stays within [0,1] and within eps of `centre` [N, P].
void projectedStep(const at::Tensor& centre, const at::Tensor& g, const Dial& eps, float share, const at::Tensor& x);
/// y [N, K·P] = clip(x + eps·d, 0, 1): each of K copies moves the same x [N, P] by its own d [N, K·P].
void shifted(const at::Tensor& x, const at::Tensor& d, const Dial& eps, const at::Tensor& y);
/// From g = ∂loss/∂y to dd = ∂loss/∂d, both [N, K·P]; where y was clipped nothing comes back.
void shiftedBackward(const at::Tensor& x, const at::Tensor& d, const Dial& eps, const at::Tensor& g,
                     const at::Tensor& dd);

/// What a change d [N, K·P] costs for its size n = ‖scale·d‖₂, for each row and copy: cost [N, K] = factor · weight ·
/// (Beyond: max(0, n − limit), Square: n², the limit is not read); g [N, K·P] += ∂cost/∂d.
struct Size {
  SizeCost kind;
  Dial limit, weight;
};
void sizeCost(const at::Tensor& d, const Dial& scale, const Size& size, float factor, const at::Tensor& g,
              const at::Tensor& cost);
/// y = each row of each copy of x [N, K·P] over the root of its mean square; a row of zeros stays as it is.
void levelled(const at::Tensor& x, int64_t copies, const at::Tensor& y);
void axpy(const at::Tensor& x, float scale, const at::Tensor& y);

/// Standard normals, a function of (key, counter) and position. noisy: y = clip(x + sigma·n, 0, 1).
void normals(uint64_t key, uint64_t counter, const at::Tensor& y);
void noisy(const at::Tensor& x, float sigma, uint64_t key, uint64_t counter, const at::Tensor& y);

/// y = clip(x + half-width·(2u - 1), 0, 1), u uniform in [0,1): a function of (key, counter) and position.
void jittered(const at::Tensor& x, const Dial& halfWidth, uint64_t key, uint64_t counter, const at::Tensor& y);

/// sum (float64 [1]) += scale · Σ values·weight; weight may be undefined. All [N], any stride.
void accumulate(const at::Tensor& values, const at::Tensor& weight, double scale, const at::Tensor& sum);

/// keep [n] = 1 where values >= limit, else 0.
void atLeast(const at::Tensor& values, const Dial& limit, const at::Tensor& keep);
/// y [N] = factor · dial · x [N]; both may be columns.
void scaled(const at::Tensor& x, const Dial& dial, float factor, const at::Tensor& y);

/// y [B,classes] = one-hot of labels int32 [B].
void oneHot(const at::Tensor& labels, const at::Tensor& y);

}  // namespace sparring::ops
