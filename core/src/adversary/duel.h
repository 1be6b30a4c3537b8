// The GAN game: a generator that imitates digits (and may be paid for fooling the classifier) against a discriminator.
#pragma once

#include <memory>
#include <optional>

#include "adversary/discriminator.h"
#include "adversary/teacher.h"

namespace sparring {

class Duel {
 public:
  Duel(const Params& params, bool conditional, const BuildContext& build);

  /// Latents of a step; in the teacher's phase, its noise.
  void draw(StepContext& context);
  /// One step of the teacher, where there is one.
  void teach(StepContext& context);
  /// Fakes of what was drawn; (G + 1)/2 into the adversarial rows that the lanes share, or into `images` [B,P], where
  /// the rest of the step reads them.
  void generate(StepContext& context) { generate(context, context.batch.shared()); }
  void generate(StepContext& context, const at::Tensor& images);
  /// One step of D on this step's real images and fakes.
  void updateDiscriminator(StepContext& context);
  /// One step of G: the GAN loss, plus the teacher's pull (conditional), plus the fooling term against lane 0 with the
  /// first lane's adversarial labels.
  void updateGenerator(StepContext& context);

  /// Images in [0,1] [n,P] for latents [n,latent] and classes, int32 [n] or weights of them [n,classes], by running
  /// statistics; for looking only.
  at::Tensor imagine(const at::Tensor& latents, const at::Tensor& classes) const {
    return imagine(latents, classes, generator_);
  }
  /// The same by another generator of the same layers.
  at::Tensor imagine(const at::Tensor& latents, const at::Tensor& classes, const Network& generator) const;

  /// D's scores [n] of such images as made for such classes; for looking only.
  at::Tensor scores(const at::Tensor& images, const at::Tensor& classes) const;

  bool conditional() const { return conditional_; }
  bool hasTeacher() const { return teacher_.has_value(); }
  Teacher& teacher() { return *teacher_; }
  const Discriminator& discriminator() const { return discriminator_; }
  Network& generator() { return generator_; }
  /// [B, latent + classes]: what the generator makes this step's fakes of.
  const at::Tensor& latents() const { return latents_; }
  std::vector<Network*> networks();

 private:
  void fool(StepContext& context);

  bool conditional_;
  int64_t pixels_, classes_, latent_;
  Network generator_;
  Discriminator discriminator_;
  std::optional<Teacher> teacher_;
  std::optional<Network> fooled_;  ///< lane 0
  Trace generatorTrace_, foolTrace_;
  at::Tensor images_;     ///< where the last generate() put them
  at::Tensor latents_;    ///< [B, latent + classes]
  at::Tensor imageGrad_;  ///< [B, P]
  at::Tensor rowLoss_, foolWeight_, foolLabels_;
};

}  // namespace sparring
