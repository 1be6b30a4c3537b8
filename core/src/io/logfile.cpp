#include "io/logfile.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "io/file.h"
#include "sparring/error.h"

namespace sparring {

LogFile::LogFile(std::filesystem::path path) : path_(std::move(path)) {
  fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (fd_ < 0) throwWriteError(path_, errno);
  size_ = ::lseek(fd_, 0, SEEK_END);
}

LogFile::LogFile(LogFile&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      size_(other.size_),
      torn_(other.torn_),
      pending_(std::exchange(other.pending_, {})) {}

LogFile::~LogFile() {
  if (fd_ < 0) return;
  try {
    flush();
  } catch (const Error&) {
    // It was reported when the text was appended, and there is nobody left to tell.
  }
  ::close(fd_);
}

void LogFile::append(std::string_view lines) {
  pending_ += lines;
  flush();
}

void LogFile::sync() {
  flush();
  if (::fsync(fd_) != 0) throwWriteError(path_, errno);
}

void LogFile::flush() {
  if (torn_) cutBack();
  size_t written = 0;
  int error = 0;
  while (written < pending_.size() && error == 0) {
    const ssize_t n = ::write(fd_, pending_.data() + written, pending_.size() - written);
    if (n >= 0) {
      written += n;
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  const size_t newline = written > 0 ? pending_.rfind('\n', written - 1) : pending_.npos;
  const size_t whole = newline == pending_.npos ? 0 : newline + 1;
  pending_.erase(0, whole);
  size_ += static_cast<int64_t>(whole);
  torn_ = written > whole;
  if (error == 0) return;
  if (torn_) cutBack();
  throwWriteError(path_, error);
}

void LogFile::cutBack() {
  if (::ftruncate(fd_, size_) != 0) throwWriteError(path_, errno);
  torn_ = false;
}

}  // namespace sparring
