// The rules of the coach, one function each; docs/coach.md has them as a table.
#pragma once

#include <vector>

#include "coach/figures.h"

namespace sparring {

/// What one rule has to say of a run: nothing, or a hint for each lane it is about.
using CoachRule = std::vector<Hint> (*)(const CoachView&);

// on accuracies: accuracyrules.cpp
std::vector<Hint> catastrophicOverfitting(const CoachView& view);
std::vector<Hint> labelLeaking(const CoachView& view);
std::vector<Hint> robustOverfitting(const CoachView& view);
std::vector<Hint> overfitting(const CoachView& view);
std::vector<Hint> nothingMoves(const CoachView& view);

// on losses and gradients: lossrules.cpp
std::vector<Hint> lossJumps(const CoachView& view);
std::vector<Hint> unbalanced(const CoachView& view);
std::vector<Hint> opposed(const CoachView& view);

// on the duel: duelrules.cpp
std::vector<Hint> discriminatorWon(const CoachView& view);
std::vector<Hint> collapsed(const CoachView& view);

}  // namespace sparring
