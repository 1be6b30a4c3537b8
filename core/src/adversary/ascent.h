// What PGD and its relatives share: projected steps uphill from a start near x.
#pragma once

#include <optional>

#include "adversary/step.h"
#include "attack/slope.h"

namespace sparring {

class Ascent {
 public:
  /// `steps` steps of length share·ε, ε the dial.
  Ascent(int64_t steps, double share, Climb climb = Climb::CrossEntropy)
      : steps_(steps), share_(static_cast<float>(share)), climb_(climb) {}

  /// Leaves every lane's x_adv in the batch: ‖x_adv - centre‖∞ <= ε, in [0,1]. centre [B, P]; start [B, P], where each
  /// lane begins, as it would alone; target: see Slope.
  void operator()(StepContext& context, const at::Tensor& centre, const at::Tensor& start, const at::Tensor& target);

 private:
  int64_t steps_;
  float share_;
  Climb climb_;
  std::optional<Slope> slope_;
  at::Tensor gradient_;  ///< [B, K·P]
};

/// "NAME:eps=…,steps=…,alpha=…" with the parameters' ε and PGD steps.
std::string ascentText(const std::string& attack, const Params& params);

}  // namespace sparring
