// A way of making adversarial samples: one file with a factory, and one row in registry.cpp.
#pragma once

#include <memory>

#include "engine/duel.h"
#include "engine/step.h"
#include "sparring/adversaries.h"

namespace sparring {

/// Called by the step program in this order: teach() alone in the teacher phase; duel() in the phases gan and joint;
/// then in the joint phase, for each lane with λ > 0, attack() before its forward pass and label() after it.
/// Between them they leave in the batch: x_adv in adversarial(), y_adv in adversarialLabels(), and keep.
class Adversary {
 public:
  virtual ~Adversary() = default;

  virtual bool makesSamples() const { return true; }
  virtual void teach(StepContext&) {}
  virtual void duel(StepContext&) {}
  virtual void attack(StepContext&, Lane&) {}
  /// logits [B,10]: the lane's opinion of the adversarial rows.
  virtual void label(StepContext&, const at::Tensor& logits) {}
  /// The generator and its rivals, null for adversaries without.
  virtual Duel* duelists() { return nullptr; }
};

struct AdversaryRow {
  AdversaryInfo info;
  std::unique_ptr<Adversary> (*make)(const Params& params, int64_t pixels, at::Device device);
};

const std::vector<AdversaryRow>& adversaryRegistry();

}  // namespace sparring
