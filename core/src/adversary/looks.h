// What can be looked at of an opponent, beside the step: by running statistics, in buffers of its own.
#pragma once

#include "adversary/duel.h"

namespace sparring {

/// It draws images out of latents.
class ImageDrawer {
 public:
  virtual ~ImageDrawer() = default;
  /// Generator, discriminator and teacher.
  virtual Duel& game() = 0;
  /// Images in [0,1] [n,P] that lane k meets, drawn for latents [n,latent] and classes, int32 [n] or weights of them
  /// [n,classes].
  virtual at::Tensor imagine(int64_t k, const at::Tensor& latents, const at::Tensor& classes) {
    return game().imagine(latents, classes);
  }
};

/// It changes images by a generator.
class ImageChanger {
 public:
  virtual ~ImageChanger() = default;
  /// What lane k's generator makes of images x [n,P] of classes int32 [n]; `net` is that lane's classifier alone.
  virtual at::Tensor perturbed(const Network& net, int64_t k, const Dials&, const at::Tensor& x,
                               const at::Tensor& labels) const = 0;
  /// Who tells the changed images of lane k from real ones; null where nobody does.
  virtual const Discriminator* discriminator() const { return nullptr; }
};

}  // namespace sparring
