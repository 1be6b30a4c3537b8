#pragma once

#include <string>

#include "sparring/data.h"

namespace sparring {

/// Dataset::sha256: over training pixels, training labels, test pixels and test labels, in this order.
std::string fingerprint(const Dataset& data);

}  // namespace sparring
