// What a classifier's confidence can be, where it is read from a file.
#pragma once

namespace sparring {

/// A probability, or a little above 1: a softmax is rounded. Not NaN.
constexpr bool isConfidence(double value) { return value >= 0 && value <= 1.001; }

}  // namespace sparring
