// A way of making adversarial samples: one file with a factory, and one row in registry.cpp.
#pragma once

#include <memory>

#include "adversary/looks.h"
#include "adversary/step.h"
#include "sparring/adversaries.h"

namespace sparring {

class Adversary {
 public:
  virtual ~Adversary() = default;

  // --- its share in a step, in the order of the step program. Together they leave in the batch: x_adv in
  // adversarial(), y_adv in adversarialLabels(), and keep.

  /// In every phase: all that is random. On a card everything else is recorded once and replayed, this is not.
  virtual void draw(StepContext&) {}
  /// Phase teacher.
  virtual void teach(StepContext&) {}
  /// Phases gan and joint, where the row has a generator.
  virtual void duel(StepContext&) {}
  /// Phase joint, where any λ > 0, as all that follows: before the classifiers' forward pass.
  virtual void attack(StepContext&) {}
  /// logits [B, K·classes]: the lanes' opinions of the adversarial rows.
  virtual void label(StepContext&, const at::Tensor& logits) {}
  /// The losses of a pass over the clean rows and then as many adversarial ones. Unless overridden, L and L_adv are the
  /// classifiers' loss towards y and y_adv.
  virtual void loss(StepContext& context, const ClassifierPass& pass) { classifierLoss(context.params, pass); }

  // --- what the step program has to know

  virtual bool makesSamples() const { return true; }
  /// Whether x_adv depends on the classifier, so that each lane gets its own.
  virtual bool ownSamples() const { return false; }
  /// Every network that a checkpoint holds.
  virtual std::vector<Network*> networks() { return {}; }

  // --- what can be looked at; null where there is no such thing

  virtual ImageDrawer* drawer() { return nullptr; }
  virtual const ImageChanger* changer() const { return nullptr; }
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
