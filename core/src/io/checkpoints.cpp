#include "io/checkpoints.h"

namespace sparring {

TensorFile readCheckpoint(const RunRecord& run, const std::filesystem::path& folder, std::optional<int64_t> step,
                          std::optional<Error>* skipped) {
  if (step) return readSafetensors(checkpointPath(folder, *step));
  std::optional<Error> newest;
  for (auto it = run.checkpoints.rbegin(); it != run.checkpoints.rend(); ++it) {
    try {
      auto file = readSafetensors(checkpointPath(folder, *it));
      if (skipped) *skipped = newest;
      return file;
    } catch (const Error& error) {
      if (!newest) newest = error;
    }
  }
  if (newest) throw *newest;
  throw Error({QT_TRANSLATE_NOOP("core", "%1 has no checkpoint to go on from."), {folder.string()}},
              {QT_TRANSLATE_NOOP("core", "Start a new run with the same settings: train --config %1/config.json."),
               {folder.string()}});
}

}  // namespace sparring
