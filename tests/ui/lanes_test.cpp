// Several λ in the window: their frontier and their table, in training, at a past step, of an opened run.
#include <QSlider>
#include <QTabBar>

#include "frontier/frontierview.h"
#include "library/runspanel.h"
#include "panels/scrubber.h"
#include "shown/shown.h"
#include "window/actions.h"
#include "window/pages.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class LanesTest : public WindowFixture {
 protected:
  /// A window that trains three lanes.
  std::unique_ptr<MainWindow> train() {
    auto window = openWindow();
    window->session().setParam("lambda", "0,1,4");
    window->actions().start->trigger();
    return window;
  }
  static int rows(MainWindow& window) { return int(window.pages().get<FrontierView>().trailsCsv().count('\n')) - 1; }
  static bool waitForRows(MainWindow& window, int count) {
    return QTest::qWaitFor([&] { return rows(window) >= count; }, kPatience);
  }
};

TEST_F(LanesTest, TrailsGrowWhileTheTrainingRuns) {
  auto window = train();
  EXPECT_TRUE(waitForRows(*window, 6));
  EXPECT_EQ(window->pages().get<FrontierView>().model().rowCount(), 3);
}

TEST_F(LanesTest, TheTabCountsTheLanesWhereThereIsRoom) {
  auto window = train();
  ASSERT_TRUE(waitForRows(*window, 3));
  window->resize(1600, 800);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->pages().tabText(2) == "Frontier of 3 λ"; }, kPatience));
  window->pages().setMaximumWidth(120);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->pages().tabText(2) == "Frontier"; }, kPatience));
}

TEST_F(LanesTest, KeysGoFromPageToPage) {
  auto window = openWindow();
  QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
  EXPECT_TRUE(window->pages().get<FrontierView>().isVisible());
  EXPECT_TRUE(window->pages().get<FrontierView>().plot().hasFocus());
  QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
  EXPECT_FALSE(window->pages().get<FrontierView>().isVisible());
}

TEST_F(LanesTest, SpaceStartsFromTheFrontierToo) {
  auto window = openWindow();
  QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
  QTest::keyClick(&window->pages().get<FrontierView>().plot(), Qt::Key_Space);
  EXPECT_TRUE(waitForStep(window->session(), 2));
}

TEST_F(LanesTest, ScrubbingBackCutsTheTrails) {
  auto window = train();
  ASSERT_TRUE(waitForRows(*window, 9));
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  const int all = rows(*window);
  auto* slider = window->scrubber().findChild<QSlider*>();
  slider->setFocus();
  QTest::keyClick(slider, Qt::Key_Home);
  EXPECT_EQ(rows(*window), 3) << "one evaluation a lane: that of step 0";
  window->actions().live->trigger();
  EXPECT_EQ(rows(*window), all);
}

TEST_F(LanesTest, AnEditInTrainingRenamesItsLane) {
  auto window = train();
  ASSERT_TRUE(waitForRows(*window, 6));
  window->session().setParam("lambda", "0,1,2.5");
  const auto named = [&] {
    return window->pages().get<FrontierView>().model().index(2, LaneModel::Lambda).data().toString();
  };
  EXPECT_TRUE(QTest::qWaitFor([&] { return named() == "2.5"; }, kPatience));
}

TEST_F(LanesTest, AnOpenedRunShowsItsLanes) {
  auto window = train();
  ASSERT_TRUE(waitForRows(*window, 9));
  window->session().setParam("lambda", "0,1,2.5");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().params.lambda.back() == 2.5; }, kPatience));
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  const QString trails = window->pages().get<FrontierView>().trailsCsv();
  const auto run = window->session().now().folder;
  window->session().reset();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  EXPECT_EQ(rows(*window), 0);

  window->shown().openRun(run);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == run; }, kPatience));
  EXPECT_EQ(rows(*window), trails.count('\n') - 1);
  EXPECT_EQ(window->pages().get<FrontierView>().model().index(2, LaneModel::Lambda).data().toString(), "2.5")
      << "as edited last";
}

TEST_F(LanesTest, ThePageIsRemembered) {
  {
    auto window = openWindow();
    QTest::mouseClick(window->pages().tabBar(), Qt::LeftButton, {}, window->pages().tabBar()->tabRect(2).center());
    window->close();
  }
  auto again = makeWindow();
  EXPECT_EQ(again->pages().currentWidget(), &again->pages().page("frontier"));
}

}  // namespace
}  // namespace sparring::ui
