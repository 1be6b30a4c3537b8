#include "adversary/perturber.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

namespace sparring {

Perturber::Perturber(const Params& params, const BuildContext& build)
    : net_(makeGenerator(params, shapeOf(build.kind), build, static_cast<int64_t>(params.lambda.size()))) {
  trace_ = net_.makeTrace(params.batch);
  cost_ = at::empty({params.batch, net_.copies()}, net_.options());
}

void Perturber::perturb(StepContext& context, const at::Tensor& in) {
  auto& batch = context.batch;
  out_ = net_.forward(in, trace_);
  ops::shifted(batch.original(), out_, context.dials.epsilon, batch.adversarial());
  batch.adversarialLabels().copy_(batch.originalLabels());
  batch.keep.fill_(1);
}

void Perturber::update(StepContext& context, const at::Tensor& slope, const ops::Size& size) {
  const auto& epsilon = context.dials.epsilon;
  const auto gradient = net_.outputGradient(trace_);
  ops::shiftedBackward(context.batch.original(), out_, epsilon, slope, gradient);
  ops::sizeCost(out_, epsilon, size, 1.0f / static_cast<float>(out_.size(0)), gradient, cost_);
  ops::accumulate(cost_.view({cost_.numel()}), {}, 1.0 / static_cast<double>(net_.copies()), context.sumG);
  net_.backward(trace_, true);
  net_.step(context.dials.generator);
}

at::Tensor Perturber::perturbed(int64_t k, const at::Tensor& x, const at::Tensor& in, const ops::Dial& epsilon) const {
  const auto own = net_.copy(k);
  auto trace = own.makeTrace(x.size(0));
  const auto images = at::empty_like(x);
  ops::shifted(x, own.forward(in, trace, Network::Mode::Frozen), epsilon, images);
  return images;
}

}  // namespace sparring
