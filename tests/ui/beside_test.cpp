// Two runs in one window: side by side on every page, and a fork with the run that it left.
#include <QPushButton>

#include "curves/curvesview.h"
#include "curves/plotlegend.h"
#include "digits/sampleview.h"
#include "panels/headline.h"
#include "panels/messagebar.h"
#include "panels/scrubber.h"
#include "sparring/trainer.h"
#include "window/actions.h"
#include "window/besidepane.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class BesideTest : public WindowFixture {
 protected:
  std::filesystem::path train(const char* name, int64_t steps, std::optional<Origin> fork = {}) const {
    Params params = tiny();
    params.adversary = "fgsm";
    params.lambda = {0, 1};
    params.epochsTeacher = params.epochsPretrain = params.epochsGan = 0;
    params.checkpointEvery = 20;
    RunOptions options;
    options.folder = runs() / name;
    options.steps = steps;
    options.fork = std::move(fork);
    Trainer trainer(params, loadDataset(path("digits").string()), options);
    trainer.start();
    trainer.wait();
    return options.folder;
  }

  /// A window that looks at one run, with another beside it.
  std::unique_ptr<MainWindow> showTwo() {
    const auto first = train("first", 40), second = train("second", 60);
    auto window = openWindow();
    window->shown().openRun(first);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == first; }, kPatience));
    window->showBeside(second);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->beside() && window->beside()->isVisible(); }, kPatience));
    return window;
  }
};

TEST_F(BesideTest, EveryPageShowsTheOtherRunToo) {
  const auto window = showTwo();
  BesidePane& pane = *window->beside();
  EXPECT_EQ(pane.shown().opened(), runs() / "second");
  EXPECT_EQ(window->shown().opened(), runs() / "first");
  window->pages().showPage("curves");
  auto& curves = dynamic_cast<CurvesView&>(pane.page("curves"));
  EXPECT_TRUE(curves.isVisible());
  EXPECT_EQ(curves.store().lastStep(), 60);
  EXPECT_EQ(window->pages().get<CurvesView>().store().lastStep(), 40);
  window->pages().showPage("errors");
  EXPECT_TRUE(pane.page("errors").isVisible());
  EXPECT_FALSE(curves.isVisible());
  EXPECT_TRUE(pane.findChild<Headline*>()->isVisible()) << "which run it is";
}

TEST_F(BesideTest, OneScrubberMovesBoth) {
  const auto window = showTwo();
  Q_EMIT window->scrubber().scrubbed(20);
  EXPECT_EQ(window->shown().step(), 20);
  EXPECT_EQ(window->beside()->shown().step(), 20);
  Q_EMIT window->scrubber().scrubbed({});
  EXPECT_FALSE(window->beside()->shown().step());
}

TEST_F(BesideTest, EachHasItsOwnLaneAndFigures) {
  const auto window = showTwo();
  window->shown().chooseLane(0);
  EXPECT_EQ(window->beside()->shown().lane(), 1);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->beside()->shown().assessment() != nullptr; }, kPatience));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().assessment() != nullptr; }, kPatience));
  EXPECT_EQ(window->beside()->shown().assessment()->step, 60);
  EXPECT_EQ(window->shown().assessment()->step, 40);
}

TEST_F(BesideTest, WhereItMakesNoSenseOneRunHasTheRoom) {
  const auto window = showTwo();
  window->pages().showPage("compare");
  EXPECT_FALSE(window->beside()->isVisible());
  window->pages().showPage("robustness");
  EXPECT_TRUE(window->beside()->isVisible());
}

TEST_F(BesideTest, EscapeAndItsButtonCloseIt) {
  const auto window = showTwo();
  auto* button = window->beside()->findChild<QPushButton*>();
  QTest::mouseClick(button, Qt::LeftButton);
  EXPECT_EQ(window->beside(), nullptr);
  window->showBeside(runs() / "second");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->beside()->isVisible(); }, kPatience));
  window->activateWindow();
  window->pages().showPage("curves");
  QTest::keyClick(window->pages().currentWidget(), Qt::Key_Escape);
  EXPECT_EQ(window->beside(), nullptr);
}

TEST_F(BesideTest, DocksThatMadeRoomComeBack) {
  const auto window = showTwo();
  EXPECT_FALSE(window->samples().isVisible()) << "the window is narrow";
  window->closeBeside();
  EXPECT_TRUE(window->samples().isVisible());
}

TEST_F(BesideTest, TheWindowStaysAsWideAsItWas) {
  const auto first = train("first", 40), second = train("second", 60);
  auto window = openWindow();
  window->resize(1280, 800);
  window->shown().openRun(first);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == first; }, kPatience));
  const int width = window->width();
  window->showBeside(second);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->beside() && window->beside()->isVisible(); }, kPatience));
  QCoreApplication::processEvents();
  EXPECT_EQ(window->width(), width);
  window->closeBeside();
  QCoreApplication::processEvents();
  EXPECT_EQ(window->width(), width);
}

TEST_F(BesideTest, ARunThatCannotBeReadOpensNothing) {
  const auto window = openWindow();
  window->shown().openRun(train("first", 20));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !window->shown().opened().empty(); }, kPatience));
  window->showBeside(runs() / "none");
  ASSERT_TRUE(QTest::qWaitFor([&] { return !window->messageBar().shownText().isEmpty(); }, kPatience));
  EXPECT_FALSE(window->beside()->isVisible());
}

TEST_F(BesideTest, ATrainingForkHasItsParentsFutureBesideIt) {
  const auto parent = train("parent", 80);
  const auto window = openWindow();
  QSignalSpy wished(&window->session(), &Session::forkWished);
  window->session().fork(parent, 40);
  ASSERT_TRUE(wished.wait(kPatience));
  window->actions().newRun->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().parent().has_value(); }, kPatience));
  EXPECT_EQ(window->shown().parent()->step, 40);
  EXPECT_EQ(window->shown().parent()->trace.last, 80);
  auto& curves = window->pages().get<CurvesView>();
  ASSERT_TRUE(curves.lossPlot().legend().besideButton());
  EXPECT_TRUE(curves.lossPlot().legend().besideButton()->text().contains("parent"));
  EXPECT_GE(curves.lossPlot().range().to, 80) << "the parent's future is in sight from the beginning";
  window->actions().stop->trigger();
}

TEST_F(BesideTest, AForksParentCanBeSwitchedOff) {
  const auto child = train("child", 60, Origin{train("parent", 80), 40});
  const auto window = openWindow();
  window->shown().openRun(child);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().parent().has_value(); }, kPatience));
  auto& curves = window->pages().get<CurvesView>();
  ASSERT_TRUE(curves.lossPlot().legend().besideButton());
  QTest::mouseClick(curves.lossPlot().legend().besideButton(), Qt::LeftButton);
  EXPECT_FALSE(curves.lossPlot().legend().showsBeside());
  EXPECT_FALSE(curves.accuracyPlot().legend().showsBeside()) << "in both plots";
  EXPECT_LT(curves.lossPlot().range().to, 80);
  window->shown().openRun(runs() / "parent");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == runs() / "parent"; }, kPatience));
  EXPECT_FALSE(curves.lossPlot().legend().besideButton()) << "that has no parent";
}

}  // namespace
}  // namespace sparring::ui
