#include "sparring/export.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "io/file.h"
#include "io/idx.h"
#include "io/npz.h"
#include "io/runformat.h"
#include "io/runlock.h"
#include "io/timesfile.h"
#include "sparring/error.h"
#include "sparring/pictures.h"
#include "sparring/run.h"

namespace sparring {
namespace {

constexpr int kTileColumns = 10;  // of unasked images; asked for, they have a column a class …
constexpr int kMostColumns = 64;  // … where that is no endless strip

std::string extensionOf(const std::filesystem::path& file) {
  std::string text = file.extension().string();
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// Of a picture of them.
int columnsOf(const GeneratedSet& set) {
  const std::set<uint8_t> asked(set.labels.begin(), set.labels.end());
  return set.conditional ? std::min(static_cast<int>(asked.size()), kMostColumns) : kTileColumns;
}

}  // namespace

void checkExportTarget(const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  std::error_code ec;
  const fs::path target = fs::weakly_canonical(fs::absolute(file, ec), ec);  // links and dots followed
  const fs::path folder = target.parent_path(), name = target.filename();
  const auto isRun = [&](const fs::path& place) { return isFile(place / kConfigFile); };
  const bool ofTheRun = name == kConfigFile || name == kMetricsFile || name == kEventsFile || name == kTimesFile ||
                        name == kLabelsFile || name == kLockFile;
  const fs::path part = folder.filename();
  const bool belowTheRun =
      part == kCheckpointsFolder || part == kSnapshotsFolder || part == kSamplesFolder || part == kEvaluationsFolder;
  if (!(ofTheRun && isRun(folder)) && !(belowTheRun && isRun(folder.parent_path()))) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "%1 is a file that a run keeps for itself: it is not replaced."), {file.string()}},
      {QT_TRANSLATE_NOOP("core", "Choose another name or another folder.")}, Error::Kind::Usage);
}

void checkGeneratedName(const std::filesystem::path& file) {
  const std::string extension = extensionOf(file);
  if (extension == ".png" || extension == ".idx" || extension == ".npz") return;
  throw Error({QT_TRANSLATE_NOOP("core", "%1: the name does not say which format to write"), {file.string()}},
              {QT_TRANSLATE_NOOP("core", "end the file's name in .png, .idx or .npz"), {}}, Error::Kind::Usage);
}

void checkGeneratedCount(const GeneratedSet& few, int64_t count, const std::filesystem::path& file) {
  if (extensionOf(file) == ".png") checkPictureSize(file, tileSize(few.images.kind, count, columnsOf(few)));
}

void writeGenerated(const GeneratedSet& set, const std::filesystem::path& file) {
  checkGeneratedName(file);
  checkExportTarget(file);
  const std::string extension = extensionOf(file);
  const ImageKind& kind = set.images.kind;
  const auto count = static_cast<int64_t>(set.labels.size());
  std::vector<int64_t> shape{count, kind.height, kind.width};
  if (kind.channels > 1) shape.push_back(kind.channels);
  if (extension == ".png") {
    writePng(file, tile(set.images, columnsOf(set)));
  } else if (extension == ".idx") {
    writeIdx(file, shape, set.images.pixels.data());
  } else {
    writeNpz(file, {{"images", shape, "|u1", set.images.pixels.data()}, {"labels", {count}, "|u1", set.labels.data()}});
  }
}

void writeGeneratedLabels(const GeneratedSet& set, const std::filesystem::path& file) {
  checkExportTarget(file);
  writeIdx(file, {static_cast<int64_t>(set.labels.size())}, set.labels.data());
}

void exportMetricsCsv(const std::filesystem::path& run, const std::filesystem::path& file) {
  checkExportTarget(file);
  readRun(run);  // an error a person understands where this is no run
  std::string text = readFile(run / "metrics.csv");
  text.resize(text.rfind('\n') + 1);  // a last line cut short by a kill is dropped; npos + 1 is 0
  writeFile(file, text);
}

std::string csvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\n";
}

}  // namespace sparring
