#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>
#include <set>

#include "base/text.h"
#include "curves/curvesview.h"
#include "curves/plotcanvas.h"
#include "curves/plotlegend.h"
#include "curves/plotoverlay.h"
#include "showing.h"

namespace sparring::ui {
namespace {

class PlotsTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(900, 700);
    view_.show();
    (void)QTest::qWaitForWindowExposed(&view_);
    train(0, 1000);
  }

  /// Points of all metrics every ten steps of (from, to].
  void train(int64_t from, int64_t to) {
    std::vector<MetricPoint> points;
    for (int64_t step = from + 10; step <= to; step += 10)
      for (const MetricRow& row : metricTable())
        points.push_back({step, row.metric, 0, isAccuracy(row.metric) ? 0.9 : 1.0 / double(step)});
    append(points);
  }

  /// Waits until they are drawn: new points keep a pace.
  void append(const std::vector<MetricPoint>& points) {
    QSignalSpy drawn(view_.lossPlot().findChild<PlotCanvas*>(), &PlotCanvas::laidOut);
    view_.append(points);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !drawn.isEmpty(); }));
  }

  PlotView& loss() { return view_.lossPlot(); }
  QWidget* canvas(PlotView& plot) { return plot.findChild<PlotCanvas*>(); }
  PlotOverlay* overlay(PlotView& plot) { return plot.findChild<PlotOverlay*>(); }

  QPoint centre(PlotView& plot) { return plot.plotRect().center() - canvas(plot)->pos(); }

  void wheel(PlotView& plot, QPoint at, int turn, Qt::KeyboardModifiers modifiers = {}) {
    QWidget* target = canvas(plot);
    QWheelEvent event(at, target->mapToGlobal(at), {}, QPoint(0, turn), Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(target, &event);
    QApplication::processEvents();
  }

  void drag(PlotView& plot, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(canvas(plot), Qt::LeftButton, modifiers, from);
    QTest::mouseMove(canvas(plot), to);
    QTest::mouseRelease(canvas(plot), Qt::LeftButton, modifiers, to);
    QApplication::processEvents();
  }

  void hover(PlotView& plot, QPoint at) {
    QMouseEvent event(QEvent::MouseMove, at, canvas(plot)->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(canvas(plot), &event);
  }

  Showing showing_;
  CurvesView view_{showing_.shown};
};

TEST_F(PlotsTest, FollowingShowsTheNewestStep) {
  EXPECT_TRUE(loss().follow());
  train(1000, 5000);
  EXPECT_GE(loss().range().to, 5000);
  EXPECT_EQ(loss().range().from, 0);
}

TEST_F(PlotsTest, TheStepAxisStandsStillWhileTheNewestStepIsInSight) {
  const PlotRange before = loss().range();
  const auto room = int64_t(before.to);
  ASSERT_GT(room, 1030);
  train(1000, 1020);
  EXPECT_EQ(loss().range(), before);
  train(1020, room + 10);
  EXPECT_GT(loss().range().to, before.to);
  EXPECT_LT(loss().range().to, 1.1 * double(room + 10)) << "little of it is empty";
}

TEST_F(PlotsTest, APlotWithoutNewPointsIsNotDrawnAgain) {
  QApplication::processEvents();
  PlotView& accuracy = view_.accuracyPlot();
  QSignalSpy drawn(accuracy.findChild<PlotCanvas*>(), &PlotCanvas::laidOut);
  append({{1001, Metric::L, 0, 0.001}});
  EXPECT_EQ(drawn.count(), 0);
  view_.append({{1002, Metric::Clean, 0, 0.9}});
  EXPECT_TRUE(QTest::qWaitFor([&] { return drawn.count() == 1; }));
}

TEST_F(PlotsTest, ACurveIsDrawnWholeAndEndsWhereItsMetricRests) {
  view_.clear();
  for (const Metric metric : {Metric::LambdaLAdv, Metric::LTotal, Metric::D, Metric::G})
    loss().setMetricVisible(metric, false);
  view_.addPhase(0, Phase::Pretrain);
  view_.addPhase(400, Phase::Gan);
  view_.addPhase(600, Phase::Joint);
  std::vector<MetricPoint> points;
  for (int64_t step = 1; step <= 1000; ++step)
    if (step <= 400 || step > 600) points.push_back({step, Metric::L, 0, 0.5});
  append(points);
  const QImage image = loss().grab().toImage();
  const QColor line = theme::series(Metric::L);
  const auto drawnAt = [&](double step) {
    const QRect plot = loss().plotRect();
    const int x = plot.left() + int(step / loss().range().to * plot.width());
    for (int y = plot.top() + 2; y < plot.bottom(); ++y)
      if (image.pixelColor(x, y) == line) return true;
    return false;
  };
  for (double step = 20; step < 390; step += 7) EXPECT_TRUE(drawnAt(step)) << step;
  for (double step = 410; step < 590; step += 7) EXPECT_FALSE(drawnAt(step)) << step;
  for (double step = 610; step < 990; step += 7) EXPECT_TRUE(drawnAt(step)) << step;
}

TEST_F(PlotsTest, InAShortRunTooNothingIsDrawnThroughTheDuel) {
  view_.clear();
  for (const Metric metric : {Metric::LambdaLAdv, Metric::LTotal, Metric::D, Metric::G})
    loss().setMetricVisible(metric, false);
  view_.addPhase(0, Phase::Pretrain);
  view_.addPhase(20, Phase::Gan);
  view_.addPhase(40, Phase::Joint);
  append({{10, Metric::L, 0, 0.2}, {20, Metric::L, 0, 0.3}, {50, Metric::L, 0, 0.4}, {60, Metric::L, 0, 0.5}});
  const QImage image = loss().picture({700, 400}, 1, theme::Tone::Light);
  const QRgb line = theme::series(Metric::L, theme::Tone::Light).rgb();
  std::set<int> columns;
  for (int y = 60; y < image.height(); ++y)  // below the legend
    for (int x = 0; x < image.width(); ++x)
      if (image.pixel(x, y) == line) columns.insert(x);
  ASSERT_GT(columns.size(), 100u);
  int widestGap = 0;
  for (auto x = columns.begin(); std::next(x) != columns.end(); ++x)
    widestGap = std::max(widestGap, *std::next(x) - *x);
  EXPECT_GT(widestGap, 200) << "from step 20 to step 50 of about 63";
}

TEST_F(PlotsTest, APointThatStandsAloneIsSeen) {
  view_.clear();
  for (const Metric metric : {Metric::LambdaLAdv, Metric::LTotal, Metric::D, Metric::G})
    loss().setMetricVisible(metric, false);
  view_.addPhase(0, Phase::Pretrain);
  view_.addPhase(10, Phase::Gan);
  view_.addPhase(40, Phase::Joint);
  append({{10, Metric::L, 0, 0.2}, {50, Metric::L, 0, 0.4}});
  const QImage image = loss().picture({700, 400}, 1, theme::Tone::Light);
  const QRgb line = theme::series(Metric::L, theme::Tone::Light).rgb();
  int count = 0;
  for (int y = 60; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) == line;
  EXPECT_GE(count, 6);
  EXPECT_LT(count, 60);
}

TEST_F(PlotsTest, AWheelTurnZoomsAndEndsFollowing) {
  const PlotRange before = loss().range();
  wheel(loss(), centre(loss()), 120);
  EXPECT_LT(loss().range().width(), before.width());
  EXPECT_FALSE(loss().follow());
  const PlotRange zoomed = loss().range();
  train(1000, 5000);
  EXPECT_EQ(loss().range(), zoomed);
}

TEST_F(PlotsTest, TheStepUnderTheMouseStaysThereWhileZooming) {
  const QRect plot = loss().plotRect();
  const double share = 0.25;
  const PlotRange before = loss().range();
  wheel(loss(), QPoint(int(plot.left() + share * plot.width()), centre(loss()).y()) - QPoint(canvas(loss())->x(), 0),
        120);
  const PlotRange after = loss().range();
  EXPECT_NEAR(after.from + share * after.width(), before.from + share * before.width(), 0.02 * before.width());
}

TEST_F(PlotsTest, CtrlAndWheelZoomsValuesAndKeepsFollowing) {
  const PlotRange steps = loss().range(), values = loss().valueRange();
  wheel(loss(), centre(loss()), 120, Qt::ControlModifier);
  EXPECT_EQ(loss().range(), steps);
  EXPECT_TRUE(loss().follow());
  EXPECT_LT(loss().valueRange().to, values.to);
  EXPECT_GT(loss().valueRange().from, values.from);
}

TEST_F(PlotsTest, AWheelTurnOverTheValueAxisZoomsValues) {
  const PlotRange steps = loss().range(), values = loss().valueRange();
  wheel(loss(), QPoint(5, centre(loss()).y()), 120);
  EXPECT_EQ(loss().range(), steps);
  EXPECT_NE(loss().valueRange(), values);
}

TEST_F(PlotsTest, DraggingPansAndEndsFollowing) {
  wheel(loss(), centre(loss()), 480);
  loss().setFollow(true);
  const PlotRange before = loss().range();
  drag(loss(), centre(loss()), centre(loss()) + QPoint(100, 0));
  EXPECT_FALSE(loss().follow());
  EXPECT_LT(loss().range().from, before.from);
  EXPECT_NEAR(loss().range().width(), before.width(), 1e-9);
}

TEST_F(PlotsTest, ADoubleClickShowsEverythingAgain) {
  wheel(loss(), centre(loss()), 480);
  wheel(loss(), centre(loss()), 240, Qt::ControlModifier);
  const PlotRange zoomed = loss().valueRange();
  QTest::mouseDClick(canvas(loss()), Qt::LeftButton, {}, centre(loss()));
  QApplication::processEvents();
  EXPECT_TRUE(loss().follow());
  EXPECT_EQ(loss().range().from, 0);
  EXPECT_GE(loss().range().to, 1000);
  EXPECT_GT(loss().valueRange().width(), zoomed.width());
}

TEST_F(PlotsTest, BothPlotsShareTheirSteps) {
  wheel(loss(), centre(loss()), 240);
  EXPECT_EQ(view_.accuracyPlot().range(), loss().range());
  wheel(view_.accuracyPlot(), centre(view_.accuracyPlot()), 240);
  EXPECT_EQ(view_.accuracyPlot().range(), loss().range());
  EXPECT_FALSE(view_.accuracyPlot().follow());
}

TEST_F(PlotsTest, BothPlotsBeginAtTheSamePixel) {
  EXPECT_EQ(loss().plotRect().left(), view_.accuracyPlot().plotRect().left());
  EXPECT_EQ(loss().plotRect().right(), view_.accuracyPlot().plotRect().right());
}

TEST_F(PlotsTest, AClickInTheLegendHidesTheSeriesAndAnotherShowsIt) {
  LegendButton* button = loss().legend().button(Metric::G);
  QTest::mouseClick(button, Qt::LeftButton);
  EXPECT_FALSE(loss().isMetricVisible(Metric::G));
  QTest::mouseClick(button, Qt::LeftButton);
  EXPECT_TRUE(loss().isMetricVisible(Metric::G));
}

TEST_F(PlotsTest, AHiddenSeriesIsNotDrawn) {
  const auto pixels = [&] {
    const QImage image = loss().picture({600, 300}, 1, theme::Tone::Light);
    const QRgb colour = theme::series(Metric::G, theme::Tone::Light).rgb();
    int count = 0;
    for (int y = 60; y < image.height(); ++y)  // below the legend
      for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) == colour;
    return count;
  };
  for (const Metric metric : {Metric::L, Metric::LambdaLAdv, Metric::LTotal, Metric::D})
    loss().setMetricVisible(metric, false);
  EXPECT_GT(pixels(), 0);
  loss().setMetricVisible(Metric::G, false);
  EXPECT_EQ(pixels(), 0);
}

TEST_F(PlotsTest, ValuesFitTheVisibleSeriesOnly) {
  append({{1010, Metric::G, 0, 1000.0}});
  EXPECT_GT(loss().valueRange().to, 1000);
  loss().setMetricVisible(Metric::G, false);
  QApplication::processEvents();
  EXPECT_LT(loss().valueRange().to, 10);
}

TEST_F(PlotsTest, SeveralLanesGetAButtonEach) {
  view_.setLanes({0, 0.5, 2});
  view_.append({{1010, Metric::L, 2, 0.5}});
  PlotLegend& legend = loss().legend();
  ASSERT_NE(legend.laneButton(2), nullptr);
  EXPECT_TRUE(legend.shows(Metric::L, 2));
  QTest::mouseClick(legend.laneButton(2), Qt::LeftButton);
  EXPECT_FALSE(legend.shows(Metric::L, 2));
  EXPECT_TRUE(legend.shows(Metric::L, 0));
  EXPECT_TRUE(legend.shows(Metric::D, 0)) << "one discriminator serves all lanes";
}

TEST_F(PlotsTest, HoverReadsTheStepAndEveryVisibleSeries) {
  loss().setMetricVisible(Metric::D, false);
  hover(loss(), centre(loss()));
  const auto& hover = overlay(loss())->hover();
  ASSERT_TRUE(hover);
  ASSERT_EQ(hover->rows.size(), 4u);
  const double expected = loss().range().from + 0.5 * loss().range().width();
  EXPECT_NEAR(hover->step, expected, 0.01 * loss().range().width());
  const auto point = view_.store().at({Metric::L, 0}, hover->step, SeriesStore::Curve::Raw);
  EXPECT_NEAR(hover->rows[0].cells[0].text.toDouble(), point->value, 1e-3 * point->value + 1e-6);
  EXPECT_TRUE(overlay(view_.accuracyPlot())->hover()) << "the other plot shows the same step";
}

TEST_F(PlotsTest, HoverSaysOfARestingLossThatItRests) {
  view_.clear();
  view_.addPhase(0, Phase::Pretrain);
  view_.addPhase(400, Phase::Gan);
  append({{400, Metric::L, 0, 0.5}, {410, Metric::D, 0, 0.25}, {1000, Metric::D, 0, 0.25}});
  hover(loss(), centre(loss()));
  const auto& hover = overlay(loss())->hover();
  ASSERT_TRUE(hover);
  ASSERT_EQ(hover->rows.size(), 2u);
  EXPECT_EQ(hover->rows[0].cells[0].text, "–, resting");
  EXPECT_FALSE(hover->rows[0].cells[0].dot) << "there is no curve";
  EXPECT_EQ(hover->rows[1].cells[0].text, "0.25");
}

TEST_F(PlotsTest, HoverTellsNothingOfAnAttackThatIsNoLongerMeasured) {
  view_.clear();
  const Metric fgsm = accuracyUnder(parseAttack("fgsm:eps=0.1"));
  append(
      {{100, Metric::Clean, 0, 0.9}, {100, fgsm, 0, 0.1}, {300, Metric::Clean, 0, 0.9}, {1000, Metric::Clean, 0, 0.9}});
  hover(view_.accuracyPlot(), centre(view_.accuracyPlot()));
  const auto& hover = overlay(view_.accuracyPlot())->hover();
  ASSERT_TRUE(hover);
  ASSERT_EQ(hover->rows.size(), 2u);
  EXPECT_EQ(hover->rows[0].cells[0].text, "90.0 %");
  EXPECT_EQ(hover->rows[1].cells[0].text, "–");
}

TEST_F(PlotsTest, TheDotOfTheReadoutLiesWhereTheValueWasMeasured) {
  view_.clear();
  append({{100, Metric::Clean, 0, 0.2}, {1000, Metric::Clean, 0, 0.9}});
  PlotView& plot = view_.accuracyPlot();
  hover(plot, centre(plot));
  const auto& hover = overlay(plot)->hover();
  ASSERT_TRUE(hover);
  ASSERT_TRUE(hover->rows[0].cells[0].dot);
  EXPECT_NEAR(hover->rows[0].cells[0].dot->x(), overlay(plot)->frame().x(100), 0.01);
}

TEST_F(PlotsTest, TheReadoutNamesTheStepOfWhatItTells) {
  view_.clear();
  append({{100, Metric::Clean, 0, 0.2}, {1000, Metric::Clean, 0, 0.9}});
  hover(view_.accuracyPlot(), centre(view_.accuracyPlot()));
  ASSERT_TRUE(overlay(view_.accuracyPlot())->hover());
  EXPECT_EQ(overlay(view_.accuracyPlot())->hover()->title, "evaluated at step 100");
}

TEST_F(PlotsTest, LossesThatNeverComeAreNotInTheLegend) {
  view_.setOpponent(adversaryInfo("fgsm"));
  EXPECT_EQ(loss().legend().button(Metric::D), nullptr);
  EXPECT_EQ(loss().legend().button(Metric::G), nullptr);
  EXPECT_NE(loss().legend().button(Metric::L), nullptr);
  view_.setOpponent(adversaryInfo("gat"));
  EXPECT_EQ(loss().legend().button(Metric::D), nullptr) << "its generator has no discriminator to convince";
  EXPECT_NE(loss().legend().button(Metric::G), nullptr);
}

TEST_F(PlotsTest, CurvesOfOneClassifierDifferWithoutColourToo) {
  std::set<Qt::PenStyle> dashes;
  for (const Metric metric : loss().legend().metrics()) dashes.insert(loss().legend().look(metric, 0).dash);
  EXPECT_EQ(dashes.size(), loss().legend().metrics().size());
}

TEST_F(PlotsTest, WhatAllLanesShareHasTheColourOfNone) {
  view_.setLanes({0, 0.5, 2});
  for (const Metric metric : {Metric::D, Metric::G}) {
    const QColor colour = loss().legend().look(metric, 0).in(theme::Tone::Light);
    EXPECT_LT(colour.hslSaturationF(), 0.35) << "grey or ink";
  }
}

TEST_F(PlotsTest, LeavingEndsTheReadout) {
  hover(loss(), centre(loss()));
  ASSERT_TRUE(overlay(loss())->hover());
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(canvas(loss()), &leave);
  EXPECT_FALSE(overlay(loss())->hover());
  EXPECT_FALSE(overlay(view_.accuracyPlot())->hover());
}

TEST_F(PlotsTest, HoverOverAMarkerShowsItsWholeText) {
  const auto step = int64_t(std::lround(loss().range().from + 0.5 * loss().range().width()));
  view_.addMarker(step, "lambda", "λ 2", "step 500: λ set from 1 to 2");
  QApplication::processEvents();
  hover(loss(), centre(loss()));
  ASSERT_TRUE(overlay(loss())->hover());
  EXPECT_EQ(overlay(loss())->hover()->note, "step 500: λ set from 1 to 2");
}

TEST(PlotMarksTest, EditsOfOneParameterInQuickSuccessionShowAsTheLast) {
  PlotMarks marks;
  for (const int step : {100, 110, 130}) marks.addMarker({step, "lambda", QString("λ %1").arg(step), {}});
  marks.addMarker({131, "lr.classifier", "lr", {}});
  marks.addMarker({200, "lambda", "λ 200", {}});
  const auto texts = [&](double to) {
    QStringList shown;
    for (const auto& marker : marks.shown({QRectF(0, 0, 100, 100), 0, to})) shown << marker.shortText;
    return shown;
  };
  EXPECT_EQ(texts(1000), QStringList({"λ 130", "lr", "λ 200"}));
  EXPECT_EQ(texts(10000), QStringList({"lr", "λ 200"})) << "what is close depends on the steps in sight";
  EXPECT_EQ(marks.markers().size(), 5u);
}

TEST(PlotMarksTest, LabelsStandAboveThePlotSideBySide) {
  PlotMarks marks;
  marks.addBand({0, "pretrain"});
  for (int i = 0; i < 40; ++i)
    marks.addMarker({300 + (i * 7919) % 3000, "key " + std::to_string(i), QString("G rate 0.0%1").arg(i), {}});
  marks.addMarker({3990, "lambda", "λ 2", {}});
  marks.addMarker({4000, "lr.generator", "G rate 0.002", {}});
  const QFontMetricsF metrics(QApplication::font());
  const PlotFrame frame{QRectF(60, 0, 600, 300), 0, 4000};
  const auto lane = marks.lane(frame, 30 * metrics.height(), metrics);
  ASSERT_GE(lane.labels.size(), 6u);
  EXPECT_EQ(lane.labels.front().marker.shortText, "G rate 0.002") << "the newest has a label, at the edge too";
  for (const auto& label : lane.labels) {
    EXPECT_LT(label.box.bottom(), 0);
    EXPECT_GE(label.box.top(), -lane.rows);
    EXPECT_GE(label.box.left(), frame.rect.left());
    EXPECT_LE(label.box.right(), frame.rect.right());
    const double x = frame.x(double(label.marker.step));
    EXPECT_GE(x, label.box.left() - 0.01);
    EXPECT_LE(x, label.box.right() + 0.01);
    for (const auto& other : lane.labels) {
      if (&other == &label) continue;
      EXPECT_FALSE(other.box.intersects(label.box));
    }
  }
}

TEST(PlotMarksTest, AnEditIsCalledByAReadableName) {
  EXPECT_EQ(briefText({0, Event::Kind::Edit, "lr.generator", "0.002", {}}), "G rate 0.002");
  EXPECT_EQ(briefText({0, Event::Kind::Edit, "lambda", "2", {}}), "λ 2");
  EXPECT_EQ(briefText({0, Event::Kind::Edit, "of.another.version", "2", {}}), "of.another.version 2");
}

TEST(PlotMarksTest, APhaseIsCalledAsTheParametersCallIt) {
  EXPECT_EQ(phaseLabel("gan"), "duel");
  EXPECT_EQ(label(Phase::Gan), "duel");
  EXPECT_EQ(phaseLabel("of another version"), "of another version");
}

TEST(PlotMarksTest, ASmallPlotKeepsItsHeightForTheCurves) {
  PlotMarks marks;
  marks.addBand({0, "pretrain"});
  marks.addMarker({100, "lambda", "λ 2", {}});
  const QFontMetricsF metrics(QApplication::font());
  const double em = metrics.height();
  const PlotFrame frame{QRectF(60, 0, 600, 300), 0, 4000};
  EXPECT_TRUE(marks.lane(frame, 6 * em, metrics).labels.empty());
  EXPECT_EQ(marks.lane(frame, 4 * em, metrics).height(), 0);
}

TEST_F(PlotsTest, DraggingTheScrubLineTellsTheStep) {
  view_.setScrub(500);
  QSignalSpy scrubbed(&view_, &CurvesView::scrubbed);
  const PlotRange before = loss().range();
  const QPoint line(int(std::lround(*loss().scrubX())) - canvas(loss())->x(), centre(loss()).y());
  drag(loss(), line, line + QPoint(80, 0));
  ASSERT_FALSE(scrubbed.isEmpty());
  const double pixels = loss().plotRect().width();
  EXPECT_NEAR(scrubbed.last()[0].toLongLong(), 500 + 80 / pixels * before.width(), 0.01 * before.width());
  EXPECT_EQ(loss().range(), before) << "scrubbing does not pan";
  EXPECT_EQ(loss().scrubX().has_value(), view_.accuracyPlot().scrubX().has_value());
}

TEST_F(PlotsTest, ScrubbingStaysInsideTheRun) {
  view_.setScrub(500);
  QSignalSpy scrubbed(&view_, &CurvesView::scrubbed);
  const QPoint line(int(std::lround(*loss().scrubX())) - canvas(loss())->x(), centre(loss()).y());
  drag(loss(), line, QPoint(100000, line.y()));
  ASSERT_FALSE(scrubbed.isEmpty());
  EXPECT_EQ(scrubbed.last()[0].toLongLong(), 1000);
}

TEST_F(PlotsTest, KeysZoomFitAndFollow) {
  loss().setFocus();
  const double width = loss().range().width();
  QTest::keyClick(&loss(), Qt::Key_Plus);
  EXPECT_LT(loss().range().width(), width);
  QTest::keyClick(&loss(), Qt::Key_Home);
  EXPECT_NEAR(loss().range().width(), width, 1e-9);
  QTest::keyClick(&loss(), Qt::Key_F);
  EXPECT_FALSE(loss().follow());
  const bool log = loss().logScale();
  QTest::keyClick(&loss(), Qt::Key_L);
  EXPECT_NE(loss().logScale(), log);
}

TEST_F(PlotsTest, LossesOfZeroAndBelowLeaveTheLogScaleUsable) {
  loss().setLogScale(true);
  append({{1010, Metric::G, 0, -3.0}, {1020, Metric::G, 0, 0.0}});
  EXPECT_GT(loss().valueRange().from, 0);
  EXPECT_TRUE(std::isfinite(loss().valueRange().to));
}

TEST_F(PlotsTest, ALossThatGoesToNothingDoesNotSqueezeTheOthers) {
  loss().setLogScale(true);
  std::vector<MetricPoint> points;
  for (int64_t step = 1010; step <= 2000; step += 10) points.push_back({step, Metric::LambdaLAdv, 0, 1e-8});
  append(points);
  EXPECT_GT(loss().valueRange().from, 1e-5);
}

TEST_F(PlotsTest, LabelsOfTheValueAxisStandApartAndWholeHoweverSmallThePlot) {
  append({{1010, Metric::G, 0, 2e-4}, {1020, Metric::D, 0, 3.0}});
  const auto expectLegible = [&](PlotView& plot) {
    const auto ticks = plot.findChild<PlotCanvas*>()->valueTicks();
    const QFontMetricsF metrics(plot.font());
    ASSERT_FALSE(ticks.empty()) << plot.height();
    for (size_t i = 0; i < ticks.size(); ++i) {
      EXPECT_LT(metrics.horizontalAdvance(ticks[i].text) * 0.9, plot.plotRect().left()) << ticks[i].text.toStdString();
      if (i > 0) EXPECT_GT(std::abs(ticks[i].y - ticks[i - 1].y), 0.9 * metrics.height()) << plot.height();
    }
  };
  for (const int height : {330, 400, 500, 700, 1000}) {
    view_.resize(500, height);
    for (const bool log : {true, false}) {
      loss().setLogScale(log);
      QApplication::processEvents();
      for (PlotView* plot : {&loss(), &view_.accuracyPlot()}) expectLegible(*plot);
    }
  }
}

TEST_F(PlotsTest, SmallValuesAreWrittenAsPowersOfTen) {
  loss().setLogScale(true);
  append({{1010, Metric::G, 0, 1e-4}});
  QStringList texts;
  for (const auto& tick : loss().findChild<PlotCanvas*>()->valueTicks()) texts << tick.text;
  EXPECT_TRUE(texts.contains("1e-4")) << texts.join(' ').toStdString();
}

TEST_F(PlotsTest, PicturesAndPointsGoToTheClipboard) {
  const auto choose = [this](const QString& text) {
    for (QToolButton* button : view_.findChildren<QToolButton*>())
      if (button->menu())
        for (QAction* action : button->menu()->actions())
          if (action->text() == text) action->trigger();
  };
  choose("Copy the points");
  EXPECT_EQ(QApplication::clipboard()->text(), view_.csv());
  choose("Copy the losses");
  EXPECT_EQ(QApplication::clipboard()->image().size(), QSize(1920, 1080));
}

TEST_F(PlotsTest, ARightClickHidesTheCurveUnderTheMouseAndShowsAllAgain) {
  PlotView& plot = view_.accuracyPlot();
  plot.fit();
  QApplication::processEvents();
  auto* canvas = plot.findChild<PlotCanvas*>();
  const QPoint on(int(canvas->frame().x(500)) + canvas->x(), int(canvas->toY(0.9)) + canvas->y());
  EXPECT_TRUE(offered(plot, on).contains("Hide Clean"));
  choose("Hide Clean");
  EXPECT_FALSE(plot.isMetricVisible(Metric::Clean));
  const QStringList elsewhere = offered(plot, on + QPoint(0, canvas->height() / 3));
  EXPECT_EQ(elsewhere, (QStringList{"Show all curves", "Copy the picture", "Export…"}));
  choose("Show all curves");
  EXPECT_TRUE(plot.isMetricVisible(Metric::Clean));
}

TEST_F(PlotsTest, TheMenuKeyOffersToHideAnyCurve) {
  EXPECT_EQ(offered(view_.accuracyPlot(), {}),
            (QStringList{"Hide Clean", "Hide Noise", "Hide FGSM", "Copy the picture", "Export…"}));
  choose("Hide FGSM");
  EXPECT_FALSE(view_.accuracyPlot().isMetricVisible(kFgsm));
}

TEST_F(PlotsTest, ClearForgetsEverythingAndFollows) {
  wheel(loss(), centre(loss()), 240);
  view_.addMarker(10, "key", "a", "b");
  view_.addPhase(0, Phase::Gan);
  view_.clear();
  EXPECT_TRUE(view_.store().empty());
  EXPECT_TRUE(loss().follow());
  EXPECT_TRUE(loss().marks().markers().empty());
  EXPECT_TRUE(loss().marks().bands().empty());
}

TEST_F(PlotsTest, GradientsAreUnfoldedByTheirButtonAndShareTheSteps) {
  EXPECT_FALSE(view_.ratioPlot().isVisible());
  QTest::mouseClick(&view_.gradients(), Qt::LeftButton);
  EXPECT_TRUE(view_.ratioPlot().isVisible());
  EXPECT_TRUE(view_.cosinePlot().isVisible());
  wheel(loss(), centre(loss()), 240);
  EXPECT_EQ(view_.ratioPlot().range(), loss().range());
  EXPECT_EQ(view_.cosinePlot().range(), loss().range());
}

TEST_F(PlotsTest, ARatioIsDrawnAroundOneAndACosineBetweenItsEnds) {
  view_.gradients().setChecked(true);
  append({{1000, Metric::GradientRatio, 0, 2}, {1000, Metric::GradientCosine, 0, -0.5}});
  EXPECT_TRUE(QTest::qWaitFor([&] { return view_.ratioPlot().valueRange().to > 10; }));
  EXPECT_LT(view_.ratioPlot().valueRange().from, 0.1);
  EXPECT_TRUE(view_.ratioPlot().logScale()) << "whatever the losses' is";
  EXPECT_TRUE(QTest::qWaitFor([&] { return view_.cosinePlot().valueRange().from < -1; }));
}

TEST_F(PlotsTest, StateSurvivesARestart) {
  loss().setLogScale(false);
  loss().setMetricVisible(Metric::D, false);
  view_.findChild<QSlider*>()->setValue(40);
  view_.gradients().setChecked(true);
  CurvesView next(showing_.shown);
  next.restoreState(view_.saveState());
  EXPECT_FALSE(next.lossPlot().logScale());
  EXPECT_FALSE(next.lossPlot().isMetricVisible(Metric::D));
  EXPECT_TRUE(next.lossPlot().isMetricVisible(Metric::G));
  EXPECT_DOUBLE_EQ(next.store().smoothing(), 0.4);
  EXPECT_TRUE(next.gradients().isChecked());
  next.restoreState("not a state");
  EXPECT_DOUBLE_EQ(next.store().smoothing(), 0.4) << "what cannot be read is passed over";
}

TEST(PlotViewTest, WhileHiddenNothingIsDrawn) {
  SeriesStore store;
  PlotView plot(PlotView::Kind::Loss, store);
  QApplication::processEvents();
  QSignalSpy drawn(plot.findChild<PlotCanvas*>(), &PlotCanvas::laidOut);
  const std::vector<MetricPoint> points{{10, Metric::L, 0, 1.0}};
  store.append(points);
  plot.dataChanged();
  plot.pointsAdded(points);
  QApplication::processEvents();
  EXPECT_EQ(drawn.count(), 0);
  plot.resize(400, 300);
  plot.show();
  QApplication::processEvents();
  EXPECT_GT(drawn.count(), 0);
}

TEST(PlotViewTest, ManyChangesMakeOneReplot) {
  SeriesStore store;
  PlotView plot(PlotView::Kind::Loss, store);
  plot.resize(400, 300);
  plot.show();
  QApplication::processEvents();
  QSignalSpy drawn(plot.findChild<PlotCanvas*>(), &PlotCanvas::laidOut);
  for (int64_t step = 1; step <= 50; ++step) {
    store.append({{step, Metric::L, 0, 1.0}});
    plot.dataChanged();
  }
  QApplication::processEvents();
  EXPECT_EQ(drawn.count(), 1);
}

}  // namespace
}  // namespace sparring::ui
