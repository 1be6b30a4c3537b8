// Where a value lies on a slider, and which value a place on it means.
#pragma once

#include "sparring/params.h"

namespace sparring::ui {

/// Positions are 0..kPositions. Log ranges are even in decades; wide ranges bend so that small values get most of the
/// way; narrow ones are straight. Values from the slider are round: whole for integers, three digits for reals.
class SliderMap {
 public:
  static constexpr int kPositions = 1000;

  SliderMap(const Range& range, bool whole);

  /// A slider is of use: the range is not a point and not astronomically wide.
  bool useful() const;
  int position(double value) const;
  double value(int position) const;

  /// The next value up or down from `value` for an arrow key, inside the range.
  double stepped(double value, int steps) const;

 private:
  double round(double value) const;

  Range range_;
  bool whole_;
  double bend_;  // value = min + (max - min) * t^bend
};

}  // namespace sparring::ui
