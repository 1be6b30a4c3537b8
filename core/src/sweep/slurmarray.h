// Arrays of jobs as Slurm takes them, and what its commands say of them: values and texts.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sparring/sweep.h"

namespace sparring {

/// Throws Error (Usage): no such runner; what Slurm is asked for is not as sbatch takes it.
void requireRunner(const SweepSpec& spec);

/// What one task of an array does: `work` as SweepFolder::jobOf() reads it.
struct SlurmTask {
  std::string work;
  int64_t budget = 0;
  bool operator==(const SlurmTask&) const = default;
};

/// The place, from 1, where `work` is "best-PLACE-to-BUDGET".
std::optional<size_t> placeOf(const std::string& work, int64_t budget);

struct SlurmArray {
  int64_t number = 0;  ///< of its files in DIR/slurm
  std::string name;    ///< of its jobs; no other array has it
  std::string id;      ///< Slurm's; empty until sbatch has answered
  std::vector<SlurmTask> tasks;
  bool operator==(const SlurmArray&) const = default;
};

/// All that is left of a sweep, an element for each array: each is to begin when the one before it has ended. Runs by
/// name where it is known which go on, else by place. `aside`: runs that have failed.
std::vector<std::vector<SlurmTask>> slurmTasks(const SweepSpec& spec, const std::vector<SweepRun>& runs,
                                               const SweepResults& results, const std::set<size_t>& aside);

/// A line for each task.
std::string taskLines(const std::vector<SlurmTask>& tasks);
std::vector<SlurmTask> parseTaskLines(const std::string& text);  ///< without lines that are none

/// What sbatch is given. `tasks`, `said`: the array's list of tasks, and where to put what the script says of itself.
/// `after`: the id of an array that must have ended; empty: none.
struct SlurmScript {
  SweepSpec spec;
  std::filesystem::path sweep, tasks, said, program;  ///< absolute
  std::string after;
};
std::string scriptText(const SlurmArray& array, const SlurmScript& script);

/// Of what `sbatch --parsable` prints; empty: it is none.
std::string submittedId(const std::string& answer);

/// What Slurm says of one task.
struct SlurmState {
  std::string id, name;
  int64_t task = 0;
  std::string state;  ///< "RUNNING", "TIMEOUT", …
  bool operator==(const SlurmState&) const = default;
};
std::vector<std::string> squeueWords(const std::vector<SlurmArray>& arrays);
std::vector<SlurmState> parseQueue(const std::string& text);  ///< without lines that are none
std::vector<std::string> sacctWords(const std::vector<SlurmArray>& arrays);
std::vector<SlurmState> parseAccounting(const std::string& text);  ///< likewise

/// The task of an array in `states`, or null.
const SlurmState* stateOf(const std::vector<SlurmState>& states, const SlurmArray& array, size_t task);

/// Whether a job in that state will not run any more.
bool isOver(const std::string& state);

}  // namespace sparring
