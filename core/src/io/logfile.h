// A text file that only grows, by whole lines.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace sparring {

/// Whatever happens, the file on disk ends in a whole line: after a failed write it is cut back to the last one, and
/// what is missing stays in memory and goes out with the next call that succeeds, in order. Text handed over reaches
/// the kernel before append() returns, so a kill of the process loses nothing. One thread at a time.
class LogFile {
 public:
  /// Opens or makes the file; what is there already must end in a whole line. Throws Error.
  explicit LogFile(std::filesystem::path path);
  LogFile(LogFile&& other) noexcept;
  LogFile& operator=(LogFile&&) = delete;
  ~LogFile();  ///< tries once more to write what is missing

  /// `lines` ends in a line feed. Throws Error where the disk is full; the text is kept.
  void append(std::string_view lines);

  /// Writes what is missing and waits until all of it is on the disk. Throws Error.
  void sync();

 private:
  void flush();
  void cutBack();

  std::filesystem::path path_;
  int fd_ = -1;
  int64_t size_ = 0;     ///< bytes of whole lines in the file
  bool torn_ = false;    ///< the file may hold a piece of a line after `size_`
  std::string pending_;  ///< lines not yet in the file
};

}  // namespace sparring
