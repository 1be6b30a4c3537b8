#include "adversary/fooling.h"
#include "adversary/perturber.h"
#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = clip(x + ε·G(x)), y_adv = y. L_G = L_GAN + attack.weight·f + attack.norm·max(0, ‖ε·G(x)‖₂ − attack.hinge), f
// the fooling loss (Xiao 2018). Each lane has a G and a D of its own, as it would alone.
class AdvGan : public Adversary, public ImageChanger {
 public:
  AdvGan(const Params& params, const ImageKind& kind, at::Device device)
      : perturber_(params, kind, device),
        discriminator_(params, kind.size(), static_cast<int64_t>(params.lambda.size()), device),
        fooling_(foolingMeasure(params)) {}

  bool ownSamples() const override { return true; }
  bool discriminates(Phase) const override { return true; }

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
  std::vector<Network*> networks() override { return {&perturber_.net(), &discriminator_.net()}; }

 private:
  Perturber perturber_;
  Discriminator discriminator_;
  Fooling fooling_;
};

}  // namespace

AdversaryRow advganRow() {
  return {{.name = "advgan",
           .label = QT_TRANSLATE_NOOP("adversaries", "AdvGAN"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv = clip(x + ε·G(x)), y_adv = y: a generator learns to change digits so that the "
               "classifier errs and the discriminator does not notice (Xiao 2018); each λ has its own. "
               "Expect robustness against its own changes, and less against many steps of PGD."),
           .usesGenerator = true,
           .usesDiscriminator = true,
           .perturbsSource = true,
           .params = {"epsilon", "epsilon.ramp", "attack.weight", "attack.norm", "attack.hinge", "attack.loss"}},
          [](const Params& params, const ImageKind& kind, at::Device device) -> std::unique_ptr<Adversary> {
            return std::make_unique<AdvGan>(params, kind, device);
          }};
}

}  // namespace sparring
