#include <gtest/gtest.h>

#include <QApplication>
#include <QTest>

#include "errors/calibrationplot.h"
#include "errors/confusionmap.h"
#include "errors/errorsview.h"
#include "showing.h"
#include "widgets/digittiles.h"

namespace sparring::ui {
namespace {

constexpr int kErrorSide = 4;
constexpr int kCount = 40;

/// Image i is of class i % 10 and consists of pixels of value i.
std::shared_ptr<const Dataset> digits() {
  auto data = std::make_shared<Dataset>();
  data->test.kind = {.height = kErrorSide, .width = kErrorSide};
  for (int i = 0; i < kCount; ++i) {
    data->test.labels.push_back(uint8_t(i % 10));
    data->test.pixels.insert(data->test.pixels.end(), kErrorSide * kErrorSide, uint8_t(i));
  }
  return data;
}

/// Reads the images `wrong` as `as`, all others rightly.
LaneAssessment lane(int k, double lambda, const std::vector<int>& wrong, int as) {
  LaneAssessment lane;
  lane.lane = k;
  lane.confusion.assign(10, std::vector<int64_t>(10));
  lane.lambda = lambda;
  for (int i = 0; i < kCount; ++i) {
    const bool misread = std::find(wrong.begin(), wrong.end(), i) != wrong.end();
    const int verdict = misread ? as : i % 10;
    lane.verdicts.push_back(uint8_t(verdict));
    ++lane.confusion[size_t(i % 10)][size_t(verdict)];
    lane.clean.right += !misread;
    ++lane.clean.count;
  }
  lane.calibration.bins[9] = {lane.clean, 0.99};
  return lane;
}

/// Lane 0 reads 14 and 34 as 9 (they are 4s) and 22 (a 2) as 9; lane 1 reads 5 as 3.
std::shared_ptr<const Assessment> assessment() {
  auto a = std::make_shared<Assessment>();
  a->step = 1200;
  a->count = kCount;
  a->lanes = {lane(0, 1, {14, 34, 22}, 9), lane(1, 0, {5}, 3)};
  return a;
}

class ErrorsTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(590, 440);
    view_.QWidget::show();
    view_.show(assessment(), digits());
    QApplication::processEvents();
  }
  static int cell(int wanted, int verdict) { return wanted * 11 + verdict; }
  void click(int cell) {
    QTest::mouseClick(&view_.map(), Qt::LeftButton, {}, view_.map().tileRect(cell).center().toPoint());
  }
  /// The images shown, by the value of their pixels.
  std::vector<int> shown() {
    std::vector<int> images;
    for (const auto& tile : view_.digits().tiles()) images.push_back(tile.pictures.pixels.front());
    return images;
  }

  Showing showing_;
  ErrorsView view_{showing_.shown};
};

TEST_F(ErrorsTest, AnOpenedCellDoesNotOutliveItsData) {
  click(cell(4, 9));
  ASSERT_EQ(shown().size(), 2u);
  view_.show(assessment(), digits());
  EXPECT_EQ(shown().size(), 3u) << "all that were misread";
}

TEST_F(ErrorsTest, AWholeRowOfDigitsIsSeenOnALowPage) {
  view_.resize(590, 260);
  QApplication::processEvents();
  EXPECT_GE(view_.digits().visibleRegion().boundingRect().height(), int(view_.digits().rowHeight()));
}

TEST_F(ErrorsTest, AClickOnACellShowsExactlyItsMisreadDigits) {
  click(cell(4, 9));
  EXPECT_EQ(shown(), (std::vector<int>{14, 34}));
}

TEST_F(ErrorsTest, TheAccuracyOfAClassShowsAllItsMisreadDigits) {
  click(cell(2, 10));
  EXPECT_EQ(shown(), std::vector<int>{22});
}

TEST_F(ErrorsTest, WithoutACellAllMisreadDigitsAreShown) {
  EXPECT_EQ(shown(), (std::vector<int>{14, 22, 34}));
  click(cell(4, 9));
  click(cell(4, 9));
  EXPECT_EQ(shown(), (std::vector<int>{14, 22, 34}));
}

TEST_F(ErrorsTest, AnEmptyCellShowsNone) {
  click(cell(7, 1));
  EXPECT_TRUE(shown().empty());
}

TEST_F(ErrorsTest, ArrowsAndEnterOpenACellAndEscapeLeavesIt) {
  view_.map().setFocus();
  for (int i = 0; i < 4; ++i) QTest::keyClick(&view_.map(), Qt::Key_Down);
  for (int i = 0; i < 9; ++i) QTest::keyClick(&view_.map(), Qt::Key_Right);
  EXPECT_EQ(view_.map().current(), cell(4, 9));
  QTest::keyClick(&view_.map(), Qt::Key_Return);
  EXPECT_EQ(shown(), (std::vector<int>{14, 34}));
  QTest::keyClick(&view_.map(), Qt::Key_Escape);
  EXPECT_EQ(shown(), (std::vector<int>{14, 22, 34}));
}

TEST_F(ErrorsTest, AnotherLaneShowsItsOwnErrorsOfTheSameCell) {
  click(cell(5, 3));
  EXPECT_TRUE(shown().empty());
  view_.show(assessment(), digits(), 1);
  EXPECT_EQ(shown(), std::vector<int>{5});
  EXPECT_EQ(view_.caption(), "λ = 0 · Step 1,200 · 39 of 40 right: 97.5 % (87.1–99.6)");
}

TEST_F(ErrorsTest, ANewerMeasurementKeepsTheCellOpen) {
  click(cell(4, 9));
  auto newer = std::make_shared<Assessment>(*assessment());
  newer->lanes[0] = lane(0, 1, {24}, 9);
  view_.show(newer, digits());
  EXPECT_EQ(shown(), std::vector<int>{24});
}

TEST_F(ErrorsTest, ACellAndAClassTellTheirFigures) {
  EXPECT_EQ(view_.map().describe(cell(4, 9)), "2 of 4 digits of class 4 read as 9");
  EXPECT_EQ(view_.map().describe(cell(4, 10)),
            "2 of 4 digits of class 4 read rightly: 50.0 %, 95 % interval 15.0 % to 85.0 %");
}

TEST_F(ErrorsTest, EveryCellFitsWhereTheWindowIsSmall) {
  for (int i = 0; i < 110; ++i) EXPECT_TRUE(QRectF(view_.map().rect()).contains(view_.map().tileRect(i))) << i;
}

TEST_F(ErrorsTest, WithoutAMeasurementThereIsAWordOnHowToGetOne) {
  view_.show(nullptr, nullptr);
  EXPECT_FALSE(view_.map().isVisible());
  EXPECT_EQ(view_.csv(), "step,lane,lambda,class,verdict,count\n");
}

TEST_F(ErrorsTest, TheTableHasALineACellAndLane) {
  const QStringList lines = view_.csv().split('\n', Qt::SkipEmptyParts);
  EXPECT_EQ(lines.size(), 1 + 2 * 100);
  EXPECT_TRUE(lines.contains("1200,0,1,4,9,2"));
  EXPECT_TRUE(lines.contains("1200,1,0,5,3,1"));
}

TEST(CalibrationPlotTest, WordsTellWhichWayItErrs) {
  Calibration sure, shy, exact;
  sure.bins[9] = {{80, 100}, 0.95};
  shy.bins[5] = {{80, 100}, 0.55};
  exact.bins[9] = {{95, 100}, 0.95};
  EXPECT_EQ(CalibrationPlot::words(sure),
            "Expected calibration error 15.0 %: surer than it is right, by 15.0 % on average.");
  EXPECT_EQ(CalibrationPlot::words(shy),
            "Expected calibration error 25.0 %: more often right than it is sure, by 25.0 % on average.");
  EXPECT_EQ(CalibrationPlot::words(exact),
            "Expected calibration error 0.0 %: the confidence can be taken at its word.");
}

}  // namespace
}  // namespace sparring::ui
