// Words of a comparison's files.
#pragma once

#include "sparring/compare.h"

namespace sparring {

const char* kindName(ComparedFigure::Kind kind);

}  // namespace sparring
