// Corruptions: what happens to an image without anybody aiming. Formulas and levels of MNIST-C (Mu & Gilmer 2019),
// whose images are in [0,1] too.
#include <ATen/ops/empty_like.h>
#include <ATen/ops/full.h>
#include <ATen/ops/full_like.h>

#include "attack/rows.h"
#include "engine/ops.h"

namespace sparring {

namespace {

uint64_t key(const AttackContext& c) { return streamKey(c.seed, Stream::EvaluationNoise); }
uint64_t counter(const AttackContext& c) { return static_cast<uint64_t>(c.index[0]); }

}  // namespace

// clip(x + σ·n)
void noise(const AttackSpec& spec, const AttackContext& c) {
  ops::noisy(c.x, static_cast<float>(spec.values.at("sigma")), key(c), counter(c), c.out);
}

// Salt and pepper: a pixel is lost with probability `amount`, to black or to white alike.
void impulse(const AttackSpec& spec, const AttackContext& c) {
  const double amount = spec.values.at("amount");
  const auto u = at::empty_like(c.x), middle = at::full_like(c.x, 0.5);
  ops::jittered(middle, {0.5f, at::full({}, 0.5, c.x.options())}, key(c), counter(c), u);  // uniform in [0,1)
  c.out.copy_(c.x);
  c.out.masked_fill_(u.lt(amount), 1).masked_fill_(u.lt(amount / 2), 0);
}

// clip(x + σ·n·x): only ink is noisy.
void speckle(const AttackSpec& spec, const AttackContext& c) {
  const auto n = at::empty_like(c.x);
  ops::normals(key(c), counter(c), n);
  c.out.copy_(n.mul_(spec.values.at("sigma")).add_(1).mul_(c.x).clamp_(0, 1));
}

// (x - mean)·factor + mean, the mean over the image.
void contrast(const AttackSpec& spec, const AttackContext& c) {
  const auto mean = c.x.mean(1, true);
  c.out.copy_(c.x.sub(mean).mul_(spec.values.at("factor")).add_(mean).clamp_(0, 1));
}

// clip(x + shift)
void brightness(const AttackSpec& spec, const AttackContext& c) {
  c.out.copy_(c.x.add(spec.values.at("shift")).clamp_(0, 1));
}

}  // namespace sparring
