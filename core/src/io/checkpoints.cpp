#include "io/checkpoints.h"

namespace sparring {

namespace {

[[noreturn]] void throwNone(const std::filesystem::path& folder) {
  throw Error({QT_TRANSLATE_NOOP("core", "%1 has no checkpoint to go on from."), {folder.string()}},
              {QT_TRANSLATE_NOOP("core", "Start a new run with the same settings: train --config %1/config.json."),
               {folder.string()}});
}

}  // namespace

TensorFile lastReadableCheckpoint(const RunRecord& run, const std::filesystem::path& folder,
                                  std::optional<Error>* skipped) {
  for (auto it = run.checkpoints.rbegin(); it != run.checkpoints.rend(); ++it) {
    try {
      return readSafetensors(checkpointPath(folder, *it));
    } catch (const Error& error) {
      if (!*skipped) *skipped = error;
    }
  }
  if (*skipped) throw **skipped;
  throwNone(folder);
}

TensorFile readCheckpoint(const RunRecord& run, const std::filesystem::path& folder, std::optional<int64_t> step) {
  if (run.checkpoints.empty()) throwNone(folder);
  if (step) return readSafetensors(checkpointPath(folder, *step));
  try {
    return readSafetensors(checkpointPath(folder, run.checkpoints.back()));
  } catch (const Error& error) {
    if (run.checkpoints.size() < 2) throw;
    throw Error(error.cause(),
                {QT_TRANSLATE_NOOP("core", "An earlier checkpoint is there: add --step %1, or resume the run from it."),
                 {std::to_string(run.checkpoints[run.checkpoints.size() - 2])}});
  }
}

}  // namespace sparring
