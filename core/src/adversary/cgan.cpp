#include <ATen/ops/empty.h>
#include <ATen/ops/eq.h>

#include "adversary/conditional.h"
#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = G(z, c), y_adv = c. The generator's loss may hold a pull by the frozen teacher towards c and the fooling
// term.
class ConditionalGan : public ConditionalDuel {
 public:
  ConditionalGan(const Params& params, const BuildContext& build)
      : ConditionalDuel(params, build), agree_(params.labelAgree) {
    const auto options = at::TensorOptions().dtype(at::kFloat).device(build.device);
    confidence_ = at::empty({params.batch}, options);
    predicted_ = at::empty({params.batch}, options.dtype(at::kInt));
  }

  void duel(StepContext& context) override {
    const auto& batch = context.batch;
    generate(context, batch.shared());
    if (agree_) {
      ops::verdict(duel_.teacher().logits(batch.adversarial()), predicted_, confidence_);
      batch.keep.copy_(predicted_.eq(batch.wanted).unsqueeze(1));
    }
    learn(context);
  }

 private:
  bool agree_;
  at::Tensor confidence_, predicted_;
};

}  // namespace

AdversaryRow cganRow() {
  return {
      {.name = "cgan",
       .label = QT_TRANSLATE_NOOP("adversaries", "conditional GAN"),
       .help = QT_TRANSLATE_NOOP("adversaries",
                                 "x_adv = G(z, c), y_adv = c; with β > 0 the generator is also paid for fooling the "
                                 "classifier. Expect recognisable digits within half a minute."),
       .usesGenerator = true,
       .usesDiscriminator = true,
       .conditional = true,
       .own = {{.key = "label.agree",
                .label = QT_TRANSLATE_NOOP("params", "Only where the teacher agrees"),
                .help = QT_TRANSLATE_NOOP(
                    "params",
                    "Adversary cgan only: use a generated image when the frozen teacher reads the class that "
                    "was asked for."),
                .member = &Params::labelAgree}}},
      [](const Params& params, const BuildContext& build) -> std::unique_ptr<Adversary> {
        return std::make_unique<ConditionalGan>(params, build);
      }};
}

}  // namespace sparring
