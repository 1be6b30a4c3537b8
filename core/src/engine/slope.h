// The direction every gradient attack goes in.
#pragma once

#include "engine/mlp.h"

namespace sparring {

/// ∇ₓJ, J the cross-entropy of the logits, whatever loss trains the classifier: a saturated softmax would hide the
/// gradient. For every copy of the network at once.
class Slope {
 public:
  Slope(const Mlp& net, int64_t rows);

  /// x [N, P] shared by the copies or [N, K·P], labels int32 [N, K], gradient [N, K·P]. The trace keeps the logits.
  void operator()(const Mlp& net, Trace& trace, const at::Tensor& x, const at::Tensor& labels,
                  const at::Tensor& gradient);

 private:
  at::Tensor weight_, loss_;  ///< [rows, K]
};

}  // namespace sparring
