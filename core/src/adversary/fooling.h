// What an opponent is paid for: how far its images mislead the classifiers.
#pragma once

#include "adversary/step.h"

namespace sparring {

class Fooling {
 public:
  enum class Measure { Margin, CrossEntropy, Squared };
  /// Of the margin: f = max(z_y − max_{j≠y} z_j, −κ), so that there is nothing more to gain from an image that is
  /// misread already (Carlini & Wagner 2017).
  static constexpr float kKappa = 0;

  explicit Fooling(Measure measure) : measure_(measure) {}

  /// The opponent's loss −weight · E J, J the lanes' loss on the adversarial images that each has for itself and their
  /// labels; the lanes' mean is added to sumG. Returns its gradient by the images, [B, K·P]; the next call overwrites
  /// it.
  at::Tensor operator()(StepContext& context, const ops::Dial& weight);

 private:
  Measure measure_;
  at::Tensor ones_, weight_, loss_;  ///< [B·K]
  at::Tensor gradient_;              ///< [B, K·P]
};

/// Of the parameter attack.loss.
Fooling::Measure foolingMeasure(const Params& params);
ParamRow attackLossRow();

}  // namespace sparring
