// For hints: what was probably meant.
#pragma once

#include <string>
#include <vector>

namespace sparring {

/// What was probably meant by `word`: the candidate that a few wrong letters lead to, or that it is the beginning of.
/// Empty where none is so near that naming it would help.
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace sparring
