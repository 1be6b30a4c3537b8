// How good a generator's digits are: plain values. Judged by a classifier of its own that is never the trainee.
#pragma once

#include <cstdint>
#include <vector>

#include "sparring/assessment.h"

namespace sparring {

/// A class that holds less than this of its even share of the images is about to be lost: 1 % of them for ten classes.
constexpr double kLeastOfEvenShare = 0.1;

/// Of n generated images, beside the same of as many real ones: test digits spread evenly over the test set. Formulas
/// and how to read them: docs/quality.md. Score, Fréchet distance and neighbours are biased in n: never compare two
/// with different n.
struct GeneratorQuality {
  int64_t step = 0;
  int64_t count = 0;      ///< n
  double score = 0;       ///< exp(E KL(p(y|x) ‖ p(y))) in [1, classes] (Salimans 2016)
  double realScore = 0;   ///< the same of n real test digits
  double confidence = 0;  ///< mean of the largest p(y|x)
  double realConfidence = 0;
  ImageKind kind;
  std::vector<int64_t> classes;      ///< how many the judge reads as each class
  std::vector<int64_t> realClasses;  ///< how many of the real ones are of each: 0 where the data have none
  double agreement = -1;             ///< share read as the class asked for; -1: nothing was asked
  double realAgreement = 0;          ///< share of the real digits read as what they are: what the judge is worth
  double spread = 0;                 ///< root mean square distance of two images read as the same class, in pixel units
  double realSpread = 0;

  bool full = false;       ///< whether what follows was measured
  double frechet = 0;      ///< distance of Gaussians in the judge's features (Heusel 2017)
  double realFrechet = 0;  ///< the same of n training digits instead of generated ones: the floor
  double precision = 0, recall = 0, density = 0, coverage = 0;  ///< k = 5 nearest neighbours (Naeem 2020)
  double realPrecision = 0, realRecall = 0, realDensity = 0, realCoverage = 0;  ///< of n training digits
  double memorisation = 0;  ///< median nearest distance generated→train over test→train; far below 1: copies; NaN
                            ///< where test digits lie in the training set themselves

  /// The ten generated images nearest to a training image, the nearest first.
  struct Neighbour {
    std::vector<uint8_t> generated, train;  ///< one image each, of `kind`
    double distance = 0;                    ///< Euclidean, in pixel units
  };
  std::vector<Neighbour> nearest;
  /// "classes", "score", "diversity", "agreement", "memorisation": each with the likely reason, by the run's
  /// parameters.
  std::vector<Check> checks;
};

}  // namespace sparring
