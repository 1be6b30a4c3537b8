// The reference classifier: what it knows, and when it is made anew.
#include "measure/reference.h"

#include "engine_fixture.h"
#include "environment.h"
#include "io/file.h"
#include "read_only_folder.h"
#include "temp_folder.h"

namespace sparring {
namespace {

class Reference : public ::testing::Test {
 protected:
  // A data set that this process has not seen yet: each asks the file.
  static Dataset data(const std::string& name) {
    auto copy = *test::smallDigits();
    copy.sha256 = sha256(name.data(), name.size());
    return copy;
  }
  std::filesystem::path fileOf(const Dataset& data) const {
    return folder_ / "reference" / (data.sha256.substr(0, 16) + ".safetensors");
  }
  /// Writes the file of `from` as that of `to`, twice every weight, said to be of the data `of`.
  void writeDoubled(const Dataset& from, const Dataset& to, const Dataset& of) const {
    auto file = readSafetensors(fileOf(from));
    std::vector<TensorView> views;
    for (auto& [name, tensor] : file.tensors) {
      for (float& value : tensor.data) value *= 2;
      views.push_back({name, tensor.shape, tensor.data.data()});
    }
    file.metadata["data"] = of.sha256;
    file.metadata.erase("sha256");
    writeSafetensors(fileOf(to), views, file.metadata);
  }

  test::TempFolder folder_;
  test::Environment environment_{"SPARRING_DATA", folder_.path().string()};
};

TEST_F(Reference, ReadsDigitsThatItHasNotSeen) {
  const auto digits = data("reads");
  const auto net = referenceClassifier(digits);
  EXPECT_GT(Evaluator(digits, at::kCPU).accuracy(*net, nullptr, 0, 1, {})[0], 0.9);
}

TEST_F(Reference, IsTheSameForTheSameData) {
  EXPECT_TRUE(referenceClassifier(data("one"))->parameters().equal(referenceClassifier(data("other"))->parameters()));
}

TEST_F(Reference, IsReadFromItsFile) {
  const auto first = data("written"), second = data("read");
  const auto net = referenceClassifier(first);
  writeDoubled(first, second, second);
  EXPECT_TRUE(referenceClassifier(second)->parameters().equal(net->parameters() * 2));
}

TEST_F(Reference, IsMadeAnewWhereTheFileIsOfOtherDataOrBroken) {
  const auto first = data("mine"), foreign = data("foreign"), broken = data("broken");
  const auto net = referenceClassifier(first);
  writeDoubled(first, foreign, first);
  writeFile(fileOf(broken), "not a network");
  EXPECT_TRUE(referenceClassifier(foreign)->parameters().equal(net->parameters()));
  EXPECT_TRUE(referenceClassifier(broken)->parameters().equal(net->parameters()));
  EXPECT_EQ(readSafetensors(fileOf(broken)).metadata.at("data"), broken.sha256);
}

TEST_F(Reference, NeedsNoFolderThatCanBeWritten) {
  const test::ReadOnlyFolder readOnly(folder_.path());
  if (!readOnly) GTEST_SKIP() << "cannot be arranged here";
  const auto digits = data("unwritten");
  const auto net = referenceClassifier(digits);
  EXPECT_FALSE(std::filesystem::exists(fileOf(digits)));
  const auto mustNotTrain = [](int64_t, int64_t) { return false; };
  EXPECT_TRUE(referenceClassifier(digits, mustNotTrain)->parameters().equal(net->parameters())) << "kept in memory";
}

TEST_F(Reference, IsNotKeptWhenCancelled) {
  const auto digits = data("cancelled");
  EXPECT_THROW(referenceClassifier(digits, [](int64_t done, int64_t) { return done < 5; }), Cancelled);
  EXPECT_FALSE(std::filesystem::exists(fileOf(digits)));
}

TEST_F(Reference, LearnsFromFewerImagesThanABatch) {
  const auto few = *syntheticDigits(40, 40, 5);
  const auto net = referenceClassifier(few);
  auto seen = few;
  seen.test = few.train;
  EXPECT_GT(Evaluator(seen, at::kCPU).accuracy(*net, nullptr, 0, 1, {})[0], 0.95);
}

}  // namespace
}  // namespace sparring
