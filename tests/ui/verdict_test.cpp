// Robustness and verdict in the window: from the training to the sentence.
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>

#include "measure/examiner.h"
#include "robustness/robustview.h"
#include "robustness/verdictview.h"
#include "shown/shown.h"
#include "window/actions.h"
#include "window/pages.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class VerdictTest : public WindowFixture {
 protected:
  /// A window whose training of these λ was measured once.
  std::unique_ptr<MainWindow> measured(const std::string& lambda) {
    auto window = openWindow();
    window->session().setParam("lambda", lambda);
    window->actions().start->trigger();
    EXPECT_TRUE(waitForStep(window->session(), 30));
    window->examiner().setCadence({Cadence::When::Never});
    window->examiner().measureQuick();
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->examiner().assessment() != nullptr; }, kPatience));
    return window;
  }
  template <class Button>
  static Button* button(QWidget& view, const QString& text) {
    for (auto* button : view.findChildren<Button*>())
      if (button->text() == text) return button;
    ADD_FAILURE() << "no button " << text.toStdString();
    return nullptr;
  }
};

TEST_F(VerdictTest, KeysGoToRobustnessAndVerdict) {
  auto window = openWindow();
  QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
  EXPECT_TRUE(window->pages().get<RobustView>().isAncestorOf(QApplication::focusWidget()));
  QTest::keyClick(window.get(), Qt::Key_4, Qt::ControlModifier);
  EXPECT_TRUE(window->pages().get<VerdictView>().isAncestorOf(QApplication::focusWidget()));
}

TEST_F(VerdictTest, TheKeyboardGoesFromPageToPageAndToWhatTheyShow) {
  auto window = measured("0,1");
  window->pages().showPage("errors");
  window->pages().setCurrentWidget(&window->pages().page("robustness"));
  EXPECT_TRUE(window->pages().get<RobustView>().figure().hasFocus());
}

TEST_F(VerdictTest, ALaneOfNoLambdaIsTheBaseline) {
  auto window = measured("0,1,4");
  auto& comparison = window->shown();
  EXPECT_EQ(comparison.trained()->name, "λ = 4");
  EXPECT_EQ(comparison.baseline()->name, "λ = 0");
  window->pages().showPage("verdict");
  EXPECT_TRUE(window->pages().get<VerdictView>().asText().contains("λ = 4 against λ = 0"));
}

TEST_F(VerdictTest, LaneAndBaselineAreChosenFromTheirLists) {
  auto window = measured("0,1,4");
  window->pages().showPage("verdict");
  const auto boxes = window->pages().get<VerdictView>().findChildren<QComboBox*>();
  const auto pick = [&](const QString& name) {
    for (auto* box : boxes)
      if (box->accessibleName().contains(name)) {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        QTest::keyClick(box, Qt::Key_Down);
      }
  };
  pick("judged");
  EXPECT_EQ(window->shown().trained()->name, "λ = 1");
  pick("baseline");
  EXPECT_EQ(window->shown().baseline()->name, "λ = 4");
}

TEST_F(VerdictTest, OneLaneNeedsAPinnedBaseline) {
  auto window = measured("1");
  window->pages().showPage("verdict");
  auto& verdict = window->pages().get<VerdictView>();
  EXPECT_TRUE(verdict.headline().startsWith("Measured, but there is nothing to compare with."));
  QTest::mouseClick(button<QToolButton>(verdict, "Pin"), Qt::LeftButton);
  EXPECT_TRUE(verdict.headline().startsWith("What was pinned is this very classifier"));
  QTest::mouseClick(button<QToolButton>(verdict, "Pin"), Qt::LeftButton);
  EXPECT_TRUE(verdict.headline().startsWith("Measured, but"));
}

TEST_F(VerdictTest, AnotherThemeLeavesEverythingInPlace) {
  auto window = measured("0,1");
  for (const auto page : {"verdict", "generator"}) {
    window->pages().showPage(page);
    for (const auto mode : {theme::Mode::Dark, theme::Mode::Light}) theme::apply(*qApp, mode);
  }
  EXPECT_TRUE(window->pages().get<VerdictView>().asText().contains("λ = 1 against λ = 0"));
}

TEST_F(VerdictTest, FindingsFitAsFarAsAPageCanBeNarrow) {
  auto window = measured("0,1");
  window->pages().showPage("verdict");
  auto& verdict = window->pages().get<VerdictView>();
  const auto* scroll = verdict.findChild<QScrollArea*>();
  const QSize before = verdict.size();
  for (const int width : {1200, 450, 800}) {
    verdict.resize(width, before.height());
    QApplication::processEvents();
    EXPECT_EQ(scroll->widget()->width(), scroll->viewport()->width()) << width;
    EXPECT_EQ(scroll->horizontalScrollBar()->maximum(), 0) << width;
  }
}

TEST_F(VerdictTest, TheVerdictIsCopiedAsText) {
  auto window = measured("0,1");
  window->pages().showPage("verdict");
  QTest::mouseClick(button<QToolButton>(window->pages().get<VerdictView>(), "Copy"), Qt::LeftButton);
  EXPECT_EQ(QApplication::clipboard()->text(), window->pages().get<VerdictView>().asText());
}

TEST_F(VerdictTest, AChipShowsItsAttackAndIsRemembered) {
  {
    auto window = measured("0,1");
    window->pages().showPage("robustness");
    auto& view = window->pages().get<RobustView>();
    EXPECT_EQ(view.chosen(), "pgd");
    const QImage before = view.figure().picture({500, 300}, 1, theme::Tone::Light);
    QTest::mouseClick(view.chip("corruptions"), Qt::LeftButton);
    EXPECT_NE(view.figure().picture({500, 300}, 1, theme::Tone::Light), before);
    window->close();
  }
  auto again = makeWindow();
  EXPECT_EQ(again->pages().get<RobustView>().chosen(), "corruptions");
  EXPECT_EQ(again->pages().currentWidget(), &again->pages().page("robustness"));
}

TEST_F(VerdictTest, TheVerdictStaysWhileEverythingIsMeasuredAgainAndSaysSo) {
  auto window = measured("0,1");
  window->pages().showPage("verdict");
  auto& verdict = window->pages().get<VerdictView>();
  const QString before = verdict.asText();
  const auto saysSo = [&] {
    const auto labels = verdict.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [](auto* label) { return label->text().contains("being measured anew"); });
  };
  EXPECT_FALSE(saysSo());
  window->examiner().measureAll();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().arriving() != nullptr; }, kPatience));
  EXPECT_TRUE(saysSo());
  EXPECT_EQ(verdict.asText(), before);
  window->examiner().cancel();
  EXPECT_FALSE(saysSo());
}

TEST_F(VerdictTest, OldCurvesStayUntilTheNewOnesAreThere) {
  auto window = measured("0,1");
  window->pages().showPage("robustness");
  auto& view = window->pages().get<RobustView>();
  const auto look = [&] { return view.figure().picture({500, 300}, 1, theme::Tone::Light); };
  view.choose("fgsm");
  const QImage first = look();
  view.choose("pgd");
  const QImage before = look();
  window->examiner().measureAll();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->examiner().arriving() != nullptr; }, kPatience));
  EXPECT_FALSE(view.figure().empty());
  window->examiner().cancel();
  EXPECT_EQ(look(), before);
  view.choose("fgsm");
  EXPECT_EQ(look(), first);
}

TEST_F(VerdictTest, MeasureAllShowsProgressAndCanBeCancelled) {
  auto window = measured("0,1");
  window->pages().showPage("robustness");
  auto& view = window->pages().get<RobustView>();
  auto* all = button<QPushButton>(view, "Measure all");
  auto* cancel = button<QPushButton>(view, "Cancel");
  EXPECT_FALSE(cancel->isVisible());
  QTest::mouseClick(all, Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return cancel->isVisible(); }, kPatience));
  EXPECT_FALSE(all->isEnabled());
  QTest::mouseClick(cancel, Qt::LeftButton);
  EXPECT_FALSE(cancel->isVisible());
  EXPECT_TRUE(all->isEnabled());
}

}  // namespace
}  // namespace sparring::ui
