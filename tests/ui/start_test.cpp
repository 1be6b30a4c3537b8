// What Start says, refuses and shows, and what else is told while a training goes on.
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <set>

#include "curves/curvesview.h"
#include "curves/plotlegend.h"
#include "digits/sampleview.h"
#include "frontier/frontierview.h"
#include "library/runspanel.h"
#include "panels/messagebar.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "shown/shown.h"
#include "sparring_ui/app.h"
#include "widgets/pairsarea.h"
#include "window/actions.h"
#include "window/placing.h"
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

  ParameterField& field = window->panel().field("data");
  EXPECT_TRUE(field.message().contains("train-labels-idx1-ubyte"))
      << "at the field, too: " << field.message().toStdString();
  auto* entry = field.findChild<QLineEdit*>();
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "synthetic");
  QTest::keyClick(entry, Qt::Key_Return);
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  EXPECT_FALSE(window->messageBar().isVisible()) << window->messageBar().shownText().toStdString();
  EXPECT_EQ(field.message(), "28 × 28, 20,000 + 4,000 images, 10 classes");
}

TEST_F(StartTest, ADataSetIsChosenByName) {
  auto window = openWindow();
  ParameterField& field = window->panel().field("data");
  EXPECT_EQ(field.message(), "14 × 14, 320 + 100 images, 10 classes");
  const auto buttons = field.findChildren<QToolButton*>();
  const auto chooser = std::ranges::find_if(buttons, [](const auto* button) { return button->menu() != nullptr; });
  ASSERT_NE(chooser, buttons.end());
  QMenu* sets = (*chooser)->menu();
  Q_EMIT sets->aboutToShow();
  QStringList names;
  for (QAction* action : sets->actions()) names << action->text();
  EXPECT_TRUE(names.contains("mnist (not here yet)")) << names.join(", ").toStdString();
  EXPECT_EQ(names.last(), "A folder…");
  sets->actions().at(names.indexOf("synthetic"))->trigger();
  EXPECT_EQ(window->session().params().data, "synthetic");
}

TEST_F(StartTest, StartWhileLookingAtAPastRunShowsTheNewTraining) {
  auto window = openWindow();
  window->session().setParam("epochs.joint", "1");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Finished));
  const auto past = window->session().now().folder;
  window->session().reset();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  window->session().setParam("epochs.joint", "2000");
  window->shown().openRun(past);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == past; }, kPatience));
  EXPECT_FALSE(window->findChild<PairsArea*>()->emptyText().contains("first evaluation"));

  QTest::keyClick(window.get(), Qt::Key_Space);
  ASSERT_TRUE(waitForStep(window->session(), 2));
  EXPECT_TRUE(window->shown().opened().empty());
  EXPECT_TRUE(window->findChild<PairsArea*>()->emptyText().contains("first evaluation"));

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
  EXPECT_EQ(start->text(), "&New run");
  EXPECT_FALSE(window->actions().newRun->isVisible());
  EXPECT_TRUE(window->actions().start->shortcuts().contains(QKeySequence::New)) << "its key begins one all the same";
  QTest::keyClick(window.get(), Qt::Key_Period);
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  EXPECT_EQ(start->text(), "&Continue");
  EXPECT_TRUE(window->actions().newRun->isVisible());
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  EXPECT_EQ(start->text(), "&Continue");
}

TEST_F(StartTest, SpaceGoesOnWithAStoppedRun) {
  auto window = openWindow();
  QTest::keyClick(window.get(), Qt::Key_Space);
  ASSERT_TRUE(waitForStep(window->session(), 5));
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  const auto run = window->session().now().folder;
  const int64_t reached = window->session().now().step;
  QTest::keyClick(window.get(), Qt::Key_Period);
  EXPECT_EQ(window->session().now().state, State::Stopped);
  QTest::keyClick(window.get(), Qt::Key_Space);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().step > reached; }, kPatience));
  EXPECT_EQ(window->session().now().folder, run);
}

TEST_F(StartTest, NoStrayKeyReplacesAFinishedRunAndTheFormerOneIsOneCommandAway) {
  auto window = openWindow();
  window->session().setParam("epochs.joint", "1");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Finished));
  const auto first = window->session().now().folder;
  QTest::keyClick(window.get(), Qt::Key_Space);
  QTest::keyClick(window.get(), Qt::Key_Period);
  QApplication::processEvents();
  EXPECT_EQ(window->session().now().state, State::Finished);
  EXPECT_EQ(window->session().now().folder, first);
  EXPECT_FALSE(window->actions().former->isVisible());

  QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->actions().former->isVisible(); }, kPatience));
  EXPECT_NE(window->session().now().folder, first);
  window->actions().former->trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == first; }, kPatience));
}

TEST_F(StartTest, NothingStartsWhileAFieldIsNotValid) {
  auto window = openWindow();
  auto* entry = window->panel().field("lr.generator").findChild<QLineEdit*>();
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "0,001");
  window->actions().start->trigger();
  QApplication::processEvents();
  EXPECT_FALSE(window->session().begun());
  EXPECT_TRUE(window->panel().field("lr.generator").isAncestorOf(window->focusWidget()));
  EXPECT_TRUE(window->messageBar().shownText().contains("Nothing was started"));
  QTest::keyClick(entry, Qt::Key_Escape);
  window->actions().start->trigger();
  EXPECT_TRUE(waitForStep(window->session(), 1));
}

TEST_F(StartTest, UndoIsHadFromTheEntryThatWasTypedIn) {
  auto window = openWindow();
  auto* entry = window->panel().field("latent").findChild<QLineEdit*>();
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "5");
  QTest::keyClick(entry, Qt::Key_Return);
  ASSERT_EQ(window->session().params().latent, 5);
  QTest::keyClick(entry, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(window->session().params().latent, tiny().latent);
  EXPECT_EQ(entry->text().toLongLong(), tiny().latent);
  QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(window->session().params().latent, 5);
}

TEST_F(StartTest, F6GoesFromPanelToPanel) {
  auto window = openWindow();
  window->pages().currentWidget()->setFocus();
  std::set<const QWidget*> been;
  for (int i = 0; i < 12; ++i) {
    QTest::keyClick(window->focusWidget(), Qt::Key_F6);
    for (const QWidget* part :
         {static_cast<const QWidget*>(&window->panel()), static_cast<const QWidget*>(&window->samples()),
          static_cast<const QWidget*>(&window->pages())})
      if (part->isAncestorOf(window->focusWidget())) been.insert(part);
  }
  EXPECT_EQ(been.size(), 3u);
}

TEST_F(StartTest, TextGrowsAndIsRemembered) {
  auto window = openWindow();
  const double usual = window->fontInfo().pointSizeF();
  window->actions().larger->trigger();
  EXPECT_GT(window->fontInfo().pointSizeF(), usual);
  EXPECT_EQ(settings_->textSize(), 110);
  window->actions().usualSize->trigger();
  EXPECT_EQ(window->fontInfo().pointSizeF(), usual);
}

TEST(Opening, FitsTheScreen) {
  EXPECT_TRUE(openingFor({1280, 800}, {2, 30}).maximised);
  EXPECT_TRUE(openingFor({1366, 740}, {2, 30}).maximised);
  const Opening large = openingFor({1920, 1050}, {2, 30});
  EXPECT_FALSE(large.maximised);
  EXPECT_LE(large.size.height(), 1020);
  EXPECT_GT(large.size.width(), 1280);
}

TEST_F(StartTest, ASmallScreenHasRoomForDigitsBesideThePages) {
  settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
  for (const char* language : {"en", "zh_CN"}) {
    language_.use(language);
    MainWindow window(*settings_, language_, runs());
    window.setWindowState(Qt::WindowNoState);
    window.resize(1024, 740);
    window.show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.samples().width() >= 250; }));
    EXPECT_EQ(window.width(), 1024);
    EXPECT_EQ(window.panel().width(), window.panel().minimumSizeHint().width());
    for (const PageRow& row : pageRows())
      EXPECT_LE(window.pages().page(row.id).minimumSizeHint().width(), 1024 - 262 - window.panel().width())
          << row.id << ' ' << language;
    const QTabBar& tabs = *window.pages().tabBar();
    EXPECT_GE(window.pages().width(), tabs.tabRect(tabs.count() - 1).right());
  }
}

TEST_F(StartTest, ALargeScreenGivesTheDigitsMoreOfItsWidth) {
  const auto showsDigitsIn = [this](int wide, int least) {
    settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
    MainWindow window(*settings_, language_, runs());
    window.setWindowState(Qt::WindowNoState);
    window.resize(wide, 800);
    window.show();
    return QTest::qWaitFor([&] { return window.samples().width() >= least; });
  };
  EXPECT_TRUE(showsDigitsIn(1280, 330));
  EXPECT_TRUE(showsDigitsIn(1920, 480));
}

TEST_F(StartTest, LambdaEditedBeforeTheJointPhaseSaysFromWhereItActs) {
  auto window = openWindow();
  const auto hinted = [&] { return window->panel().message().contains("joint phase, from step"); };
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
