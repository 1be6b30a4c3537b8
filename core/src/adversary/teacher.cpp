#include "adversary/teacher.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>

namespace sparring {

Teacher::Teacher(const Params& params, const BuildContext& build) : net_(makeTeacher(params, build)) {
  trace_ = net_.makeTrace(params.batch);
  const auto options = at::TensorOptions().dtype(at::kFloat).device(build.device);
  noisy_ = at::empty({params.batch, build.kind.size()}, options);
  dx_ = at::empty({params.batch, build.kind.size()}, options);
  loss_ = at::empty({params.batch}, options);
  weight_ = at::full({params.batch}, 1.0 / static_cast<double>(params.batch), options);
}

void Teacher::draw(StepContext& context) {
  ops::noisy(context.batch.original(), kNoise,
             streamKey(static_cast<uint64_t>(context.params.seed), Stream::TeacherNoise),
             static_cast<uint64_t>(context.step), noisy_);
}

void Teacher::train(StepContext& context) {
  const auto out = net_.forward(noisy_, trace_);
  ops::classLoss(out, context.batch.y, weight_, ClassLoss::CrossEntropy, net_.outputGradient(trace_), loss_);
  net_.backward(trace_, true);
  net_.step(context.dials.teacher);
}

at::Tensor Teacher::logits(const at::Tensor& x) { return lastLogits_ = net_.forward(x, trace_); }

void Teacher::pullTowards(const at::Tensor& labels, float scale, const at::Tensor& gradient, const at::Tensor& sum) {
  ops::classLoss(lastLogits_, labels, weight_, ClassLoss::CrossEntropy, net_.outputGradient(trace_), loss_);
  net_.backward(trace_, false, dx_);
  ops::axpy(dx_, scale, gradient);
  ops::accumulate(loss_, {}, scale / static_cast<double>(loss_.numel()), sum);
}

}  // namespace sparring
