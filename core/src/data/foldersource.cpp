// A folder on this machine as a source, such as the one of a distribution's package.
#include "data/fetch.h"
#include "data/gunzip.h"
#include "data/idxfolder.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

class FolderSource : public FetchSource {
 public:
  explicit FolderSource(fs::path folder) : folder_(std::move(folder)) {}

  std::string name() const override { return folder_.string(); }

  void fetch(FetchTarget& target) const override {
    const std::vector<KnownFile> wanted = target.wanted();
    for (const KnownFile& file : wanted) {
      const fs::path path = findIdxFile(folder_, file.name);
      if (path.empty()) {
        throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 lacks the file %2."), {folder_.string(), file.name}});
      }
      target.report(file.name, 0, file.size);
      target.store(file, gunzip(path, file.size));
      target.report(file.name, file.size, file.size);
    }
  }

 private:
  fs::path folder_;
};

}  // namespace

std::unique_ptr<FetchSource> folderSource(fs::path folder) { return std::make_unique<FolderSource>(std::move(folder)); }

}  // namespace sparring
