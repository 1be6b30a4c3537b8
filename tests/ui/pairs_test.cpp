#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "base/theme.h"
#include "digits/pairsview.h"
#include "showing.h"
#include "widgets/imagetile.h"
#include "widgets/pairsarea.h"

namespace sparring::ui {
namespace {

constexpr int kPairSide = 28;

/// Pair i: the true class is i; every second one fools the classifier.
std::shared_ptr<PairSet> pairs(int count, float largest = 0.25f) {
  auto p = std::make_shared<PairSet>();
  p->step = 1234;
  p->attack = "fgsm:eps=0.25";
  p->source = {{.height = kPairSide, .width = kPairSide},
               std::vector<uint8_t>(size_t(count) * kPairSide * kPairSide, 0)};
  p->adversarial = p->source;
  p->difference.assign(p->source.pixels.size(), 0);
  for (int i = 0; i < count; ++i) {
    float* d = p->difference.data() + i * kPairSide * kPairSide;
    for (int j = 0; j < kPairSide * kPairSide; ++j)
      d[j] = j % kPairSide < 9 ? -largest : j % kPairSide < 19 ? 0 : largest;
    p->label.push_back(i);
    p->predictedSource.push_back(i);
    p->predictedAdversarial.push_back(i % 2 ? i : i + 1);
    p->confidenceSource.push_back(0.99f);
    p->confidenceAdversarial.push_back(0.7f);
  }
  return p;
}

class PairsTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(500, 400);
    view_.QWidget::show();
    QApplication::processEvents();
  }
  PairsArea& area() { return static_cast<PairsArea&>(view_.area()); }
  QColor colourAt(QPointF place) { return area().grab().toImage().pixelColor(place.toPoint()); }
  QColor frame(int pair, int part) {
    const QRectF rect = area().part(area().tileRect(pair), part);
    return colourAt({rect.left() + 1, rect.center().y()});
  }

  PairsView view_;
};

TEST_F(PairsTest, CaptionNamesTheAttackAndHowManyWereFooled) {
  view_.show(pairs(4));
  EXPECT_EQ(view_.caption(), "FGSM, ε = 0.25 · step 1,234 · 2 of 4 fooled");
}

TEST_F(PairsTest, CaptionSaysWhenThePairsAreOfAnotherStepThanIsLookedAt) {
  view_.show(pairs(4), {}, 1300);
  EXPECT_EQ(view_.caption(), "FGSM, ε = 0.25 · step 1,234 (nearest picture) · 2 of 4 fooled");
  view_.show(pairs(4), {}, 1234);
  EXPECT_EQ(view_.caption(), "FGSM, ε = 0.25 · step 1,234 · 2 of 4 fooled");
}

TEST_F(PairsTest, WhatRedAndBlueStandForIsSaidOfTheDifference) {
  view_.show(pairs(2));
  EXPECT_TRUE(area().accessibleDescription().isEmpty());
  area().setFocus();
  QTest::keyClick(&area(), Qt::Key_Home);
  EXPECT_TRUE(area().accessibleDescription().endsWith("In the difference red is more ink, blue less."));
  const QRectF part = area().part(area().tileRect(0), 2);
  const QImage above = area().grab(QRectF(part.left(), 0, part.width(), part.top()).toRect()).toImage();
  int red = 0, blue = 0;
  for (int y = 0; y < above.height(); ++y)
    for (int x = 0; x < above.width(); ++x) {
      const QColor pixel = above.pixelColor(x, y);
      red += pixel.red() > pixel.blue() + 100;
      blue += pixel.blue() > pixel.red() + 100;
    }
  EXPECT_GT(red, 0);
  EXPECT_GT(blue, 0);
}

TEST_F(PairsTest, AnImageReadWrongFromTheStartIsNotFooled) {
  auto p = pairs(4);
  p->predictedSource[0] = 9;
  view_.show(p);
  EXPECT_EQ(view_.caption(), "FGSM, ε = 0.25 · step 1,234 · 1 of 4 fooled");
}

TEST_F(PairsTest, FramesTellRightFromWrong) {
  view_.show(pairs(4));
  EXPECT_EQ(frame(0, 0), theme::good());
  EXPECT_EQ(frame(0, 1), theme::bad());
  EXPECT_EQ(frame(1, 1), theme::good());
}

TEST_F(PairsTest, DifferencesAreBlueBelowPaperAtAndRedAboveZero) {
  view_.show(pairs(2));
  const QRectF part = area().part(area().tileRect(0), 2);
  const QColor below = colourAt({part.left() + 0.15 * part.width(), part.center().y()});
  const QColor zero = colourAt(part.center());
  const QColor above = colourAt({part.left() + 0.85 * part.width(), part.center().y()});
  EXPECT_GT(below.blue(), below.red() + 80);
  EXPECT_EQ(zero, theme::paper());
  EXPECT_GT(above.red(), above.blue() + 80);
}

TEST_F(PairsTest, MagnificationGivesTheLargestDifferenceFullColour) {
  for (const float largest : {0.02f, 0.5f}) {
    auto p = pairs(1, largest);
    view_.show(p);
    EXPECT_NEAR(area().gain(), 1 / largest, 1e-4);
    const QImage image = differenceImage(p->source.kind, p->difference.data(), area().gain(), theme::Tone::Light);
    const float full = 1;
    EXPECT_EQ(image.pixelColor(kPairSide - 1, 0),
              differenceImage({.height = 1, .width = 1}, &full, 1, theme::Tone::Light).pixelColor(0, 0));
  }
}

TEST_F(PairsTest, PairsWithoutAnyDifferenceArePaper) {
  view_.show(pairs(1, 0.0f));
  EXPECT_EQ(area().gain(), 1);
  EXPECT_EQ(colourAt(area().part(area().tileRect(0), 2).center()), theme::paper());
}

TEST_F(PairsTest, MoreWidthMakesMoreColumns) {
  view_.show(pairs(9));
  view_.resize(250, 400);
  QApplication::processEvents();
  const int narrow = area().rowLength();
  view_.resize(900, 400);
  QApplication::processEvents();
  EXPECT_GT(area().rowLength(), narrow);
  for (int i = 0; i < 9; ++i) EXPECT_TRUE(QRectF(area().rect()).contains(area().tileRect(i))) << i;
}

TEST_F(PairsTest, AClickEnlargesAndEscapeCloses) {
  view_.show(pairs(4));
  QTest::mouseClick(&area(), Qt::LeftButton, {}, area().tileRect(1).center().toPoint());
  QWidget* popup = QApplication::activePopupWidget();
  ASSERT_NE(popup, nullptr);
  EXPECT_EQ(area().current(), 1);
  QTest::keyClick(popup, Qt::Key_Escape);
  EXPECT_EQ(QApplication::activePopupWidget(), nullptr);
}

TEST_F(PairsTest, KeysReachPairsBelowTheVisibleOnes) {
  view_.resize(250, 200);
  view_.show(pairs(9));
  QApplication::processEvents();
  area().setFocus();
  QTest::keyClick(&area(), Qt::Key_End);
  QApplication::processEvents();
  EXPECT_EQ(area().current(), 8);
  EXPECT_TRUE(area().visibleRegion().contains(area().tileRect(8).center().toPoint()));
}

TEST_F(PairsTest, VerdictsOfOneRoomHaveOneForm) {
  view_.show(pairs(4));
  const auto form = [this](float confidence, double room) {
    return area().verdictText(0, confidence, room).remove(QRegularExpression("\\d"));
  };
  for (double room = 10; room < 100; room += 1) {
    EXPECT_EQ(form(1, room), form(0.99f, room)) << room;
    EXPECT_EQ(form(1, room), form(0.07f, room)) << room;
  }
}

TEST_F(PairsTest, NoPairsIsALineOfText) {
  view_.show(nullptr);
  EXPECT_EQ(view_.caption(), "") << "the card has a title of its own";
  EXPECT_TRUE(area().tileRect(0).isEmpty());
}

TEST_F(PairsTest, ARightClickOffersWhatCanBeDoneWithAPair) {
  auto p = pairs(4);
  p->index = {5, 6, 70, 8};
  view_.show(p);
  const QPoint third = area().tileRect(2).center().toPoint();
  EXPECT_EQ(offered(area(), third), (QStringList{"Copy the picture", "Export…"}));
  choose("Copy the picture");
  EXPECT_GT(QApplication::clipboard()->image().width(), 3 * 100);
  EXPECT_EQ(QApplication::clipboard()->image().pixelColor(1, 1), QColor(Qt::white));
  QSignalSpy asked(&area(), &TileArea::imageAsked);
  EXPECT_TRUE(offered(area(), third).contains("Open in Gallery"));
  choose("Open in Gallery");
  EXPECT_EQ(asked.value(0).value(0), 70);
}

TEST_F(PairsTest, TheMenuKeyIsAboutThePairThatHasTheKeyboard) {
  view_.show(pairs(4));
  area().setFocus();
  QTest::keyClick(&area(), Qt::Key_End);
  EXPECT_FALSE(offered(area(), {}).empty());
  choose({});
  EXPECT_EQ(area().current(), 3);
  EXPECT_TRUE(offered(area(), QPoint(area().width() - 1, area().height() - 1)).empty()) << "there is no pair there";
}

}  // namespace
}  // namespace sparring::ui
