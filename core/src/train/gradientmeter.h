// The λ instrument: how the two terms of w·L + λ·L_adv pull at the classifiers, told from their gradients.
#pragma once

#include <vector>

#include "adversary/step.h"
#include "sparring/metrics.h"

namespace sparring {

/// Takes the gradient of a step apart, on that step's batch and at the weights that it was made with: two passes
/// backward more, no pass forward, no random number. What the step does with its gradient stays as it is, byte for
/// byte.
class GradientMeter {
 public:
  /// After a pass over both halves of the batch has gone backward, before the step of the optimiser. Leaves the
  /// network's gradient as it found it; the trace's gradients are those of L_adv afterwards. Reads nothing back.
  void measure(const StepContext& context, const ClassifierPass& pass);

  /// That measure() was done, be it replayed.
  void count() { measured_ = true; }
  /// What was counted last, once, as points of step `at`: of lanes with λ > 0 whose two gradients are not zero. Waits
  /// for the device.
  std::vector<MetricPoint> take(int64_t at, const std::vector<double>& lambdas);

 private:
  void weighLane(const Network& net, int64_t lane);

  at::Tensor whole_, clean_;  ///< [P]: the step's gradient, and that of w·L
  at::Tensor slopes_;         ///< [2B, K·classes] of λ·L_adv by the logits
  at::Tensor products_;       ///< float64 [K, 3]: ∇L·∇L, λ∇L_adv·λ∇L_adv, ∇L·λ∇L_adv
  bool measured_ = false;
};

}  // namespace sparring
