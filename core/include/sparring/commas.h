// For hints: a number written with a comma, as half the world does.
#pragma once

#include <optional>
#include <string>

#include "sparring/error.h"

namespace sparring {

/// How "0,001" is written here, or a whole number such as "1,000"; nothing for any other text.
std::optional<Message> commaHint(const std::string& text, bool whole);

}  // namespace sparring
