// Points chosen instead of drawn: what a generator makes of them, and the ways between them.
#include "sparring/latentwalk.h"

#include <cmath>
#include <numbers>

#include "engine_fixture.h"
#include "measure/weights.h"
#include "sparring/model.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

class LatentWalk : public ::testing::Test {
 protected:
  static Model model(const Params& params) {
    Experiment experiment(params, smallDigits(), at::kCPU);
    while (experiment.steps() < 5) experiment.step(Phase::Gan);
    return Model(*experiment.weights());
  }
  static Model model(const std::string& adversary) { return model(smallParams(adversary)); }
  static std::vector<WalkPoint> points(const Model& m, int count, uint64_t seed) {
    auto list = latentsOf(m.params().latent, count, seed);
    if (m.generatorTraits().conditional)
      for (int i = 0; i < count; ++i) list[static_cast<size_t>(i)].classes = onlyClass(i % 10, 10);
    return list;
  }
};

double length(const std::vector<float>& x) {
  double sum = 0;
  for (const float v : x) sum += double(v) * v;
  return std::sqrt(sum);
}

double product(const std::vector<float>& a, const std::vector<double>& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

TEST_F(LatentWalk, TheLatentsOfASeedGiveTheImagesOfGenerate) {
  for (const char* adversary : {"cgan", "gan"}) {
    const auto m = model(adversary);
    const auto generated = m.generate(20, 7);
    const auto drawn = m.draw(points(m, 20, 7), 0);
    EXPECT_EQ(drawn.images, generated.images) << adversary;
    for (size_t i = 0; i < 20; ++i) EXPECT_EQ(drawn.wanted[i], generated.labels[i]) << adversary;
  }
}

TEST_F(LatentWalk, AllWeightOnAClassIsThatClass) {
  const auto m = model("cgan");
  const auto latents = latentsOf(m.params().latent, 1, 3).front();
  WalkPoint three{latents.latent, onlyClass(3, 10)}, eight{latents.latent, onlyClass(8, 10)};
  const auto path = pathBetween(three, eight, 5);
  const auto drawn = m.draw(path, 0), ends = m.draw({three, eight}, 0);
  const auto image = [](const Images& images, int64_t i) {
    return std::vector<uint8_t>(images.at(i), images.at(i) + images.kind.size());
  };
  EXPECT_EQ(image(drawn.images, 0), image(ends.images, 0));
  EXPECT_EQ(image(drawn.images, 4), image(ends.images, 1));
  EXPECT_NE(image(drawn.images, 2), image(ends.images, 0));
  EXPECT_EQ(path[1].classes[3], 0.75f);
  EXPECT_EQ(path[1].classes[8], 0.25f);
  EXPECT_EQ(path[1].latent, latents.latent);
}

TEST_F(LatentWalk, OpinionsAreThoseOfEveryLane) {
  auto params = smallParams("cgan");
  params.lambda = {0, 1, 2};
  const auto m = model(params);
  const auto drawn = m.draw(points(m, 6, 1), 0);
  ASSERT_EQ(drawn.opinions.lanes, 3);
  ASSERT_EQ(drawn.opinions.probabilities.size(), 6u * 3 * 10);
  for (size_t i = 0; i < 6; ++i)
    for (int k = 0; k < 3; ++k) {
      double sum = 0;
      for (int c = 0; c < 10; ++c) sum += double(drawn.opinions.of(i, k)[c]);
      EXPECT_NEAR(sum, 1, 1e-5);
      EXPECT_EQ(drawn.fools(i, k), drawn.opinions.verdict(i, k) != static_cast<int>(i));
    }
}

TEST_F(LatentWalk, TheDiscriminatorTellsGeneratedFromRealOnItsScale) {
  auto params = smallParams("gan");
  params.lrDiscriminator = 3e-3;
  Experiment experiment(params, smallDigits(), at::kCPU);
  while (experiment.steps() < 60) experiment.step(Phase::Gan);
  const Model m(*experiment.weights());
  EXPECT_EQ(m.generatorTraits().scale, (ScoreScale{0, 1}));
  double mean = 0;
  const auto drawn = m.draw(points(m, 50, 1), 0);
  ASSERT_EQ(drawn.opinions.scores.size(), 50u);
  for (const float score : drawn.opinions.scores) mean += double(score) / 50;
  EXPECT_LT(std::abs(mean), 0.4) << "D has learnt to call an untrained generator's images fakes";
}

TEST_F(LatentWalk, TheScaleIsTheGanLosss) {
  auto params = smallParams("gan");
  params.ganCoding = "-1,1,0";
  EXPECT_EQ(model(params).generatorTraits().scale, (ScoreScale{-1, 1}));
  params.ganCoding = "0,1,1";
  params.lossGan = "bce";
  const auto m = model(params);
  EXPECT_EQ(m.generatorTraits().scale, (ScoreScale{0, 1}));
  for (const float score : m.draw(points(m, 10, 1), 0).opinions.scores) {
    EXPECT_GT(score, 0);
    EXPECT_LT(score, 1);
  }
}

TEST_F(LatentWalk, EachLaneMeetsTheDigitsOfItsOwnAttacker) {
  auto params = smallParams("atgan");
  params.lambda = {0, 1};
  Experiment experiment(params, smallDigits(), at::kCPU);
  while (experiment.steps() < 20) experiment.step(Phase::Gan);
  while (experiment.steps() < 30) experiment.step(Phase::Joint);
  const Model m(*experiment.weights());
  EXPECT_NE(m.draw(points(m, 5, 1), 0).images, m.draw(points(m, 5, 1), 1).images);
}

TEST_F(LatentWalk, AnUnconditionalPointIsTheOneReadMostSurely) {
  const auto m = model("gan");
  const auto point = m.pointReadAs(4, 0, 11);
  const auto all = m.draw(latentsOf(m.params().latent, 400, 11), 0);
  float best = 0;
  for (size_t i = 0; i < 400; ++i) best = std::max(best, all.opinions.of(i, 0)[4]);
  EXPECT_NEAR(m.draw({point}, 0).opinions.of(0, 0)[4], best, 1e-6);
  EXPECT_EQ(m.pointReadAs(4, 0, 11), point);
}

TEST_F(LatentWalk, AConditionalPointIsTheSeedsLatentWithThatClass) {
  const auto m = model("cgan");
  const auto point = m.pointReadAs(4, 0, 11);
  EXPECT_EQ(point.latent, latentsOf(m.params().latent, 1, 11).front().latent);
  EXPECT_EQ(point.classes, onlyClass(4, 10));
}

TEST_F(LatentWalk, ChangesStayWithinEpsilonAndAreJudgedBeforeAndAfter) {
  for (const char* adversary : {"advgan", "gat"}) {
    auto params = smallParams(adversary);
    params.epsilon = 0.2;
    const auto m = model(params);
    const auto& test = smallDigits()->test;
    const auto x = blend(test.at(0), test.at(1), test.kind.size(), 4);
    const auto changed = m.change(x, std::vector<int>(4, test.labels[0]), 0);
    EXPECT_EQ(changed.source.count(), 4) << adversary;
    EXPECT_EQ(std::vector<uint8_t>(changed.source.at(3), changed.source.at(3) + 784),
              std::vector<uint8_t>(test.at(1), test.at(1) + 784));
    float most = 0;
    for (const float d : changed.difference) most = std::max(most, std::abs(d));
    EXPECT_GT(most, 0) << adversary;
    EXPECT_LE(most, 0.2f + 1e-6f) << adversary;
    EXPECT_EQ(changed.before.probabilities.size(), 40u);
    EXPECT_EQ(changed.after.scores.size(), std::string(adversary) == "advgan" ? 4u : 0u);
  }
}

TEST_F(LatentWalk, TraitsSayWhatThereIsToWalkIn) {
  using Makes = GeneratorTraits::Makes;
  const auto cgan = model("cgan").generatorTraits(), gan = model("gan").generatorTraits(),
             gat = model("gat").generatorTraits(), fgsm = model("fgsm").generatorTraits();
  EXPECT_TRUE(cgan.makes == Makes::Images && cgan.conditional && cgan.latent == 8);
  EXPECT_TRUE(gan.makes == Makes::Images && !gan.conditional && gan.namer);
  EXPECT_TRUE(gat.makes == Makes::Changes && !gat.scale);
  EXPECT_TRUE(fgsm.makes == Makes::Nothing && !fgsm.scale);
}

TEST_F(LatentWalk, WhatCannotBeDrawnIsAnErrorThatSaysSo) {
  const auto m = model("cgan");
  const auto good = points(m, 1, 1);
  auto narrow = good, classless = good;
  narrow.front().latent.pop_back();
  classless.front().classes.clear();
  EXPECT_THROW(m.draw({}, 0), Error);
  EXPECT_THROW(m.draw(narrow, 0), Error);
  EXPECT_THROW(m.draw(classless, 0), Error);
  EXPECT_THROW(m.draw(good, 1), Error);
  EXPECT_THROW(m.pointReadAs(10, 0, 1), Error);
  EXPECT_THROW(m.change(std::vector<float>(784), {0}, 0), Error);
  EXPECT_THROW(model("fgsm").draw(good, 0), Error);
  const auto changer = model("gat");
  EXPECT_THROW(changer.draw(good, 0), Error);
  EXPECT_THROW(changer.change(std::vector<float>(783), {0}, 0), Error);
  EXPECT_THROW(changer.change({}, {}, 0), Error);
  EXPECT_THROW(changer.change(std::vector<float>(784), {10}, 0), Error);
}

TEST(WalkWays, DirectionsTurnEvenlyAndLengthsGoStraight) {
  const auto ends = latentsOf(64, 2, 5);
  const double from = length(ends[0].latent), to = length(ends[1].latent);
  std::vector<double> angles;
  const auto path = pathBetween(ends[0], ends[1], 9);
  for (size_t i = 0; i < 9; ++i) {
    EXPECT_NEAR(length(path[i].latent), from + double(i) / 8 * (to - from), 1e-4);
    if (i == 0) continue;
    const std::vector<double> before(path[i - 1].latent.begin(), path[i - 1].latent.end());
    angles.push_back(
        std::acos(product(path[i].latent, before) / (length(path[i].latent) * length(path[i - 1].latent))));
  }
  for (const double angle : angles) EXPECT_NEAR(angle, angles.front(), 1e-4);
  EXPECT_EQ(path.front(), ends[0]);
  EXPECT_EQ(path.back(), ends[1]);
}

TEST(WalkWays, ThePlaneKeepsTheLengthAndItsDirectionsStayAtRightAngles) {
  const auto centre = latentsOf(16, 1, 2).front();
  auto plane = planeThrough(centre, 9);
  EXPECT_EQ(plane.at(0, 0), centre);
  for (int i = 0; i < 20; ++i) plane = plane.movedTo(0.3, -0.2);
  EXPECT_NEAR(length(plane.centre.latent), length(centre.latent), 1e-4);
  EXPECT_NEAR(length(plane.at(1, 0.5).latent), length(centre.latent), 1e-4);
  double right = 0, up = 0, both = 0;
  for (size_t i = 0; i < 16; ++i) {
    right += plane.right[i] * plane.right[i];
    up += plane.up[i] * plane.up[i];
    both += plane.right[i] * plane.up[i];
  }
  EXPECT_NEAR(right, 1, 1e-5);
  EXPECT_NEAR(up, 1, 1e-5);
  EXPECT_NEAR(both, 0, 1e-5);
  EXPECT_NEAR(product(plane.centre.latent, plane.right), 0, 1e-4);
}

TEST(WalkWays, StraightOnAndBackAgainIsWhereOneCameFrom) {
  const auto plane = planeThrough(latentsOf(16, 1, 2).front(), 9);
  const auto back = plane.movedTo(0.4, 0.3).at(-0.4, -0.3);
  for (size_t i = 0; i < 16; ++i) EXPECT_NEAR(back.latent[i], plane.centre.latent[i], 1e-5);
}

TEST(WalkWays, ASeedDecidesTheDirections) {
  const auto centre = latentsOf(16, 1, 2).front();
  EXPECT_EQ(planeThrough(centre, 9).right, planeThrough(centre, 9).right);
  EXPECT_NE(planeThrough(centre, 9).right, planeThrough(centre, 10).right);
}

TEST(WalkWays, FewNumbersAreMovedStraightOn) {
  const auto one = planeThrough({{0.5f}, {}}, 1);
  EXPECT_EQ(one.at(0.25, 3).latent, (std::vector<float>{0.75f}));
  const auto two = planeThrough({{0, 1}, {}}, 1);
  EXPECT_EQ(two.movedTo(0.5, 0.25).centre.latent, (std::vector<float>{0.5f, 1.25f}));
}

}  // namespace
}  // namespace sparring
