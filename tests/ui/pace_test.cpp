// What keeps the window cheap: work that is not done, layouts that are not moved.
#include <gtest/gtest.h>

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QTest>

#include "base/throttle.h"
#include "widgets/livetext.h"
#include "window/paintgaps.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

TEST(ThrottleTest, TheFirstIsDoneAtOnceAndWhatFollowsTooSoonIsNot) {
  int done = 0;
  Throttle throttle(1h, [&] { ++done; });
  throttle.ask();
  EXPECT_EQ(done, 1);
  throttle.ask();
  throttle.ask();
  QApplication::processEvents();
  EXPECT_EQ(done, 1);
}

TEST(ThrottleTest, WhatWaitsIsDoneOnceWhenThePauseIsOver) {
  int done = 0;
  Throttle throttle(20ms, [&] { ++done; });
  for (int i = 0; i < 5; ++i) throttle.ask();
  EXPECT_TRUE(QTest::qWaitFor([&] { return done == 2; }));
  QApplication::processEvents();
  EXPECT_EQ(done, 2);
}

TEST(ThrottleTest, NowWaitsForNothingAndTakesWhatIsWaitingAlong) {
  int done = 0;
  Throttle throttle(20ms, [&] { ++done; });
  throttle.ask();
  throttle.ask();
  throttle.now();
  EXPECT_EQ(done, 2);
  throttle.setPause(1h);
  throttle.ask();
  QApplication::processEvents();
  EXPECT_EQ(done, 2) << "the pause counts from the last work";
}

class LiveTextTest : public testing::Test {
 protected:
  void SetUp() override {
    auto* layout = new QHBoxLayout(&window_);
    text_ = new LiveText(&window_);
    layout->addWidget(text_);
    text_->setText("step 1,234");
    window_.show();
    QApplication::processEvents();
  }
  /// Whether the text's change made the window lay itself out.
  bool laysOut(const QString& text) {
    struct Watch : QObject {
      bool seen = false;
      bool eventFilter(QObject*, QEvent* event) override {
        seen = seen || event->type() == QEvent::LayoutRequest;
        return false;
      }
    } watch;
    window_.installEventFilter(&watch);
    text_->setText(text);
    QApplication::processEvents();
    return watch.seen;
  }

  QWidget window_;
  LiveText* text_ = nullptr;
};

TEST_F(LiveTextTest, ATextThatFitsIsPaintedAndNotLaidOut) {
  PaintGaps paints(text_);
  paints.begin();
  EXPECT_FALSE(laysOut("step 99"));
  EXPECT_GT(paints.paints(), 0);
  EXPECT_EQ(text_->text(), "step 99");
  EXPECT_EQ(text_->accessibleName(), "step 99");
}

TEST_F(LiveTextTest, AWiderTextGetsItsRoom) {
  EXPECT_TRUE(laysOut("step 1,234,567 of many"));
  EXPECT_GE(text_->width(), text_->fontMetrics().horizontalAdvance("step 1,234,567 of many"));
}

}  // namespace
}  // namespace sparring::ui
