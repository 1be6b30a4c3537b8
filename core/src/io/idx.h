// The IDX format of MNIST (big-endian magic, dimensions, unsigned bytes), raw or gzip.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sparring {

struct IdxArray {
  std::vector<int64_t> dims;
  std::vector<uint8_t> bytes;
};

/// Reads an array of unsigned bytes with exactly `rank` dimensions. Magic, dimensions and their product are checked
/// against the file's (unpacked) size before anything is allocated by them. Throws Error naming file, fault and hint.
IdxArray readIdx(const std::filesystem::path& path, int rank);

/// The number of dimensions the file's magic speaks of: 1 for labels, 3 for grey images, 4 for coloured
/// ones. Throws Error where it is not an IDX file of unsigned bytes. Reads the first bytes only.
int idxRank(const std::filesystem::path& path);

/// SHA-256 of the raw file that holds this array: for a raw file its own, for a .gz that of what is packed in it.
std::string idxSha256(const IdxArray& array);

/// Writes whole or not at all, raw.
void writeIdx(const std::filesystem::path& path, const std::vector<int64_t>& dims, const uint8_t* bytes);

}  // namespace sparring
