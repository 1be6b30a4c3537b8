// A folder nothing can be written into, for tests that may run as the superuser.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

namespace sparring::test {

/// While it lives, `folder` may not be written. The superuser may write anywhere, so a superuser's process acts as
/// another user for that time.
class ReadOnlyFolder {
 public:
  explicit ReadOnlyFolder(std::filesystem::path folder) : folder_(std::move(folder)), user_(::geteuid()) {
    constexpr uid_t kNobody = 65534;
    ::chmod(folder_.c_str(), 0555);
    if (user_ == 0) readOnly_ = ::seteuid(kNobody) == 0;
  }
  ~ReadOnlyFolder() {
    if (user_ == 0 && readOnly_) ::seteuid(0);
    ::chmod(folder_.c_str(), 0755);
  }
  ReadOnlyFolder(const ReadOnlyFolder&) = delete;
  ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

  explicit operator bool() const { return readOnly_; }  ///< false: it could not be arranged here

 private:
  std::filesystem::path folder_;
  uid_t user_;
  bool readOnly_ = true;
};

}  // namespace sparring::test
