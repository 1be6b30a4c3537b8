#include "data/idxfolder.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>

#include "io/file.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

constexpr int64_t kMinSide = 4;
constexpr int64_t kMaxSide = 256;

Message namesHint(const IdxNames& names) {
  return {QT_TRANSLATE_NOOP("core", "It needs %1, %2, %3 and %4, raw or as .gz."),
          {names[0], names[1], names[2], names[3]}};
}

/// Whether a file is named like one of IDX, whatever the data set.
bool isNamedIdx(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.find("-ubyte") != name.npos && (name.find("-idx") != name.npos || name.find(".idx") != name.npos);
}

/// The first folder of at most two levels below that holds such files, as torchvision puts them into MNIST/raw; empty
/// where there is none.
fs::path idxFolderBelow(const fs::path& folder) {
  constexpr int kLevels = 2;
  std::set<fs::path> found;
  std::error_code ec;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, ec), end;
       !ec && it != end; it.increment(ec)) {
    if (it.depth() >= kLevels) it.disable_recursion_pending();
    if (it.depth() > 0 && isNamedIdx(it->path())) found.insert(it->path().parent_path());
  }
  return found.empty() ? fs::path() : *found.begin();
}

[[noreturn]] void throwNoIdx(const fs::path& folder, const IdxNames& names) {
  const fs::path below = idxFolderBelow(folder);
  throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 holds no IDX files."), {folder.string()}},
              below.empty()
                  ? namesHint(names)
                  : Message{QT_TRANSLATE_NOOP("core", "There are some in %1: name that folder."), {below.string()}});
}

}  // namespace

void requireFolder(const fs::path& folder) {
  struct stat status;
  if (stat(folder.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is a file, not a folder."), {folder.string()}},
                {QT_TRANSLATE_NOOP("core", "Name the folder that holds the files."), {}});
  }
  DIR* listing = opendir(folder.c_str());
  if (!listing) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "The folder %1 cannot be read: %2."), {folder.string(), std::strerror(errno)}},
        {QT_TRANSLATE_NOOP("core", "Check that the path is right and that you may read it."), {}});
  }
  closedir(listing);
}

const IdxNames& usualIdxNames() {
  static const IdxNames names = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                                 "t10k-labels-idx1-ubyte"};
  return names;
}

bool IdxFiles::complete() const {
  return std::none_of(paths.begin(), paths.end(), [](const fs::path& path) { return path.empty(); });
}

bool IdxFiles::none() const {
  return std::all_of(paths.begin(), paths.end(), [](const fs::path& path) { return path.empty(); });
}

fs::path findIdxFile(const fs::path& folder, const std::string& name) {
  std::string coloured = name;
  if (const size_t at = coloured.find("idx3"); at != std::string::npos) coloured[at + 3] = '4';
  for (std::string candidate : {name, coloured}) {
    std::string dotted = candidate;
    if (const size_t dash = dotted.find("-idx"); dash != std::string::npos) dotted[dash] = '.';
    for (const std::string& form : {candidate, dotted, candidate + ".gz", dotted + ".gz"})
      if (isFile(folder / form)) return folder / form;
  }
  return {};
}

IdxFiles findIdxFiles(const fs::path& folder, const IdxNames& names) {
  IdxFiles files;
  for (size_t i = 0; i < names.size(); ++i) files.paths[i] = findIdxFile(folder, names[i]);
  return files;
}

IdxFiles requireIdxFiles(const fs::path& folder, const IdxNames& names) {
  requireFolder(folder);
  const IdxFiles files = findIdxFiles(folder, names);
  if (files.none()) throwNoIdx(folder, names);
  for (size_t i = 0; i < names.size(); ++i) {
    if (files.paths[i].empty()) {
      throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 lacks the file %2."), {folder.string(), names[i]}},
                  namesHint(names));
    }
  }
  return files;
}

IdxArray readImages(const fs::path& path) {
  int rank = 3;
  try {
    if (idxRank(path) == 4) rank = 4;
  } catch (const Error&) {  // readIdx says what is wrong
  }
  return readIdx(path, rank);
}

void checkImages(const IdxArray& images, const fs::path& path) {
  const int64_t rows = images.dims[1], columns = images.dims[2];
  if (images.dims.size() == 4 && images.dims[3] != 1 && images.dims[3] != 3) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "The images in %1 have %2 values a pixel."),
         {path.string(), std::to_string(images.dims[3])}},
        {QT_TRANSLATE_NOOP("core", "Grey images are [count, height, width], coloured ones [count, height, width, 3]."),
         {}});
  }
  if (std::min(rows, columns) < kMinSide || std::max(rows, columns) > kMaxSide) {
    throw Error({QT_TRANSLATE_NOOP("core", "The images in %1 have %2 x %3 pixels."),
                 {path.string(), std::to_string(rows), std::to_string(columns)}},
                {QT_TRANSLATE_NOOP("core", "Sides from %1 to %2 pixels can be trained on."),
                 {std::to_string(kMinSide), std::to_string(kMaxSide)}});
  }
}

void checkLabels(const std::vector<uint8_t>& labels, int classes, const fs::path& path) {
  const auto bad = std::ranges::find_if(labels, [classes](uint8_t label) { return label >= classes; });
  if (bad == labels.end()) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "%1 holds the label %2 at position %3; labels are 0 to %4."),
       {path.string(), std::to_string(*bad), std::to_string(bad - labels.begin()), std::to_string(classes - 1)}},
      {QT_TRANSLATE_NOOP("core", "The file is damaged, or belongs to another data set."), {}});
}

int classesNeeded(const IdxArray& labels) { return 1 + *std::ranges::max_element(labels.bytes); }

ImageSet toImageSet(IdxArray images, const fs::path& imagePath, IdxArray labels, const fs::path& labelPath) {
  checkImages(images, imagePath);
  if (images.dims[0] != labels.dims[0]) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 holds %2 images, but %3 holds %4 labels."),
         {imagePath.string(), std::to_string(images.dims[0]), labelPath.string(), std::to_string(labels.dims[0])}},
        {QT_TRANSLATE_NOOP("core", "These two files do not belong together."), {}});
  }
  ImageSet set;
  set.kind.channels = images.dims.size() == 4 ? static_cast<int>(images.dims[3]) : 1;
  set.kind.height = static_cast<int>(images.dims[1]);
  set.kind.width = static_cast<int>(images.dims[2]);
  set.kind.classes = classesNeeded(labels);
  set.pixels = std::move(images.bytes);
  set.labels = std::move(labels.bytes);
  return set;
}

}  // namespace sparring
