// Attacks that climb a gradient: the classifier's own, or another's.
#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/full.h>

#include "attack/draw.h"
#include "attack/rows.h"
#include "attack/slope.h"

namespace sparring {

namespace {

ops::Dial fixed(double value, const at::Tensor& like) {
  return {static_cast<float>(value), at::full({}, value, like.options())};
}

void oneStep(const AttackSpec& spec, const AttackContext& c, Climb climb) {
  Slope slope(c.net, c.x.size(0), climb);
  if (c.towards) slope.turn();
  slope(c.net, c.trace, c.x, c.labels, c.out);
  ops::signStep(c.x, c.out, fixed(spec.values.at("eps"), c.x), c.out);
}

struct Ascent {
  Climb climb;
  ops::Dial eps;
  int64_t steps;
  float share;        ///< length of a step over ε
  bool down = false;  ///< towards the labels: a descent
};

// Where the ascent number `restart` begins. Drawn for the whole chunk: a row's start does not depend on who is left.
at::Tensor randomStart(const AttackContext& c, const ops::Dial& eps, uint64_t restart) {
  auto start = at::empty_like(c.x);
  const uint64_t key = streamKey(c.seed, Stream::EvaluationStart) + restart;
  drawn(c, c.x, start, [&](const auto& x, uint64_t at, const auto& out) { ops::jittered(x, eps, key, at, out); });
  return start;
}

// x goes uphill from where it is, within ε of `centre` and [0,1].
void ascend(const Ascent& ascent, const Network& net, Trace& trace, const std::function<void()>& rest,
            const at::Tensor& centre, const at::Tensor& labels, const at::Tensor& x) {
  Slope slope(net, x.size(0), ascent.climb);
  if (ascent.down) slope.turn();
  const auto gradient = at::empty_like(x);
  for (int64_t i = 0; i < ascent.steps; ++i) {
    rest();
    slope(net, trace, x, labels, gradient);
    ops::projectedStep(centre, gradient, ascent.eps, ascent.share, x);
  }
}

// Of several restarts the first that fools the classifier counts: who is fooled takes no part in the following ones.
void manySteps(const AttackSpec& spec, const AttackContext& c, Climb climb) {
  const auto steps = static_cast<int64_t>(spec.values.at("steps"));
  const auto restarts = static_cast<uint64_t>(spec.values.at("restarts"));
  const Ascent ascent{climb, fixed(spec.values.at("eps"), c.x), steps,
                      static_cast<float>(spec.values.at("alpha") / static_cast<double>(steps)), c.towards};
  auto left = at::arange(c.x.size(0), c.x.options().dtype(at::kLong));
  for (uint64_t restart = 0; restart < restarts && left.numel() > 0; ++restart) {
    const auto centre = c.x.index_select(0, left), labels = c.labels.index_select(0, left);
    const auto x = randomStart(c, ascent.eps, restart).index_select(0, left);
    ascend(ascent, c.net, c.trace, c.rest, centre, labels, x);
    c.out.index_copy_(0, left, x);
    const auto predicted = at::empty_like(labels), confidence = at::empty(labels.sizes(), x.options());
    ops::verdict(c.net.forward(x, c.trace), predicted, confidence);
    const auto reached = predicted.eq(labels);
    left = left.index_select(0, reached.eq(!c.towards).flatten().nonzero().flatten());
  }
}

}  // namespace

void fgsm(const AttackSpec& spec, const AttackContext& c) { oneStep(spec, c, Climb::CrossEntropy); }
void fgsmSquared(const AttackSpec& spec, const AttackContext& c) { oneStep(spec, c, Climb::SquaredError); }
void pgd(const AttackSpec& spec, const AttackContext& c) { manySteps(spec, c, Climb::CrossEntropy); }
void cw(const AttackSpec& spec, const AttackContext& c) { manySteps(spec, c, Climb::Margin); }

// As TRADES makes its samples: from x + 0.001·N, away from what the classifier makes of x, whatever its class
// (Zhang 2019).
void kl(const AttackSpec& spec, const AttackContext& c) {
  constexpr float kStart = 0.001f;
  const auto steps = static_cast<int64_t>(spec.values.at("steps"));
  const Ascent ascent{Climb::Divergence, fixed(spec.values.at("eps"), c.x), steps,
                      static_cast<float>(spec.values.at("alpha") / static_cast<double>(steps))};
  const auto clean = c.net.forward(c.x, c.trace).clone();
  const uint64_t key = streamKey(c.seed, Stream::EvaluationStart);
  drawn(c, c.x, c.out, [&](const auto& x, uint64_t at, const auto& out) { ops::noisy(x, kStart, key, at, out); });
  ascend(ascent, c.net, c.trace, c.rest, c.x, clean, c.out);
}

void transfer(const AttackSpec& spec, const AttackContext& c) {
  constexpr double kAlpha = 2.5;  // as pgd's own
  const auto& net = c.reference();
  const auto steps = static_cast<int64_t>(spec.values.at("steps"));
  const Ascent ascent{Climb::CrossEntropy, fixed(spec.values.at("eps"), c.x), steps,
                      static_cast<float>(kAlpha / static_cast<double>(steps)), c.towards};
  auto trace = net.makeTrace(c.x.size(0));
  c.out.copy_(randomStart(c, ascent.eps, 0));
  ascend(ascent, net, trace, c.rest, c.x, c.labels, c.out);
}

}  // namespace sparring
