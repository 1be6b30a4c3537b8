// The report of `sparring-cli data info`.
#include <array>
#include <cstdio>

#include "data/idxfolder.h"
#include "sparring/data.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

std::string line(const std::string& label, const std::string& value) {
  char text[32];
  std::snprintf(text, sizeof text, "%-9s", label.c_str());
  return text + value + "\n";
}

std::string classShares(const std::vector<uint8_t>& labels) {
  std::array<int64_t, 10> counts{};
  for (uint8_t label : labels) ++counts[label];
  std::string text;
  for (size_t c = 0; c < counts.size(); ++c) {
    char share[32];
    std::snprintf(share, sizeof share, "%s%zu %.1f %%", c ? "  " : "", c,
                  100.0 * static_cast<double>(counts[c]) / static_cast<double>(labels.size()));
    text += share;
  }
  return text;
}

std::string describeArray(const IdxArray& array, const fs::path& path) {
  std::string text = line("file", path.filename().string());
  if (array.dims.size() == 3) {
    checkImages(array, path);
    text += line("images", std::to_string(array.dims[0]));
    text += line("size", std::to_string(array.dims[1]) + " x " + std::to_string(array.dims[2]) + " pixels");
  } else {
    checkLabels(array, path);
    text += line("labels", std::to_string(array.dims[0]));
    text += line("classes", classShares(array.bytes));
  }
  return text + line("sha256", idxSha256(array));
}

std::string describeFile(const fs::path& path) {
  // whatever is neither labels nor images fails in readIdx, which says what is wrong
  return describeArray(readIdx(path, idxRank(path) == 1 ? 1 : 3), path);
}

std::string describeFolder(const fs::path& folder) {
  const IdxFiles files = requireIdxFiles(folder);
  std::string text;
  for (size_t i = 0; i < files.paths.size(); i += 2) {
    IdxArray images = readIdx(files.paths[i], 3);
    IdxArray labels = readIdx(files.paths[i + 1], 1);
    if (i > 0) text += '\n';
    text += describeArray(images, files.paths[i]);
    text += '\n';
    text += describeArray(labels, files.paths[i + 1]);
    toImageSet(std::move(images), files.paths[i], std::move(labels), files.paths[i + 1]);
  }
  return text;
}

}  // namespace

std::string describeData(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? describeFolder(path) : describeFile(path);
}

}  // namespace sparring
