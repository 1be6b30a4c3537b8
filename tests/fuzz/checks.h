// What every target is made of: something must hold, bytes are taken or refused, bytes lie in a file.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "../core/temp_folder.h"
#include "io/file.h"
#include "sparring/error.h"

namespace sparring::fuzz {

/// Something does not hold that must.
struct Broken : std::logic_error {
  using std::logic_error::logic_error;
};

inline void require(bool holds, const char* what) {
  if (!holds) throw Broken(what);
}

/// What the parser makes of the bytes; nothing where it refuses them, which it does with a cause in words.
template <class Parse>
auto taken(Parse parse) -> std::optional<decltype(parse())> {
  try {
    return parse();
  } catch (const Error& error) {
    require(!error.cause().str().empty(), "an error without a cause");
    return {};
  }
}

/// A folder that is memory where the machine has such a one: the writers wait for the disk with every file.
inline const std::filesystem::path& scratch() {
  static const test::TempFolder folder(::access("/dev/shm", W_OK) == 0 ? std::filesystem::path("/dev/shm")
                                                                       : std::filesystem::temp_directory_path());
  return folder.path();
}

/// A file that holds the bytes, until the next call.
inline const std::filesystem::path& given(std::string_view bytes) {
  static const std::filesystem::path path = scratch() / "given";
  static const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  require(fd >= 0 && ::ftruncate(fd, 0) == 0 && ::lseek(fd, 0, SEEK_SET) == 0, "no file to write to");
  writeAll(fd, bytes, path);
  return path;
}

}  // namespace sparring::fuzz
