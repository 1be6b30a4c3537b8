// NumPy's .npz: a zip of .npy arrays, stored.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sparring {

struct NpyArray {
  std::string name;
  std::vector<int64_t> shape;
  std::string dtype;  ///< "|u1" or "<f4"
  const void* data = nullptr;
};

/// Writes whole or not at all. Throws Error.
void writeNpz(const std::filesystem::path& path, const std::vector<NpyArray>& arrays);

}  // namespace sparring
