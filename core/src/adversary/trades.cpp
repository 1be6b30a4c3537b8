#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include "adversary/ascent.h"
#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv by projected steps uphill on KL(p(x)‖p(x_adv)) from x + 0.001·N(0,1); L_adv = KL(p(x)‖p(x_adv)), so that
// λ is the paper's β. Nothing of it looks at y (Zhang 2019, arXiv 1901.08573, and its published code).
class Trades : public Adversary {
 public:
  explicit Trades(const Params& params)
      : ascend_(params.pgdSteps, params.pgdAlpha / static_cast<double>(params.pgdSteps), Climb::Divergence) {}

  bool ownSamples() const override { return true; }

  void draw(StepContext& context) override {
    if (context.phase != Phase::Joint) return;
    auto& batch = context.batch;
    if (!start_.defined()) start_ = at::empty_like(batch.original());
    ops::noisy(batch.original(), kStart, streamKey(static_cast<uint64_t>(context.params.seed), Stream::AttackStart),
               static_cast<uint64_t>(context.step), start_);
  }

  void attack(StepContext& context) override {
    auto& batch = context.batch;
    auto& lanes = context.lanes;
    const auto logits = lanes.net.forward(batch.original(), lanes.trace);
    if (!clean_.defined()) clean_ = at::empty(logits.sizes(), logits.options());
    clean_.copy_(logits);  // the trace that holds them is climbed with
    ascend_(context, batch.original(), start_, clean_);
    batch.adversarialLabels().copy_(batch.originalLabels());
    batch.keep.fill_(1);
  }

  // the gradient goes through both p(x) and p(x_adv)
  void loss(StepContext& context, const ClassifierPass& pass) override {
    const int64_t b = context.batch.size();
    const auto clean = pass.rows(0, b), adversarial = pass.rows(b, b);
    classifierLoss(context.params, clean);
    ops::divergence(clean.logits, adversarial.logits, adversarial.weight, clean.dlogits, adversarial.dlogits,
                    adversarial.loss);
  }

 private:
  static constexpr float kStart = 0.001f;
  Ascent ascend_;
  at::Tensor start_;  ///< [B, P]
  at::Tensor clean_;  ///< [B, K·classes]
};

}  // namespace

AdversaryRow tradesRow() {
  return {{.name = "trades",
           .label = QT_TRANSLATE_NOOP("adversaries", "TRADES"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv by PGD's steps uphill on KL(p(x)‖p(x_adv)), and L_adv is that divergence: no label "
               "is needed, and λ is the paper's β (Zhang 2019). Expect PGD's robustness with a dial "
               "between it and clean accuracy."),
           .perturbsSource = true,
           .aims = true,
           .params = {"epsilon", "epsilon.ramp", "pgd.steps", "pgd.alpha"}},
          [](const Params& params, const BuildContext&) -> std::unique_ptr<Adversary> {
            return std::make_unique<Trades>(params);
          },
          [](const Params& params) { return ascentText("kl", params); }};
}

}  // namespace sparring
