// Mean and interval over runs that differ in their seed.
#include "sparring/seeds.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sparring {
namespace {

Assessment run(int64_t clean, int64_t attacked, double strength = 0.1) {
  LaneAssessment lane;
  lane.clean = {clean, 100};
  lane.curves = {{parseAttack("fgsm"), "eps", {{strength, {attacked, 100}}}}};
  Assessment assessment;
  assessment.lanes = {lane};
  return assessment;
}

TEST(Seeds, IntervalIsStudents) {
  const auto spread = spreadOf({0.50, 0.51, 0.52});
  EXPECT_NEAR(spread.mean, 0.51, 1e-12);
  EXPECT_NEAR(spread.low, 0.51 - 4.303 * 0.01 / std::sqrt(3.0), 1e-9);  // t of two degrees of freedom
  EXPECT_NEAR(spread.high, 0.51 + 4.303 * 0.01 / std::sqrt(3.0), 1e-9);
}

TEST(Seeds, OneRunSaysNothingOfItsSpread) {
  const auto spread = spreadOf({0.5});
  EXPECT_EQ(spread.low, 0);
  EXPECT_EQ(spread.high, 1);
}

TEST(Seeds, EveryFigureGetsItsSpread) {
  const auto lanes = overSeeds({run(90, 10), run(92, 20), run(94, 30)});
  ASSERT_EQ(lanes.size(), 1u);
  EXPECT_NEAR(lanes[0].clean.mean, 0.92, 1e-12);
  EXPECT_EQ(lanes[0].curves[0].points[0].accuracy.values, (std::vector<double>{0.1, 0.2, 0.3}));
}

TEST(Seeds, RunsThatStandElsewhereAreRefused) {
  auto unfinished = run(92, 20);
  unfinished.step = 100;
  EXPECT_THROW(overSeeds({run(90, 10), unfinished}), Error);
}

TEST(Seeds, FiguresOfOtherImagesAreRefused) {
  auto few = run(92, 20);
  few.count = 50;
  EXPECT_THROW(overSeeds({run(90, 10), few}), Error);
}

TEST(Seeds, FiguresOfAnotherSuiteAreRefused) { EXPECT_THROW(overSeeds({run(90, 10), run(92, 20, 0.2)}), Error); }

}  // namespace
}  // namespace sparring
