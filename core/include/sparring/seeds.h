// One setting trained with several seeds: mean and interval of every figure.
#pragma once

#include <vector>

#include "sparring/assessment.h"

namespace sparring {

/// One figure of several runs.
struct Spread {
  std::vector<double> values;  ///< in the order of the runs
  double mean = 0;
  double low = 0, high = 1;  ///< 95 % interval of the mean by Student's t, within its bounds; of one run all of it
};
/// Of figures that are no shares the interval has other bounds.
Spread spreadOf(std::vector<double> values, double least = 0, double most = 1);

/// One classifier of each run.
struct LaneOverSeeds {
  struct Point {
    double strength = 0;
    Spread accuracy;
  };
  struct Curve {
    AttackSpec attack;
    std::string key;
    std::vector<Point> points;
  };
  int lane = 0;
  double lambda = 0;
  Spread clean;
  std::vector<Curve> curves;
};

/// Throws Error (Usage) where the assessments were not made by one suite of the same lanes at the same step.
std::vector<LaneOverSeeds> overSeeds(const std::vector<Assessment>& runs);

}  // namespace sparring
