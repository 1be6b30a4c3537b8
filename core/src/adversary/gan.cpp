#include <ATen/ops/empty.h>

#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = G(z). An unconditional image has no label: the frozen teacher names it, or the classifier itself does, and it
// counts where that is certain to at least τ.
class Gan : public Adversary, public ImageDrawer {
 public:
  Gan(const Params& params, const BuildContext& build)
      : duel_(params, false, build), byTeacher_(params.labelRule == "teacher") {
    // the teacher's opinion, or each lane's
    const int64_t opinions = byTeacher_ ? 1 : static_cast<int64_t>(params.lambda.size());
    const auto options = at::TensorOptions().dtype(at::kFloat).device(build.device);
    confidence_ = at::empty({params.batch, opinions}, options);
    keep_ = at::empty({params.batch, opinions}, options);
    predicted_ = at::empty({params.batch, opinions}, options.dtype(at::kInt));
  }

  void draw(StepContext& context) override { duel_.draw(context); }
  void teach(StepContext& context) override { duel_.teach(context); }

  void duel(StepContext& context) override {
    auto& lanes = context.lanes;
    duel_.generate(context);
    if (byTeacher_)
      name(context, duel_.teacher().logits(context.batch.adversarial()));
    else if (context.params.beta > 0)  // the fooling term needs a name now; the step's own forward pass comes later
      name(context, lanes.net.forward(context.batch.adversarial(), lanes.trace));
    duel_.updateDiscriminator(context);
    duel_.updateGenerator(context);
  }

  void label(StepContext& context, const at::Tensor& logits) override {
    if (!byTeacher_) name(context, logits);
  }

  std::vector<Network*> networks() override { return duel_.networks(); }
  ImageDrawer* drawer() override { return this; }
  Duel& game() override { return duel_; }

 private:
  void name(StepContext& context, const at::Tensor& logits) {
    ops::verdict(logits, predicted_, confidence_);
    ops::atLeast(confidence_, context.dials.confidence, keep_);
    context.batch.adversarialLabels().copy_(predicted_);  // one opinion for all lanes, or one for each
    context.batch.keep.copy_(keep_);
  }

  Duel duel_;
  bool byTeacher_;
  at::Tensor confidence_, keep_, predicted_;  ///< [B, opinions]
};

}  // namespace

AdversaryRow ganRow() {
  return {{.name = "gan",
           .label = QT_TRANSLATE_NOOP("adversaries", "GAN"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv = G(z), y_adv named by the frozen teacher where it is certain to at least τ (least "
               "squares: Mao 2017). Expect more training images, hardly more robustness to attacks."),
           .usesGenerator = true,
           .usesDiscriminator = true,
           .own = {{.key = "label.rule",
                    .label = QT_TRANSLATE_NOOP("params", "Label rule"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary gan only: who names an unconditionally generated image. The frozen teacher knows "
                        "only real digits; the classifier naming them itself confirms its own errors."),
                    .member = &Params::labelRule,
                    .choices = {{"teacher", QT_TRANSLATE_NOOP("params", "frozen teacher")},
                                {"classifier", QT_TRANSLATE_NOOP("params", "the classifier itself")}}},
                   {.key = "label.confidence",
                    .label = QT_TRANSLATE_NOOP("params", "τ, label confidence"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary gan only: a generated image is used when the namer's largest softmax output is "
                        "at least τ. 0 uses all of them."),
                    .member = &Params::labelConfidence,
                    .range = {0, 1},
                    .apply = Apply::Live,
                    .brief = QT_TRANSLATE_NOOP("params", "τ")}}},
          [](const Params& params, const BuildContext& build) -> std::unique_ptr<Adversary> {
            return std::make_unique<Gan>(params, build);
          }};
}

}  // namespace sparring
