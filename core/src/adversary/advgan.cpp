#include "adversary/fooling.h"
#include "adversary/perturber.h"
#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = clip(x + ε·G(x)), y_adv = y. L_G = L_GAN + attack.weight·f + attack.norm·max(0, ‖ε·G(x)‖₂ − attack.hinge), f
// the fooling loss (Xiao 2018). Each lane has a G and a D of its own, as it would alone.
class AdvGan : public Adversary, public ImageChanger {
 public:
  AdvGan(const Params& params, const BuildContext& build)
      : perturber_(params, build),
        discriminator_(params, shapeOf(build.kind), static_cast<int64_t>(params.lambda.size()), build),
        fooling_(foolingMeasure(params)) {}

  bool ownSamples() const override { return true; }

  void duel(StepContext& context) override {
    const auto& batch = context.batch;
    const auto& dials = context.dials;
    // G reads x itself, where paper is 0: under batch normalisation pixels that are always -1 would get no gradient but
    // rounding, which Adam makes large
    perturber_.perturb(context, batch.original());
    ops::affine(batch.original(), 2, -1, -1, 1, discriminator_.real());
    ops::affine(batch.adversarial(), 2, -1, -1, 1, discriminator_.fakes());
    discriminator_.update(context);

    const auto slope = fooling_(context, dials.attackWeight);
    ops::axpy(discriminator_.pull(context), 2, slope);  // D sees 2x - 1
    perturber_.update(context, slope, {SizeCost::Beyond, dials.attackHinge, dials.attackNorm});
  }

  at::Tensor perturbed(const Network&, int64_t k, const Dials& dials, const at::Tensor& x,
                       const at::Tensor&) const override {
    return perturber_.perturbed(k, x, x, dials.epsilon);
  }

  const ImageChanger* changer() const override { return this; }
  const Discriminator* discriminator() const override { return &discriminator_; }
  std::vector<Network*> networks() override { return {&perturber_.net(), &discriminator_.net()}; }

 private:
  Perturber perturber_;
  Discriminator discriminator_;
  Fooling fooling_;
};

}  // namespace

AdversaryRow advganRow() {
  return {
      {.name = "advgan",
       .label = QT_TRANSLATE_NOOP("adversaries", "AdvGAN"),
       .help =
           QT_TRANSLATE_NOOP("adversaries",
                             "x_adv = clip(x + ε·G(x)), y_adv = y: a generator learns to change digits so that the "
                             "classifier errs and the discriminator does not notice (Xiao 2018); each λ has its own. "
                             "Expect robustness against its own changes, and less against many steps of PGD."),
       .usesGenerator = true,
       .usesDiscriminator = true,
       .perturbsSource = true,
       .aims = true,
       .params = {"epsilon", "epsilon.ramp"},
       .own = {{.key = "attack.weight",
                .label = QT_TRANSLATE_NOOP("params", "AdvGAN fooling weight"),
                .help = QT_TRANSLATE_NOOP(
                    "params",
                    "Adversary advgan only: weight of the fooling loss beside that of the GAN. Higher: changes that "
                    "fool more often, and that the discriminator sees more easily."),
                .member = &Params::attackWeight,
                .range = {0, 100},
                .apply = Apply::Live},
               {.key = "attack.norm",
                .label = QT_TRANSLATE_NOOP("params", "AdvGAN size weight"),
                .help = QT_TRANSLATE_NOOP(
                    "params",
                    "Adversary advgan only: weight of max(0, ‖ε·G(x)‖₂ − c), by which the generator pays for large "
                    "changes."),
                .member = &Params::attackNorm,
                .range = {0, 100},
                .apply = Apply::Live},
               {.key = "attack.hinge",
                .label = QT_TRANSLATE_NOOP("params", "AdvGAN free size c"),
                .help = QT_TRANSLATE_NOOP(
                    "params",
                    "Adversary advgan only: a change of Euclidean length c over all pixels costs nothing. All of "
                    "784 pixels changed by ε = 0.1 have length 2.8."),
                .unit = QT_TRANSLATE_NOOP("params", "of full ink"),
                .member = &Params::attackHinge,
                .range = {0, 30},
                .apply = Apply::Live},
               attackLossRow()}},
      [](const Params& params, const BuildContext& build) -> std::unique_ptr<Adversary> {
        return std::make_unique<AdvGan>(params, build);
      }};
}

}  // namespace sparring
