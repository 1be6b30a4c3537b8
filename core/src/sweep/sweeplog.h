// What a job of a sweep said while it ran.
#pragma once

#include <filesystem>
#include <string>

namespace sparring {

/// DIR/logs/WORK.log: the stderr of one `sweep --work WORK`.
std::filesystem::path sweepLog(const std::filesystem::path& sweep, const std::string& work);

/// The sentence it ended with; why it cannot be read where that is so.
std::string lastWords(const std::filesystem::path& log);

}  // namespace sparring
