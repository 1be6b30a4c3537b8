#include "io/runlock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "io/file.h"
#include "sparring/error.h"
#include "sparring/run.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

using namespace std::chrono_literals;

// Who asks whether a run is being written holds its lock for a moment.
constexpr int kTries = 5;
constexpr auto kMoment = 10ms;

bool lockedByAnother(int fd) {
  for (int i = 0; i < kTries; ++i) {
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return false;
    std::this_thread::sleep_for(kMoment);
  }
  return true;
}

/// Whoever gave up beginning a run there took the file away again: a lock on it means nothing.
bool isRemoved(int fd) {
  struct stat status = {};
  return ::fstat(fd, &status) == 0 && status.st_nlink == 0;
}

}  // namespace

RunLock::RunLock(const fs::path& folder) {
  do {
    fd_ = ::open((folder / kLockFile).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd_ < 0) throwWriteError(folder, errno);
    if (!lockedByAnother(fd_)) continue;
    ::close(fd_);
    throw Error({QT_TRANSLATE_NOOP("core", "The run in %1 is being trained already."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Stop the program that trains it, or choose another folder.")});
  } while (isRemoved(fd_) && ::close(fd_) == 0);
}

RunLock::~RunLock() { ::close(fd_); }

bool isBeingTrained(const fs::path& folder) {
  const int fd = ::open((folder / kLockFile).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return false;
  const bool held = ::flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(fd);
  return held;
}

}  // namespace sparring
