// The page of the anatomy: it is of the system that is set, and steers it.
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "anatomy/anatomyview.h"
#include "anatomy/layerbars.h"
#include "anatomy/partbox.h"
#include "anatomy/valuehandle.h"
#include "parameters/parameterpanel.h"
#include "shown/shown.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

using Part = AnatomyPart::Kind;

class AnatomyTest : public WindowFixture {
 protected:
  void open() {
    window_ = openWindow();
    window_->pages().showPage("anatomy");
  }
  AnatomyView& view() { return window_->pages().get<AnatomyView>(); }
  AnatomyCanvas& canvas() { return view().canvas(); }
  Session& session() { return window_->session(); }
  /// Pulls the name of the number that an arrow counts with.
  void pull(ValueHandle& handle, int pixels) {
    auto* name = handle.findChild<QLabel*>();
    QTest::mousePress(name, Qt::LeftButton, {}, QPoint(2, 2));
    for (int x = 1; x <= pixels; ++x) QTest::mouseMove(name, QPoint(2 + x, 2));
    QTest::mouseRelease(name, Qt::LeftButton, {}, QPoint(2 + pixels, 2));
  }
  void pauseInTheJointPhase() {
    session().start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return session().now().phase == Phase::Joint; }, kPatience));
    session().pause();
    ASSERT_TRUE(waitForState(session(), State::Paused));
  }

  std::unique_ptr<MainWindow> window_;
};

TEST_F(AnatomyTest, HasTheBoxesOfTheOpponentThatIsSet) {
  open();
  EXPECT_NE(canvas().box(Part::Generator), nullptr);
  EXPECT_EQ(canvas().box(Part::Attack), nullptr);
  session().setParam("adversary", "fgsm");
  ASSERT_TRUE(QTest::qWaitFor([&] { return canvas().box(Part::Attack) != nullptr; }, kPatience));
  EXPECT_EQ(canvas().box(Part::Generator), nullptr);
  EXPECT_EQ(canvas().box(Part::Discriminator), nullptr);
}

TEST_F(AnatomyTest, BoxesLieBesideEachOtherHoweverSmallTheWindowAndWhateverTheOpponent) {
  open();
  window_->setWindowState(Qt::WindowNoState);
  for (const QSize size : {QSize(1024, 740), QSize(1920, 1080)})
    for (const AdversaryInfo& opponent : adversaries()) {
      window_->resize(size);
      session().setParam("adversary", opponent.name);
      ASSERT_TRUE(QTest::qWaitFor([&] { return (canvas().box(Part::Generator) != nullptr) == opponent.usesGenerator; },
                                  kPatience));
      const auto boxes = [&] {
        std::vector<QRect> rects;
        for (const AnatomyPart& part : canvas().anatomy().parts) rects.push_back(canvas().box(part.kind)->geometry());
        return rects;
      };
      ASSERT_TRUE(QTest::qWaitFor(  // who scrolls hears of another size a little later
          [&] { return std::ranges::all_of(boxes(), [&](QRect box) { return canvas().rect().contains(box); }); },
          kPatience))
          << opponent.name << ' ' << size.width();
      const std::vector<QRect> rects = boxes();
      for (size_t i = 0; i < rects.size(); ++i) {
        for (size_t j = i + 1; j < rects.size(); ++j)
          EXPECT_FALSE(rects[i].intersects(rects[j])) << opponent.name << ' ' << i << ' ' << j << ' ' << size.width();
      }
    }
}

TEST_F(AnatomyTest, PullingTheNameOfLambdaTurnsItAndIsOneStepBack) {
  open();
  ValueHandle* lambda = canvas().weight("lambda");
  ASSERT_NE(lambda, nullptr);
  const auto before = session().params().lambda;
  pull(*lambda, 30);
  EXPECT_GT(session().params().lambda.front(), before.front());
  session().history().undo();
  EXPECT_EQ(session().params().lambda, before);
}

TEST_F(AnatomyTest, ANumberThatIsNotValidIsNotHandedOn) {
  open();
  ValueHandle* lambda = canvas().weight("lambda");
  auto* entry = lambda->findChild<QAbstractSpinBox*>();
  entry->setFocus();
  entry->selectAll();
  QTest::keyClicks(entry, "-1");
  QTest::keyClick(entry, Qt::Key_Return);
  EXPECT_EQ(session().params().lambda, tiny().lambda);
  EXPECT_EQ(lambda->text(), "-1");
}

TEST_F(AnatomyTest, PlusMakesAHiddenLayerTwiceAsWideWithTheNextStart) {
  open();
  session().start();
  ASSERT_TRUE(waitForStep(session(), 1));
  auto* bars = canvas().box(Part::Classifier)->bars();
  const auto buttons = bars->findChildren<QToolButton*>();
  ASSERT_EQ(buttons.size(), 2);
  QTest::mouseClick(buttons[1], Qt::LeftButton);
  EXPECT_EQ(session().params().classifierHidden, std::vector<int64_t>{32});
  EXPECT_TRUE(session().waiting().contains("classifier.hidden"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return bars->widths() == std::vector<int64_t>{14 * 14, 32, 10}; }, kPatience));
}

TEST_F(AnatomyTest, AStepOfTheDiscriminatorAloneIsAskedForAndNoted) {
  open();
  pauseInTheJointPhase();
  QToolButton* button = view().stepButton(Learning::Discriminator);
  ASSERT_TRUE(QTest::qWaitFor([&] { return button->isEnabled(); }, kPatience));
  const int64_t step = session().now().step;
  QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_TRUE(waitForStep(session(), step + 1));
  const auto& events = window_->shown().trace().events;
  EXPECT_TRUE(std::ranges::any_of(events, [](const Event& event) {
    return event.key == "step" && event.value == learningName(Learning::Discriminator);
  }));
}

TEST_F(AnatomyTest, AStepIsNamedByWhoLearnsInIt) {
  open();
  EXPECT_EQ(view().stepButton(Learning::Discriminator)->text(), "Step D");
  EXPECT_EQ(view().stepButton(Learning::Classifiers)->text(), "Step f");
}

TEST_F(AnatomyTest, WhoDoesNotLearnInThePhaseHasNoStepOfItsOwn) {
  open();
  session().setParam("adversary", "fgsm");
  ASSERT_TRUE(waitForState(session(), State::Ready));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !view().stepButton(Learning::Generator)->isEnabled(); }, kPatience));
  EXPECT_FALSE(view().stepButton(Learning::Discriminator)->isEnabled());
}

TEST_F(AnatomyTest, ATitleShowsItsParametersInThePanel) {
  open();
  QTest::mouseClick(canvas().box(Part::Discriminator)->findChild<QPushButton*>(), Qt::LeftButton);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window_->panel().focused() == "lr.discriminator"; }, kPatience));
}

TEST_F(AnatomyTest, SaysWhoLearnsInThePhase) {
  open();
  pauseInTheJointPhase();
  EXPECT_TRUE(QTest::qWaitFor(
      [&] {
        return canvas().box(Part::Classifier)->doing() == PartBox::Doing::Learning &&
               canvas().box(Part::Teacher)->doing() == PartBox::Doing::Resting;
      },
      kPatience));
}

}  // namespace
}  // namespace sparring::ui
