#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace sparring {

/// The content of a file of known size, unpacked where it is gzip. Throws Error where it is longer or shorter.
std::string gunzip(const std::filesystem::path& path, int64_t size);

}  // namespace sparring
