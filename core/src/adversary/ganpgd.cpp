#include <ATen/ops/empty.h>

#include <cmath>

#include "adversary/ascent.h"
#include "adversary/conditional.h"
#include "adversary/rows.h"

namespace sparring {

namespace {

// A share of the batch's adversarial rows starts at G(z, c), the rest at real images; PGD attacks all of them. y_adv =
// c and y. The generator is conditional and trained as for cgan.
class GanPgd : public ConditionalDuel {
 public:
  GanPgd(const Params& params, const BuildContext& build)
      : ConditionalDuel(params, build),
        ascend_(params.pgdSteps, params.pgdAlpha / static_cast<double>(params.pgdSteps)),
        generated_(std::lround(params.fakeShare * static_cast<double>(params.batch))) {
    const auto options = at::TensorOptions().dtype(at::kFloat).device(build.device);
    source_ = at::empty({params.batch, build.kind.size()}, options);
    shift_ = at::empty({params.batch, build.kind.size()}, options);
    start_ = at::empty({params.batch, build.kind.size()}, options);
  }

  bool ownSamples() const override { return true; }

  void draw(StepContext& context) override {
    ConditionalDuel::draw(context);
    // the images are not there yet: where the ascent starts is drawn around grey
    if (context.phase == Phase::Joint)
      ops::jittered(shift_.fill_(kGrey), context.dials.epsilon,
                    streamKey(static_cast<uint64_t>(context.params.seed), Stream::AttackStart),
                    static_cast<uint64_t>(context.step), shift_);
  }

  void duel(StepContext& context) override {
    generate(context, source_);
    learn(context);
  }

  void attack(StepContext& context) override {
    auto& batch = context.batch;
    const auto replace = [&](const at::Tensor& fake, const at::Tensor& real) {
      const int64_t rest = batch.size() - generated_;
      fake.narrow(0, generated_, rest).copy_(real.narrow(0, generated_, rest));
    };
    replace(source_, batch.original());
    replace(batch.adversarialLabels(), batch.originalLabels());
    start_.copy_(source_);
    ops::axpy(shift_, 1, start_);
    ops::affine(start_, 1, -kGrey, 0, 1, start_);
    ascend_(context, source_, start_, batch.adversarialLabels());
  }

 private:
  static constexpr float kGrey = 0.5f;
  Ascent ascend_;
  int64_t generated_;                  ///< rows that start at a generated image
  at::Tensor source_, shift_, start_;  ///< [B, P]
};

}  // namespace

AdversaryRow ganPgdRow() {
  return {{.name = "gan-pgd",
           .label = QT_TRANSLATE_NOOP("adversaries", "PGD on generated images"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv by PGD from G(z, c) for a share of the batch and from real x for the rest; y_adv = "
               "c or y (after Gowal 2021). Expect PGD's robustness: more where the generator adds images "
               "that the data lack, less where it misreads c."),
           .usesGenerator = true,
           .usesDiscriminator = true,
           .conditional = true,
           .aims = true,
           .attacksDrawn = true,
           .mixesReal = true,
           .params = {"epsilon", "epsilon.ramp", "pgd.steps", "pgd.alpha"},
           .own = {{.key = "fake.share",
                    .label = QT_TRANSLATE_NOOP("params", "Share of generated images"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary gan-pgd only: how much of the adversarial half starts at a generated image, the "
                        "rest at real ones. 0: plain PGD beside an idle generator."),
                    .member = &Params::fakeShare,
                    .range = {0, 0.8}}}},
          [](const Params& params, const BuildContext& build) -> std::unique_ptr<Adversary> {
            return std::make_unique<GanPgd>(params, build);
          },
          [](const Params& params) { return ascentText("pgd", params); }};
}

}  // namespace sparring
