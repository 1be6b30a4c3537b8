#include "nn/ops.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cmath>
#include <limits>
#include <memory>
#include <thread>

#include "nn/fused.h"

namespace sparring::ops {

namespace {

thread_local std::unique_ptr<Team> teamOfThread;
bool generic = false;

// LibTorch's and oneDNN's own threads stay out of it: the team splits the work before it reaches them.
void enterTeam() { at::set_num_threads(1); }

float* data(const at::Tensor& t) { return t.defined() ? t.data_ptr<float>() : nullptr; }

// [N, K·classes] as N·K rows, one for each label; no data where there is no tensor. The passes keep a row's softmax on
// the stack.
Rows byClassifier(const at::Tensor& t, const at::Tensor& labels) {
  if (!t.defined()) return {nullptr, 0, 0, 0};
  const int64_t n = labels.numel(), classes = t.numel() / n;
  TORCH_CHECK(classes <= kMostClasses, "a row of ", classes, " classes");
  return {data(t), n, classes, classes};
}

at::Tensor oneHotOf(const at::Tensor& labels, int64_t classes) {
  return at::arange(classes, labels.options()).unsqueeze(0).eq(labels.unsqueeze(1)).to(at::kFloat);
}

// Numbers on a device come from its own Philox, placed by (key, counter), so that no state has to be kept.
at::Generator generatorAt(uint64_t key, uint64_t counter, at::Device device) {
  auto generator = at::globalContext().defaultGenerator(device).clone();
  // splitmix64 of both: neighbouring steps must not get neighbouring seeds
  uint64_t mixed = key + 0x9E3779B97F4A7C15ull * (counter + 1);
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
  generator.set_current_seed(mixed ^ (mixed >> 31));
  return generator;
}

// On the processor the ATen forms are compared with the fused passes: the same numbers for both.
at::Tensor normalsLike(const at::Tensor& like, uint64_t key, uint64_t counter) {
  auto numbers = at::empty(like.sizes(), like.options());
  if (!like.is_cpu()) return numbers.normal_(0, 1, generatorAt(key, counter, like.device()));
  kernels().normals(key, counter, rows(numbers), alone());
  return numbers;
}

at::Tensor uniformsLike(const at::Tensor& like, uint64_t key, uint64_t counter) {
  auto numbers = at::zeros(like.sizes(), like.options());
  if (!like.is_cpu()) return numbers.uniform_(-1, 1, generatorAt(key, counter, like.device()));
  kernels().uniforms(key, counter, rows(numbers), alone());
  return numbers;
}

Rows copyOf(const Rows& all, int64_t copy, int64_t width) {
  return {all.data + copy * width, all.rows, width, all.stride};
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

bool fused(const at::Tensor& t) { return t.is_cpu() && !generic; }

Team& alone() {
  static Team one(1, enterTeam);
  return one;
}

Rows rows(const at::Tensor& t) { return {t.data_ptr<float>(), t.size(0), t.size(1), t.stride(0)}; }

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

void classLoss(const at::Tensor& logits, const at::Tensor& labels, const at::Tensor& weight, ClassLoss kind,
               const at::Tensor& dlogits, const at::Tensor& loss) {
  if (fused(logits))
    return kernels().classLoss(byClassifier(logits, labels), labels.data_ptr<int32_t>(), data(weight), kind,
                               byClassifier(dlogits, labels), data(loss), team());
  const auto rows = logits.reshape({labels.numel(), -1});
  const auto p = at::softmax(rows, 1);
  const auto y = oneHotOf(labels.flatten(), rows.size(1));
  const auto give = [&](const at::Tensor& slope) {
    if (dlogits.defined()) dlogits.copy_((slope * weight.flatten().unsqueeze(1)).view(dlogits.sizes()));
  };
  if (kind == ClassLoss::CrossEntropy) {
    loss.copy_(-(at::log_softmax(rows, 1) * y).sum(1).view(loss.sizes()));
    give(p - y);
  } else {
    const auto e = p - y;
    loss.copy_(e.square().sum(1).view(loss.sizes()));
    give(2 * p * (e - (p * e).sum(1, true)));
  }
}

void margin(const at::Tensor& logits, const at::Tensor& labels, const at::Tensor& weight, float kappa,
            const at::Tensor& dlogits, const at::Tensor& loss) {
  if (fused(logits))
    return kernels().margin(byClassifier(logits, labels), labels.data_ptr<int32_t>(), data(weight), kappa,
                            byClassifier(dlogits, labels), data(loss), team());
  const auto z = logits.reshape({labels.numel(), -1});
  const auto own = labels.flatten().to(at::kLong).unsqueeze(1);
  const auto [top, rival] = z.scatter(1, own, -std::numeric_limits<double>::infinity()).max(1, true);
  const auto m = top - z.gather(1, own);
  loss.copy_(m.clamp_max(kappa).view(loss.sizes()));
  if (!dlogits.defined()) return;
  const auto share = weight.flatten().unsqueeze(1) * m.le(kappa);
  dlogits.copy_(at::zeros_like(z).scatter(1, rival, share).scatter(1, own, -share).view(dlogits.sizes()));
}

void verdict(const at::Tensor& logits, const at::Tensor& predicted, const at::Tensor& confidence) {
  if (fused(logits))
    return kernels().verdict(byClassifier(logits, predicted), predicted.data_ptr<int32_t>(), data(confidence));
  const auto [top, index] = at::softmax(logits.reshape({predicted.numel(), -1}), 1).max(1);
  predicted.copy_(index.view(predicted.sizes()));
  confidence.copy_(top.view(confidence.sizes()));
}

void divergence(const at::Tensor& from, const at::Tensor& to, const at::Tensor& weight, const at::Tensor& dfrom,
                const at::Tensor& dto, const at::Tensor& loss) {
  const int64_t n = loss.numel(), classes = from.numel() / n;
  if (fused(from))
    return kernels().divergence(byClassifier(from, loss), byClassifier(to, loss), data(weight),
                                byClassifier(dfrom, loss), byClassifier(dto, loss), data(loss), team());
  const auto a = from.reshape({n, classes}), b = to.reshape({n, classes}), w = weight.reshape({n, 1});
  const auto p = at::softmax(a, 1), ratio = at::log_softmax(a, 1) - at::log_softmax(b, 1);
  const auto sum = (p * ratio).sum(1, true);
  loss.copy_(sum.view(loss.sizes()));
  dto.copy_((w * (at::softmax(b, 1) - p)).view(dto.sizes()));
  if (dfrom.defined()) dfrom.add_((w * p * (ratio - sum)).view(dfrom.sizes()));
}

void logistic(const at::Tensor& s, const at::Tensor& p, const at::Tensor& rest) {
  if (fused(s)) return kernels().logistic(data(s), s.numel(), data(p), data(rest));
  p.copy_(at::sigmoid(s));
  rest.copy_(at::log1p(at::exp(-s.abs())));
}

void adam(const at::Tensor& p, const at::Tensor& g, const at::Tensor& m, const at::Tensor& v, const at::Tensor& count,
          const AdamRates& rates) {
  if (fused(p)) {
    const double t = *data(count) += 1;
    const auto [lr, beta1, beta2] = rates;
    const AdamStep step{lr.value, beta1.value, beta2.value, static_cast<float>(1 - std::pow(double(beta1.value), t)),
                        static_cast<float>(1 - std::pow(double(beta2.value), t))};
    return kernels().adam(data(p), data(g), data(m), data(v), p.numel(), step, team());
  }
  count.add_(1);
  const auto& b1 = rates.beta1.tensor;
  const auto& b2 = rates.beta2.tensor;
  const auto correction = [&](const at::Tensor& beta) {
    return (1 - at::pow(beta.to(at::kDouble), count.to(at::kDouble))).to(at::kFloat);
  };
  m.mul_(b1).add_(g * (1 - b1));
  v.mul_(b2).add_(g * g * (1 - b2));
  p.sub_(m * (rates.lr.tensor / correction(b1)) / ((v / correction(b2)).sqrt_().add_(1e-8)));
}

void sgd(const at::Tensor& p, const at::Tensor& g, const at::Tensor& velocity, const Dial& lr, const Dial& momentum) {
  velocity.mul_(momentum.tensor).add_(g);
  p.addcmul_(velocity, lr.tensor, -1);
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

void signStep(const at::Tensor& x, const at::Tensor& g, const Dial& eps, const at::Tensor& y) {
  const int64_t width = x.size(1), copies = y.size(1) / width;
  if (fused(x)) {
    for (int64_t k = 0; k < copies; ++k)
      kernels().signStep(rows(x), copyOf(rows(g), k, width), eps.value, copyOf(rows(y), k, width), team());
    return;
  }
  y.copy_((x.repeat({1, copies}) + g.sign() * eps.tensor).clamp(0, 1));
}

void projectedStep(const at::Tensor& centre, const at::Tensor& g, const Dial& eps, float share, const at::Tensor& x) {
  const int64_t width = centre.size(1), copies = x.size(1) / width;
  if (fused(x)) {
    for (int64_t k = 0; k < copies; ++k)
      kernels().projectedStep(rows(centre), copyOf(rows(g), k, width), eps.value, share * eps.value,
                              copyOf(rows(x), k, width), team());
    return;
  }
  const auto middle = centre.repeat({1, copies});
  const auto moved = x + g.sign() * (eps.tensor * share);
  x.copy_(at::min(at::max(moved, middle - eps.tensor), middle + eps.tensor).clamp(0, 1));
}

void shifted(const at::Tensor& x, const at::Tensor& d, const Dial& eps, const at::Tensor& y) {
  const int64_t width = x.size(1), copies = y.size(1) / width;
  if (fused(x)) {
    for (int64_t k = 0; k < copies; ++k)
      kernels().shifted(rows(x), copyOf(rows(d), k, width), eps.value, copyOf(rows(y), k, width), team());
    return;
  }
  y.copy_((x.repeat({1, copies}) + d * eps.tensor).clamp(0, 1));
}

void shiftedBackward(const at::Tensor& x, const at::Tensor& d, const Dial& eps, const at::Tensor& g,
                     const at::Tensor& dd) {
  const int64_t width = x.size(1), copies = d.size(1) / width;
  if (fused(x)) {
    for (int64_t k = 0; k < copies; ++k)
      kernels().shiftedBackward(rows(x), copyOf(rows(d), k, width), eps.value, copyOf(rows(g), k, width),
                                copyOf(rows(dd), k, width), team());
    return;
  }
  const auto moved = x.repeat({1, copies}) + d * eps.tensor;
  dd.copy_(g * eps.tensor * moved.ge(0) * moved.le(1));
}

void sizeCost(const at::Tensor& d, const Dial& scale, const Size& size, float factor, const at::Tensor& g,
              const at::Tensor& cost) {
  const int64_t n = d.size(0), copies = cost.size(1), width = d.size(1) / copies;
  if (fused(d)) {
    for (int64_t k = 0; k < copies; ++k)
      kernels().sizeCost(copyOf(rows(d), k, width), scale.value, size.kind, size.limit.value,
                         factor * size.weight.value, copyOf(rows(g), k, width), data(cost) + k, copies, team());
    return;
  }
  const auto each = d.reshape({n, copies, width});
  const auto length = each.norm(2, {2}) * scale.tensor;
  const auto weight = size.weight.tensor * factor;
  auto share = scale.tensor.square() * weight;
  if (size.kind == SizeCost::Square) {
    cost.copy_(length.square() * weight);
    share = (share * 2).expand({n, copies});
  } else {
    cost.copy_((length - size.limit.tensor).clamp_min(0) * weight);
    share = at::where(length.gt(size.limit.tensor), share / length, at::zeros_like(length));
  }
  g.add_((each * share.unsqueeze(2)).view({n, copies * width}));
}

void levelled(const at::Tensor& x, int64_t copies, const at::Tensor& y) {
  const int64_t n = x.size(0), width = x.size(1) / copies;
  if (fused(x)) {
    for (int64_t k = 0; k < copies; ++k)
      kernels().levelled(copyOf(rows(x), k, width), copyOf(rows(y), k, width), team());
    return;
  }
  const auto each = x.reshape({n, copies, width});
  const auto level = each.square().mean({2}, true).sqrt();
  y.copy_((each / at::where(level.gt(0), level, at::ones_like(level))).view({n, copies * width}));
}

void axpy(const at::Tensor& x, float scale, const at::Tensor& y) {
  if (fused(x)) return kernels().axpy(rows(x), scale, rows(y), team());
  y.add_(x, scale);
}

void normals(uint64_t key, uint64_t counter, const at::Tensor& y) {
  if (fused(y)) return kernels().normals(key, counter, rows(y), team());
  y.copy_(normalsLike(y, key, counter));
}

void noisy(const at::Tensor& x, float sigma, uint64_t key, uint64_t counter, const at::Tensor& y) {
  if (fused(x)) return kernels().noisy(rows(x), sigma, key, counter, rows(y), team());
  y.copy_((x + normalsLike(x, key, counter) * sigma).clamp(0, 1));
}

void jittered(const at::Tensor& x, const Dial& halfWidth, uint64_t key, uint64_t counter, const at::Tensor& y) {
  if (fused(x)) return kernels().jittered(rows(x), halfWidth.value, key, counter, rows(y), team());
  y.copy_((x + uniformsLike(x, key, counter) * halfWidth.tensor).clamp(0, 1));
}

void accumulate(const at::Tensor& values, const at::Tensor& weight, double scale, const at::Tensor& sum) {
  if (fused(values)) {
    const float* v = data(values);
    const float* w = data(weight);
    const int64_t n = values.size(0), vs = values.stride(0), ws = w ? weight.stride(0) : 0;
    double total = 0;
    for (int64_t i = 0; i < n; ++i) total += w ? static_cast<double>(v[i * vs]) * w[i * ws] : v[i * vs];
    *sum.data_ptr<double>() += scale * total;
    return;
  }
  sum.add_((weight.defined() ? values * weight : values).sum(at::kDouble), scale);
}

void atLeast(const at::Tensor& values, const Dial& limit, const at::Tensor& keep) {
  if (fused(values)) {
    for (int64_t i = 0; i < values.numel(); ++i) data(keep)[i] = data(values)[i] >= limit.value ? 1.0f : 0.0f;
    return;
  }
  keep.copy_(values.ge(limit.tensor));
}

void scaled(const at::Tensor& x, const Dial& dial, float factor, const at::Tensor& y) {
  if (fused(x)) {
    const float scale = factor * dial.value;
    for (int64_t i = 0; i < x.size(0); ++i) data(y)[i * y.stride(0)] = scale * data(x)[i * x.stride(0)];
    return;
  }
  y.copy_(x * (dial.tensor * factor));
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
