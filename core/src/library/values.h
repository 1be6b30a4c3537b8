// The names under which a run has values.
#pragma once

#include <string>
#include <vector>

#include "sparring/params.h"

namespace sparring {

/// Null where there is no such parameter. Unlike paramRow() it takes no older name and no nearest one.
const ParamRow* parameterRow(const std::string& key);

/// The keys of what every run has of its own: name, started, …
std::vector<std::string> ownKeys();

/// `key`, which a run may have a value under. Throws Error (Usage) naming the nearest one.
std::string checkedKey(const std::string& key);

}  // namespace sparring
