// Text as it may stand in HTML and SVG.
#pragma once

#include <string>

namespace sparring {

std::string escaped(const std::string& text);

}  // namespace sparring
