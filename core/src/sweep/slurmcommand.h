// One of Slurm's commands, as a child process.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "data/childprocess.h"

namespace sparring {

/// Its answer goes through two files of its name in a folder, where only one of that name may run at a time. One
/// thread.
class SlurmCommand {
 public:
  /// `words`: the command, which is looked for on the PATH, and its arguments. Throws Error: there is none.
  SlurmCommand(const std::filesystem::path& folder, const std::vector<std::string>& words);

  bool over();                             ///< does not block
  bool wait(std::chrono::seconds atMost);  ///< whether it is over
  bool succeeded();                        ///< once it is over
  std::string answer() const;              ///< its stdout; empty where it cannot be read
  std::string words() const;               ///< likewise, what it said of an error, as one line

 private:
  std::filesystem::path output_, errors_;
  ChildProcess child_;
};

}  // namespace sparring
