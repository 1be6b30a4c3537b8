#include "adversary/rows.h"
#include "base/text.h"

namespace sparring {

namespace {

// x_adv = clip(x + σ·N(0,1)), y_adv = y. All of it is random, so all of it is drawn.
class Noise : public Adversary {
 public:
  void draw(StepContext& context) override {
    if (context.phase != Phase::Joint) return;
    auto& batch = context.batch;
    ops::noisy(batch.original(), static_cast<float>(context.params.noiseSigma),
               streamKey(static_cast<uint64_t>(context.params.seed), Stream::TrainingNoise),
               static_cast<uint64_t>(context.step), batch.adversarial());
  }

  void attack(StepContext& context) override {
    context.batch.adversarialLabels().copy_(context.batch.originalLabels());
    context.batch.keep.fill_(1);
  }
};

}  // namespace

AdversaryRow noiseRow() {
  return {
      {.name = "noise",
       .label = QT_TRANSLATE_NOOP("adversaries", "noise"),
       .help = QT_TRANSLATE_NOOP("adversaries",
                                 "x_adv = clip(x + σ·N(0, 1)), y_adv = y: nobody aims. Expect a classifier that shrugs "
                                 "off noise and hardly gains against an attack."),
       .perturbsSource = true,
       .own = {{.key = "noise.sigma",
                .label = QT_TRANSLATE_NOOP("params", "Training noise σ"),
                .help = QT_TRANSLATE_NOOP(
                    "params", "Adversary noise only: standard deviation of the Gaussian noise on each pixel."),
                .unit = QT_TRANSLATE_NOOP("params", "of full ink"),
                .member = &Params::noiseSigma,
                .range = {0, 0.5},
                .apply = Apply::Live}}},
      [](const Params&, const BuildContext&) -> std::unique_ptr<Adversary> { return std::make_unique<Noise>(); },
      [](const Params& params) { return "noise:sigma=" + numberText(params.noiseSigma); }};
}

}  // namespace sparring
