#include "io/newrun.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>

#include "io/file.h"
#include "io/runformat.h"
#include "io/timesfile.h"
#include "sparring/error.h"

namespace sparring {
namespace fs = std::filesystem;
namespace {

/// What a beginning makes, in the order in which it is taken away again: the lock last.
constexpr std::string_view kParts[] = {kConfigFile,    kEventsFile,      kMetricsFile,       kTimesFile,
                                       kSamplesFolder, kSnapshotsFolder, kCheckpointsFolder, kLockFile};

/// Whether all that `folder` holds, temporaries aside, is of these names.
bool holdsOnly(const fs::path& folder, std::initializer_list<std::string_view> names) {
  std::error_code ec;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    const std::string name = it->path().filename().string();
    if (!isTemporary(it->path()) && std::find(names.begin(), names.end(), name) == names.end()) return false;
  }
  return !ec || ec == std::errc::no_such_file_or_directory;
}

/// What a program left that was killed while it began a run: at most the checkpoint of step 0.
bool isUnbegun(const fs::path& folder) {
  std::error_code ec;
  if (!fs::exists(folder / kLockFile, ec)) return false;
  const std::string first = checkpointPath(folder, 0).filename().string();
  return holdsOnly(folder, {kLockFile, kMetricsFile, kEventsFile, kTimesFile, kSamplesFolder, kCheckpointsFolder}) &&
         holdsOnly(folder / kCheckpointsFolder, {first}) && holdsOnly(folder / kSamplesFolder, {}) &&
         readLog(folder / kMetricsFile).size() <= metricsHeader().size() + 1 && readLog(folder / kEventsFile).empty();
}

/// Refuses a folder in which a new run would overwrite or mix with something.
void checkVacant(const fs::path& folder) {
  std::error_code ec;
  if (fs::exists(folder / kConfigFile, ec)) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 already holds a run."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Go on with that run (--resume), or choose another folder (--out).")});
  }
  if (fs::is_directory(folder, ec) && !fs::is_empty(folder, ec) && !ec && !isUnbegun(folder)) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is not empty, and what it holds is no run."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Choose another folder (--out): a new or an empty one.")});
  }
}

void removeParts(const fs::path& folder) {
  std::error_code ignored;
  for (const std::string_view name : kParts)
    if (name != kLockFile) fs::remove_all(folder / name, ignored);
}

}  // namespace

NewRun::NewRun(const fs::path& wished, Naming naming) : folder_(wished.has_filename() ? wished : wished.parent_path()) {
  make(naming);
  try {
    claim();
  } catch (...) {
    std::error_code ignored;
    if (made_) fs::remove(folder_, ignored);
    throw;
  }
}

NewRun::~NewRun() {
  if (kept_) return;
  std::error_code ignored;
  removeParts(folder_);
  fs::remove(folder_ / kLockFile, ignored);
  if (made_) fs::remove(folder_, ignored);
}

void NewRun::make(Naming naming) {
  const fs::path name = folder_;
  std::error_code ec;
  if (name.has_parent_path()) fs::create_directories(name.parent_path(), ec);
  if (ec) throwWriteError(folder_, ec.value());
  for (int n = 2;; ++n) {
    made_ = ::mkdir(folder_.c_str(), 0777) == 0;  // of several programs one succeeds
    if (made_ || (errno == EEXIST && naming == Naming::Exact)) return;
    if (errno != EEXIST) throwWriteError(folder_, errno);
    folder_ = name.string() + "-" + std::to_string(n);
  }
}

void NewRun::claim() {
  if (!made_) checkVacant(folder_);  // before anything is written there
  lock_ = std::make_shared<RunLock>(folder_);
  checkVacant(folder_);  // once more: another may have begun meanwhile, and ended
  removeParts(folder_);
}

}  // namespace sparring
