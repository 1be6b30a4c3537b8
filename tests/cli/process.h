// The program under test as a child process.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sparring::test {

struct Result {
  int exitCode = -1;  ///< -1 where a signal ended it
  int signal = 0;     ///< the signal that ended it, or 0
  std::string out;    ///< stdout that readLine() has not returned yet
  std::string err;
};

/// What a process finds when it starts.
struct Surroundings {
  std::vector<int> closed = {};               ///< of the descriptors 0 to 2
  std::vector<int> ignored = {};              ///< signals; all others do what they usually do
  std::string out = {};                       ///< where stdout goes; empty: to readLine()
  std::vector<std::string> environment = {};  ///< "NAME=value", in place of ours
};

/// A running sparring-cli. Killed when destroyed before it was finished.
class Process {
 public:
  /// Starts it in `folder` with SPARRING_DATA set to `folder`/no-data, so that nothing on the machine is found.
  Process(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
          const Surroundings& surroundings = {});
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// The next line of stdout without its newline; blocks until there is one. Nothing at the end.
  std::optional<std::string> readLine();
  void send(int signal);
  void waitUntilItCatches(int signal) const;  ///< until it has a handler for it, or has ended
  void closeOutput();                         ///< nobody reads its stdout any more
  Result finish();                            ///< reads the rest and waits for the end

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  std::filesystem::path err_;
  std::string buffer_;
};

}  // namespace sparring::test
