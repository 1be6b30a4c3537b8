#include "sparring/export.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "io/file.h"
#include "io/idx.h"
#include "io/npz.h"
#include "sparring/error.h"
#include "sparring/pictures.h"
#include "sparring/run.h"

namespace sparring {
namespace {

constexpr int kTileColumns = 10;  // one column a class where the generator is conditional

std::string extensionOf(const std::filesystem::path& file) {
  std::string text = file.extension().string();
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

}  // namespace

void checkGeneratedName(const std::filesystem::path& file) {
  const std::string extension = extensionOf(file);
  if (extension == ".png" || extension == ".idx" || extension == ".npz") return;
  throw Error({QT_TRANSLATE_NOOP("core", "%1: the name does not say which format to write"), {file.string()}},
              {QT_TRANSLATE_NOOP("core", "end the file's name in .png, .idx or .npz"), {}}, Error::Kind::Usage);
}

void writeGenerated(const GeneratedSet& set, const std::filesystem::path& file) {
  checkGeneratedName(file);
  const std::string extension = extensionOf(file);
  const int64_t count = static_cast<int64_t>(set.labels.size());
  if (extension == ".png") {
    writePng(file, tile(set.pixels, set.side, kTileColumns));
  } else if (extension == ".idx") {
    writeIdx(file, {count, set.side, set.side}, set.pixels.data());
  } else {
    writeNpz(file, {{"images", {count, set.side, set.side}, "|u1", set.pixels.data()},
                    {"labels", {count}, "|u1", set.labels.data()}});
  }
}

void writeGeneratedLabels(const GeneratedSet& set, const std::filesystem::path& file) {
  writeIdx(file, {static_cast<int64_t>(set.labels.size())}, set.labels.data());
}

void exportMetricsCsv(const std::filesystem::path& run, const std::filesystem::path& file) {
  readRun(run);  // an error a person understands where this is no run
  std::string text = readFile(run / "metrics.csv");
  text.resize(text.rfind('\n') + 1);  // a last line cut short by a kill is dropped; npos + 1 is 0
  writeFile(file, text);
}

}  // namespace sparring
