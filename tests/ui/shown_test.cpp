// What the pages read of what the window shows: a training as it goes on.
#include "shown/shown.h"

#include <QPushButton>

#include "curves/curvesview.h"
#include "errors/confusionmap.h"
#include "errors/errorsview.h"
#include "gallery/galleryarea.h"
#include "gallery/galleryview.h"
#include "generator/generatorview.h"
#include "measure/examiner.h"
#include "measure/qualitymeter.h"
#include "panels/messagebar.h"
#include "panels/scrubber.h"
#include "widgets/figurecard.h"
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
  window->shown().chooseTrained(0);
  EXPECT_EQ(window->shown().lane(), 0);
  EXPECT_EQ(told.size(), 1);
}

}  // namespace
}  // namespace sparring::ui
