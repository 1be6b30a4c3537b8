// Where in the unit cube a sweep looks.
#pragma once

#include <cstdint>
#include <vector>

namespace sparring {

/// [count][dimensions], each in [0,1). The same arguments give the same numbers on every machine.
std::vector<std::vector<double>> randomPoints(int64_t count, int64_t dimensions);

/// Likewise, spread more evenly: Sobol's sequence (Joe & Kuo 2008's directions) without its first point, the origin.
std::vector<std::vector<double>> sobolPoints(int64_t count, int64_t dimensions);

}  // namespace sparring
