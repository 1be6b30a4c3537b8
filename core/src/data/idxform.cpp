// Data sets of four IDX files.
#include <algorithm>

#include "data/folderform.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

void turnUpright(ImageSet& set) {
  const auto height = static_cast<size_t>(set.kind.height), width = static_cast<size_t>(set.kind.width);
  const auto channels = static_cast<size_t>(set.kind.channels), size = static_cast<size_t>(set.kind.size());
  std::vector<uint8_t> stored(size);
  for (size_t first = 0; first < set.pixels.size(); first += size) {
    uint8_t* image = set.pixels.data() + first;
    std::copy_n(image, size, stored.begin());
    for (size_t y = 0; y < width; ++y)
      for (size_t x = 0; x < height; ++x)
        std::copy_n(stored.begin() + static_cast<std::ptrdiff_t>((x * width + y) * channels), channels,
                    image + (y * height + x) * channels);
  }
  std::swap(set.kind.height, set.kind.width);
}

ImageSet readSet(const fs::path& images, const fs::path& labels) {
  return toImageSet(readImages(images), images, readIdx(labels, 1), labels);
}

FolderForm::Found look(const fs::path& folder, const IdxNames& names) {
  const IdxFiles files = findIdxFiles(folder, names);
  return files.complete() ? FolderForm::Found::All : files.none() ? FolderForm::Found::None : FolderForm::Found::Some;
}

std::string listed(const IdxNames& names) { return names[0] + ", " + names[1] + ", " + names[2] + ", " + names[3]; }

Dataset readFour(const IdxFiles& files) {
  Dataset data;
  data.train = readSet(files.paths[0], files.paths[1]);
  data.test = readSet(files.paths[2], files.paths[3]);
  return data;
}

}  // namespace

void requireOneKind(const Dataset& data, const fs::path& folder) {
  if (data.train.kind.fits(data.test.kind)) return;
  throw Error({QT_TRANSLATE_NOOP("core", "Training images of %1 have %2 pixels, test images %3."),
               {folder.string(), sizeText(data.train.kind), sizeText(data.test.kind)}},
              {QT_TRANSLATE_NOOP("core", "Both must have the same size."), {}});
}

FolderForm idxForm(const IdxNames& names, const ImageKind& kind, bool transposed) {
  const auto read = [names, kind, transposed](const fs::path& folder) {
    const IdxFiles files = requireIdxFiles(folder, names);
    Dataset data = readFour(files);
    checkLabels(data.train.labels, kind.classes, files.paths[1]);
    checkLabels(data.test.labels, kind.classes, files.paths[3]);
    for (ImageSet* set : {&data.train, &data.test}) {
      if (transposed) turnUpright(*set);
      const ImageKind found = set->kind;
      set->kind = kind;
      set->kind.channels = found.channels;
      set->kind.height = found.height;
      set->kind.width = found.width;
    }
    requireOneKind(data, folder);
    return data;
  };
  return {[names](const fs::path& folder) { return look(folder, names); }, read, listed(names)};
}

FolderForm anyIdxForm() {
  const auto read = [](const fs::path& folder) {
    Dataset data = readFour(requireIdxFiles(folder));
    const int classes = std::max(data.train.kind.classes, data.test.kind.classes);
    if (classes < 2) {
      throw Error(
          {QT_TRANSLATE_NOOP("core", "All images of %1 are of one class: every label is 0."), {folder.string()}},
          {QT_TRANSLATE_NOOP("core", "A classifier needs two classes at least."), {}});
    }
    for (ImageSet* set : {&data.train, &data.test}) {
      set->kind.classes = classes;
      set->kind.ink = set->kind.channels == 1;
      set->kind.digits = set->kind.ink && classes == 10;
    }
    requireOneKind(data, folder);
    return data;
  };
  return {[](const fs::path& folder) { return look(folder, usualIdxNames()); }, read, listed(usualIdxNames())};
}

}  // namespace sparring
