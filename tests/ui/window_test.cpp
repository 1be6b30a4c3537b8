#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSlider>
#include <QTableView>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>
#include <csignal>

#include <QShortcut>
#include <QSpinBox>
#include "base/export.h"
#include "curves/curvesview.h"
#include "digits/sampleview.h"
#include "library/runspanel.h"
#include "panels/headline.h"
#include "panels/messagebar.h"
#include "panels/messagespanel.h"
#include "panels/scrubber.h"
#include "panels/statusline.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "robustness/verdictview.h"
#include "shown/shown.h"
#include "sparring/presets.h"
#include "sparring/run.h"
#include "widgets/helpbutton.h"
#include "widgets/tilearea.h"
#include "window/actions.h"
#include "window/filecommands.h"
#include "window/pages.h"
#include "window/searchpage.h"
#include "window/stopsignals.h"
#include "window/suddenexit.h"
#include "window/timings.h"
#include "window/toolbar.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

using WindowTest = WindowFixture;

TEST_F(WindowTest, SpaceStartsAndPauses) {
  auto window = openWindow();
  QTest::keyClick(window.get(), Qt::Key_Space);
  ASSERT_TRUE(waitForStep(window->session(), 2));
  QTest::keyClick(window.get(), Qt::Key_Space);
  EXPECT_TRUE(waitForState(window->session(), State::Paused));
}

TEST_F(WindowTest, SpaceInAFieldIsTyped) {
  auto window = openWindow();
  auto* entry = window->panel().field("classifier.hidden").findChild<QLineEdit*>();
  entry->setFocus();
  entry->clear();
  QTest::keyClicks(entry, "8, 8");
  EXPECT_EQ(entry->text(), "8, 8");
  EXPECT_FALSE(window->session().begun());
}

TEST_F(WindowTest, SpaceOnACheckBoxTicksIt) {
  auto window = openWindow();
  auto* box = window->panel().field("generator.batchnorm").findChild<QCheckBox*>();
  ASSERT_TRUE(box->isChecked());
  window->panel().show();
  box->setFocus();
  QTest::keyClick(box, Qt::Key_Space);
  EXPECT_FALSE(box->isChecked());
  EXPECT_FALSE(window->session().begun());
  EXPECT_FALSE(window->session().params().generatorBatchNorm);
}

TEST_F(WindowTest, PeriodTrainsOneStep) {
  auto window = openWindow();
  QTest::keyClick(window.get(), Qt::Key_Period);
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  EXPECT_EQ(window->session().now().step, 1);
}

TEST_F(WindowTest, ANewRunOverARunningOneLeavesThatWithACheckpoint) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 2));
  const auto first = window->session().now().folder;
  QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return !window->session().now().folder.empty() && window->session().now().folder != first; }, kPatience));
  EXPECT_GE(readRun(first).checkpoints.back(), 2);
}

TEST_F(WindowTest, LambdaSliderEditsTheRunningTrainingAndMarksIt) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 2));
  QTest::keyClick(window->panel().field("lambda").findChild<QSlider*>(), Qt::Key_PageUp);
  const auto wished = window->session().params().lambda;
  ASSERT_NE(wished, tiny().lambda);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->session().now().params.lambda == wished; }, kPatience));
}

TEST_F(WindowTest, TypedValueCountsWhenStartIsPressed) {
  auto window = openWindow();
  auto* entry = window->panel().field("latent").findChild<QLineEdit*>();
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "5");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 1));
  EXPECT_EQ(window->session().now().params.latent, 5);
}

TEST_F(WindowTest, InvalidInputLeavesTheParametersAlone) {
  auto window = openWindow();
  auto* entry = window->panel().field("batch").findChild<QLineEdit*>();
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "none");
  QTest::keyClick(entry, Qt::Key_Return);
  EXPECT_FALSE(window->panel().field("batch").valid());
  EXPECT_EQ(window->session().params(), tiny());
}

TEST_F(WindowTest, FirstSightIsRealDigitsWithTheirClasses) {
  auto window = openWindow();
  EXPECT_TRUE(window->samples().caption().contains("Real digits"));
  EXPECT_TRUE(window->headline().fullText().contains("Press New run"));
}

TEST_F(WindowTest, MissingDataSetIsSaidAndTheProgramGoesOn) {
  settings_ = std::make_unique<Settings>(folder_.filePath("settings.ini"));
  Params params = tiny();
  params.data = "mnist";
  settings_->setParams(params, "seed-repaired");
  auto window = makeWindow();
  window->open();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  EXPECT_TRUE(window->messageBar().isVisible());
  EXPECT_TRUE(window->messageBar().shownText().contains("synthetic")) << window->messageBar().shownText().toStdString();
  window->actions().start->trigger();
  EXPECT_TRUE(waitForStep(window->session(), 1));
}

TEST_F(WindowTest, BrokenRunIsToldAndNothingChanges) {
  std::filesystem::create_directories(runs() / "broken");
  QFile config(QString::fromStdString((runs() / "broken" / "config.json").string()));
  ASSERT_TRUE(config.open(QIODevice::WriteOnly));
  config.write("{\"params\":");
  config.close();
  auto window = openWindow();
  window->shown().openRun(runs() / "broken");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->messageBar().isVisible(); }, kPatience));
  EXPECT_TRUE(window->shown().opened().empty());
  EXPECT_GE(window->messages().model().rowCount(), 1);
}

TEST_F(WindowTest, FinishedRunIsListedOpenedAndLeftAgain) {
  auto window = openWindow();
  window->session().setParam("epochs.joint", "1");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Finished));
  const auto run = window->session().now().folder;
  window->session().reset();
  ASSERT_TRUE(waitForState(window->session(), State::Ready));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->runs().model().rowCount() == 1; }, kPatience));

  window->runs().select(window->runs().model().all().front().folder);
  window->runs().table().setFocus();
  QTest::keyClick(&window->runs().table(), Qt::Key_Return);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == run; }, kPatience));
  EXPECT_FALSE(window->pages().get<CurvesView>().store().empty());
  EXPECT_TRUE(window->samples().caption().contains("Generated"));
  EXPECT_TRUE(window->headline().fullText().contains("Looking at a run"));

  QTest::mouseClick(&window->headline().button(), Qt::LeftButton);
  EXPECT_TRUE(window->shown().opened().empty());
  EXPECT_TRUE(window->pages().get<CurvesView>().store().empty());
}

TEST_F(WindowTest, TheRunThatIsShownAndTheWindowsOwnAreToldApartInTheList) {
  auto window = openWindow();
  window->session().setParam("epochs.joint", "1");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Finished));
  const auto first = window->session().now().folder;
  window->actions().newRun->trigger();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return window->session().now().folder != first && window->session().now().state == State::Finished; },
      kPatience));
  const auto own = window->session().now().folder;
  auto& table = window->runs().table();
  const auto cell = [&](const std::filesystem::path& run) {
    const auto& model = window->runs().model();
    return model.indexOf(run);
  };
  const auto bold = [&](const auto& run) { return cell(run).data(Qt::FontRole).template value<QFont>().bold(); };
  const auto spoken = [&](const auto& run) { return cell(run).data(Qt::AccessibleTextRole).toString(); };
  const auto isSelected = [&](const auto& run) {
    const auto rows = table.selectionModel()->selectedRows();
    return rows.size() == 1 && rows.front().data(Qt::AccessibleTextRole) == spoken(run);
  };
  ASSERT_TRUE(QTest::qWaitFor([&] { return cell(own).isValid() && isSelected(own); }, kPatience));
  EXPECT_TRUE(bold(own));
  EXPECT_TRUE(spoken(own).contains("shown")) << spoken(own).toStdString();

  window->shown().openRun(first);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == first; }, kPatience));
  EXPECT_TRUE(bold(first) && !bold(own));
  EXPECT_TRUE(isSelected(first));
  EXPECT_TRUE(spoken(first).contains("shown"));
  EXPECT_TRUE(spoken(own).contains("the training of this window")) << "it is over, and still the one to come back to";
  EXPECT_FALSE(cell(own).data(Qt::DecorationRole).isNull());
  EXPECT_TRUE(cell(first).data(Qt::DecorationRole).isNull());

  auto* live = window->scrubber().findChild<QToolButton*>();
  EXPECT_FALSE(live->isChecked()) << "the last step of another run";
  QTest::mouseClick(live, Qt::LeftButton);
  EXPECT_TRUE(window->shown().opened().empty());
  EXPECT_TRUE(live->isChecked());
  EXPECT_TRUE(isSelected(own));
}

TEST_F(WindowTest, ARunThatIsBeingTrainedElsewhereIsNotThrownAway) {
  auto window = openWindow();
  RunOptions options;
  options.folder = runs() / "elsewhere";
  Trainer elsewhere(tiny(), window->session().data().data(), options);
  elsewhere.wait();
  window->runs().refresh();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->runs().model().rowCount() == 1; }, kPatience));
  window->runs().select(window->runs().model().all().front().folder);
  window->runs().table().setFocus();
  QTest::keyClick(&window->runs().table(), Qt::Key_Delete);
  EXPECT_TRUE(window->messageBar().shownText().contains("is being trained"));
  EXPECT_TRUE(std::filesystem::exists(options.folder / "config.json"));
}

TEST_F(WindowTest, ARunThatIsTrainedElsewhereAppearsAndIsFollowed) {
  std::filesystem::create_directories(runs());
  auto window = openWindow();
  RunOptions options;
  options.folder = runs() / "elsewhere";
  Trainer elsewhere(tiny(), window->session().data().data(), options);
  elsewhere.start();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->runs().model().rowCount() == 1; }, kPatience));
  EXPECT_TRUE(window->runs().model().anyElsewhere());
  window->shown().openRun(options.folder);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == options.folder; }, kPatience));
  const auto points = window->shown().trace().points.size();
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->shown().trace().points.size() > points; }, kPatience));
}

TEST_F(WindowTest, AnotherFolderOfRunsIsListedWrittenToAndRemembered) {
  const auto other = path("other");
  auto window = openWindow();
  window->useRunsFolder(other);
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 1));
  EXPECT_EQ(window->session().now().folder.parent_path(), other);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->runs().model().rowCount() == 1; }, kPatience));
  EXPECT_EQ(settings_->runsFolder().toStdString(), other.string());
}

TEST_F(WindowTest, ASignalClosesItAndLeavesACheckpoint) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 5));
  const auto run = window->session().now().folder;
  int heard = 0;
  const StopSignals signals([&](int signal) {
    heard = signal;
    window->close();
  });
  std::raise(SIGTERM);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !window->isVisible(); }, kPatience));
  std::signal(SIGTERM, SIG_DFL);
  EXPECT_EQ(heard, SIGTERM);
  window.reset();
  EXPECT_GE(readRun(run).checkpoints.back(), 5);
}

TEST_F(WindowTest, AForkIsDrawnWithItsParentsPast) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 40));
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  const auto parent = window->session().now().folder;
  const int64_t step = window->session().now().step;
  window->actions().fork->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().wishedFork().has_value(); }, kPatience));
  EXPECT_TRUE(window->headline().fullText().contains(QString::fromStdString(parent.filename().string())));
  window->actions().newRun->trigger();
  ASSERT_TRUE(waitForStep(window->session(), step + 10));
  EXPECT_EQ(window->shown().trace().points.front().step, 0) << "while it is trained";
  const auto child = window->session().now().folder;
  window->actions().stop->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Stopped));
  window->session().reset();
  window->shown().openRun(child);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().opened() == child; }, kPatience));
  EXPECT_EQ(window->shown().trace().points.front().step, 0) << "and when it is looked at";
}

// As Qt ends it when the display goes away. In a process of its own, which says at its very end what it has left.
TEST_F(WindowTest, AProcessEndedFromWithinLeavesACheckpoint) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        auto window = openWindow();
        window->actions().start->trigger();
        waitForStep(window->session(), 5);
        static const std::filesystem::path run = window->session().now().folder;
        std::atexit([] { std::cerr << "last checkpoint: " << readRun(run).checkpoints.back(); });
        const SuddenExit displayGone([&] { window->session().leave(); });
        std::exit(1);
      },
      ::testing::ExitedWithCode(1), "last checkpoint: [1-9]");
}

TEST_F(WindowTest, ScrubberShowsPastPicturesAndComesBack) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().samples().size() >= 4; }, kPatience));
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  const QString newest = window->samples().caption();
  auto* slider = window->scrubber().findChild<QSlider*>();
  slider->setFocus();
  QTest::keyClick(slider, Qt::Key_Home);
  EXPECT_FALSE(window->scrubber().live());
  EXPECT_NE(window->samples().caption(), newest);
  window->scrubber().findChild<QToolButton*>()->click();
  EXPECT_TRUE(window->scrubber().live());
  EXPECT_EQ(window->samples().caption(), newest);
}

TEST_F(WindowTest, ARealDigitIsOpenedInTheGallery) {
  auto window = openWindow();
  Q_EMIT window->samples().area().imageAsked(7);
  EXPECT_EQ(window->pages().currentWidget(), &window->pages().page("gallery"));
}

TEST_F(WindowTest, KeysOfTheScrubberGoFromEvaluationToEvaluationAndByPhase) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().trace().evaluations().size() >= 5; }, kPatience));
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  const std::vector<int64_t> stops = window->shown().trace().evaluations(),
                             phases = window->shown().trace().phaseBegins();
  Scrubber& scrubber = window->scrubber();
  auto* slider = scrubber.findChild<QSlider*>();
  QTest::keyClick(slider, Qt::Key_Home);
  EXPECT_EQ(scrubber.step(), 0);
  QTest::keyClick(slider, Qt::Key_Right);
  EXPECT_EQ(scrubber.step(), stops[1]);
  EXPECT_EQ(window->shown().step(), stops[1]);
  QTest::keyClick(slider, Qt::Key_Right);
  QTest::keyClick(slider, Qt::Key_Left);
  EXPECT_EQ(scrubber.step(), stops[1]);
  QTest::keyClick(slider, Qt::Key_Home);
  QTest::keyClick(slider, Qt::Key_PageUp);
  EXPECT_EQ(scrubber.step(), phases[1]);
  QTest::keyClick(slider, Qt::Key_PageDown);
  EXPECT_EQ(scrubber.step(), phases[0]);
  QTest::keyClick(slider, Qt::Key_End);
  EXPECT_TRUE(scrubber.live());
  QTest::keyClick(slider, Qt::Key_Right);
  EXPECT_TRUE(scrubber.live());
}

TEST_F(WindowTest, TimingsTellThePaintsAndTheTraining) {
  auto window = openWindow();
  const Timings timings(*window);
  window->repaint();
  window->samples().area().repaint();
  window->actions().start->trigger();
  // two pulls: the training's time is what lies between the first and the last
  ASSERT_TRUE(waitForStep(window->session(), 1));
  ASSERT_TRUE(waitForStep(window->session(), window->session().now().step + 1));
  testing::internal::CaptureStdout();
  timings.print();
  const QString printed = QString::fromStdString(testing::internal::GetCapturedStdout());
  for (const char* line : {"first paint: [1-9]", "first paint with digits: [1-9]", "training: \\d+ steps in",
                           "longest gap between paints of the losses: ", "the window's thread: "})
    EXPECT_TRUE(printed.contains(QRegularExpression(line))) << line << " in " << printed.toStdString();
}

TEST_F(WindowTest, LayoutAndParametersAreRemembered) {
  {
    auto window = openWindow();
    window->findChild<QDockWidget*>("pairs")->hide();
    window->session().setParam("latent", "9");
    window->pages().get<CurvesView>().lossPlot().setLogScale(false);
    window->close();
  }
  auto again = makeWindow();
  again->open();
  EXPECT_TRUE(again->findChild<QDockWidget*>("pairs")->isHidden());
  EXPECT_EQ(again->session().params().latent, 9);
  EXPECT_FALSE(again->pages().get<CurvesView>().lossPlot().logScale());
}

TEST_F(WindowTest, ResettingTheLayoutBringsDocksBack) {
  auto window = openWindow();
  window->findChild<QDockWidget*>("parameters")->hide();
  window->actions().resetLayout->trigger();
  EXPECT_FALSE(window->findChild<QDockWidget*>("parameters")->isHidden());
}

TEST_F(WindowTest, BrokenSettingsDoNotPreventTheStart) {
  QFile file(folder_.filePath("settings.ini"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(
      "[params]\njson=\"{\\\"lambda\\\": "
      "\\\"many\\\"}\"\n[window]\ngeometry=nonsense\nlayout=@ByteArray(x)\n\x01\x02[[");
  file.close();
  auto window = makeWindow();
  window->open();
  EXPECT_EQ(window->session().params().batch, Params().batch);
}

TEST_F(WindowTest, ClosingWhileTrainingLeavesACheckpoint) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 3));
  const auto run = window->session().now().folder;
  window->close();
  window.reset();
  EXPECT_FALSE(readRun(run).checkpoints.empty());
}

TEST_F(WindowTest, SettingsFileComesBack) {
  auto window = openWindow();
  window->session().setParam("lambda", "0.5,2");
  window->files().writeSettings(folder_.filePath("mine.json"));
  window->session().setParam("lambda", "1");
  window->files().readSettings(folder_.filePath("mine.json"));
  EXPECT_EQ(window->session().params().lambda, (std::vector<double>{0.5, 2}));
}

TEST_F(WindowTest, SettingsFileWithAnUnknownKeyIsTold) {
  QFile file(folder_.filePath("bad.json"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("{\"lamda\": 1}");
  file.close();
  auto window = openWindow();
  window->files().readSettings(file.fileName());
  EXPECT_TRUE(window->messageBar().shownText().contains("lambda"));
  EXPECT_EQ(window->session().params(), tiny());
}

TEST(MessageBarTest, DismissingShowsTheOneBefore) {
  MessageBar bar;
  bar.add({Severity::Info, {"first", {}}, {}});
  bar.add({Severity::Error, {"second", {}}, {}});
  EXPECT_EQ(bar.shownText(), "second");
  bar.dismiss();
  EXPECT_EQ(bar.shownText(), "first");
  bar.dismiss();
  EXPECT_TRUE(bar.isHidden());
}

TEST(MessageBarTest, ButtonTellsItsAction) {
  MessageBar bar;
  NoticeAction told = NoticeAction::None;
  QObject::connect(&bar, &MessageBar::actionTriggered, [&](NoticeAction action) { told = action; });
  bar.add({Severity::Warning, {"missing", {}}, {}, "notices", NoticeAction::FetchData});
  bar.show();
  QTest::mouseClick(bar.findChild<QPushButton*>(), Qt::LeftButton);
  EXPECT_EQ(told, NoticeAction::FetchData);
  EXPECT_EQ(bar.count(), 0);
}

TEST(MessageBarTest, ProgressComesFirstAndLeavesTheNotices) {
  MessageBar bar;
  bar.add({Severity::Info, {"note", {}}, {}});
  bar.showProgress("fetching", 1, 2, NoticeAction::CancelFetch);
  EXPECT_EQ(bar.shownText(), "fetching");
  bar.endProgress();
  EXPECT_EQ(bar.shownText(), "note");
}

TEST(DurationTest, ReadsLikeAClock) {
  EXPECT_EQ(durationText(0), "");
  EXPECT_EQ(durationText(64.2), "1:05");
  EXPECT_EQ(durationText(7390), "2:03:10");
}

TEST_F(WindowTest, AStepThatIsTypedIsGoneTo) {
  auto window = openWindow();
  window->session().setParam("epochs.joint", "1");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Finished));
  auto* entry = window->scrubber().findChild<QSpinBox*>();
  EXPECT_EQ(entry->value(), window->shown().trace().last);
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "12");
  EXPECT_FALSE(window->shown().step()) << "half typed";
  QTest::keyClick(entry, Qt::Key_Return);
  EXPECT_EQ(window->shown().step(), 12);
  window->actions().live->trigger();
  EXPECT_EQ(entry->value(), window->shown().trace().last);
}

TEST_F(WindowTest, EscapeClosesTheHelpAndNothingElse) {
  auto window = openWindow();
  window->pages().showPage("verdict");
  auto* help = window->pages().get<VerdictView>().findChild<HelpButton*>();
  int escapes = 0;
  QShortcut escape(Qt::Key_Escape, window.get());
  QObject::connect(&escape, &QShortcut::activated, [&] { ++escapes; });
  QTest::mouseClick(help, Qt::LeftButton);
  QTest::keyClick(window.get(), Qt::Key_Escape);
  EXPECT_EQ(escapes, 0);
  QTest::keyClick(window.get(), Qt::Key_Escape);
  EXPECT_EQ(escapes, 1) << "the help has gone";
}

TEST_F(WindowTest, WhatIsWrittenIsNamedAfterItsRun) {
  auto window = openWindow();
  EXPECT_EQ(exportName("loss"), "loss");
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 2));
  const QString run = QString::fromStdString(window->session().now().folder.filename().string());
  EXPECT_EQ(exportName("loss"), run + "-loss");
}

TEST_F(WindowTest, AMessageNamesItsRun) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 2));
  window->session().setParam("lambda", "0.5");
  const auto& model = window->messages().model();
  const auto runOfEdit = [&] {
    for (int row = 0; row < model.rowCount(); ++row)
      if (model.index(row, MessagesModel::Text).data().toString().contains("0.5"))
        return model.index(row, MessagesModel::Run).data().toString().toStdString();
    return std::string();
  };
  EXPECT_TRUE(
      QTest::qWaitFor([&] { return runOfEdit() == window->session().now().folder.filename().string(); }, kPatience));
}

TEST_F(WindowTest, WarningsAreCountedUntilTheyAreLookedAtAndCanBeSeenAlone) {
  auto window = openWindow();
  auto& panel = window->messages();
  auto* dock = window->findChild<QDockWidget*>("messages");
  panel.setRun("first");
  panel.add(Notice{Severity::Info, {"It begins.", {}}, {}});
  panel.add(Notice{Severity::Warning, {"The teacher is weak.", {}}, {}});
  panel.setRun("second");
  panel.add(Notice{Severity::Error, {"The disk is full.", {}}, {}});
  EXPECT_EQ(dock->windowTitle(), "Messages (2 !)");
  dock->raise();
  EXPECT_TRUE(QTest::qWaitFor([&] { return dock->windowTitle() == "Messages"; }, kPatience));
  const auto* rows = panel.findChild<QTableView*>()->model();
  const int all = rows->rowCount();
  panel.findChild<QCheckBox*>()->click();
  EXPECT_EQ(rows->rowCount(), 2);
  auto* runs = panel.findChild<QComboBox*>();
  runs->setCurrentIndex(runs->findData("first"));
  Q_EMIT runs->activated(runs->currentIndex());
  ASSERT_EQ(rows->rowCount(), 1);
  EXPECT_EQ(rows->index(0, MessagesModel::Text).data().toString(), "The teacher is weak.");
  runs->setCurrentIndex(0);
  Q_EMIT runs->activated(0);
  panel.findChild<QCheckBox*>()->click();
  EXPECT_EQ(rows->rowCount(), all);
}

TEST_F(WindowTest, ALongMessageIsWrapped) {
  auto window = openWindow();
  auto& panel = window->messages();
  window->resize(1280, 800);
  window->findChild<QDockWidget*>("messages")->raise();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.isVisible() && panel.width() > 500; }, kPatience));
  panel.setRun("2026-11-27-220209-a-run-of-a-long-name-that-takes-all-the-room-there-is-for-messages");
  panel.add(Notice{Severity::Info, {"Short.", {}}, {}});
  panel.add(Notice{Severity::Info, {std::string(80, 'w') + " " + std::string(80, 'w') + " and more words", {}}, {}});
  auto* table = panel.findChild<QTableView*>();
  const int last = table->model()->rowCount() - 1;
  const auto lines = [&](int row) { return table->rowHeight(row) / table->fontMetrics().height(); };
  EXPECT_EQ(lines(last - 1), 1);
  EXPECT_GE(lines(last), 2);
  EXPECT_FALSE(table->horizontalScrollBar()->isVisible());
  const int before = table->rowHeight(last);
  window->resize(window->width() + 600, window->height());
  EXPECT_TRUE(QTest::qWaitFor([&] { return table->rowHeight(last) < before; }, kPatience));
}

TEST_F(WindowTest, TheReferenceOpensAtTheFieldThatHasTheKeyboardAndIsSearched) {
  auto window = openWindow();
  window->panel().reveal("lr.generator");
  window->actions().reference->trigger();
  auto* page = window->findChild<SearchPage*>();
  ASSERT_TRUE(page);
  EXPECT_FALSE(page->isModal());
  auto* text = page->findChild<QTextBrowser*>();
  EXPECT_TRUE(QTest::qWaitFor(
      [&] {
        return text->cursorForPosition({8, 12}).block().text().contains("lr.generator");
      },
      kPatience))
      << text->cursorForPosition({8, 12}).block().text().toStdString();
  auto* search = page->findChild<QLineEdit*>();
  QTest::keyClicks(search, "RATE drop");
  EXPECT_TRUE(text->toPlainText().contains("lr.drop"));
  EXPECT_FALSE(text->toPlainText().contains("classifier.hidden"));
  QTest::keyClicks(search, " xyzzy");
  EXPECT_TRUE(text->toPlainText().contains("Nothing is about"));
  window->panel().reveal("batch");
  window->actions().reference->trigger();
  EXPECT_EQ(window->findChildren<SearchPage*>().size(), 1) << "the one that is open comes to the front";
  EXPECT_TRUE(search->text().isEmpty()) << "it would leave out what was asked for";
  QTest::keyClick(search, Qt::Key_Escape);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !window->findChild<SearchPage*>(); }, kPatience));
}

TEST_F(WindowTest, ThePageOfKeysNamesWhatTheyDoWithoutTheMenusOwn) {
  language_.use("zh_CN");
  auto window = openWindow();
  window->actions().shortcuts->trigger();
  const QString text = window->findChild<SearchPage*>()->findChild<QTextBrowser*>()->toPlainText();
  EXPECT_TRUE(text.contains("查找参数"));
  EXPECT_FALSE(text.contains(QRegularExpression("\\([A-Z]\\)")));
  language_.use("en");
}

TEST_F(WindowTest, WhatWasSaidOfARunLeavesTheBarWithTheNext) {
  auto window = openWindow();
  window->actions().start->trigger();
  ASSERT_TRUE(waitForStep(window->session(), 2));
  auto& bar = window->messageBar();
  bar.clear();
  bar.add({Severity::Info, {"As expected.", {}}, {}, "core", NoticeAction::None, 40});
  bar.add({Severity::Warning, {"Nothing was started.", {}}, {}});
  bar.add({Severity::Warning, {"The digits are a stand-in.", {}}, {}, "notices", NoticeAction::FetchData});
  window->actions().newRun->trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return bar.count() == 1; }, kPatience)) << bar.count();
  EXPECT_TRUE(bar.shownText().contains("stand-in"));
}

TEST(PresetTexts, SayHowLongTheyTake) {
  for (const Preset& preset : presets()) EXPECT_GT(preset.minutes, 0) << preset.name;
}

TEST_F(WindowTest, ButtonsOfTheToolbarSayWhatTheyDoAndInAWideOneInWords) {
  auto window = openWindow();
  const auto named = [&](const char* name) {
    for (auto* button : window->findChild<ToolBar*>()->findChildren<QToolButton*>())
      if (button->accessibleName() == name) return button;
    return static_cast<QToolButton*>(nullptr);
  };
  for (const char* name : {"Language", "Theme"}) {
    auto* button = named(name);
    ASSERT_TRUE(button) << name;
    EXPECT_TRUE(button->toolTip().startsWith("Choose")) << name;
    window->resize(2000, 800);
    EXPECT_TRUE(QTest::qWaitFor([&] { return button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon; }, kPatience));
    window->resize(1000, 800);
    EXPECT_TRUE(QTest::qWaitFor([&] { return button->toolButtonStyle() == Qt::ToolButtonIconOnly; }, kPatience));
  }
}

TEST_F(WindowTest, AScreenReaderIsToldWhatAChoiceChooses) {
  auto window = openWindow();
  auto* box = window->panel().field("adversary").findChild<QComboBox*>();
  auto* spoken = QAccessible::queryAccessibleInterface(box);
  EXPECT_EQ(spoken->text(QAccessible::Name), "Adversary: " + box->currentText());
  EXPECT_EQ(spoken->text(QAccessible::Value), box->currentText());
}

TEST(PresetTexts, NamePresetsAsTheMenuDoes) {
  for (const Preset& preset : presets())
    for (const LocalText* text : {&preset.help, &preset.expectation})
      for (const Preset& other : presets())
        for (const std::string& words : {text->en, text->zh})
          EXPECT_EQ(words.find(other.name), std::string::npos) << preset.name << " speaks of " << other.name;
}

TEST_F(WindowTest, EveryPresetStandsOnceInAGroupOfTheMenu) {
  auto window = openWindow();
  QStringList titles;
  int listed = 0;
  for (const QAction* action : window->actions().presetMenu) {
    if (action->isSeparator()) titles << action->text();
    listed += !action->isSeparator();
  }
  EXPECT_EQ(titles, QStringList({"Start here", "Opponents", "As published", "How it fails"}));
  EXPECT_EQ(listed, int(presets().size()));
}

}  // namespace
}  // namespace sparring::ui
