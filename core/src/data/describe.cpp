// The report of `sparring-cli data info`.
#include <algorithm>
#include <cstdio>

#include "data/folderform.h"
#include "sparring/data.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

std::string line(const std::string& label, const std::string& value) {
  char text[32];
  std::snprintf(text, sizeof text, "%-9s", label.c_str());
  return text + value + "\n";
}

std::string classShares(const std::vector<uint8_t>& labels, const ImageKind& kind) {
  std::vector<int64_t> counts(static_cast<size_t>(kind.classes), 0);
  for (uint8_t label : labels) ++counts[label];
  std::string text;
  for (size_t c = 0; c < counts.size(); ++c) {
    char share[32];
    std::snprintf(share, sizeof share, " %.1f %%",
                  100.0 * static_cast<double>(counts[c]) / static_cast<double>(labels.size()));
    text += (c ? "  " : "") + kind.nameOf(static_cast<int>(c)) + share;
  }
  return text;
}

/// Which way up the first ones lie: two rows of pixels a line of text. pixel(image, y, x): 0 to 255.
template <class Pixel>
std::string drawn(int64_t images, int64_t height, int64_t width, Pixel pixel) {
  constexpr int64_t kColumns = 78, kMost = 4;
  constexpr const char* kHalves[] = {" ", "▀", "▄", "█"};
  const int64_t count = std::min({images, kMost, (kColumns + 2) / (width + 2)});
  const auto ink = [&](int64_t i, int64_t y, int64_t x) { return y < height && pixel(i, y, x) > 127; };
  std::string text;
  for (int64_t y = 0; y < height && count > 0; y += 2) {
    std::string row;
    for (int64_t i = 0; i < count; ++i) {
      if (i > 0) row += "  ";
      for (int64_t x = 0; x < width; ++x) row += kHalves[(ink(i, y, x) ? 1 : 0) + (ink(i, y + 1, x) ? 2 : 0)];
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

std::string drawn(const IdxArray& images) {
  const int64_t height = images.dims[1], width = images.dims[2], values = images.dims.size() == 4 ? images.dims[3] : 1;
  return drawn(images.dims[0], height, width, [&](int64_t i, int64_t y, int64_t x) {
    return images.bytes[static_cast<size_t>(((i * height + y) * width + x) * values)];
  });
}

std::string drawn(const ImageSet& set) {
  const int64_t height = set.kind.height, width = set.kind.width;
  return drawn(set.count(), height, width, [&](int64_t i, int64_t y, int64_t x) {
    return set.pixels[static_cast<size_t>(i * set.kind.size() + y * width + x)];
  });
}

std::string describeArray(const IdxArray& array, const fs::path& path, int classes) {
  std::string text = line("file", path.filename().string());
  if (array.dims.size() == 1) {
    text += line("labels", std::to_string(array.dims[0]));
    text += line("classes", classShares(array.bytes, {.classes = classes}));
  } else {
    checkImages(array, path);
    text += line("images", std::to_string(array.dims[0]));
    text += line("size", std::to_string(array.dims[1]) + " x " + std::to_string(array.dims[2]) + " pixels" +
                             (array.dims.size() == 4 && array.dims[3] == 3 ? " in colour" : ""));
  }
  text += line("sha256", idxSha256(array));
  return array.dims.size() == 1 ? text : text + drawn(array);
}

std::string describeFile(const fs::path& path) {
  if (idxRank(path) != 1) return describeArray(readImages(path), path, 0);
  // whatever is neither labels nor images fails in readIdx, which says what is wrong
  const IdxArray labels = readIdx(path, 1);
  return describeArray(labels, path, classesNeeded(labels));
}

// File by file, with the hashes that others publish of them.
std::string describeFour(const fs::path& folder) {
  const IdxFiles files = requireIdxFiles(folder);
  std::string text;
  for (size_t i = 0; i < files.paths.size(); i += 2) {
    IdxArray images = readImages(files.paths[i]);
    IdxArray labels = readIdx(files.paths[i + 1], 1);
    if (i > 0) text += '\n';
    text += describeArray(images, files.paths[i], 0);
    text += '\n';
    text += describeArray(labels, files.paths[i + 1], classesNeeded(labels));
    toImageSet(std::move(images), files.paths[i], std::move(labels), files.paths[i + 1]);
  }
  return text +
         "\nAs they are stored. Images that lie on their side, as EMNIST's do, are turned when read if the files bear "
         "its names: emnist-digits-train-images-idx3-ubyte and so on.\n";
}

std::string describeSet(const std::string& name, const ImageSet& set) {
  return line("set", name) + line("images", std::to_string(set.count())) +
         line("size", std::to_string(set.kind.height) + " x " + std::to_string(set.kind.width) + " pixels" +
                          (set.kind.channels == 3 ? " in colour" : "")) +
         line("classes", classShares(set.labels, set.kind)) + drawn(set);
}

std::string describeFolder(const fs::path& folder) {
  if (anyIdxForm().look(folder) != FolderForm::Found::None) return describeFour(folder);
  return describeData(formOf(folder).read(folder));
}

}  // namespace

std::string describeData(const Dataset& data) {
  return describeSet("training", data.train) + '\n' + describeSet("test", data.test);
}

std::string describeData(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? describeFolder(path) : describeFile(path);
}

}  // namespace sparring
