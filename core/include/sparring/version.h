#pragma once

#include <string>

namespace sparring {

/// The program's version, as in CMakeLists.txt.
std::string version();

/// What the core was built with and runs on, a line each: LibTorch, GEMM library, threads, processor features.
std::string buildReport();

}  // namespace sparring
