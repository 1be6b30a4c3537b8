// What Start says, refuses and shows, and what else is told while a training goes on.
#include <QLabel>
#include <QLineEdit>
#include <QSlider>

#include "curves/curvesview.h"
#include "curves/plotlegend.h"
#include "frontier/frontierview.h"
#include "panels/messagebar.h"
#include "panels/runsmodel.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "shown/shown.h"
#include "sparring_ui/app.h"
#include "widgets/pairsarea.h"
#include "window/actions.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

using StartTest = WindowFixture;

TEST_F(StartTest, StartRefusesDataThatCouldNotBeLoaded) {
  std::filesystem::remove(path("digits") / "train-labels-idx1-ubyte");
  settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
  settings_->setParams(tiny(), "seed-repaired");
  auto window = makeWindow();
  window->open();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->messageBar().isVisible(); }, kPatience));
  QTest::keyClick(window.get(), Qt::Key_Space);
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return window->messageBar().shownText().contains("Nothing was started"); }, kPatience));
  EXPECT_FALSE(window->session().begun());
  EXPECT_FALSE(std::filesystem::exists(runs()));

  auto* entry = window->panel().field("data").findChild<QLineEdit*>();
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "synthetic");
  QTest::keyClick(entry, Qt::Key_Return);
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  EXPECT_FALSE(window->messageBar().isVisible()) << window->messageBar().shownText().toStdString();
}

TEST_F(StartTest, StartWhileLookingAtAPastRunShowsTheNewTraining) {
  auto window = openWindow();
  window->session().setParam("epochs.joint", "1");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Finished));
  const auto past = window->session().now().folder;
  window->actions().reset->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  window->session().setParam("epochs.joint", "2000");
  window->shown().openRun(past);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == past; }, kPatience));
  EXPECT_TRUE(window->findChild<PairsArea*>()->emptyText().contains("past run"));

  QTest::keyClick(window.get(), Qt::Key_Space);
  ASSERT_TRUE(waitForStep(window->session(), 2));
  EXPECT_TRUE(window->shown().opened().empty());
  EXPECT_FALSE(window->findChild<PairsArea*>()->emptyText().contains("past run"));

  window->shown().openRun(past);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == past; }, kPatience));
  QTest::keyClick(window.get(), Qt::Key_Space);
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  EXPECT_EQ(window->shown().opened(), past) << "a pause leaves the look alone";
  QTest::keyClick(window.get(), Qt::Key_Space);
  EXPECT_TRUE(window->shown().opened().empty());
}

TEST_F(StartTest, StartButtonSaysWhatItWillDo) {
  auto window = openWindow();
  QAction* start = window->actions().start;
  EXPECT_EQ(start->text(), "&Start");
  QTest::keyClick(window.get(), Qt::Key_Period);
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  EXPECT_EQ(start->text(), "Res&ume");
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  EXPECT_EQ(start->text(), "&Start");
  EXPECT_TRUE(start->toolTip().contains("step 0")) << start->toolTip().toStdString();
}

TEST_F(StartTest, LambdaEditedBeforeTheJointPhaseSaysFromWhereItActs) {
  auto window = openWindow();
  const auto hinted = [&] {
    for (auto* label : window->panel().field("lambda").findChildren<QLabel*>())
      if (!label->isHidden() && label->text().contains("joint phase, from step")) return true;
    return false;
  };
  QTest::keyClick(window.get(), Qt::Key_Period);
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  EXPECT_FALSE(hinted());
  QTest::keyClick(window->panel().field("lambda").findChild<QSlider*>(), Qt::Key_PageUp);
  EXPECT_TRUE(hinted());
  QTest::keyClick(window.get(), Qt::Key_Space);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->session().now().phase == Phase::Joint && !hinted(); }, kPatience));
}

TEST_F(StartTest, TheViewsShowWhatTheTrainingMeasures) {
  const auto has = [](MainWindow& window, const char* attack) {
    return window.pages().get<CurvesView>().accuracyPlot().legend().button(accuracyUnder(parseAttack(attack))) !=
           nullptr;
  };
  auto window = openWindow();
  window->session().setParam("evaluate.attacks", "pgd:eps=0.1,steps=2");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 20));
  EXPECT_TRUE(has(*window, "pgd:eps=0.1,steps=2"));
  EXPECT_FALSE(has(*window, "fgsm"));
  EXPECT_EQ(window->pages().get<FrontierView>().model().columnCount(), 3);

  window->session().setParam("evaluate.attacks", "noise:sigma=0.3");
  EXPECT_TRUE(QTest::qWaitFor([&] { return has(*window, "noise:sigma=0.3"); }, kPatience));
  EXPECT_TRUE(has(*window, "pgd:eps=0.1,steps=2")) << "it was measured before";
  EXPECT_EQ(window->pages().get<FrontierView>().plot().robust(), accuracyUnder(parseAttack("noise:sigma=0.3")))
      << "what is measured now";
}

TEST(RunsModelTest, CurrentRunHasItsNewestAccuraciesAheadOfTheList) {
  RunSummary training, other;
  training.folder = "a";
  other.folder = "b";
  RunsModel model;
  model.setCurrent("a", 20);
  model.setRuns({training, other});
  model.addPoints({{20, Metric::Clean, 0, 0.5}, {20, Metric::Clean, 1, 0.9}});
  EXPECT_EQ(model.run(0).accuracy(Metric::Clean), 0.5);
  EXPECT_FALSE(model.run(0).accuracy(accuracyUnder(parseAttack("fgsm"))).has_value());
  EXPECT_FALSE(model.run(1).accuracy(Metric::Clean).has_value());
  model.setRuns({training, other});  // listed anew, from files that lag behind
  EXPECT_EQ(model.run(0).accuracy(Metric::Clean), 0.5);
}

TEST(CommandLineTest, WordsThatAnOptionDoesNotTakeAreBadUsage) {
  for (const auto& [option, value] : {std::pair{"--language", "fr"}, {"--theme", "pink"}}) {
    std::string words[] = {"sparring", option, value};
    char* argv[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    testing::internal::CaptureStderr();
    EXPECT_EQ(runWindow(3, argv), 2);
    const std::string told = testing::internal::GetCapturedStderr();
    EXPECT_EQ(told.rfind("error: ", 0), 0u) << told;
    EXPECT_NE(told.find("\nhint: "), std::string::npos) << told;
  }
}

}  // namespace
}  // namespace sparring::ui
