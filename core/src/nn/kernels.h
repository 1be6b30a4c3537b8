// The step's elementwise passes on the processor, each fused and vectorised, over raw rows. One build of them for each
// instruction set (kernels_*.cpp); kernels() picks the best the machine has.
#pragma once

#include <cstdint>

#include "nn/team.h"

namespace sparring {

enum class Act : int { None, Relu, LeakyRelu, Tanh, Sigmoid };
constexpr int64_t kMostClasses = 256;  ///< what a row of logits may have
constexpr float kLeak = 0.2f;          ///< slope of LeakyRelu below zero

enum class ClassLoss : int { Squared, CrossEntropy };
enum class SizeCost : int { Beyond, Square };

/// Row-major [rows, cols] floats, `stride` floats from row to row.
struct Rows {
  float* data;
  int64_t rows, cols, stride;
  float* row(int64_t r) const { return data + r * stride; }
};

struct AdamStep {
  float lr, beta1, beta2;
  float correction1, correction2;  ///< 1 - beta^t
};

struct Kernels {
  const char* name;

  /// y = act(y + bias), in place.
  void (*biasAct)(Rows y, const float* bias, Act act, Team& team);
  /// dy *= act'(y), in place, and db = column sums of the result (db may be null). y is the layer's output.
  void (*actBackward)(Rows dy, Rows y, Act act, float* db, Team& team);

  /// Batch normalisation over rows and activation: out = act(gamma·(x - mean)·invstd + beta). Writes mean, invstd
  /// [cols] and moves the running statistics by `momentum` (unbiased variance, as PyTorch does).
  void (*batchNorm)(Rows x, Rows out, const float* gamma, const float* beta, float* mean, float* invstd,
                    float* runningMean, float* runningVar, float momentum, float eps, Act act, Team& team);
  /// dout -> dx in place, with dgamma and dbeta.
  void (*batchNormBackward)(Rows dout, Rows out, Rows x, const float* gamma, const float* mean, const float* invstd,
                            float* dgamma, float* dbeta, Act act, Team& team);

  /// Classifier loss by rows: loss[r] unweighted; dlogits[r] = weight[r] · ∂loss/∂logits. dlogits.data may be null.
  void (*classLoss)(Rows logits, const int32_t* labels, const float* weight, ClassLoss kind, Rows dlogits, float* loss,
                    Team& team);
  /// loss[r] = min(max_{j≠y} z_j − z_y, kappa); dlogits[r] = weight[r] · ∂loss/∂logits. dlogits.data may be null.
  void (*margin)(Rows logits, const int32_t* labels, const float* weight, float kappa, Rows dlogits, float* loss,
                 Team& team);
  /// Largest softmax probability and its class for each row.
  void (*verdict)(Rows logits, int32_t* predicted, float* confidence);

  /// KL(p‖q) by rows, p = softmax(from), q = softmax(to): loss[r] unweighted; weight[r] · ∂loss/∂ is added to dfrom
  /// (dfrom.data may be null) and written to dto.
  void (*divergence)(Rows from, Rows to, const float* weight, Rows dfrom, Rows dto, float* loss, Team& team);

  /// p = σ(s) and rest = log(1 + e^-|s|): −log σ(s) is rest + max(0, −s).
  void (*logistic)(const float* s, int64_t n, float* p, float* rest);

  void (*adam)(float* p, const float* g, float* m, float* v, int64_t n, AdamStep step, Team& team);

  /// x[r] = scale · pixels[index[r]] + shift, for images of x.cols bytes.
  void (*gather)(const uint8_t* pixels, const int64_t* index, float scale, float shift, Rows x, Team& team);
  /// y = scale·x + shift, clipped to [lo, hi].
  void (*affine)(Rows x, float scale, float shift, float lo, float hi, Rows y, Team& team);
  /// y = clip(x + eps·sign(g), 0, 1).
  void (*signStep)(Rows x, Rows g, float eps, Rows y, Team& team);
  /// x = clip(x + alpha·sign(g)) into [0,1] and to within eps of centre.
  void (*projectedStep)(Rows centre, Rows g, float eps, float alpha, Rows x, Team& team);
  /// y = clip(x + eps·d, 0, 1), and back: dd = eps·g where x + eps·d needed no clipping, else 0.
  void (*shifted)(Rows x, Rows d, float eps, Rows y, Team& team);
  void (*shiftedBackward)(Rows x, Rows d, float eps, Rows g, Rows dd, Team& team);
  /// cost[r·stride] = weight · (max(0, n − limit) or n²), n = ‖scale·d[r]‖₂; g[r] += ∂cost/∂d.
  void (*sizeCost)(Rows d, float scale, SizeCost kind, float limit, float weight, Rows g, float* cost, int64_t stride,
                   Team& team);
  /// y[r] = x[r] over the root of its mean square; a row of zeros stays.
  void (*levelled)(Rows x, Rows y, Team& team);
  /// y += scale·x
  void (*axpy)(Rows x, float scale, Rows y, Team& team);
  /// y = clip(x + sigma·n, 0, 1), n standard normal of (key, first, index)
  void (*noisy)(Rows x, float sigma, uint64_t key, uint64_t counter, Rows y, Team& team);
  /// Standard normals: the same (key, counter) give the same numbers, however they are split over threads.
  void (*normals)(uint64_t key, uint64_t counter, Rows y, Team& team);
  /// Uniform in [-1, 1), and y = clip(x + halfWidth·u, 0, 1); likewise.
  void (*uniforms)(uint64_t key, uint64_t counter, Rows y, Team& team);
  void (*jittered)(Rows x, float halfWidth, uint64_t key, uint64_t counter, Rows y, Team& team);
};

const Kernels& kernels();

}  // namespace sparring
