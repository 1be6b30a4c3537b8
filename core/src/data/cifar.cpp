// CIFAR-10's binary version (Krizhevsky 2009): small photographs.
#include <algorithm>
#include <array>

#include "data/folderform.h"
#include "io/file.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

constexpr std::array<const char*, 6> kFiles = {"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin",
                                               "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"};
constexpr int kSide = 32;
constexpr size_t kPlane = size_t(kSide) * kSide, kRecord = 1 + 3 * kPlane;

ImageKind kind() {
  return {
      .channels = 3,
      .height = kSide,
      .width = kSide,
      .classes = 10,
      .names = {QT_TRANSLATE_NOOP("data", "Airplane"), QT_TRANSLATE_NOOP("data", "Automobile"),
                QT_TRANSLATE_NOOP("data", "Bird"), QT_TRANSLATE_NOOP("data", "Cat"), QT_TRANSLATE_NOOP("data", "Deer"),
                QT_TRANSLATE_NOOP("data", "Dog"), QT_TRANSLATE_NOOP("data", "Frog"), QT_TRANSLATE_NOOP("data", "Horse"),
                QT_TRANSLATE_NOOP("data", "Ship"), QT_TRANSLATE_NOOP("data", "Truck")},
      .ink = false,
      .digits = false};
}

// The planes of a record side by side become the channels of each pixel.
void append(const fs::path& path, ImageSet& set) {
  const std::string bytes = readFile(path);
  if (bytes.empty() || bytes.size() % kRecord != 0) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 holds %2 bytes, which is no whole number of records of %3."),
         {path.string(), std::to_string(bytes.size()), std::to_string(kRecord)}},
        {QT_TRANSLATE_NOOP("core", "The file is damaged or its download broke off. Fetch or copy it again."), {}});
  }
  std::vector<uint8_t> labels;
  for (size_t at = 0; at < bytes.size(); at += kRecord) {
    labels.push_back(static_cast<uint8_t>(bytes[at]));
    const char* planes = bytes.data() + at + 1;
    for (size_t pixel = 0; pixel < kPlane; ++pixel)
      for (size_t channel = 0; channel < 3; ++channel)
        set.pixels.push_back(static_cast<uint8_t>(planes[channel * kPlane + pixel]));
  }
  checkLabels(labels, set.kind.classes, path);
  set.labels.insert(set.labels.end(), labels.begin(), labels.end());
}

Dataset read(const fs::path& folder) {
  requireFolder(folder);
  Dataset data;
  data.train.kind = data.test.kind = kind();
  for (const char* name : kFiles) {
    if (!isFile(folder / name)) {
      throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 lacks the file %2."), {folder.string(), name}},
                  {QT_TRANSLATE_NOOP("core", "It needs all of %1."), {cifar10Form().files}});
    }
    append(folder / name, name == kFiles.back() ? data.test : data.train);
  }
  return data;
}

}  // namespace

FolderForm cifar10Form() {
  const auto look = [](const fs::path& folder) {
    const auto found = std::ranges::count_if(kFiles, [&](const char* name) { return isFile(folder / name); });
    return found == 0                                            ? FolderForm::Found::None
           : found == static_cast<std::ptrdiff_t>(kFiles.size()) ? FolderForm::Found::All
                                                                 : FolderForm::Found::Some;
  };
  return {look, read, "data_batch_1.bin … data_batch_5.bin, test_batch.bin"};
}

}  // namespace sparring
