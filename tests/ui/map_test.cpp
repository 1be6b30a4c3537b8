#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <atomic>
#include <cmath>

#include "map/mapcanvas.h"
#include "map/mapcontrols.h"
#include "map/mapview.h"
#include "showing.h"
#include "widgets/valueslider.h"

namespace sparring::ui {
namespace {

constexpr int kDrawn = 60, kDrawnSide = 4, kThree = 3;

std::shared_ptr<const Dataset> threeClasses() {
  auto data = std::make_shared<Dataset>();
  data->test.kind = {.height = kDrawnSide, .width = kDrawnSide, .classes = kThree};
  data->train.kind = data->test.kind;
  for (int i = 0; i < kDrawn; ++i) data->test.labels.push_back(uint8_t(i % kThree));
  data->test.pixels.assign(size_t(kDrawn * kDrawnSide * kDrawnSide), 200);
  return data;
}

/// Each class in a corner of its own. An attack drives lane 0 towards the next class's corner, at strength 1 all the
/// way and from 0.25 on with an error; lane 1 half as far and never. Counts how often it was asked.
class Corners {
 public:
  Features operator()(int lane, const std::optional<AttackSpec>& attack, const std::vector<int64_t>& index,
                      const MapProgress&) {
    ++asked;
    const double strength = attack ? attack->values.at(attackInfo(attack->name).strength().key) : 0;
    const double way = lane == 0 ? strength : strength / 2;
    Features features;
    features.images = index;
    features.points.width = features.logits.width = kThree;
    if (attack) features.seen.kind = {.height = kDrawnSide, .width = kDrawnSide, .classes = kThree};
    for (const int64_t i : index) {
      const int label = int(i % kThree), next = (label + 1) % kThree;
      const bool wrong = lane == 0 && strength >= 0.25;
      for (int c = 0; c < kThree; ++c) {
        const double corner = c == label ? 10 * (1 - way) : c == next ? 10 * way : 0;
        features.points.values.push_back(float(corner + 0.8 * std::sin(double(3 * i + c))));
        features.logits.values.push_back(c == (wrong ? next : label) ? 3.0f : 0.0f);
      }
      features.labels.push_back(label);
      features.verdicts.push_back(wrong ? next : label);
      features.margins.push_back(wrong ? -3.0f : 3.0f);
      if (attack) features.seen.pixels.insert(features.seen.pixels.end(), kDrawnSide * kDrawnSide, 100);
    }
    return features;
  }
  std::atomic<int> asked = 0;
};

class MapTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(900, 560);
    view_.show();
    view_.setSource(source(), false);
    settle();
  }
  std::shared_ptr<const MapSource> source(int64_t step = 500) {
    auto source = std::make_shared<MapSource>();
    source->make = std::ref(corners_);
    source->data = data_;
    source->lambdas = {0, 1};
    source->step = step;
    return source;
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !view_.busy(); }, kPatience));
    QApplication::processEvents();
  }
  MapCanvas& canvas() { return view_.canvas(); }
  void choose(QComboBox& box, const char* choice) {
    box.setCurrentIndex(box.findData(choice));
    settle();
  }
  void hover(QPointF at) {
    QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas(), &move);
  }
  /// Around all dots of a class, in screen pixels.
  QRectF around(int label) {
    QRectF box;
    for (int i = label; i < kDrawn; i += kThree)
      box = box.united(QRectF(*canvas().dotOf(i) - QPointF(6, 6), QSizeF(12, 12)));
    return box;
  }
  void drag(const QRectF& box, Qt::KeyboardModifiers modifiers = {}) {
    const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
      QMouseEvent event(type, at, canvas().mapToGlobal(at), button, buttons, modifiers);
      QApplication::sendEvent(&canvas(), &event);
    };
    send(QEvent::MouseButtonPress, box.topLeft(), Qt::LeftButton, Qt::LeftButton);
    for (const QPointF at : {box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft()})
      send(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, box.topLeft(), Qt::LeftButton, Qt::NoButton);
  }
  static std::vector<int> ofClass(int label) {
    std::vector<int> images;
    for (int i = label; i < kDrawn; i += kThree) images.push_back(i);
    return images;
  }

  Corners corners_;
  std::shared_ptr<const Dataset> data_ = threeClasses();
  Showing showing_;
  MapView view_{showing_.shown};
};

TEST_F(MapTest, PointingTellsTheImage) {
  hover(*canvas().dotOf(4));
  EXPECT_EQ(canvas().pointed(), 4);
  EXPECT_TRUE(canvas().accessibleDescription().contains("Test image 4: 1"))
      << canvas().accessibleDescription().toStdString();
  hover({2, canvas().height() - 2.0});
  EXPECT_FALSE(canvas().pointed());
}

TEST_F(MapTest, ADragAroundImagesOpensTheseInTheGallery) {
  view_.controls().slider().setValue(0);
  drag(around(1));
  EXPECT_EQ(canvas().chosen(), ofClass(1));
  QSignalSpy asked(&view_, &ViewPage::imagesAsked);
  view_.gallery().click();
  ASSERT_EQ(asked.size(), 1);
  const auto images = asked.front().front().value<ChosenImages>();
  EXPECT_EQ(images.index.size(), size_t(kDrawn / kThree));
  EXPECT_EQ(images.index.front(), 1);
  EXPECT_FALSE(images.attack);
}

TEST_F(MapTest, ADragWithShiftChoosesBesideThoseChosen) {
  view_.controls().slider().setValue(0);
  drag(around(1));
  drag(around(2), Qt::ShiftModifier);
  EXPECT_EQ(canvas().chosen().size(), size_t(2 * kDrawn / kThree));
  QTest::keyClick(&canvas(), Qt::Key_Escape);
  EXPECT_TRUE(canvas().chosen().empty());
  EXPECT_FALSE(view_.gallery().isEnabled());
}

TEST_F(MapTest, TheLegendChoosesByKeyboard) {
  view_.controls().slider().setValue(0);
  view_.legend().setFocus();
  QTest::keyClick(&view_.legend(), Qt::Key_Home);
  QTest::keyClick(&view_.legend(), Qt::Key_Space);
  EXPECT_EQ(canvas().chosen(), ofClass(0));
  QTest::keyClick(&view_.legend(), Qt::Key_Down);
  EXPECT_EQ(canvas().chosen(), ofClass(1));
  EXPECT_TRUE(view_.gallery().isEnabled());
}

TEST_F(MapTest, TheSliderStopsAtWhatWasMeasuredAndArrowsGrow) {
  EXPECT_EQ(view_.controls().slider().maximum(), std::ssize(mapStrengths("pgd")));
  view_.controls().slider().setValue(0);
  EXPECT_TRUE(canvas().picture().panels.front().arrows.empty());
  const auto length = [this] {
    double longest = 0;
    for (const auto& arrow : canvas().picture().panels.front().arrows)
      longest = std::max(longest, std::hypot(arrow.to.x() - arrow.from.x(), arrow.to.y() - arrow.from.y()));
    return longest;
  };
  view_.controls().slider().setFocus();
  QTest::keyClick(&view_.controls().slider(), Qt::Key_Right);
  EXPECT_EQ(canvas().picture().panels.front().arrows.size(), size_t(kDrawn));
  const double little = length();
  EXPECT_GT(little, 0);
  QTest::keyClick(&view_.controls().slider(), Qt::Key_End);
  EXPECT_GT(length(), 5 * little);
}

TEST_F(MapTest, AnotherColouringCountsTheMisread) {
  view_.setLane(0);
  settle();
  choose(view_.controls().colouringBox(), "verdict");
  view_.controls().slider().setValue(view_.controls().slider().maximum());
  ASSERT_EQ(view_.legend().count(), 1);
  EXPECT_EQ(view_.legend().item(0)->text(), "misread · 60");
  view_.controls().slider().setValue(0);
  EXPECT_EQ(view_.legend().item(0)->text(), "read rightly · 60");
}

TEST_F(MapTest, BeforeAndAfterHaveTheSameAxes) {
  choose(view_.controls().besideBox(), "before-after");
  ASSERT_EQ(canvas().picture().panels.size(), 2u);
  EXPECT_TRUE(canvas().picture().panels.front().title.endsWith("clean: 0 of 60 misread"));
  const auto before = canvas().picture().panels.front().dots;
  view_.controls().slider().setValue(view_.controls().slider().maximum());
  EXPECT_EQ(canvas().picture().panels.front().dots.front().at, before.front().at);
  EXPECT_NE(canvas().picture().panels.back().dots.front().at, before.front().at);
}

TEST_F(MapTest, TwoLanesStandBesideEachOtherInTheOrderOfLambda) {
  choose(view_.controls().besideBox(), "lanes");
  ASSERT_EQ(canvas().picture().panels.size(), 2u);
  EXPECT_TRUE(canvas().picture().panels[0].title.startsWith("λ = 0"));
  EXPECT_TRUE(canvas().picture().panels[1].title.startsWith("λ = 1"));
  // the same clean features: turned towards each other they are the same map
  for (size_t i = 0; i < 5; ++i) {
    const QPointF off = canvas().picture().panels[0].dots[i].at - canvas().picture().panels[1].dots[i].at;
    EXPECT_LT(std::hypot(off.x(), off.y()), 1e-3);
  }
}

TEST_F(MapTest, TsneComesAfterPcaAndSaysHowFarTipsMayBeOff) {
  choose(view_.controls().methodBox(), "tsne");
  ASSERT_TRUE(view_.contents()->has(MapMethod::Tsne));
  EXPECT_GT(canvas().picture().panels.front().doubt, 0);
  EXPECT_TRUE(canvas().picture().panels.front().title.contains("t-SNE"));
  EXPECT_TRUE(view_.csv().split('\n')[1].count(',') == 11);
  choose(view_.controls().methodBox(), "pca");
  EXPECT_EQ(canvas().picture().panels.front().doubt, 0);
}

TEST_F(MapTest, WhatIsKnownOfTheSameNetworksIsNotMeasuredAgain) {
  const int before = corners_.asked;
  choose(view_.controls().methodBox(), "tsne");
  choose(view_.controls().colouringBox(), "margin");
  EXPECT_EQ(corners_.asked, before);
  choose(view_.controls().attackBox(), "fgsm");
  EXPECT_EQ(corners_.asked, before + std::ssize(mapStrengths("fgsm")));
}

TEST_F(MapTest, NothingIsMadeWhileItIsHidden) {
  view_.hide();
  const int before = corners_.asked;
  view_.setSource(source(600), true);
  EXPECT_FALSE(view_.busy());
  EXPECT_EQ(corners_.asked, before);
  view_.show();
  settle();
  EXPECT_GT(corners_.asked, before);
  EXPECT_TRUE(view_.caption().startsWith("Step 600")) << view_.caption().toStdString();
}

TEST_F(MapTest, NewerNetworksOfATrainingFollowWhatIsBeingMade) {
  for (const int64_t step : {700, 800, 900}) view_.setSource(source(step), true);
  settle();
  EXPECT_EQ(view_.contents()->source->step, 900);
  EXPECT_EQ(view_.contents()->work, MapContents::Work::None);
}

TEST_F(MapTest, OfATrainingThatGoesOnOnlyTheStrengthThatIsSeenIsMeasured) {
  const int before = corners_.asked;
  view_.setSource(source(700), true);
  settle();
  EXPECT_EQ(corners_.asked, before + 2);  // clean and attacked
  view_.controls().slider().setValue(1);
  settle();
  EXPECT_EQ(corners_.asked, before + 3);
  EXPECT_FALSE(canvas().picture().panels.front().arrows.empty());
}

TEST_F(MapTest, WithoutNetworksThereAreWords) {
  view_.setSource(nullptr, false);
  EXPECT_FALSE(view_.contents());
  EXPECT_TRUE(view_.words().contains("Once there is a classifier"));
}

TEST_F(MapTest, ChoicesAreKept) {
  choose(view_.controls().colouringBox(), "margin");
  choose(view_.controls().attackBox(), "noise");
  view_.controls().slider().setValue(2);
  Showing other;
  MapView again(other.shown);
  again.restoreState(view_.saveState());
  EXPECT_EQ(again.saveState(), view_.saveState());
  EXPECT_EQ(again.controls().attackBox().currentData().toString(), "noise");
  EXPECT_EQ(again.controls().slider().value(), 2);
  again.restoreState("{\"attack\":\"no such\",\"strength\":\"x\"}");
  EXPECT_EQ(again.controls().attackBox().currentData().toString(), "noise");
}

TEST_F(MapTest, ADoubleClickOrEnterOpensTheImage) {
  QSignalSpy asked(&view_, &ViewPage::imageAsked);
  QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, canvas().dotOf(7)->toPoint());
  ASSERT_EQ(asked.size(), 1);
  EXPECT_EQ(asked.front().front().toLongLong(), 7);
  canvas().setFocus();
  QTest::keyClick(&canvas(), Qt::Key_Right);
  ASSERT_TRUE(canvas().pointed());
  QTest::keyClick(&canvas(), Qt::Key_Return);
  EXPECT_EQ(asked.size(), 2);
}

TEST_F(MapTest, TheWheelZoomsWhereThePointerIs) {
  const QPointF dot = *canvas().dotOf(3);
  QWheelEvent wheel(dot, canvas().mapToGlobal(dot), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(&canvas(), &wheel);
  EXPECT_GT(canvas().look().zoom, 1.5);
  EXPECT_LT(std::hypot(canvas().dotOf(3)->x() - dot.x(), canvas().dotOf(3)->y() - dot.y()), 0.5);
  QTest::keyClick(&canvas(), Qt::Key_0);
  EXPECT_EQ(canvas().look(), MapLook());
}

}  // namespace
}  // namespace sparring::ui
