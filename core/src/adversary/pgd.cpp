#include <ATen/ops/empty_like.h>

#include <optional>

#include "adversary/rows.h"
#include "engine/slope.h"

namespace sparring {

namespace {

// k steps of α·sign ∇ₓJ from a random start within ε, projected back to ‖x_adv - x‖∞ <= ε and [0,1] after each
// (Madry 2018); y_adv = y.
class Pgd : public Adversary {
 public:
  explicit Pgd(const Params& params)
      : steps_(params.pgdSteps), share_(static_cast<float>(params.pgdAlpha / static_cast<double>(params.pgdSteps))) {}

  bool ownSamples() const override { return true; }

  void draw(StepContext& context, Phase phase) override {
    if (phase != Phase::Joint) return;
    // every lane starts at the same place, as it would alone
    auto& batch = context.batch;
    if (!start_.defined()) start_ = at::empty_like(batch.original());
    ops::jittered(batch.original(), context.dials.epsilon,
                  streamKey(static_cast<uint64_t>(context.params.seed), Stream::AttackStart),
                  static_cast<uint64_t>(context.step), start_);
  }

  void attack(StepContext& context) override {
    auto& batch = context.batch;
    auto& lanes = context.lanes;
    const auto x = batch.adversarial();
    if (!slope_) {
      slope_.emplace(lanes.net, batch.size());
      gradient_ = at::empty_like(x);
    }
    const int64_t pixels = start_.size(1);
    for (int64_t k = 0; k * pixels < x.size(1); ++k) x.narrow(1, k * pixels, pixels).copy_(start_);
    for (int64_t i = 0; i < steps_; ++i) {
      (*slope_)(lanes.net, lanes.trace, x, batch.originalLabels(), gradient_);
      ops::projectedStep(batch.original(), gradient_, context.dials.epsilon, share_, x);
    }
    batch.adversarialLabels().copy_(batch.originalLabels());
    batch.keep.fill_(1);
  }

 private:
  int64_t steps_;
  float share_;  ///< α/ε
  std::optional<Slope> slope_;
  at::Tensor start_;     ///< [B, P]
  at::Tensor gradient_;  ///< [B, K·P]
};

}  // namespace

AdversaryRow pgdRow() {
  return {{"pgd", QT_TRANSLATE_NOOP("adversaries", "PGD"),
           QT_TRANSLATE_NOOP("adversaries",
                             "x_adv by many small steps of sign ∇J from a random start, kept within ε of x; y_adv = y "
                             "(Madry 2018). Expect the robustness that lasts, at a multiple of a plain step's time."),
           false, false, true},
          [](const Params& params, int64_t, at::Device) -> std::unique_ptr<Adversary> {
            return std::make_unique<Pgd>(params);
          }};
}

}  // namespace sparring
