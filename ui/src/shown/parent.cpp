#include "shown/parent.h"

#include "sparring/error.h"
#include "sparring/library.h"

namespace sparring::ui {

std::optional<Parent> parentOfRun(const std::filesystem::path& folder) {
  const auto origin = summaryOf(folder).parent;
  if (!origin) return {};
  try {
    RunRecord record = withPast(readRun(origin->run), origin->run);
    Parent parent{origin->run, origin->step, runTitle(origin->run), record.config.params.adversary, {}};
    parent.trace = traceOf(std::move(record));
    return parent;
  } catch (const Error&) {
    return {};
  }
}

}  // namespace sparring::ui
