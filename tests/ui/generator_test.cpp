#include <gtest/gtest.h>

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <cmath>

#include "generator/generatorview.h"
#include "measure/qualitymeter.h"
#include "showing.h"
#include "widgets/barchart.h"
#include "widgets/digittiles.h"
#include "widgets/figurecard.h"

namespace sparring::ui {
namespace {

GeneratorQuality cheap(int64_t step = 100) {
  GeneratorQuality q;
  q.step = step;
  q.count = 1000;
  q.score = 8.25;
  q.realScore = 9.57;
  q.confidence = 0.91;
  q.realConfidence = 0.97;
  q.agreement = 0.958;
  q.classes = {100, 100, 100, 100, 100, 100, 100, 191, 100, 9};
  return q;
}

GeneratorQuality full(int64_t step = 100) {
  GeneratorQuality q = cheap(step);
  q.full = true;
  q.frechet = 30.2;
  q.realFrechet = 4.2;
  q.precision = 0.8;
  q.recall = 0.3;
  q.density = 0.7;
  q.coverage = 0.6;
  q.memorisation = 0.97;
  q.kind = {.height = 2, .width = 2};
  q.nearest = {{{0, 1, 2, 3}, {4, 5, 6, 7}, 2.5}};
  q.checks = {{"collapse",
               {"Collapse", {}},
               {"Class 9 is 0.9 % of the digits.", {}},
               {"Lower the rate.", {}},
               Check::Verdict::Alarm}};
  return q;
}

std::shared_ptr<const GeneratorQuality> shared(GeneratorQuality q) {
  return std::make_shared<GeneratorQuality>(std::move(q));
}

class GeneratorTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(590, 440);
    view_.QWidget::show();
    view_.setGenerator(true);
    QApplication::processEvents();
  }
  Showing showing_;
  GeneratorView view_{showing_.shown};
};

TEST_F(GeneratorTest, AScoreAboveThatOfRealDigitsIsNotCalledBetter) {
  GeneratorQuality tidy = cheap();
  tidy.score = 9.83;
  view_.show(shared(tidy), nullptr);
  EXPECT_EQ(view_.score().beside(), "real digits: 9.57 · tidier than real ones, not better");
}

TEST_F(GeneratorTest, TheRealDigitsFigureStandsBesideTheScore) {
  view_.show(shared(cheap()), nullptr);
  EXPECT_EQ(view_.score().figure(), "8.25");
  EXPECT_EQ(view_.score().beside(), "real digits: 9.57");
  EXPECT_EQ(view_.agreement().figure(), "95.8 %");
}

TEST_F(GeneratorTest, WhereNothingWasAskedForTheConfidenceStandsThere) {
  GeneratorQuality q = cheap();
  q.agreement = -1;
  view_.show(shared(q), nullptr);
  EXPECT_EQ(view_.agreement().figure(), "91.0 %");
  EXPECT_EQ(view_.agreement().beside(), "sure; real: 97.0 %");
}

TEST_F(GeneratorTest, OnlyAClassBelowOnePerCentIsAnAlarm) {
  view_.show(shared(cheap()), nullptr);
  for (int c = 0; c < 10; ++c) EXPECT_EQ(view_.classes().bars()[size_t(c)].alarm, c == 9) << c;
}

TEST_F(GeneratorTest, WhatWasNotMeasuredIsNotShownAsZero) {
  view_.show(shared(cheap()), nullptr);
  EXPECT_EQ(view_.frechet().figure(), "–");
  EXPECT_TRUE(std::isnan(view_.neighbours().bars().front().value));
  EXPECT_TRUE(view_.nearest().tiles().empty());
}

TEST_F(GeneratorTest, AnEarlierFullMeasurementStaysWithItsStep) {
  view_.show(shared(cheap(200)), shared(full(100)));
  EXPECT_EQ(view_.frechet().figure(), "30.2");
  EXPECT_EQ(view_.frechet().beside(), "real digits: 4.2 · step 100");
  EXPECT_EQ(view_.neighbours().bars()[1].figure, "30 %");
}

TEST_F(GeneratorTest, TheNearestPairsStandSideBySide) {
  view_.show(shared(full()), shared(full()));
  ASSERT_EQ(view_.nearest().tiles().size(), 1u);
  EXPECT_EQ(view_.nearest().tiles()[0].pictures.pixels, (std::vector<uint8_t>{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST_F(GeneratorTest, ARunWithoutAGeneratorSaysSo) {
  view_.show(shared(cheap()), nullptr);
  view_.setGenerator(false);
  EXPECT_FALSE(view_.classes().isVisible());
  EXPECT_FALSE(view_.measure().isVisible());
  EXPECT_TRUE(view_.words().startsWith("In this run no generator draws images"));
}

TEST_F(GeneratorTest, MeasuringShowsProgressInThePlaceOfItsButton) {
  view_.showProgress(3, 10);
  EXPECT_FALSE(view_.measure().isVisible());
  EXPECT_TRUE(view_.cancel().isVisible());
  view_.endProgress();
  EXPECT_TRUE(view_.measure().isVisible());
}

TEST(QualityMeterTest, ACancelledMeasurementIsNotTold) {
  std::atomic<bool> noticed = false;
  QualityMeter meter([&](const Subject&, bool, const auto& progress) -> GeneratorQuality {
    while (progress(0, 1)) std::this_thread::yield();
    noticed = true;
    throw Error({"cancelled", {}});
  });
  bool told = false;
  QSignalSpy ended(&meter, &QualityMeter::ended);
  meter.start({}, true, [&](auto) { told = true; });
  EXPECT_TRUE(meter.busy());
  meter.cancel();
  EXPECT_FALSE(meter.busy());
  EXPECT_EQ(ended.size(), 1);
  ASSERT_TRUE(QTest::qWaitFor([&] { return noticed.load(); }, kPatience));
  QApplication::processEvents();
  EXPECT_FALSE(told);
}

TEST(QualityMeterTest, TellsWhatWasMeasured) {
  QualityMeter meter([](const Subject&, bool full, const auto&) {
    GeneratorQuality q = cheap(7);
    q.full = full;
    return q;
  });
  std::optional<GeneratorQuality> got;
  meter.start({}, true, [&](auto outcome) { got = std::move(outcome.value); });
  ASSERT_TRUE(QTest::qWaitFor([&] { return got.has_value(); }, kPatience));
  EXPECT_EQ(got->step, 7);
  EXPECT_TRUE(got->full);
}

}  // namespace
}  // namespace sparring::ui
