// A generator that changes images instead of drawing them, one for each lane: x_adv = clip(x + ε·G(·)), G ending in
// tanh.
#pragma once

#include "adversary/step.h"
#include "networks/networks.h"

namespace sparring {

class Perturber {
 public:
  Perturber(const Params& params, const BuildContext& build);

  /// Leaves x_adv of what G makes of `in` ([B, P], or [B, K·P] for each lane its own), y_adv = y and keep = 1 in the
  /// batch.
  void perturb(StepContext& context, const at::Tensor& in);
  /// One step of each G, from `slope`, the gradient by x_adv [B, K·P] of what its loss has beside the cost of the
  /// change's size ‖ε·G‖₂. The lanes' mean cost is added to sumG.
  void update(StepContext& context, const at::Tensor& slope, const ops::Size& size);

  /// x_adv [n, P] of lane k for any images x [n, P], by running statistics; for looking only.
  at::Tensor perturbed(int64_t k, const at::Tensor& x, const at::Tensor& in, const ops::Dial& epsilon) const;

  Network& net() { return net_; }

 private:
  Network net_;
  Trace trace_;
  at::Tensor out_;   ///< [B, K·P] of the last perturb(), a view of the trace
  at::Tensor cost_;  ///< [B, K]
};

}  // namespace sparring
