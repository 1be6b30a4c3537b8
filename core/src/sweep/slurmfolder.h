// DIR/slurm: the arrays of jobs that a sweep has with Slurm.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sweep/slurmarray.h"

namespace sparring {

/// array-N.sh is what sbatch was given, array-N.txt says what each task does, array-N.log what the script said of
/// itself; arrays.json names those that have not ended, and so is written before sbatch is called and after it has
/// answered.
class SlurmFolder {
 public:
  explicit SlurmFolder(const std::filesystem::path& sweep) : path_(std::filesystem::absolute(sweep) / "slurm") {}

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path script(int64_t number) const;
  std::filesystem::path tasks(int64_t number) const;
  std::filesystem::path said(int64_t number) const;

  /// Those that have not ended, in the order in which they begin. None where arrays.json cannot be read.
  std::vector<SlurmArray> arrays() const;
  /// Throws Error, here and below: it cannot be written.
  void note(const std::vector<SlurmArray>& arrays) const;
  /// A new array, without an id, and its files.
  SlurmArray add(const std::vector<SlurmTask>& tasks, SlurmScript script) const;

 private:
  std::filesystem::path path_;
};

/// Of arrays with jobs that run or wait, as squeue says; none where there is no squeue. Waits for it.
std::vector<std::string> idsWithSlurm(const std::filesystem::path& sweep);

}  // namespace sparring
