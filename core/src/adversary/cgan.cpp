#include <ATen/ops/empty.h>
#include <ATen/ops/eq.h>

#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = G(z, c), y_adv = c. The generator's loss may hold a pull by the frozen teacher towards c and the fooling
// term.
class ConditionalGan : public Adversary {
 public:
  ConditionalGan(const Params& params, int64_t pixels, at::Device device)
      : duel_(params, pixels, true, device), agree_(params.labelAgree) {
    const auto options = at::TensorOptions().dtype(at::kFloat).device(device);
    confidence_ = at::empty({params.batch}, options);
    predicted_ = at::empty({params.batch}, options.dtype(at::kInt));
  }

  void draw(StepContext& context, Phase phase) override { duel_.draw(context, phase); }
  void teach(StepContext& context) override { duel_.teach(context); }

  void duel(StepContext& context) override {
    auto& batch = context.batch;
    duel_.generate(context);
    batch.adversarialLabels().copy_(batch.wanted.unsqueeze(1));
    if (agree_) {
      ops::verdict(duel_.teacher().logits(batch.adversarial()), predicted_, confidence_);
      batch.keep.copy_(predicted_.eq(batch.wanted).unsqueeze(1));
    } else {
      batch.keep.fill_(1);
    }
    duel_.updateDiscriminator(context);
    duel_.updateGenerator(context);
  }

  Duel* duelists() override { return &duel_; }

 private:
  Duel duel_;
  bool agree_;
  at::Tensor confidence_, predicted_;
};

}  // namespace

AdversaryRow cganRow() {
  return {{"cgan", QT_TRANSLATE_NOOP("adversaries", "conditional GAN"),
           QT_TRANSLATE_NOOP("adversaries",
                             "x_adv = G(z, c), y_adv = c; with β > 0 the generator is also paid for fooling the "
                             "classifier. Expect recognisable digits within half a minute."),
           true, true, false},
          [](const Params& params, int64_t pixels, at::Device device) -> std::unique_ptr<Adversary> {
            return std::make_unique<ConditionalGan>(params, pixels, device);
          }};
}

}  // namespace sparring
