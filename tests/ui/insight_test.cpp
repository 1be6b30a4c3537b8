// Errors, gallery and generator, hung on a training in the window.
#include "window/insight.h"

#include "errors/confusionmap.h"
#include "errors/errorsview.h"
#include "gallery/galleryarea.h"
#include "gallery/galleryview.h"
#include "generator/generatorview.h"
#include "measure/examiner.h"
#include "panels/messagebar.h"
#include "widgets/figurecard.h"
#include "window/actions.h"
#include "window/pages.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class InsightTest : public WindowFixture {
 protected:
  std::unique_ptr<MainWindow> train(const char* adversary) {
    auto window = openWindow();
    window->session().setParam("adversary", adversary);
    window->session().setParam("lambda", "0,1");
    window->actions().start->trigger();
    return window;
  }
};

TEST_F(InsightTest, ARunningTrainingFillsEveryView) {
  const auto window = train("cgan");
  Pages& centre = window->centre();
  EXPECT_TRUE(QTest::qWaitFor([&] { return centre.generator().score().figure() != ""; }, kPatience));
  window->actions().showGallery->trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return centre.gallery().area().pairs() != nullptr; }, kPatience));
  EXPECT_EQ(centre.gallery().area().pairs()->label.size(), 15u);
  window->actions().showErrors->trigger();
  EXPECT_TRUE(centre.errors().map().isVisible());
}

TEST_F(InsightTest, ATrainingWithoutAGeneratorSaysSo) {
  const auto window = train("fgsm");
  window->actions().showGenerator->trigger();
  EXPECT_TRUE(window->centre().generator().words().startsWith("In this run no generator draws digits"));
}

TEST_F(InsightTest, AGeneratorThatChangesDigitsIsNotAskedForItsOwn) {
  const auto window = train("gat");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->session().now().step >= 30; }, kPatience));
  window->examiner().measureQuick();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().subject().weights != nullptr; }, kPatience));
  window->actions().showGallery->trigger();  // made of the same networks
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->centre().gallery().area().pairs() != nullptr; }, kPatience));
  EXPECT_EQ(window->messageBar().shownText(), "");
  window->actions().showGenerator->trigger();
  EXPECT_TRUE(window->centre().generator().words().startsWith("In this run no generator draws digits"));
}

}  // namespace
}  // namespace sparring::ui
