// Accuracy against the strength of one attack, of several contenders on the same images.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sparring/compare.h"
#include "sparring/data.h"
#include "sparring/model.h"

namespace sparring {

/// What is measured of one attack: it, at strengths from weak to strong.
struct StrengthPlan {
  std::string metric;  ///< as it was asked for
  AttackSpec attack;
  std::vector<double> strengths;  ///< that of `attack` among them
  bool fromClean = false;         ///< a strength of 0 changes nothing: the curve begins there
  int64_t limit = 0;              ///< so many test images, see evenPart()

  AttackSpec at(double strength) const;
};

/// One for each metric that is an accuracy under attack. `limit` as CompareOptions has it.
std::vector<StrengthPlan> strengthPlans(const std::vector<std::string>& metrics, int64_t limit);

/// By strength, the clean images first where the curve begins there. Found in the run's folder or measured.
std::vector<Outcomes> strengthOutcomes(const StrengthPlan& plan, const std::filesystem::path& folder,
                                       const Model& model, const Dataset& data, uint64_t seed,
                                       const std::function<bool(int64_t done, int64_t total)>& progress);

/// The curve of the plan, without its rows.
ComparedCurve curveOf(const StrengthPlan& plan);

ComparisonChart strengthChart(const ComparedRuns& runs, const ComparedCurve& curve, const Translated& tr);

}  // namespace sparring
