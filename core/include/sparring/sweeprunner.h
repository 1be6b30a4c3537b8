// A sweep under way: on this machine, or with Slurm.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sparring/sweep.h"

namespace sparring {

/// Whoever carries a sweep out, each of its jobs by a process of sparring-cli (`sweep --work`), so that what breaks one
/// costs one. The same jobs whoever it is: nextJob() says what is left. One thread at a time.
class SweepRunner {
 public:
  virtual ~SweepRunner() =
      default;  ///< ends what runs, with checkpoints, and waits: half a minute, with Slurm a whole one
  SweepRunner(const SweepRunner&) = delete;
  SweepRunner& operator=(const SweepRunner&) = delete;

  struct Ended {
    SweepJob job;
    std::optional<SweepResult> result;  ///< none: it failed, or was ended
    std::string failure;                ///< the last thing it said, or why it was ended
  };
  /// Begins what can be begun and tells of what has ended. To be called some times a second. Throws Error: a job cannot
  /// be begun at all.
  virtual std::vector<Ended> advance() = 0;
  /// The runs whose jobs have begun and not ended; with Slurm it is not known which.
  virtual std::vector<size_t> running() const { return {}; }
  bool busy() const;  ///< something runs, or is still to be begun
  const SweepFolder& folder() const { return folder_; }
  const SweepResults& results() const { return results_; }
  std::vector<size_t> failed() const { return {failed_.begin(), failed_.end()}; }  ///< since it was taken up

 protected:
  explicit SweepRunner(SweepFolder folder) : folder_(std::move(folder)), results_(folder_.results()) {}
  virtual bool waits() const = 0;  ///< for jobs that were begun
  SweepFolder folder_;
  SweepResults results_;
  std::set<size_t> failed_;
};

/// `jobs` processes at a time on this machine.
class LocalSweep : public SweepRunner {
 public:
  /// `program`: sparring-cli.
  LocalSweep(SweepFolder folder, std::filesystem::path program);
  ~LocalSweep() override;
  std::vector<Ended> advance() override;  ///< does not block
  std::vector<size_t> running() const override;

 protected:
  bool waits() const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Arrays of jobs with Slurm, and what comes of them by the folder, which all its machines must see, the program too.
/// What it has submitted stands in DIR/slurm, and is taken up by the next one of that folder: a killed process leaves
/// jobs that go on.
class SlurmSweep : public SweepRunner {
 public:
  /// `program`: sparring-cli.
  SlurmSweep(SweepFolder folder, std::filesystem::path program);
  ~SlurmSweep() override;
  /// Waits for sbatch where it submits; asks squeue now and then, without waiting. Throws Error: there is no Slurm
  /// here, or it refuses the jobs.
  std::vector<Ended> advance() override;

 protected:
  bool waits() const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// By the runner that the sweep asks for. Throws Error: jobs of it are still with Slurm, and another runner is asked
/// for.
std::unique_ptr<SweepRunner> runSweep(SweepFolder folder, std::filesystem::path program);

}  // namespace sparring
