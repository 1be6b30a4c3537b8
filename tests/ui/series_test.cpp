#include "curves/series.h"
#include "shown/trace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sparring::ui {
namespace {

using SeriesCurve = SeriesStore::Curve;
constexpr SeriesKey kL{Metric::L, 0};

/// Reproducible values without a pattern.
double noise(int64_t i) {
  return std::sin(double(i) * 12.9898) * 43758.5453 - std::floor(std::sin(double(i) * 12.9898) * 43758.5453);
}

std::vector<MetricPoint> points(int64_t count, int64_t first = 1) {
  std::vector<MetricPoint> result;
  for (int64_t i = 0; i < count; ++i) result.push_back({first + i, Metric::L, 0, noise(first + i)});
  return result;
}

TEST(SeriesTest, FewPointsComeBackAsTheyAre) {
  SeriesStore store;
  store.append({{10, Metric::L, 0, 0.5}, {20, Metric::L, 0, 0.25}});
  EXPECT_EQ(store.view(kL, 0, 100, 100, SeriesCurve::Raw), (std::vector<SeriesPoint>{{10, 0.5}, {20, 0.25}}));
}

TEST(SeriesTest, AMillionPointsComeBackAsFewAsTheBucketsWithEveryExtreme) {
  const int64_t count = 1000000;
  SeriesStore store;
  auto all = points(count);
  all[777777].value = 9;   // a single spike, up
  all[123456].value = -9;  // and down
  store.append(all);
  const auto view = store.view(kL, 0, double(count), 800, SeriesCurve::Raw);
  EXPECT_LE(view.size(), 2u * 800 + 4);
  EXPECT_TRUE(std::is_sorted(view.begin(), view.end(), [](auto& a, auto& b) { return a.step < b.step; }));
  EXPECT_NE(std::find(view.begin(), view.end(), SeriesPoint{777778, 9}), view.end());
  EXPECT_NE(std::find(view.begin(), view.end(), SeriesPoint{123457, -9}), view.end());
}

TEST(SeriesTest, EveryBucketHasItsLeastAndGreatestValue) {
  const int64_t count = 50021;  // no multiple of anything
  SeriesStore store;
  const auto all = points(count);
  store.append(all);
  for (const auto& [from, to] :
       {std::pair{1.0, double(count)}, std::pair{1234.0, 45678.0}, std::pair{40000.0, 43000.0}}) {
    const auto view = store.view(kL, from, to, 100, SeriesCurve::Raw);
    // any stretch as long as two buckets holds a whole one, so its extremes bound every value of the middle
    double low = 1e9, high = -1e9, seenLow = 1e9, seenHigh = -1e9;
    for (const auto& point : all) {
      if (double(point.step) < from || double(point.step) > to) continue;
      low = std::min(low, point.value);
      high = std::max(high, point.value);
    }
    for (const auto& point : view) {
      if (point.step < from || point.step > to) continue;
      seenLow = std::min(seenLow, point.value);
      seenHigh = std::max(seenHigh, point.value);
    }
    EXPECT_EQ(seenLow, low);
    EXPECT_EQ(seenHigh, high);
  }
}

TEST(SeriesTest, ViewReachesOnePointBeyondEitherEdge) {
  SeriesStore store;
  store.append(points(100));
  const auto view = store.view(kL, 40.5, 50.5, 100, SeriesCurve::Raw);
  EXPECT_EQ(view.front().step, 40);
  EXPECT_EQ(view.back().step, 51);
}

TEST(SeriesTest, SmoothingFollowsItsFormula) {
  SeriesStore store;
  const std::vector<double> values = {1, 3, 2, 8};
  for (size_t i = 0; i < values.size(); ++i) store.append({{int64_t(i + 1), Metric::L, 0, values[i]}});
  store.setSmoothing(0.6);
  double average = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    average = 0.6 * average + 0.4 * values[i];
    const auto point = store.at(kL, double(i + 1), SeriesCurve::Smoothed);
    ASSERT_TRUE(point);
    EXPECT_NEAR(point->value, average / (1 - std::pow(0.6, double(i + 1))), 1e-12);
  }
}

TEST(SeriesTest, SmoothingStartsAtTheFirstValueNotAtZero) {
  SeriesStore store;
  store.setSmoothing(0.99);
  store.append({{1, Metric::L, 0, 5.0}});
  EXPECT_NEAR(store.at(kL, 1, SeriesCurve::Smoothed)->value, 5.0, 1e-12);
}

TEST(SeriesTest, SmoothingBeforeAndAfterThePointsIsTheSame) {
  SeriesStore before, after;
  before.setSmoothing(0.9);
  before.append(points(1000));
  after.append(points(1000));
  after.setSmoothing(0.9);
  EXPECT_EQ(before.view(kL, 0, 1000, 5000, SeriesCurve::Smoothed), after.view(kL, 0, 1000, 5000, SeriesCurve::Smoothed));
}

TEST(SeriesTest, SmoothingLeavesTheRawValues) {
  SeriesStore store;
  store.append(points(100));
  const auto raw = store.view(kL, 0, 100, 200, SeriesCurve::Raw);
  store.setSmoothing(0.9);
  EXPECT_EQ(store.view(kL, 0, 100, 200, SeriesCurve::Raw), raw);
  store.setSmoothing(0);
  EXPECT_EQ(store.view(kL, 0, 100, 200, SeriesCurve::Smoothed), raw);
}

TEST(SeriesTest, ValuesThatAreNotFiniteArePassedOver) {
  SeriesStore store;
  store.append({{1, Metric::L, 0, 1.0},
                {2, Metric::L, 0, std::nan("")},
                {3, Metric::L, 0, std::numeric_limits<double>::infinity()}});
  EXPECT_EQ(store.size(kL), 1);
  EXPECT_EQ(store.lastStep(), 1);
}

TEST(SeriesTest, AnEarlierStepCutsItsSeriesBack) {
  SeriesStore store;
  store.append(points(100));
  store.append({{51, Metric::L, 0, 7.0}});
  EXPECT_EQ(store.size(kL), 51);
  EXPECT_EQ(store.lastStep(), 51);
  EXPECT_EQ(store.at(kL, 1000, SeriesCurve::Raw)->value, 7.0);
}

TEST(SeriesTest, LanesAndMetricsAreKeptApart) {
  SeriesStore store;
  store.append({{1, Metric::L, 0, 1.0}, {1, Metric::L, 1, 2.0}, {1, Metric::D, 0, 3.0}});
  EXPECT_EQ(store.at({Metric::L, 1}, 1, SeriesCurve::Raw)->value, 2.0);
  EXPECT_EQ(store.at({Metric::D, 0}, 1, SeriesCurve::Raw)->value, 3.0);
  EXPECT_FALSE(store.has({Metric::G, 0}));
}

TEST(SeriesTest, BeforeTheFirstPointThereIsNoValue) {
  SeriesStore store;
  store.append({{10, Metric::L, 0, 1.0}});
  EXPECT_FALSE(store.at(kL, 9, SeriesCurve::Raw));
  EXPECT_TRUE(store.at(kL, 10, SeriesCurve::Raw));
}

/// Phases of 18, 20 and 12 steps; losses every ten steps, each where it is learnt.
class SeriesRestTest : public testing::Test {
 protected:
  void SetUp() override {
    store_.setOpponent(adversaryInfo("cgan"));
    store_.beginPhase(0, Phase::Pretrain);
    store_.beginPhase(18, Phase::Gan);
    store_.beginPhase(38, Phase::Joint);
    for (const int64_t step : {10, 20, 40, 50}) store_.append({{step, Metric::L, 0, 1.0 / double(step)}});
    for (const int64_t step : {20, 30, 40, 50}) store_.append({{step, Metric::D, 0, 1.0}});
  }

  static std::vector<double> steps(const std::vector<SeriesPoint>& points) {
    std::vector<double> steps;
    for (const SeriesPoint& point : points) steps.push_back(std::isnan(point.value) ? -1 : point.step);
    return steps;
  }

  SeriesStore store_;
};

TEST_F(SeriesRestTest, APhaseThatDoesNotMeasureAMetricPartsItsPoints) {
  EXPECT_EQ(steps(store_.view(kL, 0, 100, 100, SeriesCurve::Raw)), (std::vector<double>{10, 20, -1, 40, 50}));
}

TEST_F(SeriesRestTest, APhaseThatMeasuresAMetricDoesNot) {
  EXPECT_EQ(steps(store_.view({Metric::D, 0}, 0, 100, 100, SeriesCurve::Raw)), (std::vector<double>{20, 30, 40, 50}));
}

TEST_F(SeriesRestTest, PointsFarApartInOnePhaseBelongTogether) {
  store_.append({{100000, Metric::L, 0, 1.0}});
  EXPECT_EQ(steps(store_.view(kL, 45, 100000, 100, SeriesCurve::Raw)), (std::vector<double>{40, 50, 100000}));
}

TEST_F(SeriesRestTest, AgainstAnotherOpponentOtherMetricsRest) {
  store_.setOpponent(adversaryInfo("atgan"));  // whose GAN rests in the joint phase
  EXPECT_TRUE(store_.rests(Metric::D, 45));
  EXPECT_FALSE(store_.rests(Metric::G, 45));
}

TEST_F(SeriesRestTest, WhereAMetricRestsItHasNoValue) {
  EXPECT_TRUE(store_.at(kL, 15, SeriesCurve::Raw));
  EXPECT_FALSE(store_.at(kL, 30, SeriesCurve::Raw));
  EXPECT_FALSE(store_.at(kL, 39, SeriesCurve::Raw)) << "nothing is recorded yet since it was taken up again";
  EXPECT_EQ(store_.at(kL, 45, SeriesCurve::Raw), (SeriesPoint{40, 1.0 / 40}));
}

TEST_F(SeriesRestTest, SmoothingBeginsAnewAfterIt) {
  store_.setSmoothing(0.9);
  EXPECT_NEAR(store_.at(kL, 40, SeriesCurve::Smoothed)->value, 1.0 / 40, 1e-12);
}

TEST_F(SeriesRestTest, PhasesThatAreToldAgainTakeTheFormersPlace) {
  store_.beginPhase(0, Phase::Joint);
  EXPECT_EQ(store_.phaseAt(30), Phase::Joint);
  EXPECT_EQ(steps(store_.view(kL, 0, 100, 100, SeriesCurve::Raw)), (std::vector<double>{10, 20, 40, 50}));
}

TEST(Trace, AnEditedLambdaHoldsFromTheNextStepOn) {
  const Trace trace{.began = {1}, .events = {{10, Event::Kind::Edit, "lambda", "2.5", {}}}};
  EXPECT_EQ(trace.lambdasAt(10), std::vector<double>{1});
  EXPECT_EQ(trace.lambdasAt(11), std::vector<double>{2.5});
}

TEST_F(SeriesRestTest, TheTableHasEveryPointWithItsPhase) {
  const Metric pgd = accuracyUnder(parseAttack("pgd:eps=0.1,steps=5")),
               weak = accuracyUnder(parseAttack("pgd:eps=0.05,steps=5"));
  SeriesStore store;
  store.beginPhase(0, Phase::Pretrain);
  store.beginPhase(10, Phase::Gan);
  store.append({{20, Metric::G, 0, 0.1}, {10, Metric::L, 0, 0.25}, {10, Metric::L, 1, 0.5}, {20, pgd, 1, 0.75}});
  const auto lambdas = [](int64_t step) { return std::vector<double>{0, step > 10 ? 2.5 : 1}; };
  EXPECT_EQ(store.csv({Metric::Clean, pgd, weak}, 40, lambdas),
            "step,epoch,phase,lane,lambda,metric,value\n10,0.25,pretrain,0,0,L,0.25\n10,0.25,pretrain,1,1,L,0.5\n"
            "20,0.5,gan,0,,G,0.1\n20,0.5,gan,1,2.5,\"" +
                metricRow(pgd).key + "\",0.75\n");
}

}  // namespace
}  // namespace sparring::ui
