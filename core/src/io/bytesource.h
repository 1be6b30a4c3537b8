// A file read front to back, unpacked on the way where it is gzip.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "sparring/error.h"

namespace sparring {

/// What to do about a file whose bytes make no sense.
Message damagedHint();

/// Tells gzip by its first bytes, not by the file's name. Memory use does not depend on the file. One thread at a time.
class ByteSource {
 public:
  /// Throws Error: not there, a folder, not a plain file, not readable, empty.
  explicit ByteSource(const std::filesystem::path& path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  bool packed() const;
  int64_t fileSize() const;  ///< bytes on disk, packed or not

  /// Fills `out` and returns how many bytes it got: fewer than `size` only at the end. Throws Error: read failure; for
  /// gzip also damaged, cut short, or followed by bytes that are none of its own. Checksum and length in gzip's trailer
  /// are checked by the call that reaches the end.
  size_t read(void* out, size_t size);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sparring
