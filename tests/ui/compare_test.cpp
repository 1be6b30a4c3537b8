// Runs beside each other: the page, its table and its plots.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "compare/chartfigure.h"
#include "compare/compareview.h"
#include "measure/runcomparison.h"
#include "showing.h"
#include "sparring/trainer.h"
#include "temp_folder.h"
#include "widgets/figureview.h"
#include "widgets/pairsarea.h"

namespace sparring::ui {
namespace {

Chart twoLines() {
  Chart chart{"Accuracy", "step", "", {}, false, true};
  chart.series.push_back({"one", {{0, 0.1}, {10, std::nan("")}, {20, 0.5}}});
  chart.series.push_back({"other", {{0, 0.2}, {10, 0.4}, {20, 0.6}}});
  return chart;
}

TEST(ChartFigureTest, ReadsEachLineAtThePlace) {
  const ChartFigure figure(twoLines(), {600, 300}, QFont(), theme::Tone::Light);
  ASSERT_EQ(figure.places(), 3);
  const auto readout = figure.readout(2, theme::Tone::Light);
  EXPECT_EQ(readout.title, "step: 20");
  ASSERT_EQ(readout.rows.size(), 2u);
  EXPECT_EQ(readout.rows[0].value, "50.0 %");
  EXPECT_EQ(readout.rows[1].name, "other");
  EXPECT_EQ(figure.placeAt(readout.at), std::optional(2));
  EXPECT_FALSE(figure.placeAt({-50, 5}));
}

TEST(ChartFigureTest, ABandIsPaintedAroundItsLine) {
  Chart chart{"Accuracy", "step", "", {{"mean", {{0, 0.5, 0, 0, 0.2, 0.8}, {20, 0.5, 0, 0, 0.2, 0.8}}}}, false, true};
  const auto painted = [&](const Chart& shown) {
    QImage image(600, 300, QImage::Format_RGB32);
    QPainter painter(&image);
    ChartFigure(shown, image.size(), QFont(), theme::Tone::Light).paint(painter, theme::Tone::Light);
    int coloured = 0;
    for (int y = 60; y < 260; ++y) coloured += QColor(image.pixel(300, y)).saturation() > 20;
    return coloured;
  };
  const int with = painted(chart);
  for (ChartPoint& point : chart.series[0].points) point.yLow = point.yHigh = 0;
  EXPECT_GT(with, painted(chart) + 60);
}

class CompareViewTest : public testing::Test {
 protected:
  CompareViewTest() {
    // a folder of data that both runs and the window find by its name
    train("plain", 0.00001);
    train("better", 0.002);
    view_.resize(800, 500);
    view_.show();
  }

  void train(const std::string& name, double rate) {
    Params params;
    params.data = "synthetic";
    params.adversary = "fgsm";
    params.lambda = {0, 1};
    params.lrClassifier = rate;
    params.threads = 1;
    params.device = "cpu";
    params.classifierHidden = {16};
    params.epochsPretrain = params.epochsGan = 0;
    params.epochsJoint = 1;
    params.evaluateEvery = 20;
    params.evaluateLimit = 200;
    params.evaluateAttacks = "fgsm:eps=0.1";
    RunOptions options;
    options.folder = folder_.path() / name;
    options.steps = 60;
    Trainer trainer(params, loadDataset("synthetic"), options);
    trainer.start();
    trainer.wait();
  }

  void compare() {
    here_.shown.comparison().compare({{{folder_.path() / "plain"}}, {{folder_.path() / "better"}}});
    settle();
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !here_.shown.comparison().busy(); }, kPatience));
    ASSERT_FALSE(here_.shown.comparison().problem()) << here_.shown.comparison().problem()->what();
  }
  QString cell(int row, int column) { return view_.table().model()->index(row, column).data().toString(); }
  QString lastCell(int row) { return cell(row, view_.table().model()->columnCount() - 1); }

  test::TempFolder folder_;
  Showing here_;
  CompareView view_{here_.shown};
};

TEST_F(CompareViewTest, AsksForRunsWhileThereAreNone) {
  EXPECT_TRUE(view_.words().contains("Select two to twelve runs"));
  EXPECT_EQ(view_.table().model()->rowCount(), 0);
}

TEST_F(CompareViewTest, ShowsWhatDiffersAndWhoIsBetter) {
  compare();
  ASSERT_EQ(view_.table().model()->rowCount(), 2);
  EXPECT_EQ(cell(0, 0), "plain (baseline)");
  EXPECT_TRUE(cell(1, 3).startsWith("▲")) << cell(1, 3).toStdString();
  EXPECT_FALSE(cell(0, 3).startsWith("▲"));
  EXPECT_EQ(lastCell(1), "0.002");
  EXPECT_GT(view_.choice().count(), 3) << "its curves can be chosen";
}

TEST_F(CompareViewTest, ADoubleClickMakesABaseline) {
  compare();
  const QRect row = view_.table().visualRect(view_.table().model()->index(1, 0));
  QTest::mouseClick(view_.table().viewport(), Qt::LeftButton, {}, row.center());
  QTest::mouseDClick(view_.table().viewport(), Qt::LeftButton, {}, row.center());
  settle();
  EXPECT_EQ(cell(1, 0), "better (baseline)");
  EXPECT_TRUE(cell(0, 3).startsWith("▼")) << cell(0, 3).toStdString();
}

TEST_F(CompareViewTest, MeasuresWhatIsTyped) {
  compare();
  view_.metrics().setText("noise:sigma=0.3; L_total");
  QTest::keyClick(&view_.metrics(), Qt::Key_Return);
  settle();
  EXPECT_EQ(view_.table().model()->columnCount(), 6);
  EXPECT_TRUE(cell(1, 3).contains("%"));
  EXPECT_FALSE(cell(1, 4).contains("%")) << "a loss";
}

TEST_F(CompareViewTest, SaysWhatItCannotMeasure) {
  compare();
  view_.metrics().setText("cleen");
  QTest::keyClick(&view_.metrics(), Qt::Key_Return);
  ASSERT_TRUE(QTest::qWaitFor([this] { return here_.shown.comparison().problem().has_value(); }, kPatience));
}

TEST_F(CompareViewTest, DrawsItsCurvesAndPairs) {
  compare();
  view_.choice().setCurrentIndex(view_.choice().findData("curve-clean"));
  EXPECT_FALSE(view_.figure().empty());
  view_.choice().setCurrentIndex(view_.choice().findData("pairs"));
  EXPECT_EQ(view_.findChildren<PairsArea*>().size(), 2);
}

TEST_F(CompareViewTest, AccuracyAgainstStrengthIsMeasuredWhenItIsLookedAt) {
  compare();
  const int strengths = view_.choice().findData("strengths");
  ASSERT_GE(strengths, 0);
  view_.choice().setCurrentIndex(strengths);
  EXPECT_TRUE(here_.shown.comparison().busy());
  settle();
  EXPECT_TRUE(view_.choice().currentData().toString().startsWith("strength-fgsm"));
  EXPECT_FALSE(view_.figure().empty());
}

TEST_F(CompareViewTest, CurvesCanLieAlongSeconds) {
  compare();
  view_.choice().setCurrentIndex(view_.choice().findData("curve-clean"));
  auto* along = view_.findChild<QComboBox*>("along");
  ASSERT_TRUE(along);
  EXPECT_TRUE(along->isVisible());
  along->setCurrentIndex(2);
  EXPECT_FALSE(view_.figure().empty());
  view_.choice().setCurrentIndex(view_.choice().findData("frontier"));
  EXPECT_FALSE(along->isVisible());
}

TEST_F(CompareViewTest, LeavingOneOfTwoOutEndsTheComparison) {
  compare();
  here_.shown.comparison().remove(1);
  EXPECT_FALSE(here_.shown.comparison().result());
  EXPECT_TRUE(view_.words().contains("Select two to twelve runs"));
}

}  // namespace
}  // namespace sparring::ui
