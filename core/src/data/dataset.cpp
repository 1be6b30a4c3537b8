#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "data/catalogue.h"
#include "data/fingerprint.h"
#include "data/idxfolder.h"
#include "sparring/data.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

fs::path homeFolder() {
  if (const char* home = std::getenv("HOME"); home && *home) return home;
  if (const passwd* entry = getpwuid(getuid()); entry && entry->pw_dir) return entry->pw_dir;
  return fs::temp_directory_path();
}

void checkPublished(const IdxArray& array, const fs::path& path, const KnownFile& known, const CatalogueRow& row) {
  if (idxSha256(array) == known.sha256) return;
  throw Error({QT_TRANSLATE_NOOP("core", "%1 is not the published file of %2: its SHA-256 differs."),
               {path.string(), row.name}},
              {QT_TRANSLATE_NOOP("core",
                                 "Fetch it again: sparring-cli data fetch %1. To train on files of your own, "
                                 "give their folder."),
               {row.name}});
}

/// `row` is given for a known data set: its files must be the published ones.
std::shared_ptr<const Dataset> readFolder(const fs::path& folder, const std::string& name, const CatalogueRow* row) {
  const IdxFiles files = requireIdxFiles(folder);
  const auto read = [&](size_t index, int rank) {
    IdxArray array = readIdx(files.paths[index], rank);
    if (row) checkPublished(array, files.paths[index], row->files[index], *row);
    return array;
  };
  const auto readSet = [&](size_t first) {
    IdxArray images = read(first, 3);
    return toImageSet(std::move(images), files.paths[first], read(first + 1, 1), files.paths[first + 1]);
  };
  auto data = std::make_shared<Dataset>();
  data->name = name;
  data->train = readSet(0);
  data->test = readSet(2);
  if (data->train.side != data->test.side) {
    throw Error({QT_TRANSLATE_NOOP("core", "Training images of %1 have a side of %2 pixels, test images one of %3."),
                 {folder.string(), std::to_string(data->train.side), std::to_string(data->test.side)}},
                {QT_TRANSLATE_NOOP("core", "Both must have the same size."), {}});
  }
  data->sha256 = fingerprint(*data);
  return data;
}

std::shared_ptr<const Dataset> loadKnown(const CatalogueRow& row) {
  if (row.make) return row.make();
  const fs::path folder = folderOf(row);
  if (!findIdxFiles(folder).complete()) {
    throw Error({QT_TRANSLATE_NOOP("core", "The data set %1 is not on this machine (looked in %2)."),
                 {row.name, folder.string()}},
                {QT_TRANSLATE_NOOP("core",
                                   "Fetch it with: sparring-cli data fetch %1. Or train on the built-in digits: "
                                   "data = synthetic."),
                 {row.name}});
  }
  return readFolder(folder, row.name, &row);
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
  return readFolder(folder, folder.string(), nullptr);
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
    known.push_back({row.name, row.title, row.licence, row.make || findIdxFiles(folder).complete(), folder});
  }
  return known;
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
