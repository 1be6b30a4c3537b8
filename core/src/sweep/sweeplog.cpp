#include "sweep/sweeplog.h"

#include "io/file.h"
#include "sparring/error.h"

namespace sparring {

namespace {
constexpr int64_t kLogLimit = 1 << 20;
}

std::filesystem::path sweepLog(const std::filesystem::path& sweep, const std::string& work) {
  return sweep / "logs" / (work + ".log");
}

std::string lastWords(const std::filesystem::path& log) {
  try {
    const std::string text = readFile(log, kLogLimit);
    const size_t error = text.rfind("error: ");
    return error == text.npos ? text.substr(0, 200) : text.substr(error + 7, text.find('\n', error) - error - 7);
  } catch (const Error& problem) {
    return problem.cause().str();
  }
}

}  // namespace sparring
