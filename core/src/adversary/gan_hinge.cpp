#include <ATen/ATen.h>

#include "adversary/ganloss.h"
#include "nn/fused.h"
#include "sparring/error.h"

namespace sparring {

namespace {

// D: max(0, 1 − D(x)) + max(0, 1 + D(G(z))); G: −D(G(z)) (Lim & Ye 2017, arXiv 1705.02894).
void hinge(GanSide side, const GanScores& scores) {
  const auto& [score, weight, dscore, loss] = scores;
  const bool fooling = side == GanSide::Fooling;  // which is never enough
  const float way = side == GanSide::Fake ? 1 : -1, margin = fooling ? 0 : 1;
  if (!ops::fused(score)) {
    const auto m = score * way + margin;
    loss.copy_(fooling ? m : m.clamp_min(0));
    dscore.copy_(fooling ? at::full_like(score, way * weight) : m.gt(0) * (way * weight));
    return;
  }
  const float* s = score.data_ptr<float>();
  float* slope = dscore.data_ptr<float>();
  float* each = loss.data_ptr<float>();
  for (int64_t i = 0; i < score.numel(); ++i) {
    const float m = way * s[i] + margin;
    const bool met = !fooling && m <= 0;
    each[i] = met ? 0 : m;
    slope[i] = met ? 0 : way * weight;
  }
}

}  // namespace

GanLossRow hingeRow() {
  return {{.name = "hinge",
           .label = QT_TRANSLATE_NOOP("params", "hinge"),
           .help = QT_TRANSLATE_NOOP("params",
                                     "The discriminator is content with scores beyond a margin of 1 on the right side; "
                                     "the generator raises its own without an end (Lim & Ye 2017).")},
          [](const Params&) -> GanLoss { return hinge; },
          [](const Params&) {
            return GanScale{-1, 1, false};
          }};
}

}  // namespace sparring
