// A model measured as a whole.
#include <thread>

#include "engine_fixture.h"
#include "sparring/model.h"

namespace sparring {
namespace {

using test::smallDigits;

const Model& threeLanes() {
  static const Model made = [] {
    auto p = test::smallParams("fgsm");
    p.lambda = {0, 1, 2};
    p.lossClassifier = "cross-entropy";
    Experiment experiment(p, smallDigits(), at::kCPU);
    for (int i = 0; i < 60; ++i) experiment.step(Phase::Joint);
    return Model(*experiment.weights());
  }();
  return made;
}

Suite small() {
  Suite suite;
  suite.limit = 100;
  suite.probes = {{parseAttack("fgsm"), "eps", {0.05, 0.1}},
                  {parseAttack("cw:steps=3"), "eps", {0.1}},
                  {parseAttack("square:queries=10"), "eps", {0.1, 0.2}, 40},
                  {parseAttack("noise"), "sigma", {0.3}}};
  return suite;
}

TEST(Assess, LaneAloneEqualsItselfAmongOthers) {
  const auto all = threeLanes().assess(*smallDigits(), small());
  ASSERT_EQ(all.lanes.size(), 3u);
  auto suite = small();
  suite.lane = 2;
  const auto alone = threeLanes().assess(*smallDigits(), suite);
  ASSERT_EQ(alone.lanes.size(), 1u);
  EXPECT_EQ(alone.lanes[0].lane, 2);
  EXPECT_EQ(alone.lanes[0].lambda, 2);
  EXPECT_EQ(alone.lanes[0].verdicts, all.lanes[2].verdicts);
  EXPECT_EQ(alone.lanes[0].curves, all.lanes[2].curves);
}

// The window has one model for all its pages.
TEST(Assess, SeveralThreadsMayLookAtOneModelAtOnce) {
  const Model& model = threeLanes();
  const auto attack = parseAttack("pgd:eps=0.1,steps=3");
  const auto alone = model.assess(*smallDigits(), small());
  const auto gallery = model.gallery(smallDigits()->test, attack, {0, 1, 2});
  Assessment measured;
  std::thread other([&] { measured = model.assess(*smallDigits(), small()); });
  for (int i = 0; i < 10; ++i) {
    const auto again = model.gallery(smallDigits()->test, attack, {0, 1, 2});
    for (size_t k = 0; k < 3; ++k) EXPECT_EQ(again.lanes[k].adversarial, gallery.lanes[k].adversarial);
  }
  other.join();
  for (size_t k = 0; k < 3; ++k) EXPECT_EQ(measured.lanes[k].curves, alone.lanes[k].curves);
}

TEST(Assess, LaneThatIsNotThereIsBadUsage) {
  auto suite = small();
  suite.lane = 3;
  EXPECT_THROW(threeLanes().assess(*smallDigits(), suite), Error);
}

TEST(Assess, CostlyProbeMayLookAtFewerImages) {
  const auto lane = threeLanes().assess(*smallDigits(), small()).lanes.front();
  EXPECT_EQ(lane.clean.count, 100);
  EXPECT_EQ(lane.curve("fgsm")->points[0].share.count, 100);
  EXPECT_EQ(lane.curve("square")->points[0].share.count, 40);
}

TEST(Assess, BlindSearchStandsBesideTheGradientOnItsImages) {
  const auto lane = threeLanes().assess(*smallDigits(), small()).lanes.front();
  const auto& square = *lane.curve("square");
  ASSERT_EQ(square.whiteBox.size(), 2u);
  EXPECT_EQ(square.whiteBox[0].count, 40);
  EXPECT_LE(square.whiteBox[0].right, square.points[0].share.right);
  EXPECT_EQ(square.whiteBox[1].count, 0);  // no gradient attack at 0.2
  EXPECT_TRUE(lane.curve("fgsm")->whiteBox.empty());
}

TEST(Assess, ProgressEndsAtItsTotal) {
  AssessmentWatch watch;
  int64_t last = 0, all = -1;
  watch.progress = [&](int64_t done, int64_t total) {
    EXPECT_GE(done, last);
    EXPECT_LE(done, total);
    last = done;
    all = total;
    return true;
  };
  threeLanes().assess(*smallDigits(), small(), watch);
  EXPECT_EQ(last, all);
}

TEST(Assess, GalleryWithoutTrainingImagesHasNoTransfer) {
  EXPECT_THROW(threeLanes().gallery(smallDigits()->test, parseAttack("transfer"), {0}), Error);
  EXPECT_EQ(threeLanes().gallery(smallDigits()->test, parseAttack("fgsm"), {0}).lanes.size(), 3u);
}

}  // namespace
}  // namespace sparring
