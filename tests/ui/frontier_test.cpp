#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "base/theme.h"
#include "frontier/frontierview.h"
#include "frontier/labelplacer.h"
#include "showing.h"

namespace sparring::ui {
namespace {

/// Counts what a widget paints.
class Paints : public QObject {
 public:
  explicit Paints(QWidget& widget) { widget.installEventFilter(this); }
  int count = 0;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    count += event->type() == QEvent::Paint;
    return false;
  }
};

class FrontierTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(700, 600);
    view_.show();
    (void)QTest::qWaitForWindowExposed(&view_);
    view_.setLanes({0, 1, 4});
  }

  /// One evaluation of every lane: untrained at step 0, then ever better, the lanes side by side.
  void evaluate(int64_t step) {
    std::vector<MetricPoint> points;
    for (int16_t lane = 0; lane < 3; ++lane) {
      const double clean = step == 0 ? 0.1 : 0.95 + 1e-5 * double(step) - 0.002 * lane;
      const double fgsm = step == 0 ? 0.0 : lane == 0 ? 0.06 : 0.8 + 1e-5 * double(step) + 0.005 * lane;
      points.push_back({step, Metric::Clean, lane, clean});
      points.push_back({step, kNoise, lane, 0.9});
      points.push_back({step, kFgsm, lane, fgsm});
    }
    view_.append(points);
    QApplication::processEvents();
  }
  void train() {
    for (int64_t step = 0; step <= 1000; step += 100) evaluate(step);
  }

  FrontierPlot& plot() { return view_.plot(); }

  void hover(QPointF at) {
    QMouseEvent event(QEvent::MouseMove, at, plot().mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&plot(), &event);
  }

  void wheel(QPointF at, int turn) {
    QWheelEvent event(at, plot().mapToGlobal(at), {}, QPoint(0, turn), Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot(), &event);
  }

  QToolButton* button(const QString& text) {
    for (auto* button : view_.findChildren<QToolButton*>())
      if (button->text() == text) return button;
    ADD_FAILURE() << "no button " << text.toStdString();
    return nullptr;
  }

  /// Pixels of a lane's pure colour: its dot is the largest area of it.
  int coloured(int lane) {
    const QImage image = plot().picture({700, 400}, 1, theme::Tone::Light);
    const QRgb colour = theme::lane(lane, 3, theme::Tone::Light).rgb();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) == colour;
    return count;
  }

  Showing showing_;
  FrontierView view_{showing_.shown};
};

TEST_F(FrontierTest, EveryEvaluationLengthensTheTrails) {
  evaluate(0);
  evaluate(100);
  EXPECT_EQ(view_.trailsCsv().count('\n'), 1 + 2 * 3);
  const QImage before = plot().picture({700, 400}, 1, theme::Tone::Light);
  evaluate(200);
  EXPECT_EQ(view_.trailsCsv().count('\n'), 1 + 3 * 3);
  EXPECT_NE(plot().picture({700, 400}, 1, theme::Tone::Light), before);
}

TEST_F(FrontierTest, EveryLaneHasADotInItsOwnColour) {
  train();
  for (int lane = 0; lane < 3; ++lane) EXPECT_GT(coloured(lane), 20) << lane;
}

TEST_F(FrontierTest, TheUntrainedBeginningDoesNotSqueezeTheAxes) {
  train();
  EXPECT_GT(plot().axes().clean.from, 0.9);
  QTest::mouseClick(button("0–100 %"), Qt::LeftButton);
  EXPECT_EQ(plot().axes(), FrontierAxes());
}

TEST_F(FrontierTest, TheCloseUpLeavesOutALaneFarBelow) {
  train();
  EXPECT_LT(plot().axes().robust.from, 0.06);
  QTest::mouseClick(button("Close-up"), Qt::LeftButton);
  EXPECT_GT(plot().axes().robust.from, 0.7);
  EXPECT_GT(coloured(0), 10) << "it is marked at the edge";
}

TEST_F(FrontierTest, ALaneThatStoodStillKeepsItsTrailInSight) {
  view_.setLanes({1});
  std::vector<MetricPoint> points;
  for (int64_t step = 0; step <= 2000; step += 100) {
    points.push_back({step, Metric::Clean, 0, step == 0 ? 0.1 : step == 100 ? 0.7 : 0.9});
    points.push_back({step, kFgsm, 0, step == 0 ? 0.0 : 0.1});
  }
  view_.append(points);
  EXPECT_LT(plot().axes().clean.from, 0.71);
}

TEST(FrontierAxesTest, AreNotZoomedIntoWhatChanceAloneMayDo) {
  Evaluations evaluations;
  evaluations.setLanes({1});
  evaluations.setAccuracies({Metric::Clean, kFgsm});
  for (int64_t step = 100; step <= 2000; step += 100)
    evaluations.append(
        {{step, Metric::Clean, 0, 0.96 + (step % 200 ? 0.001 : 0)}, {step, kFgsm, 0, 0.5 + (step % 200 ? 0.001 : 0)}});
  evaluations.setImages(2000);
  const FrontierAxes axes = axesFor(Extent::Lanes, evaluations, {}, kFgsm);
  EXPECT_GT(axes.clean.width(), 0.016) << "96 % of 2,000 images: ± 0.9 points";
  EXPECT_GT(axes.robust.width(), 0.042) << "a half of them: ± 2.2 points";
}

TEST_F(FrontierTest, ScrubbingCutsTheTrailsAndTheTable) {
  train();
  const QString newest = view_.model().index(1, LaneModel::Clean).data().toString();
  view_.setScrub(350);
  EXPECT_EQ(view_.trailsCsv().count('\n'), 1 + 4 * 3);
  EXPECT_FALSE(view_.trailsCsv().contains("400,"));
  EXPECT_EQ(view_.model().index(0, LaneModel::Clean).data().toString(), "95.3 %");
  view_.setScrub({});
  EXPECT_EQ(view_.model().index(1, LaneModel::Clean).data().toString(), newest);
}

TEST_F(FrontierTest, ARunTakenUpAgainContinuesFromItsCheckpoint) {
  train();
  evaluate(500);
  EXPECT_EQ(view_.trailsCsv().count('\n'), 1 + 6 * 3);
}

TEST_F(FrontierTest, HoveringTellsLaneStepAndValues) {
  train();
  hover(plot().pointOf({2, 9}));
  ASSERT_TRUE(plot().current());
  EXPECT_EQ(plot().readout(), QStringList({"λ = 4 · step 900", "Clean accuracy: 95.5 %", "Accuracy under noise: 90.0 %",
                                           "Accuracy under FGSM: 81.9 %"}));
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(&plot(), &leave);
  EXPECT_FALSE(plot().current());
}

TEST_F(FrontierTest, ArrowKeysWalkAlongTrailsAndFromLaneToLane) {
  train();
  plot().setFocus();
  QTest::keyClick(&plot(), Qt::Key_Left);
  EXPECT_EQ(plot().current(), (TrailPoint{0, 10})) << "it begins at the newest of the least λ";
  QTest::keyClick(&plot(), Qt::Key_Left);
  QTest::keyClick(&plot(), Qt::Key_Up);
  EXPECT_EQ(plot().current(), (TrailPoint{1, 9}));
  EXPECT_TRUE(plot().accessibleDescription().contains("λ = 1 · step 900"));
}

TEST_F(FrontierTest, TheWheelZoomsAndADoubleClickFits) {
  train();
  const FrontierAxes fitted = plot().axes();
  const QPointF dot = plot().pointOf({1, 10});
  wheel(dot, 240);
  EXPECT_LT(plot().axes().clean.width(), fitted.clean.width());
  EXPECT_LT(plot().axes().robust.width(), fitted.robust.width());
  EXPECT_LT((plot().pointOf({1, 10}) - dot).manhattanLength(), 2) << "what is under the mouse stays there";
  QTest::mouseDClick(&plot(), Qt::LeftButton, {}, dot.toPoint());
  EXPECT_EQ(plot().axes(), fitted);
}

TEST_F(FrontierTest, DraggingPans) {
  train();
  wheel(plot().pointOf({1, 10}), 480);
  const FrontierAxes before = plot().axes();
  const QPoint from = plot().rect().center();
  QTest::mousePress(&plot(), Qt::LeftButton, {}, from);
  QMouseEvent move(QEvent::MouseMove, QPointF(from) + QPointF(50, 0),
                   plot().mapToGlobal(QPointF(from) + QPointF(50, 0)), Qt::NoButton, Qt::LeftButton, {});
  QApplication::sendEvent(&plot(), &move);
  QTest::mouseRelease(&plot(), Qt::LeftButton, {}, from + QPoint(50, 0));
  EXPECT_LT(plot().axes().clean.from, before.clean.from);
  EXPECT_NEAR(plot().axes().clean.width(), before.clean.width(), 1e-9);
}

TEST_F(FrontierTest, NoiseCanBeTheRobustAxis) {
  train();
  QTest::mouseClick(button("Noise"), Qt::LeftButton);
  EXPECT_EQ(plot().robust(), kNoise);
  EXPECT_GT(plot().axes().robust.from, 0.8) << "all lanes are at 90 %";
}

TEST_F(FrontierTest, ChosenRowsStandOut) {
  train();
  ASSERT_GT(coloured(1), 20);
  view_.table().selectRow(2);
  EXPECT_EQ(coloured(1), 0) << "the others step back";
  EXPECT_GT(coloured(2), 20);
  view_.table().setFocus();
  QTest::keyClick(&view_.table(), Qt::Key_Escape);
  EXPECT_GT(coloured(1), 20);
}

TEST_F(FrontierTest, AnEditedLambdaRenamesItsLane) {
  train();
  view_.setLanes({0, 2, 4});
  hover(plot().pointOf({1, 10}));
  EXPECT_EQ(plot().readout().first(), "λ = 2 · step 1,000");
  EXPECT_EQ(view_.model().index(1, LaneModel::Lambda).data().toString(), "2");
}

TEST_F(FrontierTest, OnlyEvaluationsMakeItPaint) {
  train();
  Paints paints(plot());
  view_.append({{1001, Metric::L, 0, 0.5}, {1001, Metric::LTotal, 0, 0.5}});
  QApplication::processEvents();
  EXPECT_EQ(paints.count, 0);
  evaluate(1100);
  EXPECT_EQ(paints.count, 1);
}

TEST_F(FrontierTest, HiddenItDoesNotPaint) {
  view_.hide();
  Paints paints(plot()), ofTable(*view_.table().viewport());
  train();
  EXPECT_EQ(paints.count + ofTable.count, 0);
}

TEST_F(FrontierTest, CtrlCCopiesTheTableOrItsChosenRows) {
  train();
  view_.table().setFocus();
  QTest::keySequence(&view_.table(), QKeySequence::Copy);
  EXPECT_EQ(QApplication::clipboard()->text(),
            "lambda\tclean %\tnoise %\tfgsm %\n0\t96.0\t90.0\t6.0\n1\t95.8\t90.0\t81.5\n4\t95.6\t90.0\t82.0\n");
  view_.table().selectRow(1);
  QTest::keySequence(&view_.table(), QKeySequence::Copy);
  EXPECT_EQ(QApplication::clipboard()->text(), "lambda\tclean %\tnoise %\tfgsm %\n1\t95.8\t90.0\t81.5\n");
}

TEST_F(FrontierTest, CtrlCInThePlotCopiesThePicture) {
  train();
  plot().setFocus();
  QTest::keySequence(&plot(), QKeySequence::Copy);
  EXPECT_EQ(QApplication::clipboard()->image().size(), QSize(1920, 1280));
}

TEST_F(FrontierTest, WhatWasSetIsRemembered) {
  QTest::mouseClick(button("Noise"), Qt::LeftButton);
  QTest::mouseClick(button("Close-up"), Qt::LeftButton);
  FrontierView other(showing_.shown);
  other.restoreState(view_.saveState());
  EXPECT_EQ(other.plot().robust(), kNoise);
  EXPECT_EQ(other.plot().extent(), Extent::CloseUp);
}

TEST_F(FrontierTest, SixteenLanesAllHaveAPlaceInTheTable) {
  std::vector<double> lambdas;
  for (int k = 0; k < 16; ++k) lambdas.push_back(0.25 * k);
  view_.setLanes(lambdas);
  EXPECT_EQ(view_.model().rowCount(), 16);
  EXPECT_GT(plot().height(), view_.table().height()) << "the plot keeps the larger part";
}

TEST_F(FrontierTest, OnALowPageTheTableGivesWayToThePlot) {
  view_.setLanes({0, 0.25, 0.5, 1, 2, 4});
  view_.resize(700, 340);
  QApplication::processEvents();
  const auto* table = view_.findChild<QTableView*>();
  EXPECT_GT(plot().height(), 2 * table->height());
  EXPECT_GT(table->verticalScrollBar()->maximum(), 0) << "what it gave way with is scrolled to";
}

TEST(LabelPlacerTest, LabelsOfACrowdDoNotOverlap) {
  const QRectF frame(0, 0, 500, 250);
  LabelPlacer placer(frame, 12);
  std::vector<QRectF> labels;
  for (int k = 0; k < 16; ++k) {
    const QRectF label = placer.place(QPointF(440 + k % 4, 40 + k / 4), QSizeF(60, 15));
    EXPECT_TRUE(frame.contains(label)) << k;
    for (const QRectF& other : labels) EXPECT_FALSE(label.intersects(other)) << k;
    labels.push_back(label);
  }
}

TEST(LabelPlacerTest, AloneALabelStandsRightOfItsDot) {
  LabelPlacer placer(QRectF(0, 0, 500, 250), 12);
  const QRectF label = placer.place(QPointF(100, 100), QSizeF(60, 15));
  EXPECT_NEAR(label.left(), 112, 0.5);
  EXPECT_NEAR(label.center().y(), 100, 0.5);
}

TEST(LabelPlacerTest, ABarThroughTheDotDoesNotStrikeThroughItsLabel) {
  LabelPlacer placer(QRectF(0, 0, 500, 250), 12);
  const QRectF across(40, 99, 120, 2), up(99, 60, 2, 80);
  placer.keepOffBar(across);
  placer.keepOffBar(up);
  const QRectF label = placer.place(QPointF(100, 100), QSizeF(60, 15));
  EXPECT_FALSE(label.intersects(across));
  EXPECT_FALSE(label.intersects(up));
  EXPECT_LT(std::abs(label.center().y() - 100), 40) << "and it is still near";
}

}  // namespace
}  // namespace sparring::ui
