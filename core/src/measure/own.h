// A run's own adversary as an attack on its own classifiers, made of test images.
#pragma once

#include <optional>

#include "adversary/adversary.h"
#include "measure/evaluator.h"

namespace sparring {

/// Nothing where the adversary makes no samples, or draws such as have no known class. An adversary that climbs the
/// classifier's gradient does so with the settings it trains with; a generator that changes images changes these; one
/// that draws images draws one of each test image's class. All must outlive what is returned.
std::optional<LaneAttack> ownAttack(const Params& params, Adversary& adversary, const Dials& dials);

/// Its name and how strong it is: two opponents of the same text can be compared.
std::string opponentText(const Params& params);

}  // namespace sparring
