#include "data/idxfolder.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace fs = std::filesystem;

namespace sparring {

namespace {

constexpr int64_t kMinSide = 4;
constexpr int64_t kMaxSide = 256;
constexpr uint8_t kMaxLabel = 9;

Message namesHint() {
  return {QT_TRANSLATE_NOOP("core", "It needs %1, %2, %3 and %4, raw or as .gz."),
          {kIdxNames[0], kIdxNames[1], kIdxNames[2], kIdxNames[3]}};
}

bool isFile(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

/// Throws Error where the folder cannot be listed, saying why.
void requireFolder(const fs::path& folder) {
  struct stat status;
  if (stat(folder.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is a file, not a folder."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Name the folder that holds the four IDX files."), {}});
  }
  DIR* listing = opendir(folder.c_str());
  if (!listing) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "The folder %1 cannot be read: %2."), {folder.string(), std::strerror(errno)}},
        {QT_TRANSLATE_NOOP("core", "Check that the path is right and that you may read it."), {}});
  }
  closedir(listing);
}

}  // namespace

bool IdxFiles::complete() const {
  return std::none_of(paths.begin(), paths.end(), [](const fs::path& path) { return path.empty(); });
}

bool IdxFiles::none() const {
  return std::all_of(paths.begin(), paths.end(), [](const fs::path& path) { return path.empty(); });
}

fs::path findIdxFile(const fs::path& folder, const std::string& name) {
  std::string dotted = name;
  const size_t dash = dotted.find("-idx");
  if (dash != std::string::npos) dotted[dash] = '.';
  for (const std::string& candidate : {name, dotted, name + ".gz", dotted + ".gz"}) {
    if (isFile(folder / candidate)) return folder / candidate;
  }
  return {};
}

IdxFiles findIdxFiles(const fs::path& folder) {
  IdxFiles files;
  for (size_t i = 0; i < kIdxNames.size(); ++i) files.paths[i] = findIdxFile(folder, kIdxNames[i]);
  return files;
}

IdxFiles requireIdxFiles(const fs::path& folder) {
  requireFolder(folder);
  const IdxFiles files = findIdxFiles(folder);
  if (files.none()) {
    throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 holds no IDX files."), {folder.string()}}, namesHint());
  }
  for (size_t i = 0; i < kIdxNames.size(); ++i) {
    if (files.paths[i].empty()) {
      throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 lacks the file %2."), {folder.string(), kIdxNames[i]}},
                  namesHint());
    }
  }
  return files;
}

void checkImages(const IdxArray& images, const fs::path& path) {
  const int64_t rows = images.dims[1];
  const int64_t columns = images.dims[2];
  if (rows != columns) {
    throw Error({QT_TRANSLATE_NOOP("core", "The images in %1 are not square: %2 x %3."),
                 {path.string(), std::to_string(rows), std::to_string(columns)}},
                {QT_TRANSLATE_NOOP("core", "Crop or pad them to a square."), {}});
  }
  if (rows < kMinSide || rows > kMaxSide) {
    throw Error({QT_TRANSLATE_NOOP("core", "The images in %1 have a side of %2 pixels."),
                 {path.string(), std::to_string(rows)}},
                {QT_TRANSLATE_NOOP("core", "Sides from %1 to %2 pixels can be trained on."),
                 {std::to_string(kMinSide), std::to_string(kMaxSide)}});
  }
}

void checkLabels(const IdxArray& labels, const fs::path& path) {
  const auto bad =
      std::find_if(labels.bytes.begin(), labels.bytes.end(), [](uint8_t label) { return label > kMaxLabel; });
  if (bad == labels.bytes.end()) return;
  throw Error({QT_TRANSLATE_NOOP("core", "%1 holds the label %2 at position %3; labels are 0 to 9."),
               {path.string(), std::to_string(*bad), std::to_string(bad - labels.bytes.begin())}},
              {QT_TRANSLATE_NOOP("core",
                                 "Data sets of ten classes can be trained on. Renumber the labels or leave the other "
                                 "classes out."),
               {}});
}

ImageSet toImageSet(IdxArray images, const fs::path& imagePath, IdxArray labels, const fs::path& labelPath) {
  checkImages(images, imagePath);
  checkLabels(labels, labelPath);
  if (images.dims[0] != labels.dims[0]) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 holds %2 images, but %3 holds %4 labels."),
         {imagePath.string(), std::to_string(images.dims[0]), labelPath.string(), std::to_string(labels.dims[0])}},
        {QT_TRANSLATE_NOOP("core", "These two files do not belong together."), {}});
  }
  ImageSet set;
  set.count = images.dims[0];
  set.side = static_cast<int>(images.dims[1]);
  set.pixels = std::move(images.bytes);
  set.labels = std::move(labels.bytes);
  return set;
}

}  // namespace sparring
