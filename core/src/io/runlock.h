// Who may write a run: one program at a time.
#pragma once

#include <filesystem>

namespace sparring {

/// Name of the file inside a run's folder that is locked while the run is written. It stays there, empty.
constexpr char kLockFile[] = ".sparring-lock";

/// The right to write a run, held until destroyed (or the process is killed): two that append to one run would mix
/// their lines. A file system without locks is no reason to refuse a run.
class RunLock {
 public:
  /// Throws Error: another holds it, in this process or another; the folder may not be written.
  explicit RunLock(const std::filesystem::path& folder);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

 private:
  int fd_;
};

}  // namespace sparring
