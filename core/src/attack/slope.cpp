#include "attack/slope.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/ones.h>

#include <limits>

namespace sparring {

Slope::Slope(const Network& net, int64_t rows, Climb climb) : climb_(climb) {
  const auto options = net.options();
  weight_ = at::ones({rows, net.copies()}, options);
  loss_ = at::empty({rows, net.copies()}, options);
}

void Slope::turn() { weight_.neg_(); }

void Slope::operator()(const Network& net, Trace& trace, const at::Tensor& x, const at::Tensor& target,
                       const at::Tensor& gradient) {
  const auto logits = net.forward(x, trace);
  const auto dlogits = net.outputGradient(trace), loss = loss_.narrow(0, 0, x.size(0));
  switch (climb_) {
    case Climb::CrossEntropy:
      ops::classLoss(logits, target, weight_, ClassLoss::CrossEntropy, dlogits, loss);
      break;
    case Climb::SquaredError:
      ops::classLoss(logits, target, weight_, ClassLoss::Squared, dlogits, loss);
      break;
    case Climb::Divergence:
      ops::divergence(target, logits, weight_, {}, dlogits, loss);
      break;
    case Climb::Margin:
      ops::margin(logits, target, weight_, std::numeric_limits<float>::infinity(), dlogits, loss);
      break;
  }
  net.backward(trace, false, gradient);
}

}  // namespace sparring
