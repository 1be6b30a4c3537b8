#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/ones.h>

#include <optional>

#include "adversary/fooling.h"
#include "adversary/perturber.h"
#include "adversary/rows.h"
#include "attack/slope.h"

namespace sparring {

namespace {

// x_adv = clip(x + ε·G(∇ₓJ)), y_adv = y. L_G = −J(x_adv) + gat.cg·‖ε·G‖₂² (Lee 2017). G reads each gradient over the
// root of its mean square: a trained classifier's is tiny, and differs by orders of magnitude from image to image. Each
// lane has a G of its own, as it would alone.
class GenerativeTrainer : public Adversary, public ImageChanger {
 public:
  GenerativeTrainer(const Params& params, const BuildContext& build)
      : perturber_(params, build), fooling_(Fooling::Measure::CrossEntropy) {
    const auto options = at::TensorOptions().dtype(at::kFloat).device(build.device);
    gradient_ = at::empty({params.batch, static_cast<int64_t>(params.lambda.size()) * build.kind.size()}, options);
    one_ = {1, at::ones({}, options)};
  }

  bool ownSamples() const override { return true; }

  void duel(StepContext& context) override {
    auto& lanes = context.lanes;
    const auto& batch = context.batch;
    if (!slope_) slope_.emplace(lanes.net, batch.size());
    (*slope_)(lanes.net, lanes.trace, batch.original(), batch.originalLabels(), gradient_);
    ops::levelled(gradient_, lanes.count(), gradient_);
    perturber_.perturb(context, gradient_);
    perturber_.update(context, fooling_(context, one_), {SizeCost::Square, {}, context.dials.gatCost});
  }

  at::Tensor perturbed(const Network& net, int64_t k, const Dials& dials, const at::Tensor& x,
                       const at::Tensor& labels) const override {
    auto trace = net.makeTrace(x.size(0));
    const auto in = at::empty_like(x);
    Slope slope(net, x.size(0));
    slope(net, trace, x, labels.unsqueeze(1), in);
    ops::levelled(in, 1, in);
    return perturber_.perturbed(k, x, in, dials.epsilon);
  }

  const ImageChanger* changer() const override { return this; }
  std::vector<Network*> networks() override { return {&perturber_.net()}; }

 private:
  Perturber perturber_;
  Fooling fooling_;
  std::optional<Slope> slope_;
  at::Tensor gradient_;  ///< [B, K·P]
  ops::Dial one_;
};

}  // namespace

AdversaryRow gatRow() {
  return {
      {.name = "gat",
       .label = QT_TRANSLATE_NOOP("adversaries", "gradient GAN (GAT)"),
       .help = QT_TRANSLATE_NOOP(
           "adversaries",
           "x_adv = clip(x + ε·G(∇J)), y_adv = y: a generator learns what to make of the classifier's "
           "own gradient, scaled to one size; each λ has its own (Lee 2017; their α is 1/(1 + λ)). "
           "Expect small, well-aimed changes at c_g = 1; at 0, with one wide hidden layer, about "
           "what training against FGSM buys (preset demo-gat)."),
       .usesGenerator = true,
       .perturbsSource = true,
       .aims = true,
       .params = {"epsilon", "epsilon.ramp"},
       .own = {{.key = "gat.cg",
                .label = QT_TRANSLATE_NOOP("params", "GAT size weight c_g"),
                .help = QT_TRANSLATE_NOOP(
                    "params",
                    "Adversary gat only: weight of ‖ε·G(∇J)‖₂², by which the generator pays for large changes. 0: it "
                    "goes as far as ε lets it."),
                .member = &Params::gatCost,
                .range = {0, 100},
                .apply = Apply::Live}}},
      [](const Params& params, const BuildContext& build) -> std::unique_ptr<Adversary> {
        return std::make_unique<GenerativeTrainer>(params, build);
      }};
}

}  // namespace sparring
