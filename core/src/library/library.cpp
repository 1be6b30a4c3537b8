#include "sparring/library.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "io/runformat.h"
#include "library/entry.h"
#include "library/runindex.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr char kIndexFile[] = ".sparring-index";
constexpr char kSweepFile[] = "sweep.json";
constexpr const char* kStamped[] = {kConfigFile, kMetricsFile, kEventsFile, kLabelsFile, kCheckpointsFolder};
constexpr size_t kNews = 64;  // runs from one word to the watch to the next

/// Changes whenever one of the files does that an entry is read from; empty where there is no run.
std::string stampOf(const fs::path& run) {
  std::string stamp;
  for (const char* name : kStamped) {
    struct stat status = {};
    if (::stat((run / name).c_str(), &status) == 0)
      stamp += std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec) + "+" +
               std::to_string(status.st_size) + " ";
    else if (name == kStamped[0])
      return {};
    else
      stamp += "- ";
  }
  return stamp;
}

bool isFolder(const fs::directory_entry& entry) {
  std::error_code ec;
  return entry.is_directory(ec) && !entry.path().filename().string().starts_with('.');
}

}  // namespace

struct Library::Impl {
  struct Known {
    std::string stamp;
    LibraryRun run;
  };
  fs::path folder;
  std::unique_ptr<RunIndex> index;
  std::map<std::string, Known> known;  // by the folder below this one

  void recall() {
    index = std::make_unique<RunIndex>(folder / kIndexFile, entryVersion());
    for (RunIndex::Row& row : index->rows()) {
      Known one{std::move(row.stamp), {}};
      if (entryInto(one.run, row.entry)) known.emplace(std::move(row.folder), std::move(one));
    }
  }

  /// The folders of runs below this one, and of those in sweeps.
  std::vector<std::string> found() const {
    std::vector<std::string> folders;
    std::error_code ec, inner;
    for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
      if (!isFolder(*it)) continue;
      const std::string name = it->path().filename().string();
      if (!fs::exists(it->path() / kSweepFile, inner)) {
        folders.push_back(name);
        continue;
      }
      for (fs::directory_iterator run(it->path(), inner), last; !inner && run != last; run.increment(inner))
        if (isFolder(*run)) folders.push_back(name + "/" + run->path().filename().string());
    }
    return folders;
  }

  LibraryRun read(const std::string& name) const {
    LibraryRun run;
    static_cast<RunSummary&>(run) = summaryOf(folder / name);
    try {
      run.labels = readLabels(run.folder);
    } catch (const Error& error) {
      run.labelsProblem = error.cause();
    }
    return run;
  }
};

Library::Library(fs::path folder) : impl_(std::make_unique<Impl>()) { impl_->folder = std::move(folder); }
Library::~Library() = default;
Library::Library(Library&&) noexcept = default;

std::vector<LibraryRun> Library::list(const std::function<bool(size_t, size_t)>& watch) {
  std::vector<LibraryRun> runs;
  std::error_code ec;
  if (!fs::is_directory(impl_->folder, ec)) return runs;
  if (!impl_->index) impl_->recall();

  const std::vector<std::string> folders = impl_->found();
  std::vector<RunIndex::Row> put;
  bool whole = true;
  for (size_t i = 0; i < folders.size(); ++i) {
    if (watch && i % kNews == 0 && !watch(i, folders.size())) {
      whole = false;
      break;
    }
    const std::string stamp = stampOf(impl_->folder / folders[i]);
    if (stamp.empty()) continue;
    auto& known = impl_->known[folders[i]];
    if (known.stamp != stamp) {
      known = {stamp, impl_->read(folders[i])};
      if (!known.run.problem && !known.run.labelsProblem) put.push_back({folders[i], stamp, entryText(known.run)});
    }
    LibraryRun& run = known.run;
    run.folder = impl_->folder / folders[i];
    run.training = isBeingTrained(run.folder);
    const size_t slash = folders[i].find('/');
    run.sweep = slash == std::string::npos ? std::string() : folders[i].substr(0, slash);
    runs.push_back(run);
  }

  std::vector<std::string> gone;
  if (whole) {
    const std::set<std::string> there(folders.begin(), folders.end());
    std::erase_if(impl_->known, [&](const auto& one) {
      if (there.contains(one.first) && !one.second.stamp.empty()) return false;
      gone.push_back(one.first);
      return true;
    });
  }
  impl_->index->change(put, gone);
  std::ranges::sort(runs, newestFirst);
  return runs;
}

}  // namespace sparring
