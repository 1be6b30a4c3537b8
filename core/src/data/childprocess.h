// A program run without a shell, to be waited for or killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sparring {

/// Input and output are closed to it; what it writes to stderr goes to a file. One thread at a time.
class ChildProcess {
 public:
  /// `program` is looked for on the PATH. Throws Error where it cannot be started (mostly: not installed).
  ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
               const std::filesystem::path& workingFolder, const std::filesystem::path& errorLog);

  /// Kills the program and the programs it started, if it still runs, and waits for its end (at once).
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Its exit code once it has ended (128 + signal where one ended it). Does not block.
  std::optional<int> exitCode();

 private:
  pid_t pid_ = -1;
  std::optional<int> exitCode_;
};

}  // namespace sparring
