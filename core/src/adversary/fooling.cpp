#include "adversary/fooling.h"

#include <ATen/ops/empty_like.h>
#include <ATen/ops/ones.h>

#include "sparring/error.h"

namespace sparring {

Fooling::Measure foolingMeasure(const Params& params) {
  if (params.attackLoss == "cross-entropy") return Fooling::Measure::CrossEntropy;
  return params.attackLoss == "squared" ? Fooling::Measure::Squared : Fooling::Measure::Margin;
}

at::Tensor Fooling::operator()(StepContext& context, const ops::Dial& weight) {
  auto& [net, trace, loss] = context.lanes;
  const auto& batch = context.batch;
  const auto x = batch.adversarial(), labels = batch.adversarialLabels();
  if (!gradient_.defined()) {
    gradient_ = at::empty_like(x);
    ones_ = at::ones({labels.numel()}, x.options());
    weight_ = at::empty_like(ones_);
    loss_ = at::empty_like(ones_);
  }
  ops::scaled(ones_, weight, -1.0f / static_cast<float>(x.size(0)), weight_);
  const auto logits = net.forward(x, trace);
  const auto dlogits = net.outputGradient(trace), each = weight_.view(labels.sizes()), row = loss_.view(labels.sizes());
  if (measure_ == Measure::Margin)
    ops::margin(logits, labels, each, kKappa, dlogits, row);
  else
    ops::classLoss(logits, labels, each,
                   measure_ == Measure::CrossEntropy ? ClassLoss::CrossEntropy : ClassLoss::Squared, dlogits, row);
  ops::accumulate(loss_, weight_, 1.0 / static_cast<double>(net.copies()), context.sumG);
  net.backward(trace, false, gradient_);
  return gradient_;
}

ParamRow attackLossRow() {
  return {.key = "attack.loss",
          .label = QT_TRANSLATE_NOOP("params", "Fooling loss f"),
          .help = QT_TRANSLATE_NOOP(
              "params",
              "Adversaries advgan and atgan: what the generator minimises to fool the classifier. Margin: "
              "max(z_y − max z_j, 0) on logits z, j the other classes (Carlini & Wagner 2017), nothing more to "
              "gain from an error; the others are −J without an end and −‖softmax − y‖², which saturates."),
          .member = &Params::attackLoss,
          .choices = {{"margin", QT_TRANSLATE_NOOP("params", "margin of the logits")},
                      {"cross-entropy", QT_TRANSLATE_NOOP("params", "cross-entropy")},
                      {"squared", QT_TRANSLATE_NOOP("params", "squared error")}}};
}

}  // namespace sparring
