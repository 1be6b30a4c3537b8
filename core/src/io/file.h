// Whole-file reading and writing with errors a person understands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace sparring {

/// A plain file that is open to be read.
class InputFile {
 public:
  /// Throws Error: not there, a folder, not a plain file (a pipe or a device: it never waits for one), not readable.
  explicit InputFile(const std::filesystem::path& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  int64_t size() const { return size_; }  ///< bytes, when it was opened
  /// Fills `out`, going on after interruptions and short reads, and returns how many bytes it got: fewer than `size`
  /// only at the end of the file. Throws Error.
  size_t read(void* out, size_t size);
  void seek(int64_t offset);  ///< from the beginning

 private:
  std::filesystem::path path_;
  int fd_;
  int64_t size_ = 0;
};

/// The file's bytes. Throws Error as InputFile does, or where it is larger than `limit` bytes.
std::string readFile(const std::filesystem::path& path, int64_t limit = int64_t(1) << 32);

/// Whether a file must be there after a power cut, for which the disk is waited for.
enum class Durable : uint8_t { Yes, No };

/// Writes `bytes` whole or not at all: temporary file beside it, fsync, rename, fsync of the folder.
/// Throws Error (no such folder, not writable, disk full); an existing file stays as it was. A symbolic link is
/// followed, so the file it names is replaced, not the link.
void writeFile(const std::filesystem::path& path, std::string_view bytes, Durable durable = Durable::Yes);

/// Whether a file is there, itself or behind a link. Does not throw.
bool isFile(const std::filesystem::path& path);

/// Whether `path` is named like a temporary of writeFile, as a killed process may leave one behind.
bool isTemporary(const std::filesystem::path& path);

/// Writes all of `bytes` to an open file, going on after interruptions and short writes. Throws Error naming `path`.
void writeAll(int fd, std::string_view bytes, const std::filesystem::path& path);

/// Throws the Error for a write to `path` that failed with `error`, an errno value.
[[noreturn]] void throwWriteError(const std::filesystem::path& path, int error);

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
