#include "targets.h"

namespace sparring::fuzz {

const std::vector<Target>& targets() {
  static const std::vector<Target> all = {
      attacksTarget(),      paramsTarget(),   settingsTarget(), metricsTarget(), eventsTarget(),      configTarget(),
      evaluationsTarget(),  picturesTarget(), idxTarget(),      gzipTarget(),    safetensorsTarget(), logsTarget(),
      checkpointsTarget(),  sweepsTarget(),   slurmTarget(),    labelsTarget(),  filtersTarget(),     pngTarget(),
      pictureFilesTarget(), timesTarget(),    lessonsTarget()};
  return all;
}

}  // namespace sparring::fuzz
