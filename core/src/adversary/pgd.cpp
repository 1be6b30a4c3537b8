#include <ATen/ops/empty_like.h>

#include "adversary/ascent.h"
#include "adversary/rows.h"
#include "base/text.h"

namespace sparring {

namespace {

// k steps of α·sign ∇ₓJ from a random start within ε, projected back to ‖x_adv - x‖∞ <= ε and [0,1] after each
// (Madry 2018); with k = 1 the random start of Wong 2020. y_adv = y.
class Pgd : public Adversary {
 public:
  Pgd(int64_t steps, double share) : ascend_(steps, share) {}

  bool ownSamples() const override { return true; }

  void draw(StepContext& context) override {
    if (context.phase != Phase::Joint) return;
    auto& batch = context.batch;
    if (!start_.defined()) start_ = at::empty_like(batch.original());
    ops::jittered(batch.original(), context.dials.epsilon,
                  streamKey(static_cast<uint64_t>(context.params.seed), Stream::AttackStart),
                  static_cast<uint64_t>(context.step), start_);
  }

  void attack(StepContext& context) override {
    auto& batch = context.batch;
    ascend_(context, batch.original(), start_, batch.originalLabels());
    batch.adversarialLabels().copy_(batch.originalLabels());
    batch.keep.fill_(1);
  }

 private:
  Ascent ascend_;
  at::Tensor start_;  ///< [B, P]
};

}  // namespace

AdversaryRow pgdRow() {
  return {{.name = "pgd",
           .label = QT_TRANSLATE_NOOP("adversaries", "PGD"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv by many small steps of sign ∇J from a random start, kept within ε of x; y_adv = y "
               "(Madry 2018). Expect the robustness that lasts, at a multiple of a plain step's time."),
           .perturbsSource = true,
           .aims = true,
           .params = {"epsilon", "epsilon.ramp", "pgd.steps", "pgd.alpha"}},
          [](const Params& params, const BuildContext&) -> std::unique_ptr<Adversary> {
            return std::make_unique<Pgd>(params.pgdSteps, params.pgdAlpha / static_cast<double>(params.pgdSteps));
          },
          [](const Params& params) { return ascentText("pgd", params); }};
}

AdversaryRow fgsmRsRow() {
  return {{.name = "fgsm-rs",
           .label = QT_TRANSLATE_NOOP("adversaries", "FGSM from a random start"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv by one step α·sign ∇J from x + U(±ε), kept within ε of x; y_adv = y (Wong 2020). "
               "Expect nearly the robustness of PGD at the price of FGSM."),
           .perturbsSource = true,
           .aims = true,
           .params = {"epsilon", "epsilon.ramp"},
           .own = {{.key = "fgsmrs.alpha",
                    .label = QT_TRANSLATE_NOOP("params", "FGSM-RS step length"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary fgsm-rs only: α in units of ε. Wong 2020 takes 1.25; nearer to 2 the single step "
                        "can overfit, and robustness against many steps is suddenly lost."),
                    .unit = QT_TRANSLATE_NOOP("params", "ε"),
                    .member = &Params::fgsmRsAlpha,
                    .range = {0.5, 2}}}},
          [](const Params& params, const BuildContext&) -> std::unique_ptr<Adversary> {
            return std::make_unique<Pgd>(1, params.fgsmRsAlpha);
          },
          [](const Params& params) {
            return "pgd:eps=" + numberText(params.epsilon) + ",steps=1,alpha=" + numberText(params.fgsmRsAlpha);
          }};
}

}  // namespace sparring
