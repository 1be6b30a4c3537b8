#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "base/text.h"
#include "data/catalogue.h"
#include "data/fingerprint.h"
#include "sparring/data.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

fs::path homeFolder() {
  if (const char* home = std::getenv("HOME"); home && *home) return home;
  if (const passwd* entry = getpwuid(getuid()); entry && entry->pw_dir) return entry->pw_dir;
  return fs::temp_directory_path();
}

void checkPublished(const fs::path& folder, const CatalogueRow& row) {
  for (const KnownFile& known : row.files) {
    const fs::path path = findIdxFile(folder, known.name);
    if (idxSha256(readIdx(path, idxRank(path))) == known.sha256) continue;
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is not the published file of %2: its SHA-256 differs."),
                 {path.string(), row.name}},
                {QT_TRANSLATE_NOOP("core",
                                   "Fetch it again: sparring-cli data fetch %1. To train on files of your own, "
                                   "give their folder."),
                 {row.name}});
  }
}

std::shared_ptr<const Dataset> named(Dataset read, const std::string& name) {
  auto data = std::make_shared<Dataset>(std::move(read));
  data->name = name;
  data->sha256 = fingerprint(*data);
  return data;
}

std::shared_ptr<const Dataset> loadKnown(const CatalogueRow& row) {
  if (row.make) return row.make();
  const fs::path folder = folderOf(row);
  if (row.form.look(folder) == FolderForm::Found::All) {
    checkPublished(folder, row);
    return named(row.form.read(folder), row.name);
  }
  const Message missing{QT_TRANSLATE_NOOP("core", "The data set %1 is not on this machine (looked in %2)."),
                        {row.name, folder.string()}};
  if (!row.fetchable())
    throw Error(missing, {QT_TRANSLATE_NOOP("core", "It is not fetched from the network: copy its files there (%1)."),
                          {row.form.files}});
  throw Error(missing, {QT_TRANSLATE_NOOP("core",
                                          "Fetch it with: sparring-cli data fetch %1. Or train on the built-in digits: "
                                          "data = synthetic."),
                        {row.name}});
}

std::shared_ptr<const Dataset> loadFolder(const std::string& path) {
  std::error_code failure;
  if (!fs::exists(path, failure) && (!failure || failure == std::errc::no_such_file_or_directory)) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "There is no data set or folder called %1."), {path}},
        {QT_TRANSLATE_NOOP("core", "Known by name: %1. Or give a folder of four IDX files."), {catalogueNames()}},
        Error::Kind::Usage);
  }
  const fs::path folder = fs::absolute(path, failure).lexically_normal();
  if (!isUtf8(folder.string()))
    throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 has a name that is not UTF-8 text: no run could keep it."),
                 {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Rename the folder, or give a link to it that has another name."), {}},
                Error::Kind::Usage);
  return named(formOf(folder).read(folder), folder.string());
}

}  // namespace

fs::path dataFolder() {
  if (const char* chosen = std::getenv("SPARRING_DATA"); chosen && *chosen) return chosen;
  // the XDG specification: relative values are to be ignored
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache == '/') return fs::path(cache) / "sparring";
  return homeFolder() / ".cache" / "sparring";
}

std::vector<KnownDataset> knownDatasets() {
  std::vector<KnownDataset> known;
  for (const CatalogueRow& row : catalogue()) {
    const fs::path folder = folderOf(row);
    known.push_back({row.name, row.title, row.licence, row.make || row.form.look(folder) == FolderForm::Found::All,
                     row.make || row.fetchable(), folder});
  }
  return known;
}

void requireSame(const Dataset& data, const std::string& sha256) {
  if (data.sha256 == sha256) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "The run was trained on other data than \"%1\" is now."), {data.name}},
      {QT_TRANSLATE_NOOP(
           "core", "Bring back the data with SHA-256 %1, name the folder where they are now, or start a new run."),
       {sha256}});
}

std::shared_ptr<const Dataset> loadSame(const std::string& name, const std::string& sha256) {
  std::error_code none;
  if (fs::path(name).is_absolute() && !fs::exists(name, none))
    throw Error({QT_TRANSLATE_NOOP("core", "The run's data are no longer in %1."), {name}},
                {QT_TRANSLATE_NOOP("core",
                                   "Where they have moved, name the folder: --data DIR on the command line, \"Its data "
                                   "have moved\" in the run's menu in the window."),
                 {}});
  auto data = loadDataset(name);
  requireSame(*data, sha256);
  return data;
}

std::shared_ptr<const Dataset> loadDataset(const std::string& nameOrFolder) {
  try {
    const CatalogueRow* row = findInCatalogue(nameOrFolder);
    return row ? loadKnown(*row) : loadFolder(nameOrFolder);
  } catch (const std::bad_alloc&) {
    throw Error({QT_TRANSLATE_NOOP("core", "There is not enough memory to load %1."), {nameOrFolder}},
                {QT_TRANSLATE_NOOP("core", "Close other programs or take a smaller data set."), {}});
  }
}

}  // namespace sparring
