// A program run without a shell, to be waited for or killed.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sparring {

struct ChildOptions {
  std::filesystem::path workingFolder = ".";
  std::filesystem::path errorLog;              ///< what it writes to stderr goes there
  std::filesystem::path output = "/dev/null";  ///< and this to stdout, unless it talks
  std::vector<std::string> environment = {};   ///< "NAME=value", besides our own
  bool talks = false;  ///< its input and output come from and go to us; else they are closed to it
};

/// One thread at a time.
class ChildProcess {
 public:
  /// `program` is looked for on the PATH. Throws Error where it cannot be started (mostly: not installed).
  ChildProcess(const std::string& program, const std::vector<std::string>& arguments, const ChildOptions& options);

  /// Kills the program and the programs it started, if it still runs, and waits for its end (at once).
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Sends it a signal, and the programs it started.
  void ask(int signal);

  /// Its exit code once it has ended (128 + signal where one ended it). Does not block.
  std::optional<int> exitCode();

  /// Where it talks: sends a line (without effect once it is gone).
  void say(const std::string& line);
  /// Its next line, without the newline. Nothing where it closed its output or said nothing for so long.
  std::optional<std::string> hear(std::chrono::milliseconds patience);

 private:
  pid_t pid_ = -1;
  int line_ = -1;      ///< our end of its input and output
  std::string heard_;  ///< beyond the last line
  std::optional<int> exitCode_;
};

}  // namespace sparring
