// A way of making adversarial samples: one file with a factory, and one row in registry.cpp.
#pragma once

#include <memory>

#include "adversary/duel.h"
#include "adversary/step.h"
#include "sparring/adversaries.h"
#include "sparring/event.h"

namespace sparring {

/// Called by the step program in this order: draw(); then teach() alone in the teacher phase, duel() in the phases gan
/// and joint; then in the joint phase, where any λ > 0, attack() before the classifiers' forward pass, label() and
/// loss() after it. Between them they leave in the batch: x_adv in adversarial(), y_adv in adversarialLabels(), and
/// keep.
class Adversary {
 public:
  virtual ~Adversary() = default;

  virtual bool makesSamples() const { return true; }
  /// Whether x_adv depends on the classifier, so that each lane gets its own.
  virtual bool ownSamples() const { return false; }

  /// All that is random in a step of `phase`. On a card everything else is recorded once and replayed, this is not.
  virtual void draw(StepContext&, Phase) {}
  virtual void teach(StepContext&) {}
  virtual void duel(StepContext&) {}
  virtual void attack(StepContext&) {}
  /// logits [B, K·10]: the lanes' opinions of the adversarial rows.
  virtual void label(StepContext&, const at::Tensor& logits) {}
  /// Whether a discriminator learns in `phase`, one of gan and joint.
  virtual bool discriminates(Phase) { return duelists() != nullptr; }
  /// The losses of a pass over the clean rows and then as many adversarial ones. Unless overridden, L and L_adv are the
  /// classifiers' loss towards y and y_adv.
  virtual void loss(StepContext& context, const ClassifierPass& pass) { classifierLoss(context.params, pass); }
  /// The generator and its rivals, null for adversaries without.
  virtual Duel* duelists() { return nullptr; }
  /// Images in [0,1] [n,P] that lane k meets, drawn for latents [n,latent] and classes int32 [n]; where there are
  /// duelists(), and for looking only.
  virtual at::Tensor imagine(int64_t k, const at::Tensor& latents, const at::Tensor& classes) {
    return duelists()->imagine(latents, classes);
  }
  /// What lane k's generator makes of images x [n,P] of classes int32 [n]; undefined where none changes images. `net`
  /// is that lane's classifier alone. For looking only.
  virtual at::Tensor perturbed(const Network& net, int64_t k, const Dials&, const at::Tensor& x,
                               const at::Tensor& labels) const {
    return {};
  }
  /// Every network that a checkpoint holds.
  virtual std::vector<Network*> networks();
};

struct AdversaryRow {
  AdversaryInfo info;
  std::unique_ptr<Adversary> (*make)(const Params& params, const BuildContext& build);
  /// The attack of the evaluation that does to test images what this one does in training, as parseAttack() reads it.
  /// Null where there is none.
  std::string (*twin)(const Params& params) = nullptr;
};

/// Of the adversary that the parameters name.
const AdversaryRow& adversaryRow(const Params& params);

const std::vector<AdversaryRow>& adversaryRegistry();

/// The one that the parameters name.
std::unique_ptr<Adversary> makeAdversary(const Params& params, const BuildContext& build);

}  // namespace sparring
