// A verdict in the words of the window: attacks by their names for people.
#pragma once

#include <QString>

#include "sparring/findings.h"

namespace sparring {

/// "Clean digits", "PGD (ε = 0.1)". `trained`: the classifier that is judged.
QString findingTitle(const Finding& finding, const LaneAssessment& trained);
QString findingSentence(const Finding& finding, const LaneAssessment& trained);
/// "84.5 % instead of 2.6 %"
QString findingFigures(const Finding& finding);
/// "+40.6 (38.1 to 43.0)": percentage points
QString findingDifference(const Finding& finding);
/// The whole in one sentence.
QString verdictSentence(const std::vector<Finding>& findings, const LaneAssessment& trained);

}  // namespace sparring
