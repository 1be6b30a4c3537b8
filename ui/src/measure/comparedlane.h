// Classifiers that are compared.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "measure/measurement.h"

namespace sparring::ui {

/// One classifier of an assessment.
struct ComparedLane {
  Assessed of;                           ///< keeps `lane` alive
  const LaneAssessment* lane = nullptr;  ///< never null
  bool pinned = false;                   ///< of the baseline that was pinned
  QString name;                          ///< "λ = 4"; of a pinned one with its run

  /// Tells them apart while assessments come and go.
  struct Id {
    bool pinned = false;
    int lane = 0;
    bool operator==(const Id&) const = default;
  };
  Id id() const { return {pinned, lane->lane}; }
};

/// A comparison as the views and the report show it.
struct Compared {
  std::vector<ComparedLane> lanes;      ///< of what is shown, in the order of λ; empty: nothing was measured
  std::optional<ComparedLane> trained;  ///< the one that is judged
  std::optional<ComparedLane> baseline;
};

/// An assessment's lanes in the order of λ; none of a null one. `prefix` goes before each name.
std::vector<ComparedLane> comparedLanesOf(const Assessed& assessment, bool pinned = false, const QString& prefix = {});

/// Whether both are the same weights of the same lane.
bool sameClassifier(const ComparedLane& a, const ComparedLane& b);

/// The one of `candidates` that `trained` is usually compared with: a pinned one of the same λ, else a pinned one, else
/// the lane with λ = 0.
std::optional<ComparedLane> usualBaseline(const std::vector<ComparedLane>& candidates, const ComparedLane& trained);

/// The lane with the largest λ against that with λ = 0.
Compared comparedByItself(const Assessed& assessment);

}  // namespace sparring::ui
