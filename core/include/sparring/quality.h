// How good a generator's digits are: plain values. Judged by a classifier of its own that is never the trainee.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sparring/assessment.h"

namespace sparring {

/// Of n generated images. Quantities in a judge's features are biased in n: never compare two with different n.
struct GeneratorQuality {
  int64_t step = 0;
  int64_t count = 0;                  ///< n
  double score = 0;                   ///< exp(E KL(p(y|x) ‖ p(y))) in [1,10] (Salimans 2016)
  double realScore = 0;               ///< the same of n real test digits
  double confidence = 0;              ///< mean of the largest p(y|x)
  std::array<int64_t, 10> classes{};  ///< how many the judge reads as each class
  double agreement = -1;              ///< share read as the class asked for; -1: nothing was asked

  bool full = false;       ///< whether what follows was measured
  double frechet = 0;      ///< distance of Gaussians in the judge's features (Heusel 2017)
  double realFrechet = 0;  ///< the same between two disjoint sets of n/2 … real digits: the floor
  double precision = 0, recall = 0, density = 0, coverage = 0;  ///< k = 5 nearest neighbours (Naeem 2020)
  double memorisation = 0;  ///< median nearest distance generated→train over test→train; far below 1: copies

  /// The generated images nearest to a training image.
  struct Neighbour {
    std::vector<uint8_t> generated, train;  ///< [side·side]
    double distance = 0;                    ///< Euclidean, in pixel units
  };
  int side = 0;
  std::vector<Neighbour> nearest;
  std::vector<Check> checks;  ///< collapse, classes missing, memorisation: each with the likely reason
};

}  // namespace sparring
