// The figures of an assessment, for the window and for the report.
#pragma once

#include "comparison.h"
#include "corruptionfigure.h"
#include "strengthfigure.h"

namespace sparring {

/// Curves of one attack: the lanes of `lanes`, the baseline dashed. Without lines where none was measured under it.
StrengthContent strengthContent(const std::vector<Contender>& lanes, const std::optional<Contender>& baseline,
                                const std::string& attack);

CorruptionContent corruptionContent(const Contender& trained, const std::optional<Contender>& baseline);

/// "step 2,340 · 1,000 images"
QString measuredText(const Assessment& assessment);

}  // namespace sparring
