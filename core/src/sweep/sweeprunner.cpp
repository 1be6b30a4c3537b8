#include "sparring/sweeprunner.h"

#include "base/text.h"
#include "sparring/error.h"
#include "sweep/slurmcommand.h"
#include "sweep/slurmfolder.h"

namespace sparring {

bool SweepRunner::busy() const { return waits() || nextJob(folder_.spec(), results_, failed_); }

std::unique_ptr<SweepRunner> runSweep(SweepFolder folder, std::filesystem::path program) {
  if (folder.spec().runner == "slurm") return std::make_unique<SlurmSweep>(std::move(folder), std::move(program));
  if (const auto ids = idsWithSlurm(folder.path()); !ids.empty())
    throw Error(
        {QT_TRANSLATE_NOOP("core", "Jobs of this sweep are still with Slurm: %1."), {joined(ids, ", ")}},
        {QT_TRANSLATE_NOOP("core", "Go on with it by --runner slurm, or end them: scancel %1"), {joined(ids, " ")}});
  return std::make_unique<LocalSweep>(std::move(folder), std::move(program));
}

}  // namespace sparring
