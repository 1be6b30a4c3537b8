#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>

#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = clip(x + ε·sign ∇ₓJ), y_adv = y (Goodfellow 2015). J is the cross-entropy of the logits, whatever loss trains
// the classifier: a saturated softmax would hide the gradient.
class Fgsm : public Adversary {
 public:
  Fgsm(const Params& params, int64_t pixels, at::Device device) {
    const auto options = at::TensorOptions().dtype(at::kFloat).device(device);
    gradient_ = at::empty({params.batch, pixels}, options);
    weight_ = at::full({params.batch}, 1.0, options);
    loss_ = at::empty({params.batch}, options);
  }

  void attack(StepContext& context, Lane& lane) override {
    auto& batch = context.batch;
    const auto logits = lane.net.forward(batch.original(), lane.trace);
    ops::classLoss(logits, batch.originalLabels(), weight_, ClassLoss::CrossEntropy,
                   lane.net.outputGradient(lane.trace), loss_);
    lane.net.backward(lane.trace, false, gradient_);
    ops::signStep(batch.original(), gradient_, static_cast<float>(context.params.epsilon), batch.adversarial());
    batch.adversarialLabels().copy_(batch.originalLabels());
    batch.keep.fill_(1);
  }

 private:
  at::Tensor gradient_, weight_, loss_;
};

}  // namespace

AdversaryRow fgsmRow() {
  return {{"fgsm", QT_TRANSLATE_NOOP("adversaries", "FGSM"),
           QT_TRANSLATE_NOOP("adversaries",
                             "x_adv = clip(x + ε·sign ∇J), y_adv = y: one step uphill on the classifier's own loss "
                             "(Goodfellow 2015). Expect real robustness against FGSM and less against many steps."),
           false, false, true},
          [](const Params& params, int64_t pixels, at::Device device) -> std::unique_ptr<Adversary> {
            return std::make_unique<Fgsm>(params, pixels, device);
          }};
}

}  // namespace sparring
