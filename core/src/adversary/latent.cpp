#include <ATen/ATen.h>

#include <limits>
#include <optional>

#include "adversary/conditional.h"
#include "adversary/rows.h"

namespace sparring {

namespace {

// x_adv = G(z, c), y_adv = c, z searched downhill from the z₀ that was drawn (Song 2018, arXiv 1805.07894), on
//   -max_{j≠c} log f_j(x) + λ₁·mean_i max(|z_i - z₀_i| - ε, 0) - λ₂·log a_c(x),  x = G(z, c),
// f the first lane's classifier, a the frozen teacher. Each sample moves by ε a step, in the root mean square, however
// flat it lies: a training step can afford few steps. An image counts where the teacher still reads c.
class Latent : public ConditionalDuel {
 public:
  Latent(const Params& params, const BuildContext& build)
      : ConditionalDuel(params, build),
        latent_(params.latent),
        steps_(params.latentSteps),
        epsilon_(params.latentEpsilon),
        near_(params.latentNear),
        class_(params.latentClass),
        plain_(makePlainGenerator(params, duel_.generator().spec().in, build)),
        trace_(plain_.makeTrace(params.batch)) {
    const auto options = at::TensorOptions().dtype(at::kFloat).device(build.device);
    input_ = at::empty({params.batch, plain_.inputs()}, options);
    dinput_ = at::empty_like(input_);
    dx_ = at::empty({params.batch, build.kind.size()}, options);
    loss_ = at::empty({params.batch}, options);
    one_ = at::ones({params.batch}, options);
    rivals_ = at::empty({params.batch}, options.dtype(at::kInt));
    unread_ = at::zeros({1}, options.dtype(at::kDouble));
  }

  void attack(StepContext& context) override {
    auto& batch = context.batch;
    if (!fooled_) {
      fooled_ = context.lanes.net.copy(0);
      fooledTrace_ = fooled_->makeTrace(batch.size());
    }
    duel_.generator().foldInto(plain_);
    input_.copy_(duel_.latents());
    show(batch);
    for (int64_t i = 0; i < steps_; ++i) {
      slope(batch);
      descend();
      show(batch);
    }
    batch.keep.copy_(duel_.teacher().logits(batch.adversarial()).argmax(1).eq(batch.wanted).unsqueeze(1));
  }

 private:
  void show(const Batch& batch) { ops::affine(plain_.forward(input_, trace_), 0.5f, 0.5f, 0, 1, batch.adversarial()); }

  /// Of the two classifiers' terms by z.
  void slope(const Batch& batch) {
    const auto x = batch.adversarial();
    const auto logits = fooled_->forward(x, fooledTrace_);
    const auto own = batch.wanted.to(at::kLong).unsqueeze(1);
    rivals_.copy_(logits.scatter(1, own, -std::numeric_limits<double>::infinity()).argmax(1));
    ops::classLoss(logits, rivals_, one_, ClassLoss::CrossEntropy, fooled_->outputGradient(fooledTrace_), loss_);
    fooled_->backward(fooledTrace_, false, dx_);
    duel_.teacher().logits(x);
    duel_.teacher().pullTowards(batch.wanted, static_cast<float>(class_ * static_cast<double>(batch.size())), dx_,
                                unread_);
    ops::affine(dx_, 0.5f, 0, -3e38f, 3e38f, plain_.outputGradient(trace_));  // x = (o + 1)/2
    plain_.backward(trace_, false, dinput_);
  }

  void descend() {
    const int64_t n = latent_;
    const auto z = input_.narrow(1, 0, n), moved = z - duel_.latents().narrow(1, 0, n);
    const auto beyond = moved.sign() * moved.abs().gt(epsilon_);
    const auto slope = dinput_.narrow(1, 0, n) + beyond * (near_ / static_cast<double>(n));
    z.sub_(slope * (epsilon_ / slope.square().mean(1, true).sqrt().clamp_min(1e-20)));
  }

  int64_t latent_, steps_;
  double epsilon_, near_, class_;
  Network plain_;  ///< the generator without its normalisation: each z is searched by itself
  std::optional<Network> fooled_;
  Trace trace_, fooledTrace_;
  at::Tensor input_, dinput_;       ///< [B, latent + classes]
  at::Tensor dx_;                   ///< [B, P]
  at::Tensor loss_, one_, rivals_;  ///< [B]
  at::Tensor unread_;               ///< the teacher's loss goes nowhere
};

}  // namespace

AdversaryRow latentRow() {
  return {{.name = "latent",
           .label = QT_TRANSLATE_NOOP("adversaries", "latent search"),
           .help = QT_TRANSLATE_NOOP(
               "adversaries",
               "x_adv = G(z, c) with z searched so that the first lane's classifier fails while the frozen "
               "teacher still reads c and z stays near where it was drawn; y_adv = c (Song 2018). Expect "
               "whole digits that are misread, and no robustness to changed pixels."),
           .usesGenerator = true,
           .usesDiscriminator = true,
           .conditional = true,
           .aims = true,
           .attacksDrawn = true,
           .needsTeacher = true,
           .own = {{.key = "latent.steps",
                    .label = QT_TRANSLATE_NOOP("params", "Latent search steps"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary latent only: steps of the search in each training step, which costs as many times "
                        "more. On MNIST 10 steps fool a plain classifier with 4 of 10 images, 50 with half; the paper "
                        "searches for hundreds."),
                    .member = &Params::latentSteps,
                    .range = {1, 500}},
                   {.key = "latent.epsilon",
                    .label = QT_TRANSLATE_NOOP("params", "Latent ε"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary latent only: how far each number of z may move for nothing, in standard deviations "
                        "of z; also the length of a step (root mean square over z)."),
                    .member = &Params::latentEpsilon,
                    .range = {0.001, 3}},
                   {.key = "latent.near",
                    .label = QT_TRANSLATE_NOOP("params", "Latent λ₁, nearness"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary latent only: weight of what z has moved beyond ε, against fooling the classifier. "
                        "Lower: images farther from those that were drawn. The paper takes 100 and has patience; in "
                        "few steps that fools nobody."),
                    .member = &Params::latentNear,
                    .range = {0, 1000}},
                   {.key = "latent.class",
                    .label = QT_TRANSLATE_NOOP("params", "Latent λ₂, class"),
                    .help = QT_TRANSLATE_NOOP(
                        "params",
                        "Adversary latent only: weight of the frozen teacher's cross-entropy for the class asked for, "
                        "against fooling the classifier. Lower: more images that have lost their class, which then do "
                        "not count. The paper takes 100."),
                    .member = &Params::latentClass,
                    .range = {0, 1000}}}},
          [](const Params& params, const BuildContext& build) -> std::unique_ptr<Adversary> {
            return std::make_unique<Latent>(params, build);
          }};
}

}  // namespace sparring
