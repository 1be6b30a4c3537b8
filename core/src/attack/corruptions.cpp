// Corruptions: what happens to an image without anybody aiming. Formulas and levels of MNIST-C (Mu & Gilmer 2019),
// whose images are in [0,1] too.
#include <ATen/ops/empty_like.h>
#include <ATen/ops/full.h>
#include <ATen/ops/full_like.h>

#include "attack/draw.h"
#include "attack/rows.h"
#include "nn/ops.h"

namespace sparring {

namespace {

uint64_t key(const AttackContext& c) { return streamKey(c.seed, Stream::EvaluationNoise); }

}  // namespace

// clip(x + σ·n)
void noise(const AttackSpec& spec, const AttackContext& c) {
  const auto sigma = static_cast<float>(spec.values.at("sigma"));
  drawn(c, c.x, c.out, [&](const auto& x, uint64_t at, const auto& out) { ops::noisy(x, sigma, key(c), at, out); });
}

// Salt and pepper: a pixel is lost with probability `amount`, to black or to white alike.
void impulse(const AttackSpec& spec, const AttackContext& c) {
  const double amount = spec.values.at("amount");
  const auto u = at::empty_like(c.x);
  const ops::Dial half{0.5f, at::full({}, 0.5, c.x.options())};
  drawn(c, c.x, u, [&](const auto& x, uint64_t at, const auto& out) {
    ops::jittered(at::full_like(x, 0.5), half, key(c), at, out);  // uniform in [0,1)
  });
  c.out.copy_(c.x);
  c.out.masked_fill_(u.lt(amount), 1).masked_fill_(u.lt(amount / 2), 0);
}

// clip(x + σ·n·x): only ink is noisy.
void speckle(const AttackSpec& spec, const AttackContext& c) {
  const auto n = at::empty_like(c.x);
  drawn(c, c.x, n, [&](const auto&, uint64_t at, const auto& out) { ops::normals(key(c), at, out); });
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
