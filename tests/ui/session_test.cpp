#include <QDir>
#include <algorithm>

#include "base/timeline.h"
#include "measure/measurement.h"
#include "sparring/run.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class SessionTest : public WindowFixture {
 protected:
  void open(const Params& params) {
    session_ = std::make_unique<Session>(runs());
    QObject::connect(session_.get(), &Session::updated, [this](const Update& update) {
      events_.insert(events_.end(), update.events.begin(), update.events.end());
    });
    QObject::connect(session_.get(), &Session::noticed, [this](const Notice& notice) { notices_.push_back(notice); });
    session_->open(params, "seed-repaired");
  }

  void openTiny() {
    open(tiny());
    ASSERT_TRUE(waitForState(*session_, State::Ready));
  }

  void startTiny(int64_t step) {
    openTiny();
    session_->start();
    ASSERT_TRUE(waitForStep(*session_, step));
  }

  void stop() {
    session_->stop();
    ASSERT_TRUE(waitForState(*session_, State::Stopped));
  }

  bool sawEdit(const std::string& key, const std::string& value) const {
    return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
      return event.kind == Event::Kind::Edit && event.key == key && event.value == value;
    });
  }

  std::unique_ptr<Session> session_;
  std::vector<Event> events_;
  std::vector<Notice> notices_;
};

TEST_F(SessionTest, LookingLeavesNoFolder) {
  openTiny();
  EXPECT_FALSE(session_->begun());
  EXPECT_FALSE(std::filesystem::exists(runs()));
}

TEST_F(SessionTest, StartRecordsTheRun) {
  startTiny(3);
  EXPECT_EQ(session_->now().folder.parent_path(), runs());
  EXPECT_TRUE(std::filesystem::exists(session_->now().folder / "config.json"));
}

TEST_F(SessionTest, StartPressedWhileTheDataLoadIsRemembered) {
  open(tiny());
  session_->start();
  EXPECT_TRUE(waitForStep(*session_, 1));
}

TEST_F(SessionTest, FiguresAreReadAnewAsSoonAsTheStateChanges) {
  openTiny();
  State told{};
  QObject::connect(session_.get(), &Session::figuresChanged, [&] { told = session_->now().state; });
  session_->start();
  ASSERT_TRUE(waitForStep(*session_, 3));
  EXPECT_EQ(told, State::Running);
  session_->pause();
  ASSERT_TRUE(waitForState(*session_, State::Paused));
  EXPECT_EQ(told, State::Paused);
}

TEST_F(SessionTest, SingleStepIsOneStep) {
  openTiny();
  session_->singleStep();
  ASSERT_TRUE(waitForState(*session_, State::Paused));
  EXPECT_EQ(session_->now().step, 1);
}

TEST_F(SessionTest, LiveEditReachesTheRunningTraining) {
  startTiny(2);
  session_->setParam("lambda", "0.25");
  ASSERT_TRUE(QTest::qWaitFor([&] { return sawEdit("lambda", "0.25"); }, kPatience));
  EXPECT_EQ(session_->now().params.lambda, std::vector<double>{0.25});
  EXPECT_TRUE(session_->waiting().empty());
}

TEST_F(SessionTest, RestartEditWaitsAndComesWithTheRestart) {
  startTiny(2);
  session_->setParam("batch", "16");
  EXPECT_EQ(session_->waiting(), std::set<std::string>{"batch"});
  EXPECT_EQ(session_->now().params.batch, 32);
  session_->newRun();
  ASSERT_TRUE(waitForStep(*session_, 1));
  EXPECT_EQ(session_->now().params.batch, 16);
  EXPECT_TRUE(session_->waiting().empty());
}

TEST_F(SessionTest, TakingARestartEditBackEndsTheWaiting) {
  startTiny(2);
  session_->setParam("batch", "16");
  session_->setParam("batch", "32");
  EXPECT_TRUE(session_->waiting().empty());
}

TEST_F(SessionTest, AnotherNumberOfLanesWaitsForARestart) {
  startTiny(2);
  session_->setParam("lambda", "0,1");
  EXPECT_EQ(session_->waiting(), std::set<std::string>{"lambda"});
}

TEST_F(SessionTest, UndoTakesEditsAndPresetsBackInTurnAndRedoMakesThemAgain) {
  openTiny();
  session_->setParam("latent", "5");
  const Params edited = session_->params();
  session_->setParams(preset("demo-fgsm").params, "demo-fgsm");
  session_->history().undo();
  EXPECT_EQ(session_->params(), edited);
  EXPECT_NE(session_->preset().name, "demo-fgsm");
  session_->history().undo();
  EXPECT_EQ(session_->params(), tiny());
  EXPECT_FALSE(session_->history().canUndo());
  session_->history().redo();
  session_->history().redo();
  EXPECT_EQ(session_->params(), preset("demo-fgsm").params);
  EXPECT_EQ(session_->preset().name, "demo-fgsm");
}

TEST_F(SessionTest, OnePullOfASliderIsOneStepBack) {
  openTiny();
  for (const char* value : {"2", "3", "4"}) session_->setParam("lambda", value, 1);
  session_->setParam("lambda", "5", 2);
  session_->history().undo();
  EXPECT_EQ(session_->params().lambda, std::vector<double>{4});
  session_->history().undo();
  EXPECT_EQ(session_->params(), tiny());
}

TEST_F(SessionTest, UndoingAnEditOfARunningTrainingEditsItBack) {
  startTiny(2);
  session_->setParam("lambda", "3");
  ASSERT_TRUE(QTest::qWaitFor([&] { return session_->now().params.lambda == std::vector<double>{3}; }, kPatience));
  session_->history().undo();
  EXPECT_TRUE(QTest::qWaitFor([&] { return session_->now().params.lambda == tiny().lambda; }, kPatience));
  EXPECT_TRUE(session_->waiting().empty());
}

TEST_F(SessionTest, BadValueIsRefusedAndChangesNothing) {
  openTiny();
  EXPECT_THROW(session_->setParam("batch", "-1"), Error);
  EXPECT_EQ(session_->params(), tiny());
}

TEST_F(SessionTest, ResetGoesBackToStepZeroWithoutAFolder) {
  startTiny(2);
  session_->reset();
  ASSERT_TRUE(waitForState(*session_, State::Ready));
  EXPECT_EQ(session_->now().step, 0);
  EXPECT_TRUE(session_->now().folder.empty());
}

TEST_F(SessionTest, StoppedRunIsResumedFromItsCheckpoint) {
  startTiny(5);
  stop();
  const auto run = session_->now().folder;
  const int64_t reached = session_->now().step;
  session_->reset();
  session_->resume(run);
  ASSERT_TRUE(waitForStep(*session_, reached + 1));
  EXPECT_EQ(session_->now().folder, run);
  EXPECT_TRUE(notices_.empty());
}

TEST_F(SessionTest, ResumingAFolderWithoutARunIsToldAndTheTrainingGoesOn) {
  startTiny(2);
  session_->resume(path("digits"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !notices_.empty(); }, kPatience));
  EXPECT_EQ(notices_.front().severity, Severity::Error);
  EXPECT_TRUE(waitForStep(*session_, session_->now().step + 2));
}

TEST_F(SessionTest, MissingDataSetIsReplacedAndOfferedToFetch) {
  Params params = tiny();
  params.data = "mnist";
  open(params);
  ASSERT_TRUE(waitForState(*session_, State::Ready));
  ASSERT_EQ(notices_.size(), 1u);
  EXPECT_EQ(notices_[0].action, NoticeAction::FetchData);
  EXPECT_TRUE(session_->data().data()->synthetic);
}

TEST_F(SessionTest, RunOnStandInDataRecordsWhatItWasTrainedOn) {
  Params params = tiny();
  params.data = "mnist";
  open(params);
  ASSERT_TRUE(waitForState(*session_, State::Ready));
  session_->start();
  ASSERT_TRUE(waitForStep(*session_, 1));
  const RunConfig config = readRun(session_->now().folder).config;
  EXPECT_EQ(config.dataName, "synthetic");
  EXPECT_EQ(config.params.data, "synthetic");
  EXPECT_EQ(session_->params().data, "mnist");
  EXPECT_TRUE(session_->waiting().empty());
}

TEST_F(SessionTest, UnreadableDataAreToldAndNotReplaced) {
  Params params = tiny();
  params.data = path("nowhere").string();
  open(params);
  ASSERT_TRUE(QTest::qWaitFor([&] { return session_->data().broken(); }, kPatience));
  ASSERT_EQ(notices_.size(), 1u);
  EXPECT_EQ(notices_[0].severity, Severity::Error);
  EXPECT_EQ(session_->data().data(), nullptr);
}

TEST_F(SessionTest, DataRepairedMeanwhileAreTakenByTheNextStart) {
  Params params = tiny();
  params.data = path("moved").string();
  open(params);
  ASSERT_TRUE(QTest::qWaitFor([&] { return session_->data().broken(); }, kPatience));
  std::filesystem::rename(path("digits"), path("moved"));
  session_->start();
  EXPECT_TRUE(waitForStep(*session_, 1));
}

TEST_F(SessionTest, TheNextRunGoesOnFromAnotherWithOtherValues) {
  startTiny(30);
  session_->setParam("lambda", "3");
  ASSERT_TRUE(QTest::qWaitFor([&] { return sawEdit("lambda", "3"); }, kPatience));
  stop();
  const auto parent = session_->now().folder;
  const int64_t step = session_->now().step;
  session_->setParam("batch", "16");
  QSignalSpy wished(session_.get(), &Session::forkWished);
  session_->fork(parent, step + 1000);
  ASSERT_TRUE(wished.wait(kPatience));
  EXPECT_EQ(session_->wishedFork()->origin.step, step) << "its last checkpoint";
  EXPECT_EQ(session_->params().lambda, std::vector<double>{3}) << "as it was then";
  EXPECT_EQ(session_->params().batch, 32);
  session_->setParam("lr.classifier", "0.002");

  std::shared_ptr<const RunRecord> past;
  QObject::connect(session_.get(), &Session::resumed, [&](const auto& record) { past = record; });
  session_->newRun();
  ASSERT_TRUE(waitForStep(*session_, step + 1));
  EXPECT_FALSE(session_->wishedFork());
  const RunConfig config = readRun(session_->now().folder).config;
  EXPECT_EQ(config.parent, (std::optional<Origin>{{parent.filename(), step}}));
  EXPECT_EQ(config.params.lrClassifier, 0.002);
  ASSERT_TRUE(past);
  EXPECT_EQ(past->points.front().step, 0);
  EXPECT_EQ(past->events.back().key, "lr.classifier") << "what is other from there on";
}

TEST_F(SessionTest, TheWishForAForkEndsWithUndoAndWithAPreset) {
  startTiny(5);
  stop();
  QSignalSpy wished(session_.get(), &Session::forkWished);
  session_->fork(session_->now().folder, 0);
  ASSERT_TRUE(wished.wait(kPatience));
  ASSERT_TRUE(session_->wishedFork());
  session_->history().undo();
  EXPECT_FALSE(session_->wishedFork());
  session_->history().redo();
  EXPECT_TRUE(session_->wishedFork());
  session_->setParams(session_->params(), "demo-fgsm");
  EXPECT_FALSE(session_->wishedFork());
}

TEST_F(SessionTest, DataOfARunThatHaveMovedAreFoundWhereTheyAreNow) {
  startTiny(5);
  stop();
  const auto run = session_->now().folder;
  const int64_t reached = session_->now().step;
  std::filesystem::rename(path("digits"), path("moved"));
  Params params = tiny();
  params.data = path("nowhere").string();
  open(params);
  ASSERT_TRUE(QTest::qWaitFor([&] { return session_->data().broken(); }, kPatience));
  notices_.clear();
  session_->resume(run);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !notices_.empty(); }, kPatience));
  EXPECT_TRUE(notices_[0].hintText().contains("have moved")) << notices_[0].hintText().toStdString();
  EXPECT_THROW(readSubject(run, session_->data().known()), Error);

  QSignalSpy found(session_.get(), &Session::dataFound);
  session_->findData(run, path("moved").string());
  ASSERT_TRUE(found.wait(kPatience));
  EXPECT_EQ(readSubject(run, session_->data().known()).data->sha256, readRun(run).config.dataSha256);
  session_->resume(run);
  EXPECT_TRUE(waitForStep(*session_, reached + 1));
}

TEST_F(SessionTest, OtherDataAreNotTakenForThoseThatMoved) {
  startTiny(2);
  stop();
  session_->findData(session_->now().folder, "synthetic");
  ASSERT_TRUE(QTest::qWaitFor([&] { return !notices_.empty(); }, kPatience));
  EXPECT_TRUE(notices_[0].causeText().contains("other data")) << notices_[0].causeText().toStdString();
  EXPECT_TRUE(session_->data().moved().empty());
}

TEST_F(SessionTest, FolderThatCannotBeMadeIsToldAndTheSessionLives) {
  QFile(folder_.filePath("runs")).open(QIODevice::WriteOnly);  // a file where the folder should be
  openTiny();
  session_->start();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !notices_.empty(); }, kPatience));
  EXPECT_EQ(notices_[0].severity, Severity::Error);
  session_->reset();
  EXPECT_TRUE(waitForState(*session_, State::Ready));
}

TEST_F(SessionTest, PresetChosenWhileTrainingLeavesTheTrainingAlone) {
  startTiny(2);
  Params other = tiny();
  other.lrClassifier = 1e-4;
  other.latent = 4;
  session_->setParams(other, "seed-literal");
  EXPECT_EQ(session_->waiting(), (std::set<std::string>{"latent", "lr.classifier"}));
  ASSERT_TRUE(waitForStep(*session_, session_->now().step + 2));
  EXPECT_EQ(session_->now().params.lrClassifier, tiny().lrClassifier);
}

TEST_F(SessionTest, EndedRunStaysInSightWhileTheNextIsPrepared) {
  startTiny(5);
  stop();
  QSignalSpy changed(session_.get(), &Session::runChanged);
  session_->setParam("batch", "16");
  session_->setParam("data", "synthetic");
  EXPECT_TRUE(session_->begun());
  EXPECT_EQ(changed.count(), 0);
  session_->start();
  ASSERT_TRUE(QTest::qWaitFor([&] { return changed.count() == 1; }, kPatience));
  ASSERT_TRUE(waitForStep(*session_, 1));
  EXPECT_EQ(session_->now().params.batch, 16);
  EXPECT_TRUE(session_->data().data()->synthetic);
}

TEST_F(SessionTest, PicturesAreKeptForThePast) {
  openTiny();
  session_->start();
  ASSERT_TRUE(QTest::qWaitFor([&] { return session_->samples().size() >= 3; }, kPatience));
  session_->pause();
  const auto* first = session_->samples().at(0);
  const auto* last = session_->samples().at(1 << 30);
  ASSERT_TRUE(first && last);
  EXPECT_LT(first->front()->step, last->front()->step);
}

TEST(TimelineTest, StaysBoundedEvenAndKeepsTheNewest) {
  Timeline<int> timeline(10);
  for (int step = 1; step <= 1000; ++step) timeline.add(step, step);
  EXPECT_LE(timeline.size(), 10u);
  EXPECT_EQ(*timeline.at(1000), 1000);
  EXPECT_LE(*timeline.at(500), 500);
  EXPECT_GT(*timeline.at(500), 300);
  EXPECT_EQ(*timeline.at(0), 1);
}

TEST(TimelineTest, AValueOfTheLastStepTakesItsPlace) {
  Timeline<char> timeline;
  timeline.add(1, 'a');
  timeline.add(2, 'b');
  timeline.add(2, 'c');
  timeline.add(1, 'd');
  EXPECT_EQ(*timeline.at(2), 'c');
  EXPECT_EQ(*timeline.at(1), 'a');
}

TEST(TimelineTest, AValueIsPlacedBetweenOthers) {
  Timeline<int> timeline;
  timeline.add(10, 1);
  timeline.add(30, 3);
  timeline.place(20, 2);
  timeline.place(30, 4);
  timeline.place(40, 5);
  EXPECT_EQ(*timeline.at(25), 2);
  EXPECT_EQ(*timeline.at(19), 1);
  EXPECT_EQ(*timeline.at(30), 4);
  EXPECT_EQ(*timeline.at(99), 5);
}

TEST(TimelineTest, GivesTheLastValueNotAfterAStep) {
  Timeline<char> timeline;
  EXPECT_EQ(timeline.at(5), nullptr);
  timeline.add(0, 'a');
  timeline.add(10, 'b');
  EXPECT_EQ(*timeline.at(9), 'a');
  EXPECT_EQ(*timeline.at(10), 'b');
}

}  // namespace
}  // namespace sparring::ui
