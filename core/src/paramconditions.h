// When a parameter plays a part beside the others' values.
#pragma once

#include <map>
#include <string>

#include "sparring/params.h"

namespace sparring {

/// By key, for the rows that do not always. See ParamRow::matters.
const std::map<std::string, bool (*)(const Params&)>& paramConditions();

}  // namespace sparring
