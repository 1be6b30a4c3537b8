#include "engine/ops.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <memory>
#include <thread>

namespace sparring::ops {

namespace {

thread_local std::unique_ptr<Team> teamOfThread;
bool generic = false;

// LibTorch's and oneDNN's own threads stay out of it: the team splits the work before it reaches them.
void enterTeam() { at::set_num_threads(1); }

bool fused(const at::Tensor& t) { return t.is_cpu() && !generic; }

Rows rows(const at::Tensor& t) { return {t.data_ptr<float>(), t.size(0), t.size(1), t.stride(0)}; }

float* data(const at::Tensor& t) { return t.defined() ? t.data_ptr<float>() : nullptr; }

at::Tensor activated(const at::Tensor& x, Act act) {
  switch (act) {
    case Act::Relu:
      return at::relu(x);
    case Act::LeakyRelu:
      return at::leaky_relu(x, kLeak);
    case Act::Tanh:
      return at::tanh(x);
    case Act::Sigmoid:
      return at::sigmoid(x);
    case Act::None:
      break;
  }
  return x;
}

at::Tensor slopeOf(const at::Tensor& y, Act act) {
  switch (act) {
    case Act::Relu:
      return y.gt(0).to(at::kFloat);
    case Act::LeakyRelu:
      return at::where(y.gt(0), at::ones({}, y.options()), at::full({}, kLeak, y.options()));
    case Act::Tanh:
      return 1 - y * y;
    case Act::Sigmoid:
      return y * (1 - y);
    case Act::None:
      break;
  }
  return at::ones({}, y.options());
}

at::Tensor oneHotOf(const at::Tensor& labels, int64_t classes) {
  return at::arange(classes, labels.options()).unsqueeze(0).eq(labels.unsqueeze(1)).to(at::kFloat);
}

// Normals on a device come from its own Philox, placed by (key, counter), so that no state has to be kept.
at::Tensor deviceNormals(uint64_t key, uint64_t counter, const at::Tensor& like) {
  if (like.is_cpu()) {
    auto numbers = at::empty(like.sizes(), like.options());
    kernels().normals(key, counter, rows(numbers), team());
    return numbers;
  }
  auto generator = like.device().is_cuda() ? at::globalContext().defaultGenerator(like.device()).clone()
                                           : at::globalContext().defaultGenerator(like.device());
  // splitmix64 of both: neighbouring steps must not get neighbouring seeds
  uint64_t mixed = key + 0x9E3779B97F4A7C15ull * (counter + 1);
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
  generator.set_current_seed(mixed ^ (mixed >> 31));
  return at::empty(like.sizes(), like.options()).normal_(0, 1, generator);
}

}  // namespace

int setThreads(int count) {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  const int size = count > 0 ? count : (cores > 0 ? cores : 1);
  enterTeam();
  if (!teamOfThread || teamOfThread->size() != size) teamOfThread = std::make_unique<Team>(size, enterTeam);
  return size;
}

Team& team() {
  if (!teamOfThread) setThreads(1);
  return *teamOfThread;
}

void forceGeneric(bool on) { generic = on; }

void biasAct(const at::Tensor& y, const at::Tensor& bias, Act act) {
  if (fused(y)) return kernels().biasAct(rows(y), data(bias), act, team());
  y.copy_(activated(y + bias, act));
}

void actBackward(const at::Tensor& dy, const at::Tensor& y, Act act, const at::Tensor& db) {
  if (fused(dy)) return kernels().actBackward(rows(dy), rows(y), act, data(db), team());
  if (act != Act::None) dy.mul_(slopeOf(y, act));
  if (db.defined()) db.copy_(dy.sum(0));
}

void batchNorm(const at::Tensor& x, const at::Tensor& out, const BatchNormState& s, const at::Tensor& mean,
               const at::Tensor& invstd, Act act) {
  if (fused(x))
    return kernels().batchNorm(rows(x), rows(out), data(s.gamma), data(s.beta), data(mean), data(invstd),
                               data(s.runningMean), data(s.runningVar), kBatchNormMomentum, kBatchNormEps, act, team());
  mean.copy_(x.mean(0));
  const auto variance = (x - mean).square().mean(0);
  const double n = static_cast<double>(x.size(0));
  s.runningMean.add_(mean - s.runningMean, kBatchNormMomentum);
  s.runningVar.add_(variance * (n / (n - 1)) - s.runningVar, kBatchNormMomentum);
  invstd.copy_((variance + kBatchNormEps).rsqrt());
  out.copy_(activated((x - mean) * invstd * s.gamma + s.beta, act));
}

void batchNormFrozen(const at::Tensor& x, const at::Tensor& out, const BatchNormState& s, Act act) {
  const auto invstd = (s.runningVar + kBatchNormEps).rsqrt();
  out.copy_(activated((x - s.runningMean) * invstd * s.gamma + s.beta, act));
}

void batchNormBackward(const at::Tensor& dout, const at::Tensor& out, const at::Tensor& x, const at::Tensor& gamma,
                       const at::Tensor& mean, const at::Tensor& invstd, const at::Tensor& dgamma,
                       const at::Tensor& dbeta, Act act) {
  if (fused(x))
    return kernels().batchNormBackward(rows(dout), rows(out), rows(x), data(gamma), data(mean), data(invstd),
                                       data(dgamma), data(dbeta), act, team());
  const auto normal = (x - mean) * invstd;
  dout.mul_(slopeOf(out, act));
  dbeta.copy_(dout.sum(0));
  dgamma.copy_((dout * normal).sum(0));
  const double n = static_cast<double>(x.size(0));
  dout.copy_(gamma * invstd * (dout - (dbeta + normal * dgamma) / n));
}

void classLoss(const at::Tensor& logits, const at::Tensor& labels, const at::Tensor& weight, ClassLoss kind,
               const at::Tensor& dlogits, const at::Tensor& loss) {
  if (fused(logits)) {
    const Rows d = dlogits.defined() ? rows(dlogits) : Rows{nullptr, 0, 0, 0};
    return kernels().classLoss(rows(logits), labels.data_ptr<int32_t>(), data(weight), kind, d, data(loss));
  }
  const auto p = at::softmax(logits, 1);
  const auto y = oneHotOf(labels, logits.size(1));
  if (kind == ClassLoss::CrossEntropy) {
    loss.copy_(-(at::log_softmax(logits, 1) * y).sum(1));
    if (dlogits.defined()) dlogits.copy_((p - y) * weight.unsqueeze(1));
  } else {
    const auto e = p - y;
    loss.copy_(e.square().sum(1));
    if (dlogits.defined()) dlogits.copy_(2 * p * (e - (p * e).sum(1, true)) * weight.unsqueeze(1));
  }
}

void verdict(const at::Tensor& logits, const at::Tensor& predicted, const at::Tensor& confidence) {
  if (fused(logits)) return kernels().verdict(rows(logits), predicted.data_ptr<int32_t>(), data(confidence));
  const auto [top, index] = at::softmax(logits, 1).max(1);
  predicted.copy_(index);
  confidence.copy_(top);
}

void ganLoss(const at::Tensor& score, float target, GanLoss kind, bool sigmoid, float weight, const at::Tensor& dscore,
             const at::Tensor& loss) {
  if (fused(score))
    return kernels().ganLoss(data(score), score.numel(), target, kind, sigmoid, weight, data(dscore), data(loss));
  if (kind == GanLoss::Bce) {
    loss.copy_(at::clamp_min(score, 0) - score * target + at::log1p(at::exp(-score.abs())));
    dscore.copy_((at::sigmoid(score) - target) * weight);
  } else {
    const auto p = sigmoid ? at::sigmoid(score) : score;
    loss.copy_((p - target).square() * 0.5);
    dscore.copy_(sigmoid ? (p - target) * p * (1 - p) * weight : (p - target) * weight);
  }
}

void adam(const at::Tensor& p, const at::Tensor& g, const at::Tensor& m, const at::Tensor& v, AdamStep s) {
  if (fused(p)) return kernels().adam(data(p), data(g), data(m), data(v), p.numel(), s, team());
  m.mul_(s.beta1).add_(g, 1 - s.beta1);
  v.mul_(s.beta2).addcmul_(g, g, 1 - s.beta2);
  p.addcdiv_(m, (v / s.correction2).sqrt_().add_(1e-8), -s.lr / s.correction1);
}

void gather(const at::Tensor& pixels, const at::Tensor& index, float scale, float shift, const at::Tensor& x) {
  if (fused(x))
    return kernels().gather(pixels.data_ptr<uint8_t>(), index.data_ptr<int64_t>(), scale, shift, rows(x), team());
  x.copy_(pixels.index_select(0, index).to(at::kFloat) * scale + shift);
}

void pick(const at::Tensor& labels, const at::Tensor& index, const at::Tensor& out) {
  if (fused(out)) {
    for (int64_t i = 0; i < out.numel(); ++i)
      out.data_ptr<int32_t>()[i] = labels.data_ptr<int32_t>()[index.data_ptr<int64_t>()[i]];
    return;
  }
  out.copy_(labels.index_select(0, index));
}

void affine(const at::Tensor& x, float scale, float shift, float lo, float hi, const at::Tensor& y) {
  if (fused(x)) return kernels().affine(rows(x), scale, shift, lo, hi, rows(y), team());
  y.copy_((x * scale + shift).clamp(lo, hi));
}

void signStep(const at::Tensor& x, const at::Tensor& g, float eps, const at::Tensor& y) {
  if (fused(x)) return kernels().signStep(rows(x), rows(g), eps, rows(y), team());
  y.copy_((x + g.sign() * eps).clamp(0, 1));
}

void axpy(const at::Tensor& x, float scale, const at::Tensor& y) {
  if (fused(x)) return kernels().axpy(rows(x), scale, rows(y), team());
  y.add_(x, scale);
}

void normals(uint64_t key, uint64_t counter, const at::Tensor& y) {
  if (fused(y)) return kernels().normals(key, counter, rows(y), team());
  y.copy_(deviceNormals(key, counter, y));
}

void noisy(const at::Tensor& x, float sigma, uint64_t key, uint64_t counter, const at::Tensor& y) {
  if (fused(x)) return kernels().noisy(rows(x), sigma, key, counter, rows(y), team());
  y.copy_((x + deviceNormals(key, counter, x) * sigma).clamp(0, 1));
}

void accumulate(const at::Tensor& values, const at::Tensor& weight, double scale, const at::Tensor& sum) {
  if (fused(values)) {
    const float* v = data(values);
    const float* w = data(weight);
    double total = 0;
    for (int64_t i = 0; i < values.numel(); ++i) total += w ? static_cast<double>(v[i]) * w[i] : v[i];
    *sum.data_ptr<double>() += scale * total;
    return;
  }
  sum.add_((weight.defined() ? values * weight : values).sum(at::kDouble), scale);
}

void atLeast(const at::Tensor& values, float limit, const at::Tensor& keep) {
  if (fused(values)) {
    for (int64_t i = 0; i < values.numel(); ++i) data(keep)[i] = data(values)[i] >= limit ? 1.0f : 0.0f;
    return;
  }
  keep.copy_(values.ge(limit));
}

void oneHot(const at::Tensor& labels, const at::Tensor& y) {
  if (fused(y)) {
    const Rows out = rows(y);
    const int32_t* label = labels.data_ptr<int32_t>();
    for (int64_t r = 0; r < out.rows; ++r)
      for (int64_t c = 0; c < out.cols; ++c) out.row(r)[c] = c == label[r] ? 1.0f : 0.0f;
    return;
  }
  y.copy_(oneHotOf(labels, y.size(1)));
}

}  // namespace sparring::ops
