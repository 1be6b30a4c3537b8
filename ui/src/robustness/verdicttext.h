// A verdict in the words of the window: attacks by their names for people.
#pragma once

#include <QString>

#include "sparring/findings.h"

namespace sparring::ui {

/// "Clean images", "PGD (ε = 0.1)". `trained`: the classifier that is judged.
QString findingTitle(const Finding& finding, const LaneAssessment& trained);
/// "Gain", "No gain"; of clean images "Cost", "No cost".
QString findingKind(const Finding& finding);
QString findingSentence(const Finding& finding, const LaneAssessment& trained);
/// What the baseline and what the judged one reads rightly: "2.6 % → 84.5 %"
QString findingFigures(const Finding& finding);
/// "+40.6 (38.1 to 43.0)": percentage points
QString findingDifference(const Finding& finding);
/// The whole in one sentence.
QString verdictSentence(const std::vector<Finding>& findings, const LaneAssessment& trained);

}  // namespace sparring::ui
