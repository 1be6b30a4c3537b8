// The figures of an assessment, for the window and for the report.
#pragma once

#include "measure/comparedlane.h"
#include "robustness/corruptionfigure.h"
#include "robustness/strengthfigure.h"

namespace sparring::ui {

/// Curves of one attack: the lanes of `lanes`, the baseline dashed. Without lines where none was measured under it.
StrengthContent strengthContent(const std::vector<ComparedLane>& lanes, const std::optional<ComparedLane>& baseline,
                                const std::string& attack);

CorruptionContent corruptionContent(const ComparedLane& trained, const std::optional<ComparedLane>& baseline);

/// "step 2,340 · 1,000 images"
QString measuredText(const Assessment& assessment);

}  // namespace sparring::ui
