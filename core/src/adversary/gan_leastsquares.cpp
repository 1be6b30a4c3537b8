#include <ATen/ATen.h>

#include "adversary/ganloss.h"
#include "nn/fused.h"
#include "nn/ops.h"
#include "sparring/error.h"

namespace sparring {

namespace {

// ½(p − t)², p the score or its sigmoid: D pulls fakes to a and real images to b, G pulls fakes to c (Mao 2017).
class LeastSquares {
 public:
  explicit LeastSquares(const Params& params) : sigmoid_(params.discriminatorOutput == "sigmoid") {
    if (params.ganCoding == "-1,1,0") a_ = -1, b_ = 1, c_ = 0;
  }

  GanScale scale() const { return {a_, b_, sigmoid_}; }

  void operator()(GanSide side, const GanScores& scores) const {
    const float target = side == GanSide::Fake ? a_ : side == GanSide::Real ? b_ : c_;
    if (!ops::fused(scores.score)) return generic(target, scores);
    if (sigmoid_) ops::logistic(scores.score, scores.dscore, scores.loss);
    const float* from = (sigmoid_ ? scores.dscore : scores.score).data_ptr<float>();
    float* slope = scores.dscore.data_ptr<float>();
    float* loss = scores.loss.data_ptr<float>();
    for (int64_t i = 0; i < scores.score.numel(); ++i) {
      const float p = from[i];
      loss[i] = 0.5f * (p - target) * (p - target);
      // the order of the products belongs to a run's bits
      slope[i] = sigmoid_ ? (scores.weight * p) * ((p - target) * (1 - p)) : scores.weight * (p - target);
    }
  }

 private:
  void generic(float target, const GanScores& scores) const {
    const auto p = sigmoid_ ? at::sigmoid(scores.score) : scores.score;
    scores.loss.copy_((p - target).square() * 0.5);
    scores.dscore.copy_(sigmoid_ ? (p - target) * p * (1 - p) * scores.weight : (p - target) * scores.weight);
  }

  bool sigmoid_;
  float a_ = 0, b_ = 1, c_ = 1;
};

}  // namespace

GanLossRow leastSquaresRow() {
  return {
      {.name = "least-squares",
       .label = QT_TRANSLATE_NOOP("params", "least squares"),
       .help = QT_TRANSLATE_NOOP("params", "Keeps a gradient for samples far from the decision boundary (Mao 2017)."),
       .params = {"gan.coding", "discriminator.output"}},
      [](const Params& params) -> GanLoss { return LeastSquares(params); },
      [](const Params& params) { return LeastSquares(params).scale(); }};
}

}  // namespace sparring
