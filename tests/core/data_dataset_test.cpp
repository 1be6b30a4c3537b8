// Folders of four IDX files, known names, and the report on them.
#include <gtest/gtest.h>

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
using test::imageFile;
using test::labelFile;
using test::put;
using test::TempFolder;

constexpr const char* kTrainImages = "train-images-idx3-ubyte";
constexpr const char* kTrainLabels = "train-labels-idx1-ubyte";
constexpr const char* kTestImages = "t10k-images-idx3-ubyte";
constexpr const char* kTestLabels = "t10k-labels-idx1-ubyte";

void putFour(const fs::path& folder, uint32_t side) {
  put(folder / kTrainImages, imageFile(30, side, side));
  put(folder / kTrainLabels, labelFile(30));
  put(folder / kTestImages, imageFile(20, side, side));
  put(folder / kTestLabels, labelFile(20));
}

class Folder : public testing::Test {
 protected:
  Folder() { putFour(folder_.path(), 14); }
  std::string loadError() {
    return errorText([this] { loadDataset(folder_.path().string()); });
  }
  TempFolder folder_;
};

TEST_F(Folder, LoadsAnySquareSize) {
  const auto data = loadDataset(folder_.path().string());
  EXPECT_EQ(data->name, folder_.path().string());
  EXPECT_FALSE(data->synthetic);
  EXPECT_EQ(data->train.count(), 30);
  EXPECT_EQ(data->train.kind.height, 14);
  EXPECT_EQ(data->train.pixels.size(), 30u * 14 * 14);
  EXPECT_EQ(data->train.pixels[252], 1);
  EXPECT_EQ(data->test.count(), 20);
  EXPECT_EQ(data->test.labels[13], 3);
}

TEST_F(Folder, LoadsPackedAndDottedNamesAsTheSameData) {
  const std::string hash = loadDataset(folder_.path().string())->sha256;
  TempFolder other;
  put(other / "train-images.idx3-ubyte", imageFile(30, 14, 14));
  put(other / "train-labels.idx1-ubyte.gz", gzip(labelFile(30)));
  put(other / "t10k-images-idx3-ubyte.gz", gzip(imageFile(20, 14, 14)));
  put(other / "t10k-labels.idx1-ubyte", labelFile(20));
  EXPECT_EQ(loadDataset(other.path().string())->sha256, hash);
}

TEST_F(Folder, HashFollowsTheContent) {
  const std::string hash = loadDataset(folder_.path().string())->sha256;
  EXPECT_EQ(hash.size(), 64u);
  std::string labels = labelFile(20);
  labels.back() = 0;
  put(folder_ / kTestLabels, labels);
  EXPECT_NE(loadDataset(folder_.path().string())->sha256, hash);
}

TEST_F(Folder, NamesARelativeFolderInFull) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_.path());
  const std::string name = loadDataset(".")->name;
  fs::current_path(before);
  EXPECT_EQ(fs::weakly_canonical(name), fs::weakly_canonical(folder_.path()));
}

TEST_F(Folder, HasAsManyClassesAsItsLabelsNeed) {
  EXPECT_EQ(loadDataset(folder_.path().string())->kind().classes, 10);
  std::string labels = labelFile(30);
  labels[8 + 7] = 12;
  put(folder_ / kTrainLabels, labels);
  EXPECT_EQ(loadDataset(folder_.path().string())->kind().classes, 13);
}

TEST_F(Folder, HashOfTenClassesOfSquareGreyImagesIsThatOfTheirBytesAlone) {
  // sha256sum of 30 images, their labels, 20 images, their labels, as versions before had it
  EXPECT_EQ(loadDataset(folder_.path().string())->sha256,
            "8e8dbc52b12570a8572952da20fac031c914e27cbbda49b00c89f55c6e4d183c");
}

TEST_F(Folder, RefusesCountsThatDiffer) {
  put(folder_ / kTrainLabels, labelFile(29));
  const std::string text = loadError();
  EXPECT_TRUE(contains(text, "holds 30 images, but")) << text;
  EXPECT_TRUE(contains(text, "holds 29 labels")) << text;
}

TEST_F(Folder, RefusesTwoSizes) {
  put(folder_ / kTestImages, imageFile(20, 28, 28));
  EXPECT_TRUE(contains(loadError(), "have 14 x 14 pixels, test images 28 x 28"));
}

TEST_F(Folder, RefusesSidesOutOfRange) {
  put(folder_ / kTrainImages, imageFile(30, 3, 3));
  EXPECT_TRUE(contains(loadError(), "Sides from 4 to 256"));
  put(folder_ / kTrainImages, imageFile(30, 257, 257));
  EXPECT_TRUE(contains(loadError(), "Sides from 4 to 256"));
}

TEST_F(Folder, NamesTheFileThatIsCutShort) {
  put(folder_ / kTestImages, imageFile(20, 14, 14).substr(0, 500));
  EXPECT_TRUE(contains(loadError(), kTestImages));
}

TEST_F(Folder, NamesTheFileThatIsMissing) {
  fs::remove(folder_ / kTestLabels);
  EXPECT_TRUE(contains(loadError(), std::string("lacks the file ") + kTestLabels));
}

TEST(LoadDataset, RefusesAnEmptyFolder) {
  TempFolder folder;
  const std::string text = errorText([&] { loadDataset(folder.path().string()); });
  EXPECT_TRUE(contains(text, "holds no IDX files")) << text;
  EXPECT_TRUE(contains(text, kTrainImages)) << text;
}

TEST(LoadDataset, NamesTheFolderBelowThatHoldsTheFiles) {
  TempFolder folder;
  fs::create_directories(folder / "MNIST" / "raw");
  putFour(folder / "MNIST" / "raw", 14);
  const std::string text = errorText([&] { loadDataset(folder.path().string()); });
  EXPECT_TRUE(contains(text, (folder / "MNIST" / "raw").string() + ": name that folder")) << text;
}

TEST(LoadDataset, RefusesANameThatNoRunCouldKeep) {
  TempFolder folder;
  fs::create_directories(folder / "d\xe4ta");
  putFour(folder / "d\xe4ta", 14);
  const std::string text = errorText([&] { loadDataset((folder / "d\xe4ta").string()); });
  EXPECT_TRUE(contains(text, "not UTF-8")) << text;
}

TEST(LoadDataset, TellsOtherDataFromThoseOfARun) {
  TempFolder folder;
  putFour(folder.path(), 14);
  const auto data = loadDataset(folder.path().string());
  EXPECT_EQ(errorText([&] { requireSame(*data, data->sha256); }), "");
  EXPECT_TRUE(contains(errorText([&] { requireSame(*data, "ab12"); }), "other data"));
}

TEST(LoadDataset, RefusesAFileInPlaceOfAFolder) {
  TempFolder folder;
  put(folder / "file", "x");
  EXPECT_TRUE(contains(errorText([&] { loadDataset((folder / "file").string()); }), "is a file, not a folder"));
}

TEST(LoadDataset, RefusesAFolderBelowAFile) {
  TempFolder folder;
  put(folder / "file", "x");
  EXPECT_FALSE(errorText([&] { loadDataset((folder / "file" / "below").string()); }).empty());
}

TEST(LoadDataset, SaysWhyAFolderCannotBeListed) {
  TempFolder folder;
  // a link that leads to itself cannot be opened by anybody, root included
  fs::create_symlink(folder / "loop", folder / "loop");
  const std::string text = errorText([&] { loadDataset((folder / "loop").string()); });
  EXPECT_TRUE(contains(text, "cannot be read: Too many levels of symbolic links")) << text;
}

TEST(LoadDataset, NamesTheKnownOnesForAnUnknownName) {
  try {
    loadDataset("mnits");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Usage);
    EXPECT_TRUE(contains(error.what(), "mnist, fashion-mnist, synthetic")) << error.what();
  }
}

TEST(LoadDataset, TellsHowToFetchAKnownOneThatIsNotThere) {
  TempFolder empty;
  const Environment environment("SPARRING_DATA", empty.path().string());
  const std::string text = errorText([] { loadDataset("mnist"); });
  EXPECT_TRUE(contains(text, "data fetch mnist")) << text;
}

TEST(LoadDataset, RefusesAKnownNameWithOtherContent) {
  TempFolder folder;
  const Environment environment("SPARRING_DATA", folder.path().string());
  fs::create_directory(folder / "mnist");
  putFour(folder / "mnist", 28);
  const std::string text = errorText([] { loadDataset("mnist"); });
  EXPECT_TRUE(contains(text, "SHA-256 differs")) << text;
  EXPECT_TRUE(contains(text, "Fetch it again")) << text;
}

TEST(LoadDataset, GivesTheBuiltInDigitsByName) {
  const auto data = loadDataset("synthetic");
  EXPECT_TRUE(data->synthetic);
  EXPECT_EQ(data->train.count(), 20000);
}

TEST(DataFolder, FollowsTheEnvironment) {
  const Environment chosen("SPARRING_DATA", "/somewhere");
  EXPECT_EQ(dataFolder(), "/somewhere");
  const Environment none("SPARRING_DATA", "");
  const Environment cache("XDG_CACHE_HOME", "/cache");
  EXPECT_EQ(dataFolder(), "/cache/sparring");
  const Environment relative("XDG_CACHE_HOME", "cache");
  const Environment home("HOME", "/home/somebody");
  EXPECT_EQ(dataFolder(), "/home/somebody/.cache/sparring");
}

TEST(KnownDatasets, SaysWhatIsThere) {
  TempFolder folder;
  const Environment environment("SPARRING_DATA", folder.path().string());
  const auto mnist = [] { return knownDatasets().front(); };
  EXPECT_EQ(mnist().name, "mnist");
  EXPECT_EQ(mnist().folder, folder / "mnist");
  EXPECT_FALSE(mnist().available);
  fs::create_directory(folder / "mnist");
  putFour(folder / "mnist", 28);
  EXPECT_TRUE(mnist().available);
  const KnownDataset synthetic = knownDatasets().back();
  EXPECT_TRUE(synthetic.available);
  EXPECT_TRUE(synthetic.folder.empty());
}

TEST_F(Folder, IsDescribedWithCountsSizeSharesAndHashes) {
  const std::string text = describeData(folder_.path());
  EXPECT_TRUE(contains(text, "images   30\n")) << text;
  EXPECT_TRUE(contains(text, "size     14 x 14 pixels\n")) << text;
  EXPECT_TRUE(contains(text, "labels   20\n")) << text;
  EXPECT_TRUE(contains(text, "0 10.0 %  1 10.0 %")) << text;
}

// 4 x 4: ink in the left column and in the upper row.
TEST_F(Folder, DescribingItShowsWhichWayUpTheImagesLie) {
  std::string pixels(30 * 16, '\0');
  for (int i = 0; i < 4; ++i) pixels[i] = pixels[4 * i] = '\xff';
  put(folder_ / kTrainImages, test::idxBytes(0x803, {30, 4, 4}, pixels));
  put(folder_ / kTestImages, imageFile(20, 4, 4));
  const std::string text = describeData(folder_.path());
  EXPECT_TRUE(contains(text, "\n█▀▀▀\n█\n")) << text;
  EXPECT_TRUE(contains(text, "emnist-digits-train-images-idx3-ubyte")) << "how to have them turned";
}

TEST_F(Folder, IsDescribedByTheSameErrorsAsLoadingIt) {
  put(folder_ / kTrainLabels, labelFile(29));
  const std::string text = errorText([this] { describeData(folder_.path()); });
  EXPECT_TRUE(contains(text, "holds 29 labels")) << text;
}

TEST_F(Folder, OneFileAloneIsDescribed) {
  EXPECT_TRUE(contains(describeData(folder_ / kTestLabels), "labels   20"));
  EXPECT_TRUE(contains(describeData(folder_ / kTestImages), "images   20"));
  put(folder_ / "page", "<!DOCTYPE html>");
  EXPECT_TRUE(contains(errorText([this] { describeData(folder_ / "page"); }), "not an IDX file"));
}

}  // namespace
}  // namespace sparring
