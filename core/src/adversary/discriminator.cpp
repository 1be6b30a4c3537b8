#include "adversary/discriminator.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/sigmoid.h>

namespace sparring {

Discriminator::Discriminator(const Params& params, const Shape& in, int64_t copies, const BuildContext& build)
    : loss_(makeGanLoss(params)), scale_(ganScale(params)), net_(makeDiscriminator(params, in, build, copies)) {
  const int64_t b = params.batch, inputs = in.size();
  const auto options = net_.options();
  trace_ = net_.makeTrace(2 * b);
  if (copies == 1) {
    pool_ = at::empty({2 * b, inputs}, options);
    real_ = pool_.narrow(0, 0, b);
    fakes_ = pool_.narrow(0, b, b);
  } else {
    real_ = at::empty({b, inputs}, options);
    fakes_ = at::empty({b, copies * inputs}, options);
  }
  gradient_ = at::empty({b, copies * inputs}, options);
  rowLoss_ = at::empty({b * copies}, options);
}

// Of B rows of the last forward pass, from row `first` on.
void Discriminator::judge(GanSide side, int64_t first, const at::Tensor& sum) {
  const int64_t b = real_.size(0), n = rowLoss_.numel();
  const auto part = [&](const at::Tensor& t) { return t.narrow(0, first, b).view({n}); };
  loss_(side, {part(trace_.output()), 1.0f / static_cast<float>(b), part(net_.outputGradient(trace_)), rowLoss_});
  ops::accumulate(rowLoss_, {}, 1.0 / static_cast<double>(n), sum);
}

void Discriminator::update(StepContext& context) {
  net_.forward(pool_.defined() ? Input(pool_) : Input(real_, fakes_), trace_);
  judge(GanSide::Real, 0, context.sumD);
  judge(GanSide::Fake, real_.size(0), context.sumD);
  net_.backward(trace_, true);
  net_.step(context.dials.discriminator);
}

at::Tensor Discriminator::pull(StepContext& context) {
  net_.forward(fakes_, trace_);
  judge(GanSide::Fooling, 0, context.sumG);
  net_.backward(trace_, false, gradient_);
  return gradient_;
}

at::Tensor Discriminator::scores(int64_t k, const at::Tensor& images) const {
  const auto own = net_.copy(k);
  auto trace = own.makeTrace(images.size(0));
  const auto score = own.forward(images, trace, Network::Mode::Frozen).flatten();
  return scale_.sigmoid ? score.sigmoid() : score.clone();
}

}  // namespace sparring
