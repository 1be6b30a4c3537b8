// The direction every gradient attack goes in.
#pragma once

#include "nn/network.h"

namespace sparring {

/// What an attack climbs, on the logits whatever loss trains the classifier: a saturated softmax would hide the
/// gradient.
enum class Climb {
  CrossEntropy,
  SquaredError,  ///< of the softmax, to see how much it does hide
  Margin,        ///< max_{j≠y} z_j − z_y, without an upper end (Carlini & Wagner 2017)
  Divergence,    ///< KL(p‖p(x)), p the softmax of logits that stay as they are (Zhang 2019)
};

/// Gradients by x, for every copy of the network at once.
class Slope {
 public:
  Slope(const Network& net, int64_t rows, Climb climb = Climb::CrossEntropy);

  /// From now on it gives what leads downhill.
  void turn();

  /// x [N, P] shared by the copies or [N, K·P], gradient [N, K·P]. target: labels int32 [N, K]; for the divergence
  /// logits [N, K·10]. The trace keeps the logits of x.
  void operator()(const Network& net, Trace& trace, const at::Tensor& x, const at::Tensor& target,
                  const at::Tensor& gradient);

 private:
  Climb climb_;
  at::Tensor weight_, loss_;  ///< [rows, K]
};

}  // namespace sparring
