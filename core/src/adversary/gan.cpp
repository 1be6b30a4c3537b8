#include <ATen/ops/empty.h>
#include <ATen/ops/ge.h>

#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = G(z). An unconditional image has no label: the frozen teacher names it, or the classifier itself does, and it
// counts where that is certain to at least τ.
class Gan : public Adversary {
 public:
  Gan(const Params& params, int64_t pixels, at::Device device)
      : duel_(params, pixels, false, device), byTeacher_(params.labelRule == "teacher") {
    confidence_ = at::empty({params.batch}, at::TensorOptions().dtype(at::kFloat).device(device));
  }

  void teach(StepContext& context) override {
    if (duel_.hasTeacher()) duel_.teacher().train(context);
  }

  void duel(StepContext& context) override {
    duel_.generate(context);
    if (byTeacher_) {
      name(context, duel_.teacher().logits(context.batch.adversarial()));
    } else if (context.params.beta > 0) {
      // the fooling term needs a name now; the step's own forward pass comes later
      auto& lane = context.lanes.front();
      name(context, lane.net.forward(context.batch.adversarial(), lane.trace));
    }
    duel_.updateDiscriminator(context);
    duel_.updateGenerator(context);
  }

  void label(StepContext& context, const at::Tensor& logits) override {
    if (!byTeacher_) name(context, logits);
  }

  Duel* duelists() override { return &duel_; }

 private:
  void name(StepContext& context, const at::Tensor& logits) {
    auto& batch = context.batch;
    ops::verdict(logits, batch.adversarialLabels(), confidence_);
    ops::atLeast(confidence_, static_cast<float>(context.params.labelConfidence), batch.keep);
  }

  Duel duel_;
  bool byTeacher_;
  at::Tensor confidence_;
};

}  // namespace

AdversaryRow ganRow() {
  return {{"gan", QT_TRANSLATE_NOOP("adversaries", "GAN"),
           QT_TRANSLATE_NOOP("adversaries",
                             "x_adv = G(z), y_adv named by the frozen teacher where it is certain to at least τ (least "
                             "squares: Mao 2017). Expect more training images, hardly more robustness to attacks."),
           true, false, false},
          [](const Params& params, int64_t pixels, at::Device device) -> std::unique_ptr<Adversary> {
            return std::make_unique<Gan>(params, pixels, device);
          }};
}

}  // namespace sparring
