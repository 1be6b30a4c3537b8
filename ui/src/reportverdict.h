// The verdict in a report.
#pragma once

#include "contender.h"

namespace sparring {

/// HTML: the sentence, a row a finding, a row a check. Without a baseline the checks alone; empty where nothing was
/// measured.
QString reportVerdict(const Compared& compared);

}  // namespace sparring
