#include "adversary/ascent.h"

#include "base/text.h"

#include <ATen/ops/empty_like.h>

namespace sparring {

void Ascent::operator()(StepContext& context, const at::Tensor& centre, const at::Tensor& start,
                        const at::Tensor& target) {
  auto& lanes = context.lanes;
  const auto x = context.batch.adversarial();
  if (!slope_) {
    slope_.emplace(lanes.net, x.size(0), climb_);
    gradient_ = at::empty_like(x);
  }
  const int64_t pixels = start.size(1);
  for (int64_t k = 0; k * pixels < x.size(1); ++k) x.narrow(1, k * pixels, pixels).copy_(start);
  for (int64_t i = 0; i < steps_; ++i) {
    (*slope_)(lanes.net, lanes.trace, x, target, gradient_);
    ops::projectedStep(centre, gradient_, context.dials.epsilon, share_, x);
  }
}

std::string ascentText(const std::string& attack, const Params& params) {
  return attack + ":eps=" + numberText(params.epsilon) + ",steps=" + std::to_string(params.pgdSteps) +
         ",alpha=" + numberText(params.pgdAlpha);
}

}  // namespace sparring
