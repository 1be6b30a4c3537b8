// What needs a judge's opinions or the pixels alone, and is cheap.
#pragma once

#include <cstdint>
#include <span>

#include "sparring/data.h"

namespace sparring {

/// exp(E KL(p(y|x) ‖ p(y))) in [1, classes] (Salimans 2016), p(y) the mean over all rows of p [n, classes].
double judgeScore(std::span<const double> p, int64_t classes);

/// Root mean square of the distance between two images of the same class, in pixel units: how much the images of a
/// class differ. Taken over all pairs, by way of the variances: mean over pairs of ‖a - b‖² = 2 Σ variance. NaN where
/// no class has two images.
double spreadWithinClasses(const ImageSet& images, std::span<const int32_t> classes);

}  // namespace sparring
