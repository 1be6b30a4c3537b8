// Whole-file reading and writing with errors a person understands.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sparring {

/// The file's bytes. Throws Error (not there, not readable, larger than `limit` bytes).
std::string readFile(const std::filesystem::path& path, int64_t limit = int64_t(1) << 32);

/// Writes `bytes` whole or not at all: temporary file beside it, fsync, rename, fsync of the folder.
/// Throws Error (no such folder, not writable, disk full); an existing file stays as it was.
void writeFile(const std::filesystem::path& path, std::string_view bytes);

/// SHA-256 in lower-case hexadecimal.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(const void* data, size_t size);
  std::string hex();  ///< ends the computation
 private:
  void* context_;
};
std::string sha256(const void* data, size_t size);

}  // namespace sparring
