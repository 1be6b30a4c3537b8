// Three classes in colour, 12 x 9 pixels: everything that is done with digits is done with them.
#include "odd_images.h"
#include "measure/weights.h"

#include <cmath>

#include "engine_fixture.h"
#include "environment.h"
#include "io/file.h"
#include "io/idx.h"
#include "measure/modelparts.h"
#include "sparring/adversaries.h"
#include "sparring/evaluations.h"
#include "sparring/export.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::oddImages;
using test::smallParams;

Params oddParams(const std::string& adversary) {
  auto p = smallParams(adversary);
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = 3e-3;
  p.evaluateLimit = 60;
  return p;
}

void train(Experiment& experiment, int steps) {
  for (const Phase phase : {Phase::Teacher, Phase::Pretrain, Phase::Gan, Phase::Joint})
    for (int i = 0; i < steps; ++i) experiment.step(phase);
}

class OddImages : public ::testing::Test {
 protected:
  static const Model& model() {
    static const Model made = [] {
      Experiment experiment(oddParams("cgan"), oddImages(), at::kCPU);
      train(experiment, 30);
      return Model(*experiment.weights());
    }();
    return made;
  }
  static std::vector<int64_t> some() { return {0, 4, 8, 12}; }

  test::TempFolder folder_;
  test::Environment environment_{"SPARRING_DATA", folder_.path().string()};
};

TEST_F(OddImages, AreTrainedOnWithEveryAdversary) {
  for (const auto& adversary : adversaries()) {
    SCOPED_TRACE(adversary.name);
    auto p = oddParams(adversary.name);
    p.lambda = {0.5, 1};
    Experiment experiment(p, oddImages(), at::kCPU);
    train(experiment, 4);
    EXPECT_FALSE(experiment.notFinite());
    for (const auto& point : experiment.accuracies({})) EXPECT_TRUE(point.value >= 0 && point.value <= 1);
    for (const auto& grid : experiment.samples()) {
      EXPECT_EQ(grid->images.kind, oddImages()->kind());
      EXPECT_EQ(grid->images.count(), static_cast<int64_t>(grid->predicted.size()));
      for (const int c : grid->predicted) EXPECT_TRUE(c >= 0 && c < 3) << c;
      for (const int c : grid->wanted) EXPECT_TRUE(c >= -1 && c < 3) << c;
    }
    EXPECT_EQ(experiment.pairs().at(1)->source.count(), 9) << "three a class";
    EXPECT_EQ(Model(*experiment.weights()).lanes(), 2);
  }
}

TEST_F(OddImages, AreLearnt) { EXPECT_GT(model().assess(*oddImages(), {}).lanes.front().clean.value(), 0.9); }

TEST_F(OddImages, AreAttackedByEveryAttack) {
  for (const auto& attack : attacks()) {
    SCOPED_TRACE(attack.name);
    const Gallery gallery = model().gallery(*oddImages(), parseAttack(attack.name), some());
    EXPECT_EQ(gallery.source.kind, oddImages()->kind());
    EXPECT_TRUE(std::equal(gallery.source.at(1), gallery.source.at(2), oddImages()->test.at(4)));
    const auto& lane = gallery.lanes.front();
    ASSERT_EQ(lane.adversarial.count(), 4);
    ASSERT_EQ(lane.difference.size(), lane.adversarial.pixels.size());
    for (const float value : lane.difference) ASSERT_TRUE(std::abs(value) <= 1) << value;
    for (const auto& verdict : lane.after) EXPECT_TRUE(verdict.predicted >= 0 && verdict.predicted < 3);
  }
}

TEST_F(OddImages, AreJudgedClassByClass) {
  Suite suite;
  suite.probes = {Probe::at(parseAttack("fgsm:eps=0.05"))};
  suite.own = true;
  const Assessment found = model().assess(*oddImages(), suite);
  const auto& lane = found.lanes.front();
  ASSERT_EQ(lane.classes(), 3);
  for (int c = 0; c < 3; ++c) EXPECT_EQ(lane.ofClass(c).count, 30);
  const auto back = assessmentFromJson(assessmentToJson(found));
  EXPECT_EQ(back.lanes.front().confusion, lane.confusion);
  EXPECT_EQ(back.lanes.front().verdicts, lane.verdicts);
}

TEST_F(OddImages, HaveAGeneratorThatIsMeasuredByItsOwnClasses) {
  const auto q = model().quality(*oddImages(), 90, true);
  ASSERT_EQ(q.classes.size(), 3u);
  EXPECT_EQ(q.realClasses, (std::vector<int64_t>{30, 30, 30}));
  EXPECT_GE(q.score, 1);
  EXPECT_LE(q.realScore, 3);
  EXPECT_GT(q.realScore, 2.5) << "the judge tells the three apart";
  EXPECT_EQ(q.nearest.front().generated.size(), 324u);
}

TEST_F(OddImages, AreNotAskedForInAClassThatTheDataLack) {
  auto lacking = std::make_shared<Dataset>(*oddImages());
  for (auto* set : {&lacking->train, &lacking->test})
    for (auto& label : set->labels) label = label == 0 ? 1 : label;
  lacking->sha256.clear();
  const auto q = model().quality(*lacking, 60, false);
  EXPECT_EQ(q.realClasses[0], 0);
  const auto& check = q.checks.front();
  EXPECT_EQ(check.name, "classes");
  EXPECT_EQ(check.finding.str().find("Rose"), std::string::npos) << check.finding.str();
}

TEST_F(OddImages, AreExportedInTheirShape) {
  const auto made = model().generate(5, 1);
  EXPECT_EQ(made.labels, (std::vector<uint8_t>{0, 1, 2, 0, 1}));
  writeGenerated(made, folder_ / "five.idx");
  const auto array = readIdx(folder_ / "five.idx", 4);
  EXPECT_EQ(array.dims, (std::vector<int64_t>{5, 12, 9, 3}));
  EXPECT_EQ(array.bytes, made.images.pixels);
  writeGenerated(made, folder_ / "five.npz");
  EXPECT_NE(readFile(folder_ / "five.npz").find("'shape': (5, 12, 9, 3)"), std::string::npos);
  writeGenerated(made, folder_ / "five.png");
  EXPECT_GT(std::filesystem::file_size(folder_ / "five.png"), 0u);
}

TEST_F(OddImages, AreNotReadByNetworksOfAnotherKind) {
  EXPECT_THROW(model().assess(*test::smallDigits(), {}), Error);
  auto other = std::make_shared<Dataset>(*oddImages());
  other->train.kind.classes = other->test.kind.classes = 4;
  EXPECT_THROW(model().assess(*other, {}), Error);
}

TEST(ImageKind, IsKeptWithTheWeights) {
  std::map<std::string, std::string> odd, usual;
  describeKind(oddImages()->kind(), odd);
  EXPECT_TRUE(kindOf(odd).fits(oddImages()->kind()));
  EXPECT_FALSE(odd.contains("side"));
  describeKind({}, usual);
  EXPECT_EQ(usual["side"], "28") << "versions before read nothing else";
  EXPECT_TRUE(kindOf({{"side", "14"}}).fits({.height = 14, .width = 14})) << "and wrote nothing else";
  EXPECT_THROW(kindOf({}), Error);
  odd["classes"] = "1";
  EXPECT_THROW(kindOf(odd), Error);
}

TEST(ImageKind, NamesAClassByItsNumberWhereItHasNoName) {
  EXPECT_EQ(oddImages()->kind().nameOf(1), "Leaf");
  EXPECT_EQ(ImageKind{}.nameOf(7), "7");
}

TEST(SampleGridText, BringsBackWhatThePictureDoesNotShow) {
  SampleGrid grid;
  grid.images = {oddImages()->kind(), {}};
  grid.columns = 2;
  grid.perturbed = true;
  grid.lane = 1;
  grid.wanted = {0, 2};
  grid.predicted = {1, 2};
  grid.confidence = {0.5f, 0.75f};
  const auto back = gridFromText(gridToText(grid));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->images.kind, grid.images.kind);
  EXPECT_EQ(back->columns, 2);
  EXPECT_TRUE(back->perturbed);
  EXPECT_EQ(back->lane, 1);
  EXPECT_EQ(back->wanted, grid.wanted);
  EXPECT_EQ(back->predicted, grid.predicted);
  EXPECT_EQ(back->confidence, grid.confidence);
}

TEST(SampleGridText, IsRefusedWhereItIsNone) {
  EXPECT_FALSE(gridFromText(""));
  EXPECT_FALSE(gridFromText("{}"));
  SampleGrid grid;
  grid.columns = 1;
  grid.wanted = grid.predicted = {0, 1};
  grid.confidence = {1};
  EXPECT_FALSE(gridFromText(gridToText(grid))) << "a verdict lacks its confidence";
}

TEST(Kinds, OfTwoChannelsAreNotReadFromAFile) {
  std::map<std::string, std::string> metadata;
  describeKind({.channels = 3, .height = 4, .width = 5, .classes = 6}, metadata);
  EXPECT_EQ(kindOf(metadata), (ImageKind{.channels = 3, .height = 4, .width = 5, .classes = 6}));
  metadata["channels"] = "2";
  EXPECT_THROW(kindOf(metadata), Error);
}

}  // namespace
}  // namespace sparring
