// A loss of the GAN game: one file with its formula, and one row in ganlosses.cpp.
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

#include "sparring/adversaries.h"
#include "sparring/params.h"

namespace sparring {

/// Whose scores: D's of real images and of fakes, which it learns to tell apart, and those of fakes that G learns from.
enum class GanSide { Real, Fake, Fooling };

/// Scores of n images, and what becomes of them. All contiguous [n].
struct GanScores {
  at::Tensor score;
  float weight;
  at::Tensor dscore;  ///< to be weight · ∂loss/∂score
  at::Tensor loss;    ///< to be each one's loss, unweighted
};

/// On the processor one fused pass, which allocates nothing; elsewhere an ATen form of it. A NaN must reach the loss.
using GanLoss = std::function<void(GanSide side, const GanScores& scores)>;

/// The scores that D learns to give, as a person reads them.
struct GanScale {
  double fake = 0, real = 1;
  bool sigmoid = false;  ///< of the network's output
};

struct GanLossRow {
  GanLossInfo info;
  GanLoss (*make)(const Params& params);
  GanScale (*scale)(const Params& params);
};

const std::vector<GanLossRow>& ganLossRegistry();

/// The one that the parameters name.
GanLoss makeGanLoss(const Params& params);
GanScale ganScale(const Params& params);

// --- one function for each loss's file

GanLossRow leastSquaresRow();
GanLossRow crossEntropyRow();
GanLossRow hingeRow();

}  // namespace sparring
