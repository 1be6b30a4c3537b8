// What the pages say while they have nothing to show.
#include "measure/measurementstatus.h"

#include "errors/errorsview.h"
#include "gallery/galleryview.h"
#include "generator/generatorview.h"
#include "measure/examiner.h"
#include "robustness/robustview.h"
#include "robustness/verdictview.h"
#include "shown/shown.h"
#include "window/actions.h"
#include "window/pages.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class MeasurementStatusTest : public WindowFixture {
 protected:
  /// Whether every page that has nothing to show says this.
  static bool say(MainWindow& window, const QString& words) {
    Pages& pages = window.pages();
    return pages.get<RobustView>().words().contains(words) && pages.get<VerdictView>().words().contains(words) &&
           pages.get<ErrorsView>().words().contains(words) && pages.get<GalleryView>().words().contains(words);
  }
  std::unique_ptr<MainWindow> train(Cadence cadence) {
    auto window = openWindow();
    window->session().setParam("lambda", "0,1");
    window->examiner().setCadence(cadence);
    window->actions().start->trigger();
    EXPECT_TRUE(waitForStep(window->session(), 10));
    return window;
  }
};

TEST_F(MeasurementStatusTest, BeforeTheStartThePagesSayHowToStart) {
  auto window = openWindow();
  EXPECT_TRUE(say(*window, "Press New run"));
  EXPECT_TRUE(window->pages().get<GeneratorView>().words().contains("Press New run"));
}

TEST_F(MeasurementStatusTest, ARunningTrainingSaysWhenItIsMeasured) {
  auto window = train({Cadence::When::Never});
  EXPECT_TRUE(say(*window, "measured when it ends"));
  window->examiner().setCadence({Cadence::When::Seconds, 120});
  EXPECT_TRUE(say(*window, "every 120 seconds"));
}

TEST_F(MeasurementStatusTest, APausedTrainingSaysHowToMeasureIt) {
  auto window = train({Cadence::When::Never});
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  EXPECT_TRUE(say(*window, "is paused"));
}

TEST_F(MeasurementStatusTest, AMeasurementSaysHowFarItIs) {
  auto window = train({Cadence::When::Never});
  window->examiner().measureAll();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().progress().total > 0; }, kPatience));
  ASSERT_TRUE(QTest::qWaitFor([&] { return say(*window, "being measured now: "); }, kPatience));
}

TEST_F(MeasurementStatusTest, AnOpenedRunSaysThatItWasNotMeasured) {
  auto window = train({Cadence::When::Never});
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  const auto run = window->session().now().folder;
  window->session().reset();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  window->examiner().cancel();
  window->shown().openRun(run);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == run; }, kPatience));
  Pages& pages = window->pages();  // the gallery needs its networks alone, and has them
  EXPECT_TRUE(QTest::qWaitFor(
      [&] {
        const QString words = "has not been measured here";
        return pages.get<RobustView>().words().contains(words) && pages.get<VerdictView>().words().contains(words) &&
               pages.get<ErrorsView>().words().contains(words);
      },
      kPatience));
  window->shown().backToSession();
  EXPECT_TRUE(QTest::qWaitFor([&] { return say(*window, "Press New run"); }, kPatience));
}

}  // namespace
}  // namespace sparring::ui
