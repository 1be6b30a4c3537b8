// Errors, gallery and generator, hung on a training in the window.
#include "insight.h"

#include "actions.h"
#include "centre.h"
#include "confusionmap.h"
#include "errorsview.h"
#include "figurecard.h"
#include "galleryarea.h"
#include "galleryview.h"
#include "generatorview.h"
#include "window_fixture.h"

namespace sparring {
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
  Centre& centre = window->centre();
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
  EXPECT_TRUE(window->centre().generator().words().startsWith("This run has no generator"));
}

}  // namespace
}  // namespace sparring
