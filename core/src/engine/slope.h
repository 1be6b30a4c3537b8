// The direction every gradient attack goes in.
#pragma once

#include "engine/mlp.h"

namespace sparring {

/// What an attack climbs, on the logits whatever loss trains the classifier: a saturated softmax would hide the
/// gradient.
enum class Climb {
  CrossEntropy,
  SquaredError,  ///< of the softmax, to see how much it does hide
  Margin,        ///< max_{j≠y} z_j − z_y, without an upper end (Carlini & Wagner 2017)
};

/// ∇ₓJ, for every copy of the network at once.
class Slope {
 public:
  Slope(const Mlp& net, int64_t rows, Climb climb = Climb::CrossEntropy);

  /// x [N, P] shared by the copies or [N, K·P], labels int32 [N, K], gradient [N, K·P]. The trace keeps the logits.
  void operator()(const Mlp& net, Trace& trace, const at::Tensor& x, const at::Tensor& labels,
                  const at::Tensor& gradient);

 private:
  Climb climb_;
  at::Tensor weight_, loss_;  ///< [rows, K]
};

}  // namespace sparring
