#include <ATen/ATen.h>

#include "adversary/ganloss.h"
#include "nn/fused.h"
#include "nn/ops.h"
#include "sparring/error.h"

namespace sparring {

namespace {

// −log σ(s) towards real, −log(1 − σ(s)) towards fake; G's is the one that does not saturate (Goodfellow 2014).
void crossEntropy(GanSide side, const GanScores& scores) {
  const float target = side == GanSide::Fake ? 0 : 1;
  const auto& [score, weight, dscore, loss] = scores;
  ops::logistic(score, dscore, loss);  // σ(s), log(1 + e^-|s|)
  if (!ops::fused(score)) {
    loss.add_(score.clamp_min(0) - score * target);
    dscore.sub_(target).mul_(weight);
    return;
  }
  const float* s = score.data_ptr<float>();
  float* slope = dscore.data_ptr<float>();
  float* each = loss.data_ptr<float>();
  for (int64_t i = 0; i < score.numel(); ++i) {
    each[i] += (s[i] < 0 ? 0 : s[i]) - s[i] * target;
    slope[i] = weight * (slope[i] - target);
  }
}

}  // namespace

GanLossRow crossEntropyRow() {
  return {{.name = "bce",
           .label = QT_TRANSLATE_NOOP("params", "binary cross-entropy"),
           .help = QT_TRANSLATE_NOOP("params",
                                     "The classic game: the generator wants its images called real "
                                     "(Goodfellow 2014).")},
          [](const Params&) -> GanLoss { return crossEntropy; },
          [](const Params&) {
            return GanScale{0, 1, true};
          }};
}

}  // namespace sparring
