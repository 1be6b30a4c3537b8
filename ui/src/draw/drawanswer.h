// What the networks make of the image on the sheet: asked on a thread of its own, plain values in and out.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "sparring/reading.h"

namespace sparring::ui {

/// Whom to ask.
struct DrawSource {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Dataset> data;
  int threads = 1;
};

/// By lane.
using Readings = std::vector<LaneReading>;

/// One lane under attack.
struct LaneAnswer {
  LaneAttacked attacked;
  FlipDistance flip;
  int to = 0;  ///< the class that the margin is against: what is read then, or what comes next to it
  Attribution why;
  bool there = false;  ///< the image has the class that the attack is to reach: there is nothing to be turned

  bool turned() const { return !there && attacked.after.predicted() != attacked.from; }
};
using Answers = std::vector<LaneAnswer>;
using Slices = std::vector<Slice>;

/// Throws Error as Reader does; "cancelled" once `stop` is true.
Answers answersOf(const DrawSource& source, const Pixels& x, const AttackWish& wish, const std::atomic<bool>& stop);

/// Through what `answers` found; `second`: the attack in whose direction the plane goes upwards, none: a random one.
Slices slicesOf(const DrawSource& source, const Pixels& x, const Answers& answers,
                const std::optional<AttackWish>& second, double extent, const std::atomic<bool>& stop);

}  // namespace sparring::ui
