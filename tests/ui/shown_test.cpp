// What the pages read of what the window shows: a training as it goes on.
#include "shown/shown.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

#include "coach/coach.h"
#include "coach/coachpanel.h"
#include "curves/curvesview.h"
#include "digits/sampleview.h"
#include "errors/confusionmap.h"
#include "errors/errorsview.h"
#include "gallery/galleryarea.h"
#include "gallery/galleryview.h"
#include "generator/generatorview.h"
#include "generator/qualities.h"
#include "library/runcells.h"
#include "measure/examiner.h"
#include "measure/qualitymeter.h"
#include "panels/headline.h"
#include "panels/messagebar.h"
#include "panels/scrubber.h"
#include "panels/statusline.h"
#include "parameters/parametereditor.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "widgets/figurecard.h"
#include "widgets/lanepicker.h"
#include "window/actions.h"
#include "window/pages.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class ShownTest : public WindowFixture {
 protected:
  std::unique_ptr<MainWindow> train(const char* adversary) {
    auto window = openWindow();
    window->session().setParam("adversary", adversary);
    window->session().setParam("lambda", "0,1");
    window->actions().start->trigger();
    return window;
  }
};

TEST_F(ShownTest, ARunningTrainingFillsEveryView) {
  const auto window = train("cgan");
  Pages& pages = window->pages();
  EXPECT_TRUE(QTest::qWaitFor([&] { return pages.get<GeneratorView>().score().figure() != ""; }, kPatience));
  window->pages().showPage("gallery");
  EXPECT_TRUE(QTest::qWaitFor([&] { return pages.get<GalleryView>().area().pairs() != nullptr; }, kPatience));
  EXPECT_EQ(pages.get<GalleryView>().area().pairs()->label.size(), 15u);
  window->pages().showPage("errors");
  EXPECT_TRUE(pages.get<ErrorsView>().map().isVisible());
}

TEST_F(ShownTest, ATrainingWithoutAGeneratorSaysSo) {
  const auto window = train("fgsm");
  window->pages().showPage("generator");
  EXPECT_TRUE(window->pages().get<GeneratorView>().words().startsWith("In this run no generator draws images"));
}

TEST_F(ShownTest, AGeneratorThatChangesDigitsIsNotAskedForItsOwn) {
  const auto window = train("gat");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().step >= 30; }, kPatience));
  window->examiner().measureQuick();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().subject().model != nullptr; }, kPatience));
  window->pages().showPage("gallery");  // made of the same networks
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->pages().get<GalleryView>().area().pairs() != nullptr; }, kPatience));
  EXPECT_EQ(window->messageBar().shownText(), "");
  window->pages().showPage("generator");
  EXPECT_TRUE(window->pages().get<GeneratorView>().words().startsWith("In this run no generator draws images"));
}

TEST_F(ShownTest, ASnapshotMakesOneModelForAllWhoLook) {
  const auto window = train("cgan");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().step >= 30; }, kPatience));
  window->examiner().setCadence({Cadence::When::Never});
  window->actions().start->trigger();
  ASSERT_TRUE(waitForState(window->session(), State::Paused));
  window->examiner().measureQuick();
  const int64_t step = window->session().now().step;
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return window->shown().assessment() && window->shown().assessment()->step == step; }, kPatience));
  const auto model = window->shown().networks().model;
  EXPECT_EQ(model, window->examiner().subject().model);
  EXPECT_EQ(model->step(), step);
  const auto source = gallerySource(window->shown());
  EXPECT_FALSE(source->make(parseAttack("fgsm"), {0, 1}).index.empty());
  EXPECT_EQ(window->shown().networks().model, model) << "nobody who looked has made another";
  QualityMeter meter(qualityMaker());
  bool measured = false;
  meter.start(window->shown().networks(), false, [&](auto outcome) { measured = outcome.value.has_value(); });
  EXPECT_TRUE(QTest::qWaitFor([&] { return !meter.busy(); }, kPatience));
  EXPECT_TRUE(measured);
}

TEST_F(ShownTest, MeasuringAGeneratorFullyCanBeCancelled) {
  const auto window = train("cgan");
  auto& page = window->pages().get<GeneratorView>();
  window->pages().showPage("generator");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().step >= 30; }, kPatience));
  window->examiner().measureQuick();
  ASSERT_TRUE(QTest::qWaitFor([&] { return page.measure().isEnabled(); }, kPatience));
  QTest::mouseClick(&page.measure(), Qt::LeftButton);
  EXPECT_TRUE(page.cancel().isVisible());
  QTest::mouseClick(&page.cancel(), Qt::LeftButton);
  EXPECT_FALSE(page.cancel().isVisible());
  EXPECT_TRUE(page.measure().isVisible());
}

TEST_F(ShownTest, TheStepLookedAtIsOneForAll) {
  const auto window = train("fgsm");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().step >= 30; }, kPatience));
  Q_EMIT window->pages().get<CurvesView>().scrubbed(10);
  EXPECT_EQ(window->shown().step(), 10);
  EXPECT_EQ(window->scrubber().step(), 10);
  Q_EMIT window->scrubber().scrubbed({});
  EXPECT_FALSE(window->shown().step());
  EXPECT_FALSE(window->pages().get<CurvesView>().lossPlot().scrubX());
}

TEST_F(ShownTest, TheLaneJudgedIsOneForAll) {
  const auto window = train("fgsm");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().step >= 30; }, kPatience));
  window->examiner().measureQuick();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->shown().assessment() != nullptr; }, kPatience));
  EXPECT_EQ(window->shown().lane(), 1) << "that of the largest λ";
  QSignalSpy told(&window->shown(), &Shown::changed);
  window->shown().chooseLane(0);
  EXPECT_EQ(window->shown().lane(), 0);
  EXPECT_EQ(told.size(), 1);
}

// --- a run that is looked at ----------------------------------------------------------------------------------------

class LookedTest : public ShownTest {
 protected:
  /// A run with two lanes, other settings than the window's, an edit, and checkpoints at 20 and 40.
  std::filesystem::path record(const char* adversary = "fgsm") {
    RunOptions options;
    options.folder = runs() / "earlier";
    options.preset = "demo-fgsm";
    options.steps = 40;
    Params params = tiny();
    params.adversary = adversary;
    params.lambda = {0, 1};
    params.lrClassifier = 0.002;
    params.checkpointEvery = 20;
    params.snapshotEvery = 10;
    params.samplesEvery = 1000;  // few pictures: what is seen is of the checkpoints
    Trainer trainer(params, loadDataset(params.data), options);
    trainer.start();
    trainer.wait();
    return options.folder;
  }

  void look(MainWindow& window, const std::filesystem::path& run) {
    window.shown().openRun(run);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.shown().opened() == run; }, kPatience));
  }

  static QString typed(MainWindow& window, const char* key) { return window.panel().field(key).editor().text(); }
};

TEST_F(LookedTest, AStepIsMeasuredAndPicturedFromItsOwnWeights) {
  const auto run = record();
  const auto window = openWindow();
  look(*window, run);
  Shown& shown = window->shown();
  ASSERT_TRUE(QTest::qWaitFor([&] { return shown.networks().model && shown.assessment(); }, kPatience));
  EXPECT_EQ(shown.networks().model->step(), 40);

  shown.setStep(13);
  ASSERT_TRUE(QTest::qWaitFor([&] { return shown.networks().model->step() == 10; }, kPatience));
  ASSERT_TRUE(QTest::qWaitFor([&] { return shown.assessment()->step == 10; }, kPatience));
  ASSERT_TRUE(QTest::qWaitFor([&] { return shown.pairs() && shown.pairs()->step == 10; }, kPatience));

  shown.setStep({});
  EXPECT_EQ(shown.networks().model->step(), 40);
  EXPECT_EQ(shown.assessment()->step, 40);
  shown.setStep(10);
  EXPECT_EQ(shown.assessment()->step, 10) << "it is known by now";
}

TEST_F(LookedTest, ItsSettingsStandInThePanelAndCannotBeTurned) {
  const auto run = record();
  const auto window = openWindow();
  EXPECT_EQ(typed(*window, "lr.classifier"), "0.0005");
  look(*window, run);
  EXPECT_EQ(typed(*window, "lr.classifier"), "0.002");
  EXPECT_TRUE(window->panel().field("lr.classifier").differs());
  EXPECT_FALSE(window->panel().field("batch").differs());
  auto* entry = window->panel().field("lr.classifier").editor().findChild<QLineEdit*>();
  EXPECT_TRUE(entry->isReadOnly());
  window->shown().backToSession();
  EXPECT_EQ(typed(*window, "lr.classifier"), "0.0005");
  EXPECT_FALSE(entry->isReadOnly());
  EXPECT_FALSE(window->panel().field("lr.classifier").differs());
}

TEST_F(LookedTest, ItsSettingsBecomeOnesOwnInOneStep) {
  const auto run = record();
  const auto window = openWindow();
  const Params before = window->session().params();
  look(*window, run);
  auto* use = window->panel().findChild<QPushButton*>("use");
  ASSERT_TRUE(use && use->isVisible());
  QTest::mouseClick(use, Qt::LeftButton);
  EXPECT_TRUE(window->shown().opened().empty());
  EXPECT_EQ(window->session().params().lrClassifier, 0.002);
  EXPECT_EQ(window->session().params().adversary, "fgsm");
  EXPECT_EQ(window->session().preset().name, "demo-fgsm");
  window->actions().undo->trigger();
  EXPECT_EQ(window->session().params(), before);
}

TEST_F(LookedTest, ToolbarHeadlineAndStatusTellOfIt) {
  const auto run = record();
  const auto window = openWindow();
  EXPECT_TRUE(window->headline().fullText().startsWith("Next run: "));
  look(*window, run);
  const auto has = [](QWidget& widget, const QString& words) {
    return std::ranges::any_of(widget.findChildren<QLabel*>(), [&](const QLabel* label) {
      return label->isVisible() && label->text().contains(words);
    });
  };
  EXPECT_TRUE(window->headline().fullText().contains("earlier"));
  EXPECT_TRUE(has(window->status(), "earlier, step 40"));
  Q_EMIT window->scrubber().scrubbed(20);
  EXPECT_TRUE(has(window->status(), "earlier, step 20"));
}

TEST_F(LookedTest, PairsAndDigitsAreMadeOfTheCheckpointBeforeTheStep) {
  const auto run = record("cgan");
  const auto window = openWindow();
  look(*window, run);
  Shown& shown = window->shown();
  ASSERT_TRUE(QTest::qWaitFor([&] { return shown.pairs() != nullptr; }, kPatience));
  EXPECT_EQ(shown.pairs()->step, 40);
  EXPECT_EQ(shown.pairs()->lane, 1) << "that with the largest λ";
  EXPECT_EQ(shown.samples()->step, 40);
  EXPECT_TRUE(window->samples().caption().contains("λ = 1")) << window->samples().caption().toStdString();
  shown.setStep(25);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !shown.picturing(); }, kPatience));
  ASSERT_FALSE(shown.pictureProblem()) << shown.pictureProblem()->what();
  EXPECT_EQ(shown.pairs()->step, 20);
}

TEST_F(LookedTest, ARunThatWasNeverMeasuredIsMeasuredWhenItIsLookedAt) {
  const auto run = record();
  const auto window = openWindow();
  look(*window, run);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->shown().assessment() != nullptr; }, kPatience));
}

TEST_F(LookedTest, TheLaneThatIsChosenIsThatOfEveryView) {
  const auto run = record();
  const auto window = openWindow();
  look(*window, run);
  Shown& shown = window->shown();
  ASSERT_TRUE(QTest::qWaitFor([&] { return shown.pairs() && shown.assessment(); }, kPatience));
  auto* choice = window->findChild<LanePicker*>();
  ASSERT_TRUE(choice && choice->isVisible());
  EXPECT_EQ(choice->currentText(), "λ = 1");
  window->pages().showPage("errors");
  EXPECT_TRUE(window->pages().get<ErrorsView>().caption().startsWith("λ = 1 · "));
  QTest::keyClick(choice, Qt::Key_Up);
  EXPECT_EQ(choice->currentText(), "λ = 0");
  EXPECT_EQ(shown.pairs()->lane, 0);
  EXPECT_EQ(shown.trained()->lane->lane, 0);
  EXPECT_TRUE(window->pages().get<ErrorsView>().caption().startsWith("λ = 0 · "));
}

TEST_F(ShownTest, APresetThatIsChosenButNotBegunIsNamedAsTheNextRun) {
  const auto window = train("fgsm");
  ASSERT_TRUE(waitForStep(window->session(), 5));
  const QString running = presetTitle("seed-repaired");
  EXPECT_TRUE(window->headline().fullText().startsWith(running));
  for (auto* action : window->actions().presets->actions())
    if (action->data().toString() == "demo-fgsm") action->trigger();
  EXPECT_TRUE(window->headline().fullText().startsWith(running)) << "that is what goes on";
  EXPECT_TRUE(window->headline().fullText().contains("Next run: " + presetTitle("demo-fgsm")));
}

// --- collapse
// ---------------------------------------------------------------------------------------------------------

TEST_F(ShownTest, ACollapseIsToldWhereEverybodySeesItWithItsRemedy) {
  const auto window = openWindow();
  auto& coach = *window->findChild<Coach*>();
  auto& panel = *window->findChild<CoachPanel*>();
  QSignalSpy told(&coach, &Coach::noticed);
  window->session().setParam("adversary", "cgan");
  window->session().setParam("lambda", "0");  // of nothing else there is something to be said
  window->actions().start->trigger();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().phase == Phase::Joint; }, kPatience));
  GeneratorQuality quality;
  quality.checks = {{.name = "classes",
                     .title = {"A class is missing.", {}},
                     .meaning = {"why", {}},
                     .verdict = Check::Verdict::Alarm,
                     .remedy = {"discriminator.hidden=64,64"}}};
  for (const int measured : {1, 2}) {  // once could be a bad moment
    quality.step = window->session().now().step + measured;
    coach.addQuality(std::make_shared<const GeneratorQuality>(quality));
  }
  ASSERT_TRUE(QTest::qWaitFor([&] { return !told.empty(); }, kPatience));
  EXPECT_EQ(told.front().front().value<Notice>().action, NoticeAction::ShowHints);
  EXPECT_TRUE(window->messageBar().shownText().contains("collapsed")) << window->messageBar().shownText().toStdString();

  const Params before = window->session().params();
  auto* apply = panel.findChild<QPushButton*>("apply");
  ASSERT_NE(apply, nullptr);
  apply->click();
  EXPECT_EQ(window->session().params().discriminatorHidden, (std::vector<int64_t>{64, 64}));
  window->actions().undo->trigger();
  EXPECT_EQ(window->session().params(), before);
}

}  // namespace
}  // namespace sparring::ui
