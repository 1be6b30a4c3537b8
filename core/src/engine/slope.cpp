#include "engine/slope.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/ones.h>

namespace sparring {

Slope::Slope(const Mlp& net, int64_t rows) {
  const auto options = net.options();
  weight_ = at::ones({rows, net.copies()}, options);
  loss_ = at::empty({rows, net.copies()}, options);
}

void Slope::operator()(const Mlp& net, Trace& trace, const at::Tensor& x, const at::Tensor& labels,
                       const at::Tensor& gradient) {
  const auto logits = net.forward(x, trace);
  ops::classLoss(logits, labels, weight_, ClassLoss::CrossEntropy, net.outputGradient(trace),
                 loss_.narrow(0, 0, x.size(0)));
  net.backward(trace, false, gradient);
}

}  // namespace sparring
