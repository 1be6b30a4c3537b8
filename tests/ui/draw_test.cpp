// The page Draw: a sheet, what every λ reads, attacks, why, and the plane around the image.
#include <gtest/gtest.h>

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <filesystem>

#include "draw/drawpad.h"
#include "draw/drawtools.h"
#include "draw/drawview.h"
#include "draw/lanepanel.h"
#include "draw/sliceview.h"
#include "showing.h"
#include "sparring/run.h"
#include "temp_folder.h"
#include "widgets/barchart.h"
#include "widgets/strengthslider.h"

namespace sparring::ui {
namespace {

int inkOn(const DrawPad& pad) {
  int ink = 0;
  for (const uint8_t v : pad.picture().pixels) ink += v < 128;
  return ink;
}

void drag(QWidget& widget, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
  QTest::mousePress(&widget, button, {}, from);
  QMouseEvent move(QEvent::MouseMove, QPointF(to), widget.mapToGlobal(QPointF(to)), Qt::NoButton, button, {});
  QApplication::sendEvent(&widget, &move);
  QTest::mouseRelease(&widget, button, {}, to);
}

class Sheet : public testing::Test {
 protected:
  void SetUp() override {
    pad_.resize(140, 140);
    pad_.show();
  }
  QWidget& widget() { return pad_; }
  DrawPad pad_;
};

TEST_F(Sheet, AMouseDragDrawsAStroke) {
  EXPECT_TRUE(pad_.blank());
  QSignalSpy drawn(&pad_, &DrawPad::drawn);
  drag(pad_, {30, 70}, {110, 70});
  EXPECT_GE(drawn.size(), 2);
  EXPECT_NEAR(inkOn(pad_), 160 * 20, 800);  // twice as long on the sheet, as thick as the pen
}

TEST_F(Sheet, TheRightButtonAndTheEraserTakeInkAway) {
  drag(pad_, {30, 70}, {110, 70});
  const int all = inkOn(pad_);
  drag(pad_, {30, 70}, {60, 70}, Qt::RightButton);
  const int less = inkOn(pad_);
  EXPECT_LT(less, all);
  pad_.setErasing(true);
  drag(pad_, {60, 70}, {110, 70});
  EXPECT_LT(inkOn(pad_), less / 2);
}

TEST_F(Sheet, AThickerPenLeavesMoreInk) {
  drag(pad_, {30, 30}, {110, 30});
  const int thin = inkOn(pad_);
  pad_.clear();
  pad_.setThickness(36);
  drag(pad_, {30, 30}, {110, 30});
  EXPECT_GT(inkOn(pad_), thin * 1.5);
}

TEST_F(Sheet, UndoTakesBackAStrokeAndAClearing) {
  drag(pad_, {30, 70}, {110, 70});
  const int one = inkOn(pad_);
  drag(pad_, {70, 20}, {70, 120});
  pad_.undo();
  EXPECT_EQ(inkOn(pad_), one);
  pad_.clear();
  pad_.undo();
  EXPECT_EQ(inkOn(pad_), one);
  pad_.undo();
  EXPECT_TRUE(pad_.blank());
  EXPECT_FALSE(pad_.canUndo());
}

TEST_F(Sheet, IsDrawnOnWithTheKeyboardAlone) {
  for (int i = 0; i < 4; ++i) QTest::keyClick(&pad_, Qt::Key_Up);
  EXPECT_TRUE(pad_.blank());
  QTest::keyClick(&pad_, Qt::Key_Space);
  for (int i = 0; i < 8; ++i) QTest::keyClick(&pad_, Qt::Key_Down);
  const int stroke = inkOn(pad_);
  EXPECT_GT(stroke, 56 * 15);
  QTest::keyClick(&pad_, Qt::Key_Space);
  QTest::keyClick(&pad_, Qt::Key_Right);
  EXPECT_EQ(inkOn(pad_), stroke);
}

TEST_F(Sheet, KeepsItsKeysFromTheWindow) {
  QKeyEvent space(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier),
      start(QEvent::ShortcutOverride, Qt::Key_Period, Qt::NoModifier);
  space.ignore();
  start.ignore();
  QApplication::sendEvent(&pad_, &space);
  QApplication::sendEvent(&pad_, &start);
  EXPECT_TRUE(space.isAccepted());
  EXPECT_FALSE(start.isAccepted());
}

/// A run of two λ, trained for an instant, and its model.
class DrawTest : public testing::Test {
 protected:
  static DrawSource source() {
    static const DrawSource made = [] {
      const test::TempFolder folder;
      Params params;
      params.data = "synthetic";
      params.threads = 1;
      params.device = "cpu";
      params.batch = 32;
      params.adversary = "fgsm";
      params.lambda = {0, 1};
      params.classifierHidden = {16};
      params.epochsTeacher = params.epochsPretrain = params.epochsGan = 0;
      params.epochsJoint = 1;
      const auto data = syntheticDigits(640, 60, 3);
      RunOptions options;
      options.folder = folder.path() / "run";
      Trainer trainer(params, data, options);
      trainer.start();
      trainer.wait();
      return DrawSource{std::make_shared<const Model>(Model::load(folder.path() / "run")), data, 1};
    }();
    return made;
  }
  void SetUp() override {
    view_.resize(900, 700);
    view_.show();
    view_.setSource(source());
    settle();
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !view_.busy(); }, kPatience));
    QApplication::processEvents();
  }
  DrawPad& pad() { return view_.tools().pad(); }
  double probability(int lane, int c) { return view_.lanes()[size_t(lane)]->before().bars()[size_t(c)].value; }

  Showing showing_;
  DrawView view_{showing_.shown};
};

TEST_F(DrawTest, BeginsWithATestImageThatEveryLaneReads) {
  ASSERT_EQ(view_.lanes().size(), 2u);
  EXPECT_EQ(view_.tools().testImage(), 0);
  const auto readings = Reader(*source().model).read(pixelsAt(source().data->test, 0));
  for (int k = 0; k < 2; ++k)
    for (int c = 0; c < 10; ++c)
      EXPECT_NEAR(probability(k, c), double(readings[size_t(k)].probabilities[size_t(c)]), 1e-6);
}

TEST_F(DrawTest, ProbabilitiesFollowTheStroke) {
  const double before = probability(1, 1);
  pad().clear();
  const int side = pad().width();
  drag(pad(), {side / 2, side / 5}, {side / 2, side * 4 / 5});
  settle();
  EXPECT_FALSE(view_.tools().testImage());
  EXPECT_NE(probability(1, 1), before);
  const auto readings = Reader(*source().model).read(pixelsAt(*view_.tools().image(), 0));
  EXPECT_NEAR(probability(1, 1), double(readings[1].probabilities[1]), 1e-6);
}

TEST_F(DrawTest, AnEmptySheetIsReadByNobody) {
  pad().clear();
  settle();
  EXPECT_FALSE(view_.lanes()[0]->isVisible());
  EXPECT_TRUE(view_.lesson().contains("Draw a digit")) << view_.lesson().toStdString();
}

TEST_F(DrawTest, WhatWasSaidOfAnotherImageIsGoneWithIt) {
  pad().clear();
  drag(pad(), {30, 30}, {60, 100});
  EXPECT_EQ(view_.lesson(), "Attacking…");
  EXPECT_FALSE(view_.lanes()[0]->words().contains("Under attack"));
  settle();
  EXPECT_TRUE(view_.lanes()[0]->words().contains("Under attack"));
}

TEST_F(DrawTest, AnImageOfAnotherPageIsTakenToTheSheet) {
  EXPECT_TRUE(view_.readImage(7));
  EXPECT_EQ(view_.tools().testImage(), 7);
  settle();
}

TEST_F(DrawTest, WordsTellWhatTurnsALane) {
  const QString words = view_.lanes()[0]->words();
  EXPECT_TRUE(words.contains("The smallest ε that turns it is 0.0")) << words.toStdString();
}

TEST_F(DrawTest, ATargetIsWhatTheAttackGoesTo) {
  view_.strength().setStrength(0.3);
  view_.target().setCurrentIndex(1 + 8);
  settle();
  EXPECT_GT(view_.lanes()[0]->after().bars()[8].value, probability(0, 8));
}

TEST_F(DrawTest, TowardsTheClassThatTheImageHasThereIsNothingToTurn) {
  view_.target().setCurrentIndex(1 + *view_.tools().label());
  settle();
  EXPECT_EQ(view_.lesson(), "The image has that class already: choose another for the attack to go to.");
  EXPECT_TRUE(view_.lanes()[0]->words().contains("already"));
}

TEST_F(DrawTest, AnAttackWithoutATargetedFormSaysSo) {
  view_.attack().setCurrentIndex(view_.attack().findData("square"));
  settle();
  EXPECT_FALSE(view_.target().isEnabled());
  EXPECT_TRUE(view_.target().toolTip().contains("no form"));
}

TEST_F(DrawTest, TheOpponentOfTrainingIsAmongTheAttacks) {
  view_.attack().setCurrentIndex(view_.attack().findData("own"));
  settle();
  EXPECT_TRUE(view_.attack().currentText().contains("FGSM")) << view_.attack().currentText().toStdString();
  EXPECT_EQ(view_.strength().strength(), source().model->params().epsilon);
}

TEST_F(DrawTest, ThePlaneIsReadByKeys) {
  auto& slice = view_.lanes()[0]->slice();
  EXPECT_TRUE(slice.readout().isEmpty());
  slice.setFocus();
  QTest::keyClick(&slice, Qt::Key_Right);
  EXPECT_TRUE(slice.readout().contains("along the attack")) << slice.readout().toStdString();
}

TEST_F(DrawTest, APictureIsPasted) {
  QImage image(100, 120, QImage::Format_RGB32);
  image.fill(Qt::white);
  for (int y = 20; y < 100; ++y)
    for (int x = 45; x < 55; ++x) image.setPixelColor(x, y, Qt::black);
  QGuiApplication::clipboard()->setImage(image);
  pad().setFocus();
  view_.tools().paste();
  settle();
  EXPECT_FALSE(view_.tools().testImage());
  EXPECT_GT(inkOn(pad()), 1000);
}

TEST_F(DrawTest, WhatIsNoPictureIsANotice) {
  QSignalSpy noticed(&view_, &ViewPage::noticed);
  QGuiApplication::clipboard()->setText("words");
  view_.tools().paste();
  view_.tools().openFile("/dev/null/none.png");
  EXPECT_EQ(noticed.size(), 2);
  EXPECT_EQ(view_.tools().testImage(), 0);
}

TEST_F(DrawTest, HiddenItDoesNothing) {
  view_.hide();
  view_.strength().setStrength(0.22);
  view_.tools().take(5);
  EXPECT_FALSE(view_.busy());
  view_.show();
  EXPECT_TRUE(view_.busy());
  settle();
}

TEST_F(DrawTest, NoNetworksAreSaidInWords) {
  view_.setSource({});
  EXPECT_TRUE(view_.words().startsWith("Once there are networks"));
}

}  // namespace
}  // namespace sparring::ui
