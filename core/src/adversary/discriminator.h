// The judge of the GAN game: tells real images from those of a generator, one judge for each copy of the generator.
#pragma once

#include "adversary/ganloss.h"
#include "adversary/step.h"
#include "networks/networks.h"

namespace sparring {

class Discriminator {
 public:
  /// `in`: what it sees of an image, W values in [-1,1].
  Discriminator(const Params& params, const Shape& in, int64_t copies, const BuildContext& build);

  /// To be filled before update(): [B, W], shared by the copies.
  at::Tensor real() const { return real_; }
  /// [B, K·W]: each copy's fakes side by side.
  at::Tensor fakes() const { return fakes_; }

  /// One step on what stands in real() and fakes(), by the parameters' GAN loss; the copies' mean goes to sumD.
  void update(StepContext& context);
  /// The generator's side of that loss, to sumG. Returns its gradient by the fakes [B, K·W]; the next call overwrites
  /// it.
  at::Tensor pull(StepContext& context);

  /// Of images as copy k sees them [n, W], on scale(), by itself: [n]. For looking only.
  at::Tensor scores(int64_t k, const at::Tensor& images) const;
  const GanScale& scale() const { return scale_; }

  Network& net() { return net_; }

 private:
  void judge(GanSide side, int64_t first, const at::Tensor& sum);

  GanLoss loss_;
  GanScale scale_;
  Network net_;
  Trace trace_;
  at::Tensor pool_;  ///< [2B, W] where there is one copy: real images, then fakes
  at::Tensor real_, fakes_, gradient_;
  at::Tensor rowLoss_;  ///< [B·K]
};

}  // namespace sparring
