#include <ATen/ops/empty_like.h>

#include <optional>

#include "adversary/rows.h"
#include "attack/slope.h"
#include "base/text.h"

namespace sparring {

namespace {

// x_adv = clip(x + ε·sign ∇ₓJ), y_adv = y (Goodfellow 2015). J is taken at y, or at the class that the classifier
// reads: an image made by means of y can give y away (Kurakin 2017).
class Fgsm : public Adversary {
 public:
  explicit Fgsm(const Params& params) : byPrediction_(params.fgsmLabel == "predicted") {}

  bool ownSamples() const override { return true; }

  void attack(StepContext& context) override {
    auto& batch = context.batch;
    auto& lanes = context.lanes;
    if (!slope_) {
      slope_.emplace(lanes.net, batch.size());
      gradient_ = at::empty_like(batch.adversarial());
      predicted_ = at::empty_like(batch.originalLabels());
      confidence_ = at::empty_like(batch.keep);
    }
    if (byPrediction_) ops::verdict(lanes.net.forward(batch.original(), lanes.trace), predicted_, confidence_);
    (*slope_)(lanes.net, lanes.trace, batch.original(), byPrediction_ ? predicted_ : batch.originalLabels(), gradient_);
    ops::signStep(batch.original(), gradient_, context.dials.epsilon, batch.adversarial());
    batch.adversarialLabels().copy_(batch.originalLabels());
    batch.keep.fill_(1);
  }

 private:
  bool byPrediction_;
  std::optional<Slope> slope_;
  at::Tensor gradient_;                ///< [B, K·P]
  at::Tensor predicted_, confidence_;  ///< [B, K]
};

}  // namespace

AdversaryRow fgsmRow() {
  return {
      {.name = "fgsm",
       .label = QT_TRANSLATE_NOOP("adversaries", "FGSM"),
       .help = QT_TRANSLATE_NOOP("adversaries",
                                 "x_adv = clip(x + ε·sign ∇J), y_adv = y: one step uphill on the classifier's own loss "
                                 "(Goodfellow 2015). Expect real robustness against FGSM and less against many steps."),
       .perturbsSource = true,
       .aims = true,
       .params = {"epsilon", "epsilon.ramp"},
       .own = {{.key = "fgsm.label",
                .label = QT_TRANSLATE_NOOP("params", "FGSM label"),
                .help = QT_TRANSLATE_NOOP(
                    "params",
                    "Adversary fgsm only: the class at which the gradient is taken. With the true one the step "
                    "can give the label away, and the classifier learns to read that (label leaking, Kurakin "
                    "2017); the class it reads itself tells it nothing new. y_adv is the true one either way."),
                .member = &Params::fgsmLabel,
                .choices = {{"true", QT_TRANSLATE_NOOP("params", "true class")},
                            {"predicted", QT_TRANSLATE_NOOP("params", "the classifier's own reading")}}}}},
      [](const Params& params, const BuildContext&) -> std::unique_ptr<Adversary> {
        return std::make_unique<Fgsm>(params);
      },
      [](const Params& params) { return "fgsm:eps=" + numberText(params.epsilon); }};
}

}  // namespace sparring
