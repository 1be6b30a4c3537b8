// Data sets beyond ten classes of square grey images: IDX in colour, EMNIST, CIFAR-10.
#include <gtest/gtest.h>

#include <algorithm>

#include "environment.h"
#include "idx_files.h"
#include "sparring/data.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::contains;

namespace fs = std::filesystem;
using test::Environment;
using test::errorText;
using test::gzip;
using test::idxBytes;
using test::put;
using test::TempFolder;

std::string labels(const std::vector<int>& values) {
  std::string body;
  for (const int value : values) body += static_cast<char>(value);
  return idxBytes(0x801, {static_cast<uint32_t>(values.size())}, body);
}

/// Images [n, ...dims] whose values count upwards.
std::string images(const std::vector<uint32_t>& dims) {
  size_t size = 1;
  for (const uint32_t dim : dims) size *= dim;
  std::string body(size, '\0');
  for (size_t i = 0; i < size; ++i) body[i] = static_cast<char>(i % 251);
  return idxBytes(0x800 + static_cast<uint32_t>(dims.size()), dims, body);
}

TEST(EvenPart, OfASortedSetHasEveryClass) {
  const auto part = evenPart(10000, 1000);
  ASSERT_EQ(part.size(), 1000u);
  EXPECT_TRUE(std::ranges::is_sorted(part));
  std::vector<int> ofClass(10);
  for (const int64_t image : part) ++ofClass[static_cast<size_t>(image / 1000)];
  for (const int n : ofClass) EXPECT_NEAR(n, 100, 5);
}

TEST(EvenPart, IsWithinEveryLargerOne) {
  for (const int64_t all : {7, 64, 1000}) {
    auto former = evenPart(all, 1);
    for (int64_t count = 2; count <= all; ++count) {
      const auto part = evenPart(all, count);
      EXPECT_EQ(static_cast<int64_t>(part.size()), count);
      EXPECT_TRUE(std::ranges::includes(part, former)) << count << " of " << all;
      former = part;
    }
  }
}

TEST(EvenPart, WithoutALimitIsAll) {
  EXPECT_EQ(evenPart(4, 0), (std::vector<int64_t>{0, 1, 2, 3}));
  EXPECT_EQ(evenPart(4, 9), evenPart(4, 0));
  EXPECT_TRUE(evenPart(0, 5).empty());
}

class AnyFolder : public testing::Test {
 protected:
  void putFour(const std::vector<uint32_t>& size, const std::vector<int>& train, const std::vector<int>& test) {
    const auto dims = [&](size_t n) {
      std::vector<uint32_t> all{static_cast<uint32_t>(n)};
      all.insert(all.end(), size.begin(), size.end());
      return all;
    };
    put(folder_ / "train-images-idx3-ubyte", images(dims(train.size())));
    put(folder_ / "train-labels-idx1-ubyte", labels(train));
    put(folder_ / "t10k-images-idx3-ubyte", images(dims(test.size())));
    put(folder_ / "t10k-labels-idx1-ubyte", labels(test));
  }
  std::shared_ptr<const Dataset> load() const { return loadDataset(folder_.path().string()); }
  std::string loadError() const {
    return errorText([this] { load(); });
  }
  TempFolder folder_;
};

TEST_F(AnyFolder, MayHoldImagesThatAreNotSquare) {
  putFour({5, 7}, {0, 1, 2}, {2, 1});
  const auto data = load();
  EXPECT_EQ(data->kind().height, 5);
  EXPECT_EQ(data->kind().width, 7);
  EXPECT_EQ(data->kind().channels, 1);
  EXPECT_EQ(data->kind().classes, 3);
  EXPECT_TRUE(data->kind().ink);
  EXPECT_EQ(data->test.count(), 2);
}

TEST_F(AnyFolder, MayHoldImagesInColour) {
  putFour({5, 7, 3}, {0, 1}, {1});
  const auto data = load();
  EXPECT_EQ(data->kind().channels, 3);
  EXPECT_EQ(data->kind().size(), 105);
  EXPECT_FALSE(data->kind().ink);
  EXPECT_EQ(data->train.at(1)[0], 105);
}

TEST_F(AnyFolder, MayNameFilesInColourByTheirRank) {
  putFour({5, 5, 3}, {0, 1}, {1});
  fs::rename(folder_ / "train-images-idx3-ubyte", folder_ / "train-images-idx4-ubyte");
  EXPECT_EQ(load()->kind().channels, 3);
}

TEST_F(AnyFolder, MustHaveItsChannelsLast) {
  putFour({3, 8, 8}, {0, 1}, {1});
  EXPECT_TRUE(contains(loadError(), "8 values a pixel")) << loadError();
  EXPECT_TRUE(contains(loadError(), "[count, height, width, 3]")) << loadError();
}

TEST_F(AnyFolder, MayHaveAsManyClassesAsAByteTells) {
  putFour({4, 4}, {0, 255}, {7});
  EXPECT_EQ(load()->kind().classes, 256);
}

TEST_F(AnyFolder, TakesTheClassesOfBothSets) {
  putFour({4, 4}, {0, 1}, {5});
  EXPECT_EQ(load()->kind().classes, 6);
  EXPECT_EQ(load()->test.kind.classes, 6);
}

TEST_F(AnyFolder, MustHaveTwoClasses) {
  putFour({4, 4}, {0, 0}, {0});
  EXPECT_TRUE(contains(loadError(), "of one class"));
}

TEST_F(AnyFolder, MustHoldOneKind) {
  putFour({5, 7}, {0, 1}, {1});
  put(folder_ / "t10k-images-idx3-ubyte", images({1, 7, 5}));
  EXPECT_TRUE(contains(loadError(), "5 x 7 pixels, test images 7 x 5")) << loadError();
}

TEST_F(AnyFolder, IsAnotherDataSetInAnotherShape) {
  putFour({4, 9}, {0, 1}, {1});
  const auto wide = load()->sha256;
  putFour({6, 6}, {0, 1}, {1});
  EXPECT_NE(load()->sha256, wide) << "the same bytes";
}

// --- EMNIST

std::string emnistName(const std::string& split, const std::string& rest) { return "emnist-" + split + "-" + rest; }

void putEmnist(const fs::path& folder, const std::string& split, const std::vector<int>& train,
               const std::vector<int>& test) {
  fs::create_directories(folder);
  put(folder / emnistName(split, "train-images-idx3-ubyte.gz"), gzip(images({uint32_t(train.size()), 28, 28})));
  put(folder / emnistName(split, "train-labels-idx1-ubyte.gz"), gzip(labels(train)));
  put(folder / emnistName(split, "test-images-idx3-ubyte.gz"), gzip(images({uint32_t(test.size()), 28, 28})));
  put(folder / emnistName(split, "test-labels-idx1-ubyte.gz"), gzip(labels(test)));
}

class Emnist : public testing::Test {
 protected:
  TempFolder folder_;
  Environment environment_{"SPARRING_DATA", folder_.path().string()};
};

TEST_F(Emnist, IsReadByNameFromTheDataFolder) {
  putEmnist(folder_ / "emnist-balanced", "balanced", {0, 10, 46}, {36});
  const auto data = loadDataset("emnist-balanced");
  EXPECT_EQ(data->name, "emnist-balanced");
  EXPECT_EQ(data->kind().classes, 47) << "whatever of them there is";
  EXPECT_EQ(data->kind().nameOf(10), "A");
  EXPECT_EQ(data->kind().nameOf(36), "a");
  EXPECT_EQ(data->kind().nameOf(46), "t");
  EXPECT_FALSE(data->kind().digits);
}

TEST_F(Emnist, IsTurnedUpright) {
  putEmnist(folder_ / "emnist-digits", "digits", {0}, {1});
  const auto data = loadDataset("emnist-digits");
  EXPECT_EQ(data->train.pixels[1], 28) << "the second of the first row was the first of the second";
  EXPECT_EQ(data->train.pixels[28], 1);
  EXPECT_TRUE(data->kind().digits);
}

TEST_F(Emnist, SplitsMayShareAFolder) {
  putEmnist(folder_ / "emnist", "byclass", {61}, {0});
  putEmnist(folder_ / "emnist", "letters", {1, 26}, {13});
  EXPECT_EQ(loadDataset("emnist-byclass")->kind().nameOf(61), "z");
  const auto letters = loadDataset("emnist-letters");
  EXPECT_EQ(letters->kind().nameOf(1), "A");
  EXPECT_EQ(letters->kind().nameOf(26), "Z");
  const std::string text = errorText([&] { loadDataset((folder_ / "emnist").string()); });
  EXPECT_TRUE(contains(text, "several data sets: emnist-byclass, emnist-letters")) << text;
}

TEST_F(Emnist, IsKnownByItsFilesInAnyFolder) {
  putEmnist(folder_ / "here", "bymerge", {0, 1}, {1});
  EXPECT_EQ(loadDataset((folder_ / "here").string())->kind().classes, 47);
  EXPECT_TRUE(contains(describeData(folder_ / "here"), "0 50.0 %  1 50.0 %"));
}

TEST_F(Emnist, RefusesALabelBeyondItsClasses) {
  putEmnist(folder_ / "emnist-letters", "letters", {1, 27}, {1});
  const std::string text = errorText([] { loadDataset("emnist-letters"); });
  EXPECT_TRUE(contains(text, "holds the label 27 at position 1; labels are 0 to 26")) << text;
}

TEST_F(Emnist, SaysWhereItsFilesBelong) {
  const std::string text = errorText([] { loadDataset("emnist-letters"); });
  EXPECT_TRUE(contains(text, (folder_ / "emnist-letters").string())) << text;
  EXPECT_TRUE(contains(text, "emnist-letters-train-images-idx3-ubyte")) << text;
  EXPECT_TRUE(contains(errorText([] { fetchDataset("emnist-letters", {}); }), "not fetched"));
}

TEST_F(Emnist, NamesTheFileThatIsMissing) {
  putEmnist(folder_ / "here", "letters", {1, 2}, {1});
  fs::remove(folder_ / "here" / "emnist-letters-test-labels-idx1-ubyte.gz");
  const std::string text = errorText([&] { loadDataset((folder_ / "here").string()); });
  EXPECT_TRUE(contains(text, "lacks the file emnist-letters-test-labels-idx1-ubyte")) << text;
}

// --- CIFAR-10

std::string record(int label) {
  std::string bytes(1, static_cast<char>(label));
  for (const char value : {10, 20, 30}) bytes += std::string(1024, value);
  bytes[1 + 5] = 11;  // the red of the sixth pixel
  return bytes;
}

class Cifar : public testing::Test {
 protected:
  Cifar() {
    for (int i = 1; i <= 5; ++i) put(folder_ / ("data_batch_" + std::to_string(i) + ".bin"), record(i) + record(i + 4));
    put(folder_ / "test_batch.bin", record(0));
  }
  std::string loadError() const {
    return errorText([this] { loadDataset(folder_.path().string()); });
  }
  TempFolder folder_;
};

TEST_F(Cifar, IsReadFromAFolderOfItsFiles) {
  const auto data = loadDataset(folder_.path().string());
  EXPECT_EQ(data->train.count(), 10);
  EXPECT_EQ(data->test.count(), 1);
  EXPECT_EQ(data->train.labels, (std::vector<uint8_t>{1, 5, 2, 6, 3, 7, 4, 8, 5, 9}));
  EXPECT_EQ(data->kind().size(), 3072);
  EXPECT_EQ(data->kind().nameOf(6), "Frog");
  EXPECT_FALSE(data->kind().ink);
}

TEST_F(Cifar, HasAPixelsColoursSideBySide) {
  const auto data = loadDataset(folder_.path().string());
  const uint8_t* pixel = data->test.at(0) + 5 * 3;
  EXPECT_EQ(pixel[0], 11);
  EXPECT_EQ(pixel[1], 20);
  EXPECT_EQ(pixel[2], 30);
  EXPECT_EQ(pixel[3], 10);
}

TEST_F(Cifar, IsFoundByNameUnderTheNameOfItsArchive) {
  TempFolder all;
  const Environment environment("SPARRING_DATA", all.path().string());
  fs::copy(folder_.path(), all / "cifar-10-batches-bin");
  EXPECT_EQ(loadDataset("cifar-10")->train.count(), 10);
}

TEST_F(Cifar, RefusesAFileThatIsCutShort) {
  put(folder_ / "data_batch_3.bin", record(1).substr(0, 3000));
  EXPECT_TRUE(contains(loadError(), "data_batch_3.bin holds 3000 bytes")) << loadError();
  put(folder_ / "data_batch_3.bin", "");
  EXPECT_TRUE(contains(loadError(), "data_batch_3.bin")) << loadError();
}

TEST_F(Cifar, RefusesALabelThatIsNone) {
  put(folder_ / "test_batch.bin", record(3) + record(10));
  EXPECT_TRUE(contains(loadError(), "holds the label 10 at position 1; labels are 0 to 9")) << loadError();
}

TEST_F(Cifar, NamesTheFileThatIsMissing) {
  fs::remove(folder_ / "data_batch_4.bin");
  EXPECT_TRUE(contains(loadError(), "lacks the file data_batch_4.bin")) << loadError();
}

}  // namespace
}  // namespace sparring
