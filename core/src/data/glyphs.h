// How the ten digits are written: strokes as control points in a box.
#pragma once

#include <vector>

namespace sparring {

struct Point {
  float x;
  float y;
};

/// The pen goes through the control points without being lifted: along a smooth curve, or straight from one to the
/// next.
struct Stroke {
  bool smooth;
  std::vector<Point> points;
};

/// One way of writing a digit. x to the right and y downwards, both from 0 to about 1.
using Glyph = std::vector<Stroke>;

/// The ways of writing `digit` (0..9), the usual one first.
const std::vector<Glyph>& glyphs(int digit);

}  // namespace sparring
