#include <ATen/ops/empty.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include <atomic>

#include "adversary/conditional.h"
#include "adversary/fooling.h"
#include "adversary/rows.h"

namespace sparring {

namespace {

// A conditional GAN learns G_orig in phase gan and then rests. From there the attackers G_att start, one for each lane:
// x_adv = G_att(z, c), y_adv = c, with the loss atgan.adversarial·f + atgan.distance·‖G_att(z, c) − G_orig(z, c) −
// ρ·N(0, 1)‖₂ on images in [0,1], f the fooling loss (Wang 2019, untargeted).
class TransferGan : public ConditionalDuel {
 public:
  TransferGan(const Params& params, const BuildContext& build)
      : ConditionalDuel(params, build),
        attacker_(makeAttackers(params, duel_.generator().spec().in, build)),
        fooling_(foolingMeasure(params)) {
    const int64_t b = params.batch, lanes = attacker_.copies();
    const auto options = attacker_.options();
    trace_ = attacker_.makeTrace(b);
    goal_ = at::empty({b, build.kind.size()}, options);
    apart_ = at::empty({b, lanes * build.kind.size()}, options);
    cost_ = at::empty({b, lanes}, options);
    one_ = {1, at::ones({}, options)};
    none_ = {0, at::zeros({}, options)};
  }

  bool ownSamples() const override { return true; }

  void draw(StepContext& context) override {
    ConditionalDuel::draw(context);
    if (context.phase != Phase::Joint) return;
    if (!started()) attacker_.startFrom(duel_.generator());
    started_ = true;
    ops::normals(streamKey(static_cast<uint64_t>(context.params.seed), Stream::TransferNoise),
                 static_cast<uint64_t>(context.step), goal_);
    goal_.mul_(context.params.atganNoise);
  }

  void duel(StepContext& context) override {
    generate(context, context.batch.shared());
    if (context.phase == Phase::Joint) return updateAttackers(context);
    learn(context);
  }

  at::Tensor imagine(int64_t k, const at::Tensor& latents, const at::Tensor& classes) override {
    return started() ? duel_.imagine(latents, classes, attacker_.copy(k)) : duel_.imagine(latents, classes);
  }

  std::vector<Network*> networks() override {
    auto list = duel_.networks();
    list.push_back(&attacker_);
    return list;
  }

 private:
  // Until they start the attackers' weights are all zero, in a checkpoint too. The device is asked only until then.
  bool started() {
    if (!started_) started_ = attacker_.parameters().any().item<bool>();
    return started_;
  }

  void updateAttackers(StepContext& context) {
    auto& batch = context.batch;
    const auto x = batch.adversarial();
    const int64_t b = batch.size(), pixels = goal_.size(1);
    ops::axpy(batch.shared(), 1, goal_);
    ops::affine(attacker_.forward(duel_.latents(), trace_), 0.5f, 0.5f, 0, 1, x);
    apart_.copy_(x);
    for (int64_t k = 0; k < attacker_.copies(); ++k) ops::axpy(goal_, -1, apart_.narrow(1, k * pixels, pixels));

    const auto slope = fooling_(context, context.dials.atganAdversarial);
    ops::sizeCost(apart_, one_, {SizeCost::Beyond, none_, context.dials.atganDistance}, 1.0f / static_cast<float>(b),
                  slope, cost_);
    ops::accumulate(cost_.view({cost_.numel()}), {}, 1.0 / static_cast<double>(attacker_.copies()), context.sumG);
    const auto gradient = attacker_.outputGradient(trace_);
    gradient.zero_();
    ops::axpy(slope, 0.5f, gradient);  // x = (o + 1)/2
    attacker_.backward(trace_, true);
    attacker_.step(context.dials.generator);
  }

  Network attacker_;
  Trace trace_;
  Fooling fooling_;
  std::atomic<bool> started_ = false;  // several threads may look at once
  at::Tensor goal_;   ///< [B, P] where the attackers should stay: ρ·noise, then G_orig's images with it
  at::Tensor apart_;  ///< [B, K·P]
  at::Tensor cost_;   ///< [B, K]
  ops::Dial one_, none_;
};

}  // namespace

AdversaryRow atganRow() {
  return {{.name = "atgan",
           .label = QT_TRANSLATE_NOOP("adversaries", "AT-GAN"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv = G_att(z, c), y_adv = c: the conditional GAN of phase 2 rests, and an attacker for "
               "each λ starts from it and learns to fool the classifier while staying near its digits "
               "(Wang 2019, untargeted). Expect digits drawn for the classifier's weak spots, and little "
               "robustness to small changes of real ones."),
           .usesGenerator = true,
           .usesDiscriminator = true,
           .discriminatorRests = true,
           .conditional = true,
           .aims = true,
           .own = {attackLossRow(),
                   {.key = "atgan.adversarial",
                    .label = QT_TRANSLATE_NOOP("params", "AT-GAN fooling weight"),
                    .help = QT_TRANSLATE_NOOP(
                        "params", "Adversary atgan only: weight of the fooling loss in the attacker's loss."),
                    .member = &Params::atganAdversarial,
                    .range = {0, 100},
                    .apply = Apply::Live},
                   {.key = "atgan.distance",
                    .label = QT_TRANSLATE_NOOP("params", "AT-GAN distance weight"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary atgan only: weight of ‖G_att(z, c) − G_orig(z, c) − ρ·N(0, 1)‖₂, which keeps the "
                        "attacker near the digits of the GAN it started from."),
                    .member = &Params::atganDistance,
                    .range = {0, 100},
                    .apply = Apply::Live},
                   {.key = "atgan.noise",
                    .label = QT_TRANSLATE_NOOP("params", "AT-GAN noise ρ"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary atgan only: standard deviation of the noise in the distance. It gives room: "
                        "staying within about ρ of each pixel costs little."),
                    .unit = QT_TRANSLATE_NOOP("params", "of full ink"),
                    .member = &Params::atganNoise,
                    .range = {0, 1},
                    .apply = Apply::Live}}},
          [](const Params& params, const BuildContext& build) -> std::unique_ptr<Adversary> {
            return std::make_unique<TransferGan>(params, build);
          }};
}

}  // namespace sparring
