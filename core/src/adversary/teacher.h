// The frozen teacher: a classifier that saw only real digits, under noise, and then never changes.
#pragma once

#include "adversary/step.h"
#include "networks/networks.h"

namespace sparring {

class Teacher {
 public:
  static constexpr float kNoise = 0.2f;  ///< standard deviation of the pixel noise it learns under

  Teacher(const Params& params, const BuildContext& build);

  /// The noise of a step of train().
  void draw(StepContext& context);
  /// One step on the batch's original images, under that noise.
  void train(StepContext& context);

  at::Tensor logits(const at::Tensor& x);  ///< [N,classes], N <= batch; a view that the next call overwrites
  /// Adds scale · ∂/∂x CE(logits, labels)·1/N to `gradient` [N,P] for the x of the last logits() call, and the loss to
  /// `sum` times scale.
  void pullTowards(const at::Tensor& labels, float scale, const at::Tensor& gradient, const at::Tensor& sum);

  Network& net() { return net_; }

 private:
  Network net_;
  Trace trace_;
  at::Tensor noisy_, weight_, loss_, dx_;
  at::Tensor lastLogits_;
};

}  // namespace sparring
