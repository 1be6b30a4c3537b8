// What the window measures of a training, of its end, of a run of the past, and of a baseline.
#include "measure/examiner.h"

#include <QTableView>
#include <fstream>
#include <sstream>

#include "library/runspanel.h"
#include "panels/messagebar.h"
#include "panels/scrubber.h"
#include "shown/shown.h"
#include "window/actions.h"
#include "window/pages.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class ExaminerTest : public WindowFixture {
 protected:
  std::unique_ptr<MainWindow> train(const std::string& lambda = "0,1") {
    auto window = openWindow();
    window->session().setParam("lambda", lambda);
    window->actions().start->trigger();
    EXPECT_TRUE(waitForStep(window->session(), 30));
    return window;
  }
  /// A run that has ended, its folder; the window is back at a training that has not begun.
  std::filesystem::path trainToTheEnd(MainWindow& window) {
    window.actions().stop->trigger();
    EXPECT_TRUE(waitForState(window.session(), State::Stopped));
    EXPECT_TRUE(waitForMeasurement(window));
    const auto run = window.session().now().folder;
    window.session().reset();
    EXPECT_TRUE(waitForState(window.session(), State::Ready));
    return run;
  }
  static bool waitForMeasurement(MainWindow& window) {
    return QTest::qWaitFor(
        [&] { return window.examiner().assessment() && window.examiner().work() == Examiner::Work::None; }, kPatience);
  }
  static size_t curves(const Assessed& assessment) { return assessment->lanes.front().curves.size(); }
};

TEST_F(ExaminerTest, MeasuresATrainingThatGoesOn) {
  auto window = train();
  window->examiner().measureQuick();
  ASSERT_TRUE(waitForMeasurement(*window));
  EXPECT_TRUE(window->session().active());
  const auto assessment = window->examiner().assessment();
  EXPECT_EQ(assessment->lanes.size(), 2u);
  EXPECT_GE(assessment->step, 30);
  EXPECT_EQ(curves(assessment), Suite::quick().probes.size());
  EXPECT_TRUE(window->examiner().subject().model);
}

TEST_F(ExaminerTest, LookingDoesNotChangeTheTraining) {
  const auto trained = [&](bool look) {
    auto window = train();
    window->examiner().setCadence(Cadence{look ? Cadence::When::Evaluations : Cadence::When::Never});
    if (look) window->pages().showPage("draw");
    EXPECT_TRUE(waitForStep(window->session(), 200));
    window->actions().stop->trigger();
    EXPECT_TRUE(waitForState(window->session(), State::Stopped));
    const auto folder = window->session().now().folder;
    std::vector<MetricPoint> points;
    for (const auto& point : readRun(folder).points)
      if (point.step <= 200) points.push_back(point);
    return points;
  };
  EXPECT_EQ(trained(true), trained(false));
}

TEST_F(ExaminerTest, EveryEvaluationIsMeasuredWhereThatIsAskedFor) {
  auto window = train();
  window->examiner().setCadence({Cadence::When::Evaluations});
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().assessment() != nullptr; }, kPatience));
  const int64_t first = window->examiner().assessment()->step;
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->examiner().assessment()->step > first; }, kPatience));
}

TEST_F(ExaminerTest, APageOfNetworksHasThemBeforeAnythingIsMeasured) {
  auto window = train();
  window->examiner().setCadence({Cadence::When::Never});
  ASSERT_TRUE(waitForStep(window->session(), 60));
  EXPECT_FALSE(window->shown().networks().model) << "nobody looks at them";
  window->pages().showPage("draw");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().networks().model != nullptr; }, kPatience));
  EXPECT_GE(window->shown().networks().model->step(), 60);
  EXPECT_FALSE(window->shown().measuredNetworks().model);
  EXPECT_FALSE(window->examiner().assessment());
}

TEST_F(ExaminerTest, APausedTrainingShowsItsNetworksToo) {
  auto window = train();
  window->examiner().setCadence({Cadence::When::Never});
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  window->pages().showPage("map");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().networks().model != nullptr; }, kPatience));
  EXPECT_EQ(window->shown().networks().model->step(), window->session().now().step);
}

TEST_F(ExaminerTest, AnEndedRunIsMeasuredByItself) {
  auto window = train();
  window->examiner().setCadence({Cadence::When::Never});
  EXPECT_FALSE(window->examiner().assessment());
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  ASSERT_TRUE(waitForMeasurement(*window));
  EXPECT_EQ(window->examiner().assessment()->step, window->session().now().step);
}

TEST_F(ExaminerTest, ThePreviewIsNotMeasured) {
  auto window = openWindow();
  EXPECT_FALSE(window->examiner().canMeasure());
  window->examiner().measureQuick();
  EXPECT_EQ(window->examiner().work(), Examiner::Work::None);
}

TEST_F(ExaminerTest, AResetForgetsWhatWasMeasured) {
  auto window = train();
  window->examiner().measureQuick();
  ASSERT_TRUE(waitForMeasurement(*window));
  window->session().reset();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  EXPECT_FALSE(window->examiner().assessment());
}

TEST_F(ExaminerTest, ScrubbingBackShowsWhatWasMeasuredThen) {
  auto window = train();
  window->examiner().setCadence({Cadence::When::Never});
  window->examiner().measureQuick();
  ASSERT_TRUE(waitForMeasurement(*window));
  const auto early = window->examiner().assessment();
  window->actions().stop->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().assessment()->step > early->step; }, kPatience));
  Q_EMIT window->scrubber().scrubbed(early->step);
  EXPECT_EQ(window->examiner().assessment(), early);
  Q_EMIT window->scrubber().scrubbed({});
  EXPECT_NE(window->examiner().assessment(), early);
}

TEST_F(ExaminerTest, AnOpenedRunShowsWhatWasMeasuredOfItBefore) {
  std::filesystem::path run;
  {
    auto window = train();
    run = trainToTheEnd(*window);
  }
  auto later = openWindow();
  later->shown().openRun(run);
  ASSERT_TRUE(QTest::qWaitFor([&] { return later->examiner().assessment() != nullptr; }, kPatience));
  EXPECT_EQ(later->examiner().work(), Examiner::Work::None) << "it was kept, not measured anew";
  EXPECT_EQ(curves(later->examiner().assessment()), endSuite().probes.size());
  EXPECT_TRUE(later->examiner().subject().model);
}

TEST_F(ExaminerTest, AnOpenedRunIsMeasuredOnRequest) {
  auto window = train();
  const auto run = trainToTheEnd(*window);
  std::filesystem::remove_all(run / "evaluations");
  window->shown().openRun(run);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == run; }, kPatience));
  EXPECT_FALSE(window->examiner().assessment());
  window->examiner().measureQuick();
  ASSERT_TRUE(waitForMeasurement(*window));
  window->shown().backToSession();
  EXPECT_FALSE(window->examiner().assessment()) << "the training of now was not measured";
}

/// Puts `by` behind the first `what` of the run's configuration.
void addToConfig(const std::filesystem::path& run, const std::string& what, const std::string& by) {
  std::stringstream text;
  text << std::ifstream(run / "config.json").rdbuf();
  std::string config = text.str();
  config.insert(config.find(what) + what.size(), by);
  std::ofstream(run / "config.json") << config;
}

TEST_F(ExaminerTest, ARunIsNotMeasuredOnOtherDataThanItWasTrainedOn) {
  auto window = train();
  const auto run = trainToTheEnd(*window);
  const auto data = window->session().data().data();
  EXPECT_EQ(readSubject(run, {data}).data, data);
  addToConfig(run, "\"sha256\": \"", "0");
  EXPECT_THROW(readSubject(run, {data}), Error);
}

TEST_F(ExaminerTest, ARunOfANewerVersionIsOpenedWithAWarning) {
  auto window = train();
  const auto run = trainToTheEnd(*window);
  window.reset();
  addToConfig(run, "\"params\": {", "\"new.key\": 3,");
  auto later = openWindow();
  later->shown().openRun(run);
  ASSERT_TRUE(QTest::qWaitFor([&] { return later->shown().opened() == run; }, kPatience));
  EXPECT_TRUE(later->messageBar().shownText().contains("new.key"));
}

TEST_F(ExaminerTest, ARunOfTheTableBecomesTheBaseline) {
  auto window = train();
  const auto run = trainToTheEnd(*window);
  Q_EMIT window->runs().compareAsked(run);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().baseline() != nullptr; }, kPatience));
  EXPECT_EQ(window->examiner().baseline()->run, run);
  window->examiner().unpin();
  EXPECT_FALSE(window->examiner().baseline());
}

TEST_F(ExaminerTest, ThePinnedStaysWhileTheTrainingGoesOn) {
  auto window = train();
  window->examiner().measureQuick();
  ASSERT_TRUE(waitForMeasurement(*window));
  window->examiner().pin();
  const auto pinned = window->examiner().baseline()->assessment;
  window->actions().stop->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().assessment()->step > pinned->step; }, kPatience));
  EXPECT_EQ(window->examiner().baseline()->assessment, pinned);
}

TEST_F(ExaminerTest, ABaselineIsMeasuredAgainAsThePresentWas) {
  auto window = train();
  window->examiner().measureQuick();
  ASSERT_TRUE(waitForMeasurement(*window));
  window->examiner().pin();
  window->examiner().setCadence({Cadence::When::Never});
  window->examiner().measureAll();
  const auto points = [](const Assessed& assessment) { return assessment->lanes.front().curves.front().points.size(); };
  const size_t before = points(window->examiner().baseline()->assessment);
  ASSERT_TRUE(QTest::qWaitFor([&] { return points(window->examiner().baseline()->assessment) > before; }, kPatience));
  EXPECT_EQ(curves(window->examiner().baseline()->assessment), Suite::full().probes.size());
}

TEST_F(ExaminerTest, CancellingEndsAMeasurementQuietly) {
  auto window = train();
  QSignalSpy failed(&window->examiner(), &Examiner::failed);
  window->examiner().measureAll();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().progress().total > 0; }, kPatience));
  window->examiner().cancel();
  EXPECT_EQ(window->examiner().work(), Examiner::Work::None);
  EXPECT_FALSE(window->examiner().assessment());
  EXPECT_TRUE(failed.isEmpty());
}

TEST_F(ExaminerTest, TheEndIsNotMeasuredLessThanItWas) {
  auto window = train();
  window->examiner().setCadence({Cadence::When::Never});
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  window->examiner().measureAll();
  ASSERT_TRUE(waitForMeasurement(*window));
  const auto all = window->examiner().assessment();
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  EXPECT_EQ(window->examiner().work(), Examiner::Work::None);
  EXPECT_EQ(window->examiner().assessment(), all);
}

TEST_F(ExaminerTest, WhatArrivesDoesNotReplaceWhatIsComplete) {
  auto window = train();
  window->examiner().setCadence({Cadence::When::Never});
  window->examiner().measureQuick();
  ASSERT_TRUE(waitForMeasurement(*window));
  const auto complete = window->examiner().assessment();
  EXPECT_FALSE(window->examiner().arriving());
  window->examiner().measureAll();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().arriving() != nullptr; }, kPatience));
  EXPECT_EQ(window->examiner().assessment(), complete);
  ASSERT_TRUE(waitForMeasurement(*window));
  EXPECT_FALSE(window->examiner().arriving());
  EXPECT_EQ(curves(window->examiner().assessment()), Suite::full().probes.size());
}

TEST_F(ExaminerTest, ARunWithoutWeightsIsANotice) {
  auto window = openWindow();
  window->examiner().compareWith(path("nothing"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->messageBar().count() > 0; }, kPatience));
  EXPECT_FALSE(window->examiner().baseline());
}

TEST_F(ExaminerTest, TheCadenceIsRemembered) {
  {
    auto window = openWindow();
    window->examiner().setCadence({Cadence::When::Seconds, 120});
    window->close();
  }
  auto again = makeWindow();
  EXPECT_EQ(again->examiner().cadence(), (Cadence{Cadence::When::Seconds, 120}));
}

TEST(CadenceTest, NamesAreReadBack) {
  for (const Cadence cadence :
       {Cadence{Cadence::When::Never}, Cadence{Cadence::When::Evaluations}, Cadence{Cadence::When::Seconds, 60}})
    EXPECT_EQ(Cadence::of(cadence.name()), cadence);
  EXPECT_EQ(Cadence::of("rubbish"), Cadence());
}

}  // namespace
}  // namespace sparring::ui
