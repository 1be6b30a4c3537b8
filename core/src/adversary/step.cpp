#include "adversary/step.h"

namespace sparring {

ClassifierPass ClassifierPass::rows(int64_t first, int64_t n) const {
  const auto part = [&](const at::Tensor& t) { return t.narrow(0, first, n); };
  return {part(logits), part(labels), part(weight), part(dlogits), part(loss)};
}

ClassLoss classLossOf(const Params& params) {
  return params.lossClassifier == "cross-entropy" ? ClassLoss::CrossEntropy : ClassLoss::Squared;
}

void classifierLoss(const Params& params, const ClassifierPass& pass) {
  ops::classLoss(pass.logits, pass.labels, pass.weight, classLossOf(params), pass.dlogits, pass.loss);
}

}  // namespace sparring
