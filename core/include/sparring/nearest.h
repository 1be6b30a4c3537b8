// For hints: what was probably meant.
#pragma once

#include <string>
#include <vector>

namespace sparring {

/// The candidate with the smallest edit distance to `word`; empty where there are none.
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace sparring
