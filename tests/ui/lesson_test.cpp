// Lessons in the window: taken with real keys and clicks, pointed, waited for, written; exercises; class room; tour.
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRadioButton>
#include <QTableWidget>

#include "base/theme.h"
#include "lesson/lessoneditor.h"
#include "lesson/lessonmenu.h"
#include "lesson/lessonview.h"
#include "panels/headline.h"
#include "panels/messagebar.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "shown/shown.h"
#include "sparring/lesson.h"
#include "widgets/pointat.h"
#include "window/actions.h"
#include "window/filecommands.h"
#include "window/lessondesk.h"
#include "window/presentation.h"
#include "window/tour.h"
#include "window_fixture.h"

namespace sparring::ui {
namespace {

class LessonTest : public WindowFixture {
 protected:
  static LessonView& viewOf(MainWindow& window) { return *window.findChild<LessonView*>(); }
  static QDockWidget& dockOf(MainWindow& window) { return *window.findChild<QDockWidget*>("lesson"); }
  static void click(QWidget& where, const char* name) {
    auto* button = where.findChild<QAbstractButton*>(name);
    ASSERT_TRUE(button) << name;
    QTest::mouseClick(button, Qt::LeftButton);
  }
  /// Three steps: a page and something to point at, a condition, a question.
  static Lesson small() {
    return lessonFromJson(R"({"id": "small", "title": {"en": "Small", "zh": "小课"}, "minutes": 1, "steps": [
      {"text": {"en": "Look at **λ**.", "zh": "看 **λ**。"}, "page": "frontier", "point": "lambda"},
      {"text": "Start.", "set": ["epochs.joint=2000"], "wait": "step >= 20"},
      {"text": "Think.", "question": {"text": "Which?", "why": "Because.",
        "choices": [{"text": "this", "right": true}, {"text": "that"}]}}]})",
                          "small");
  }
};

TEST_F(LessonTest, AStepShowsItsPageAndPointsWithoutMovingTheKeyboard) {
  auto window = openWindow();
  window->lessons().open(small());
  EXPECT_TRUE(dockOf(*window).isVisible());
  EXPECT_EQ(window->pages().currentId(), "frontier");
  EXPECT_EQ(window->lessons().pointer().target(), &window->panel().field("lambda"));
  const QRect panel = window->panel().geometry();
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->lessons().pointer().isVisible(); }, kPatience));
  EXPECT_EQ(window->panel().geometry(), panel) << "it moves no layout";
  EXPECT_TRUE(viewOf(*window).isAncestorOf(QApplication::focusWidget()));
}

TEST_F(LessonTest, NothingStartsBeforeItsButtonIsPressedAndTheConditionIsToldLive) {
  auto window = openWindow();
  window->lessons().open(small());
  LessonView& view = viewOf(*window);
  click(view, "next");
  EXPECT_FALSE(window->session().begun());
  EXPECT_TRUE(view.conditionText().contains("nothing has been started")) << view.conditionText().toStdString();
  EXPECT_EQ(view.findChild<QAbstractButton*>("next")->text(), "Skip");
  click(view, "start lesson's run");
  ASSERT_TRUE(waitForStep(window->session(), 20));
  ASSERT_TRUE(QTest::qWaitFor([&] { return view.done(); }, kPatience));
  EXPECT_TRUE(view.conditionText().contains("done")) << view.conditionText().toStdString();
  EXPECT_EQ(view.findChild<QAbstractButton*>("next")->text(), "Next");
}

TEST_F(LessonTest, AQuestionIsAnsweredByKeysAndExplainedOnlyThen) {
  auto window = openWindow();
  window->lessons().open(small());
  LessonView& view = viewOf(*window);
  click(view, "next");
  click(view, "next");
  auto* why = view.findChild<QLabel*>("why");
  EXPECT_FALSE(why->isVisible());
  const auto choices = view.findChildren<QRadioButton*>();
  ASSERT_EQ(choices.size(), 2);
  choices[1]->setFocus();
  QTest::keyClick(choices[1], Qt::Key_Space);
  EXPECT_TRUE(choices[1]->isChecked());
  EXPECT_FALSE(window->session().begun()) << "Space is the choice's";
  auto* answer = view.findChild<QAbstractButton*>("answer");
  answer->setFocus();
  QTest::keyClick(answer, Qt::Key_Space);
  EXPECT_TRUE(why->isVisible());
  EXPECT_TRUE(why->text().contains("Not quite")) << why->text().toStdString();
  EXPECT_TRUE(choices[0]->accessibleName().startsWith("right")) << choices[0]->accessibleName().toStdString();
  EXPECT_TRUE(choices[1]->accessibleName().contains(QString::fromUtf8("✗")));
}

TEST_F(LessonTest, AStepHasTheKeyboardWhereItAsksForSomething) {
  auto window = openWindow();
  window->lessons().open(small());
  LessonView& view = viewOf(*window);
  EXPECT_EQ(QApplication::focusWidget()->objectName(), "next");
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  EXPECT_EQ(QApplication::focusWidget()->objectName(), "start lesson's run");
  click(view, "next");
  const auto choices = view.findChildren<QRadioButton*>();
  ASSERT_EQ(choices.size(), 2);
  EXPECT_EQ(QApplication::focusWidget(), choices[0]);
  EXPECT_FALSE(choices[0]->isChecked());
  QTest::keyClick(choices[0], Qt::Key_Space);
  QTest::keyClick(choices[0], Qt::Key_Tab);
  EXPECT_EQ(QApplication::focusWidget()->objectName(), "answer");
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  EXPECT_TRUE(view.done());
  EXPECT_EQ(QApplication::focusWidget()->objectName(), "next");
}

TEST_F(LessonTest, WhatAStepPointsAtHasRoomUnderTheLesson) {
  auto window = openWindow();
  window->resize(1280, 800);
  Lesson lesson = small();
  lesson.steps.front().point = "samples";
  window->lessons().open(lesson);
  QApplication::processEvents();
  EXPECT_GE(window->findChild<QDockWidget*>("samples")->height(), 150);
}

TEST_F(LessonTest, APresetPromisesNothingOfATrainingThatWasChanged) {
  auto window = openWindow();
  const Preset& fgsm = preset("demo-fgsm");
  const QString promise = QString::fromStdString(fgsm.expectation.en);
  Params params = fgsm.params;
  params.data = window->session().params().data;
  window->session().setParams(params, fgsm.name);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->headline().fullText().contains(promise); }, kPatience));
  window->session().setParam("epochs.joint", "7");
  EXPECT_TRUE(QTest::qWaitFor([&] { return !window->headline().fullText().contains(promise); }, kPatience));
}

TEST_F(LessonTest, EscLeavesAndTheLessonGoesOnWhereItWas) {
  auto window = openWindow();
  window->lessons().open("masking");
  click(viewOf(*window), "next");
  click(viewOf(*window), "next");
  QTest::keyClick(viewOf(*window).findChild<QWidget*>("next"), Qt::Key_Escape);
  EXPECT_FALSE(dockOf(*window).isVisible());
  EXPECT_FALSE(window->lessons().taken());
  window->lessons().open("masking");
  EXPECT_EQ(viewOf(*window).step(), 2u);
}

TEST_F(LessonTest, AFinishedLessonIsTickedInTheMenu) {
  auto window = openWindow();
  window->lessons().open("price");
  while (window->lessons().taken()) click(viewOf(*window), "next");
  auto* learn = window->findChild<LessonMenu*>();
  Q_EMIT learn->aboutToShow();
  for (const QAction* action : learn->actions())
    if (action->data().isValid())
      EXPECT_EQ(action->text().startsWith(QString::fromUtf8("✓")), action->data() == "price")
          << action->text().toStdString();
}

TEST_F(LessonTest, TheMenuListsOnesOwnAndSaysWhatIsWrongWithOthers) {
  writeLesson(path("lessons"), small());
  QFile broken(folder_.filePath("lessons/broken.json"));
  ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
  broken.write("{");
  broken.close();
  auto window = openWindow();
  auto* learn = window->findChild<LessonMenu*>();
  Q_EMIT learn->aboutToShow();
  for (QAction* action : learn->actions())
    if (action->data() == "small") action->trigger();
  ASSERT_TRUE(viewOf(*window).lesson());
  EXPECT_EQ(viewOf(*window).lesson()->id, "small");
  for (QAction* action : learn->actions())
    if (action->text().startsWith("!")) action->trigger();
  EXPECT_TRUE(window->messageBar().shownText().contains("broken.json"))
      << window->messageBar().shownText().toStdString();
}

TEST_F(LessonTest, APageOrPartThatIsNotThereIsAnErrorWithTheOnesThatAre) {
  auto window = openWindow();
  Lesson lesson = small();
  lesson.steps[1].page = "curvs";
  try {
    window->lessons().open(lesson);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.cause().str(), "small, step 2: there is no page \"curvs\".");
    EXPECT_EQ(error.hint().str(), "Did you mean \"curves\"?");
  }
  lesson.steps[1].page = "";
  lesson.steps[1].point = "nowhere in particular";
  EXPECT_THROW(window->lessons().open(lesson), Error);
  EXPECT_FALSE(dockOf(*window).isVisible());
}

TEST_F(LessonTest, EveryShippedLessonFitsThisWindow) {
  auto window = openWindow();
  for (const Lesson& lesson : lessons())
    EXPECT_NO_THROW(checkLesson(lesson, lesson.id, window->pages(), *window)) << lesson.id;
}

TEST_F(LessonTest, AnUnknownLessonNamesThoseThatThereAre) {
  auto window = openWindow();
  try {
    window->lessons().open("no such");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Usage);
    for (const Lesson& lesson : lessons()) EXPECT_NE(error.hint().str().find(lesson.id), std::string::npos);
  }
}

TEST_F(LessonTest, TheLanguageChangesInTheMiddleOfAStep) {
  auto window = openWindow();
  window->lessons().open(small());
  language_.use("zh_CN");
  QApplication::processEvents();
  const auto labels = viewOf(*window).findChildren<QLabel*>();
  EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) { return label->text().contains("小课"); }));
  language_.use("en");
}

TEST_F(LessonTest, ALessonIsWrittenInTheEditorPreviewedAndFoundInTheMenu) {
  auto window = openWindow();
  LessonEditor& editor = window->lessons().write();
  click(editor, "save");
  EXPECT_TRUE(editor.said().contains("\"title\" is missing")) << editor.said().toStdString();
  EXPECT_FALSE(std::filesystem::exists(path("lessons")));

  QTest::keyClicks(editor.findChild<QLineEdit*>("title"), "Mine");
  QTest::keyClicks(editor.findChild<QPlainTextEdit*>("text"), "Do this.");
  window->pages().showPage("errors");
  click(editor, "take page");
  click(editor, "take settings");
  QTest::keyClicks(editor.findChild<QLineEdit*>("wait"), "step >= 5");
  click(editor, "test");
  EXPECT_TRUE(editor.said().contains("nothing has been started")) << editor.said().toStdString();
  click(editor, "preview");
  ASSERT_TRUE(viewOf(*window).lesson());
  EXPECT_EQ(viewOf(*window).lesson()->steps[0].page, "errors");
  click(editor, "save");
  const Lesson kept = readLesson(path("lessons") / "my-lesson.json");
  EXPECT_EQ(kept.title.en, "Mine");
  EXPECT_EQ(kept.steps[0].preset, "seed-repaired");
  EXPECT_EQ(lessonParams(kept.steps[0], {}).batch, tiny().batch) << "the settings as they were";
}

TEST_F(LessonTest, AShippedLessonIsABeginningForOnesOwn) {
  auto window = openWindow();
  LessonEditor& editor = window->lessons().write();
  const Lesson& shipped = lessons().front();
  editor.setLesson(shipped);
  click(editor, "add step");
  EXPECT_EQ(editor.lesson().steps.size(), shipped.steps.size() + 1);
  click(editor, "remove step");
  Lesson same = editor.lesson();
  EXPECT_EQ(same.id, "my-" + shipped.id);
  same.id = shipped.id;
  EXPECT_EQ(same, shipped) << "nothing is lost in the fields";
}

TEST_F(LessonTest, SettingsWithANoteAreAnExercise) {
  auto window = openWindow();
  window->files().writeSettings(folder_.filePath("task.json"), {"Find the **best** λ.", "robustness"});
  window->files().readSettings(folder_.filePath("task.json"));
  EXPECT_EQ(window->pages().currentId(), "robustness");
  ASSERT_TRUE(window->lessons().taken());
  EXPECT_EQ(viewOf(*window).lesson()->title.en, "task");
  click(viewOf(*window), "leave");
  EXPECT_FALSE(dockOf(*window).isVisible());
  window->files().writeSettings(folder_.filePath("plain.json"));
  window->files().readSettings(folder_.filePath("plain.json"));
  EXPECT_FALSE(window->lessons().taken());
}

using PresentationTest = WindowFixture;

TEST_F(PresentationTest, F11AndEscLeadBackToThePanelsThatWereThere) {
  auto window = openWindow();
  auto* messages = window->findChild<QDockWidget*>("messages");
  window->findChild<QDockWidget*>("pairs")->hide();
  const auto docks = [&window] {
    std::map<QString, bool> visible;
    for (const auto* dock : window->findChildren<QDockWidget*>()) visible[dock->objectName()] = !dock->isHidden();
    return visible;
  };
  const auto before = docks();
  const int text = theme::textSize();
  for (const Qt::Key back : {Qt::Key_F11, Qt::Key_Escape}) {
    QTest::keyClick(window.get(), Qt::Key_F11);
    EXPECT_TRUE(window->isFullScreen());
    EXPECT_EQ(theme::textSize(), int(1.6 * text));
    EXPECT_FALSE(messages->isVisible());
    EXPECT_FALSE(window->panel().isVisible());
    QTest::keyClick(window.get(), back);
    EXPECT_FALSE(window->isFullScreen());
    EXPECT_EQ(theme::textSize(), text);
    EXPECT_EQ(docks(), before);
  }
  EXPECT_EQ(settings_->textSize(), text) << "the large text is not kept";
}

TEST_F(PresentationTest, ALessonStaysWhileItIsPresented) {
  auto window = openWindow();
  window->lessons().open("masking");
  window->presentation().setOn(true);
  EXPECT_TRUE(window->findChild<QDockWidget*>("lesson")->isVisible());
  window->close();
  EXPECT_FALSE(window->presentation().on()) << "the next start is as usual";
}

using TourTest = WindowFixture;

TEST_F(TourTest, ItGoesFromPartToPartAndNeverComesAgainByItself) {
  auto window = openWindow();
  EXPECT_FALSE(window->tour().running()) << "a window by itself shows none";
  window->welcome();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->tour().running(); }, kPatience));
  QStringList words;
  while (window->tour().running()) {
    words << window->tour().words();
    EXPECT_TRUE(window->rect().contains(window->tour().geometry())) << words.last().toStdString();
    QTest::keyClick(window->tour().findChild<QWidget*>("next stop"), Qt::Key_Space);
  }
  EXPECT_EQ(words.size(), 6);
  EXPECT_EQ(words.removeDuplicates(), 0);
  EXPECT_TRUE(settings_->tourSeen());
  window->actions().tour->trigger();
  EXPECT_TRUE(window->tour().running()) << "asked for in Help";
  QTest::keyClick(window.get(), Qt::Key_Escape);
  EXPECT_FALSE(window->tour().running());
}

}  // namespace
}  // namespace sparring::ui
