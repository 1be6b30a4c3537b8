// The verdict in a report.
#pragma once

#include "measure/comparedlane.h"

namespace sparring::ui {

/// HTML: the sentence, a row a finding, a row a check. Without a baseline the checks alone; empty where nothing was
/// measured.
QString reportVerdict(const Compared& compared);

}  // namespace sparring::ui
