// What a step is made of, over tensors that exist already: nothing here allocates on the processor's path, nothing
// waits for a device. On the processor each is one GEMM or one fused pass (kernels.h); on any other device an ATen form
// of the same formula. Tensors are float32, row-major, columns contiguous (rows may be strided), unless said otherwise.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "engine/kernels.h"

namespace sparring::ops {

/// Threads of every following op on the calling thread; 0: as many as there are cores. Returns what it is now.
int setThreads(int threads);
/// The calling thread's team.
Team& team();

/// "oneDNN sgemm" or "LibTorch's BLAS".
const char* gemmName();

/// For tests only: run the ATen forms on the processor too.
void forceGeneric(bool on);

/// c = op(a)·op(b), or c += where `add`. op is the transpose where asked. Shapes after op: [m,k]·[k,n] -> [m,n].
void gemm(const at::Tensor& a, bool transposeA, const at::Tensor& b, bool transposeB, const at::Tensor& c,
          bool add = false);

void biasAct(const at::Tensor& y, const at::Tensor& bias, Act act);
/// `db` may be undefined.
void actBackward(const at::Tensor& dy, const at::Tensor& y, Act act, const at::Tensor& db);

struct BatchNormState {
  at::Tensor gamma, beta, runningMean, runningVar;  ///< [n]
};
constexpr float kBatchNormMomentum = 0.1f;
constexpr float kBatchNormEps = 1e-5f;
void batchNorm(const at::Tensor& x, const at::Tensor& out, const BatchNormState& state, const at::Tensor& mean,
               const at::Tensor& invstd, Act act);
/// With the running statistics, as in evaluation.
void batchNormFrozen(const at::Tensor& x, const at::Tensor& out, const BatchNormState& state, Act act);
void batchNormBackward(const at::Tensor& dout, const at::Tensor& out, const at::Tensor& x, const at::Tensor& gamma,
                       const at::Tensor& mean, const at::Tensor& invstd, const at::Tensor& dgamma,
                       const at::Tensor& dbeta, Act act);

/// See Kernels::classLoss. labels int32 [N], weight [N] (read only where dlogits is defined), loss [N].
void classLoss(const at::Tensor& logits, const at::Tensor& labels, const at::Tensor& weight, ClassLoss kind,
               const at::Tensor& dlogits, const at::Tensor& loss);
/// predicted int32 [N], confidence [N].
void verdict(const at::Tensor& logits, const at::Tensor& predicted, const at::Tensor& confidence);
/// score, dscore, loss contiguous [N].
void ganLoss(const at::Tensor& score, float target, GanLoss kind, bool sigmoid, float weight, const at::Tensor& dscore,
             const at::Tensor& loss);

void adam(const at::Tensor& p, const at::Tensor& g, const at::Tensor& m, const at::Tensor& v, AdamStep step);

/// x[r] = scale·pixels[index[r]] + shift; pixels uint8 [N,P], index int64 [B].
void gather(const at::Tensor& pixels, const at::Tensor& index, float scale, float shift, const at::Tensor& x);
/// out[r] = labels[index[r]], int32.
void pick(const at::Tensor& labels, const at::Tensor& index, const at::Tensor& out);
void affine(const at::Tensor& x, float scale, float shift, float lo, float hi, const at::Tensor& y);
void signStep(const at::Tensor& x, const at::Tensor& g, float eps, const at::Tensor& y);
void axpy(const at::Tensor& x, float scale, const at::Tensor& y);

/// Standard normals, a function of (key, counter) and position. noisy: y = clip(x + sigma·n, 0, 1).
void normals(uint64_t key, uint64_t counter, const at::Tensor& y);
void noisy(const at::Tensor& x, float sigma, uint64_t key, uint64_t counter, const at::Tensor& y);

/// sum (float64 scalar tensor) += scale · Σ values·weight; weight may be undefined.
void accumulate(const at::Tensor& values, const at::Tensor& weight, double scale, const at::Tensor& sum);

/// keep [n] = 1 where values >= limit, else 0.
void atLeast(const at::Tensor& values, float limit, const at::Tensor& keep);

/// y [B,classes] = one-hot of labels int32 [B].
void oneHot(const at::Tensor& labels, const at::Tensor& y);

}  // namespace sparring::ops
