// Words of a comparison's files.
#pragma once

#include "sparring/compare.h"

namespace sparring {

const char* kindName(ComparedFigure::Kind kind);

/// As a file may be called.
std::string fileNameOf(std::string what);

/// What ComparedRuns::curves holds: run,metric,strength,value,low,high, a line each.
std::string strengthsCsv(const ComparedRuns& runs);

}  // namespace sparring
