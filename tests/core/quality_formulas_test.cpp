// The formulas of the generator's quality on cases that can be worked out by hand.
#include <ATen/ATen.h>
#include <gtest/gtest.h>

#include <cmath>

#include "nn/ops.h"
#include "quality/frechet.h"
#include "quality/neighbours.h"
#include "quality/score.h"

namespace sparring {
namespace {

const WorkDone kGoOn = [](int64_t) {};

at::Tensor line(std::vector<float> values) {
  const auto n = static_cast<int64_t>(values.size());
  return at::from_blob(values.data(), {n, 1}, at::kFloat).clone();
}

std::vector<double> oneHots(std::initializer_list<int> classes) {
  std::vector<double> p(10 * classes.size(), 0.0);
  size_t row = 0;
  for (const int digit : classes) p[10 * row++ + static_cast<size_t>(digit)] = 1;
  return p;
}

TEST(JudgeScore, IsTheNumberOfClassesThatAreReadForCertain) {
  EXPECT_NEAR(judgeScore(oneHots({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}), 10), 10, 1e-12);
  EXPECT_NEAR(judgeScore(oneHots({3, 3, 7, 7}), 10), 2, 1e-12);
  EXPECT_NEAR(judgeScore(oneHots({5, 5, 5}), 10), 1, 1e-12);
}

TEST(JudgeScore, IsOneWhereTheJudgeIsUnsureOfEverything) {
  EXPECT_NEAR(judgeScore(std::vector<double>(40, 0.1), 10), 1, 1e-12);
}

TEST(JudgeScore, FollowsTheFormula) {
  const double divergence = 0.9 * std::log(0.9 / 0.5) + 0.1 * std::log(0.1 / 0.5);
  EXPECT_NEAR(judgeScore(std::vector<double>{0.9, 0.1, 0.1, 0.9}, 2), std::exp(divergence), 1e-12);
}

TEST(Spread, IsTheRootMeanSquareOverPairsOfAClass) {
  // class 0: pairs 1, 0 and 1 apart; class 1: one image, no pair
  const ImageSet images{{{.height = 1, .width = 1}, {0, 255, 0, 90}}, {0, 0, 0, 1}};
  const std::vector<int32_t> classes{0, 0, 0, 1};
  EXPECT_NEAR(spreadWithinClasses(images, classes), std::sqrt(2.0 / 3), 1e-12);
  EXPECT_TRUE(std::isnan(spreadWithinClasses(images, std::vector<int32_t>{0, 1, 2, 3})));
}

TEST(Frechet, MatchesTheClosedFormOfGaussiansThatShareTheirAxes) {
  const auto diagonal = [](std::vector<double> values) {
    return at::from_blob(values.data(), {static_cast<int64_t>(values.size())}, at::kDouble).clone();
  };
  const Gaussian a{diagonal({0, 0, 0}), at::diag(diagonal({1, 4, 9}))};
  const Gaussian b{diagonal({1, 2, 2}), at::diag(diagonal({4, 4, 0}))};
  EXPECT_NEAR(frechetDistance(a, b), 9 + 1 + 0 + 9, 1e-9);  // ‖μ₁ - μ₂‖² + Σ (σ₁ - σ₂)²
  EXPECT_NEAR(frechetDistance(a, a), 0, 1e-9);
}

TEST(Frechet, IsSymmetricWhereTheAxesDiffer) {
  const auto covariance = [](double x, double xy, double y) {
    return at::tensor({x, xy, xy, y}, at::kDouble).view({2, 2});
  };
  const Gaussian a{at::zeros({2}, at::kDouble), covariance(2, 1, 3)}, b{a.mean, covariance(1, -0.5, 2)};
  // tr (Σ₁Σ₂)^½ of 2×2 matrices is √(tr Σ₁Σ₂ + 2 √det Σ₁Σ₂)
  const double expected = 5 + 3 - 2 * std::sqrt((2 - 0.5 + -0.5 + 6) + 2 * std::sqrt(5 * 1.75));
  EXPECT_NEAR(frechetDistance(a, b), expected, 1e-9);
  EXPECT_NEAR(frechetDistance(b, a), expected, 1e-9);
}

TEST(Frechet, TakesMeanAndCovarianceFromThePoints) {
  const auto gaussian = gaussianOf(at::tensor({0.f, 0.f, 2.f, 4.f}).view({2, 2}));
  EXPECT_TRUE(gaussian.mean.equal(at::tensor({1., 2.}, at::kDouble)));
  EXPECT_TRUE(gaussian.covariance.equal(at::tensor({2., 4., 4., 8.}, at::kDouble).view({2, 2})));
}

TEST(Prdc, OfPointsOnALine) {
  // k = 1: the real balls reach 1, 1 and 2 (from 0, 1, 3), the generated ones 0.5, 0.5 and 9.5 (from 0.25, 0.75, 10.25)
  const auto found = prdc(line({0, 1, 3}), line({0.25, 0.75, 10.25}), 1, kGoOn);
  EXPECT_NEAR(found.precision, 2.0 / 3, 1e-12);  // not 10.25
  EXPECT_NEAR(found.recall, 1, 1e-12);           // 0 and 1 in the ball of 0.25 or 0.75, 3 in that of 10.25
  EXPECT_NEAR(found.density, 4.0 / 3, 1e-12);    // 0.25 and 0.75 each in the balls of 0 and 1
  EXPECT_NEAR(found.coverage, 2.0 / 3, 1e-12);   // none within 2 of 3
}

TEST(Prdc, OfAGeneratorThatMakesOneImage) {
  const auto found = prdc(line({-3, -2, -1, 1, 2, 3}), line({2, 2, 2, 2}), 1, kGoOn);
  EXPECT_EQ(found.precision, 1);
  EXPECT_EQ(found.recall, 0);
  EXPECT_NEAR(found.coverage, 1.0 / 6, 1e-12);
}

TEST(Prdc, OfTheSamePointsIsFull) {
  at::manual_seed(1);
  const auto points = at::randn({700, 8});
  const auto found = prdc(points, points, 5, kGoOn);
  EXPECT_EQ(found.precision, 1);
  EXPECT_EQ(found.recall, 1);
  EXPECT_EQ(found.coverage, 1);
}

class Distances : public ::testing::TestWithParam<int> {};

// more rows and columns than a block has, and a last one that is not full
TEST_P(Distances, AreThoseOfEveryPair) {
  ops::setThreads(GetParam());
  at::manual_seed(2);
  const auto a = at::randn({300, 7}), b = at::randn({1100, 7});
  auto found = at::full({300, 1100}, -1.0f);
  int64_t multiplications = 0;
  eachDistance(
      a, b,
      [&](int64_t row, int64_t first, std::span<const float> squares) {
        std::ranges::copy(squares, found.data_ptr<float>() + row * 1100 + first);
      },
      [&](int64_t n) { multiplications += n; });
  EXPECT_LT((found - (a.unsqueeze(1) - b.unsqueeze(0)).square().sum(2)).abs().max().item<float>(), 1e-4);
  EXPECT_EQ(multiplications, 300 * 1100 * 7);
}

INSTANTIATE_TEST_SUITE_P(Threads, Distances, ::testing::Values(1, 3));

TEST(Nearest, OfACopyIsTheOriginalAtNoDistance) {
  at::manual_seed(3);
  const auto training = at::randint(0, 256, {1500, 64}).to(at::kByte);
  const auto found = nearestOf(training.slice(0, 1100, 1110).contiguous(), training, kGoOn);
  for (size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(found.index[i], 1100 + static_cast<int64_t>(i));
    EXPECT_EQ(found.distance[i], 0);
  }
}

TEST(Nearest, IsMeasuredInPixelUnits) {
  const auto points = at::tensor({0, 0}).to(at::kByte).view({1, 2});
  const auto others = at::tensor({255, 255, 0, 51}).to(at::kByte).view({2, 2});
  const auto found = nearestOf(points, others, kGoOn);
  EXPECT_EQ(found.index[0], 1);
  EXPECT_NEAR(found.distance[0], 0.2, 1e-12);
}

TEST(Median, IsTheMiddleOrTheMeanOfTheTwo) {
  EXPECT_EQ(medianOf({5, 1, 3}), 3);
  EXPECT_EQ(medianOf({4, 1, 3, 9}), 3.5);
}

}  // namespace
}  // namespace sparring
