#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <mutex>

#include "gallery/digitdetail.h"
#include "gallery/galleryarea.h"
#include "gallery/galleryview.h"
#include "gallery/strengthstrip.h"
#include "showing.h"
#include "widgets/strengthslider.h"
#include "widgets/valueslider.h"

namespace sparring::ui {
namespace {

constexpr int kBlankSide = 4, kBlanks = 60;
const std::atomic<bool> kGoOn = false;

std::shared_ptr<const Dataset> blankDigits() {
  auto data = std::make_shared<Dataset>();
  data->test.kind = {.height = kBlankSide, .width = kBlankSide};
  for (int i = 0; i < kBlanks; ++i) data->test.labels.push_back(uint8_t(i % 10));
  data->test.pixels.assign(size_t(kBlanks * kBlankSide * kBlankSide), 0);
  return data;
}

/// Two lanes that are fooled in image i from ε = (i % 10) / 20 on, and the second from twice that. Remembers what it
/// was asked for.
class Fooled {
 public:
  Gallery operator()(const AttackSpec& attack, const std::vector<int64_t>& index) {
    {
      const std::scoped_lock lock(mutex_);
      asked_.push_back(attack);
    }
    Gallery gallery;
    gallery.source.kind = {.height = kBlankSide, .width = kBlankSide};
    gallery.attack = attack;
    gallery.index = index;
    gallery.lanes.resize(2);
    const size_t area = kBlankSide * kBlankSide;
    gallery.source.pixels.assign(index.size() * area, 0);
    for (size_t i = 0; i < index.size(); ++i) gallery.label.push_back(int(index[i] % 10));
    for (int k = 0; k < 2; ++k) {
      Gallery::Lane& lane = gallery.lanes[size_t(k)];
      lane.adversarial = gallery.source;
      lane.difference.assign(index.size() * area, 0.1f);
      for (const int label : gallery.label) {
        const bool fooled = strength(attack) > 0 && strength(attack) >= (k + 1) * label / 20.0;
        lane.before.push_back({label, 0.9f});
        lane.after.push_back({fooled ? (label + 1) % 10 : label, 0.8f});
      }
    }
    return gallery;
  }
  static double strength(const AttackSpec& attack) { return attack.values.at(strengthKey(attack.name)); }
  AttackSpec last() {
    const std::scoped_lock lock(mutex_);
    return asked_.back();
  }
  bool wasAsked(double eps) {
    const std::scoped_lock lock(mutex_);
    return std::any_of(asked_.begin(), asked_.end(),
                       [eps](const auto& spec) { return std::abs(strength(spec) - eps) < 1e-9; });
  }

 private:
  std::mutex mutex_;
  std::vector<AttackSpec> asked_;
};

TEST(FindPage, FlipsOnlyKeepsTheDigitsThatFlipInTestSetOrder) {
  Fooled model;
  const auto data = blankDigits();
  const GalleryQuery query{parseAttack("fgsm:eps=0.1"), true, 0, -1, 0, 4};
  const GalleryPage page = findPage(data->test, std::ref(model), query, kGoOn);
  EXPECT_EQ(page.gallery.index, (std::vector<int64_t>{0, 1, 2, 10}));
  EXPECT_EQ(page.next, 11);
  EXPECT_EQ(page.gallery.lanes[1].after.size(), 4u);
}

TEST(FindPage, AClassOnlyAndTheLastPageEnds) {
  Fooled model;
  const auto data = blankDigits();
  const GalleryQuery query{parseAttack("fgsm:eps=0.1"), false, 0, 7, 20, 9};
  const GalleryPage page = findPage(data->test, std::ref(model), query, kGoOn);
  EXPECT_EQ(page.gallery.index, (std::vector<int64_t>{27, 37, 47, 57}));
  EXPECT_EQ(page.next, -1);
}

TEST(FindPage, AmongChosenImagesOnly) {
  Fooled model;
  const auto data = blankDigits();
  const GalleryQuery query{parseAttack("fgsm:eps=0.1"), false, 0, -1, 0, 2, {3, 17, 41}};
  const GalleryPage page = findPage(data->test, std::ref(model), query, kGoOn);
  EXPECT_EQ(page.gallery.index, (std::vector<int64_t>{3, 17}));
  EXPECT_EQ(page.next, 18);
}

TEST(FindPage, StopsWhenANewerRequestWaits) {
  Fooled model;
  const auto data = blankDigits();
  const std::atomic<bool> stop = true;
  const GalleryQuery query{parseAttack("fgsm:eps=0.1"), false, 0, -1, 0, 9};
  EXPECT_TRUE(findPage(data->test, std::ref(model), query, stop).gallery.index.empty());
}

TEST(Sweep, FindsTheSmallestStrengthThatFoolsEachLane) {
  Fooled model;
  const StrengthSweep found = sweep(std::ref(model), parseAttack("fgsm"), 3, 0.25, 11, kGoOn);
  EXPECT_EQ(found.strengths.size(), 11u);
  EXPECT_EQ(found.verdicts[0].front().predicted, 3);
  EXPECT_EQ(found.verdicts[0].back().predicted, 4);
  EXPECT_NEAR(found.fooledFrom[0], 0.15, 0.25 / 10 / 64 + 1e-9);
  EXPECT_TRUE(std::isnan(found.fooledFrom[1]));  // ε = 0.3 lies beyond the sweep
}

class GalleryTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(590, 440);
    view_.show();
    auto source = std::make_shared<GallerySource>();
    source->make = std::ref(model_);
    source->data = data_;
    source->lambdas = {0, 1};
    source->step = 500;
    view_.setSource(source);
    settle();
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !view_.busy(); }, kPatience));
    QApplication::processEvents();
  }
  void openFirst(int tile = 1) {
    QSignalSpy shown(&view_.detail(), &DigitDetail::shown);
    QTest::mouseClick(&view_.area(), Qt::LeftButton, {}, view_.area().tileRect(tile).center().toPoint());
    ASSERT_TRUE(view_.showsDetail());
    if (shown.isEmpty()) {
      ASSERT_TRUE(shown.wait(kPatience));
    }
  }
  int tiles() { return view_.area().pairs() ? int(view_.area().pairs()->label.size()) : 0; }

  Fooled model_;
  std::shared_ptr<const Dataset> data_ = blankDigits();
  Showing showing_;
  GalleryView view_{showing_.shown};
};

TEST_F(GalleryTest, TheSliderAsksForPicturesOfThatStrength) {
  view_.strength().slider().setValue(view_.strength().slider().maximum() / 2);
  settle();
  EXPECT_DOUBLE_EQ(Fooled::strength(model_.last()), view_.strength().most() / 2);
  EXPECT_EQ(model_.last().name, "pgd");
}

TEST_F(GalleryTest, AnotherAttackIsMadeOfTheSameDigits) {
  view_.attack().setCurrentIndex(view_.attack().findData("noise"));
  settle();
  EXPECT_EQ(model_.last().name, "noise");
  EXPECT_EQ(tiles(), 15);
}

TEST_F(GalleryTest, TheFilterKeepsOnlyDigitsThatFlip) {
  view_.strength().setStrength(0.1);
  view_.filter().setCurrentIndex(1);
  settle();
  for (const int label : view_.area().pairs()->label) EXPECT_LE(label, 2);
  EXPECT_TRUE(view_.caption().endsWith("15 of 15 flip")) << view_.caption().toStdString();
}

TEST_F(GalleryTest, OneClassOnly) {
  view_.digit().setCurrentIndex(1 + 4);
  settle();
  EXPECT_EQ(view_.area().pairs()->label, std::vector<int>(6, 4));
  EXPECT_FALSE(view_.next().isEnabled());
}

TEST_F(GalleryTest, ImagesChosenElsewhereAreShownAloneUntilTheChoiceEnds) {
  EXPECT_FALSE(view_.chosen().isVisible());
  EXPECT_TRUE(view_.openImages({{3, 17, 41}, parseAttack("fgsm:eps=0.2")}));
  settle();
  EXPECT_EQ(view_.area().pairs()->label, (std::vector<int>{3, 7, 1}));
  EXPECT_EQ(model_.last().name, "fgsm");
  EXPECT_DOUBLE_EQ(Fooled::strength(model_.last()), 0.2);
  view_.chosen().click();
  settle();
  EXPECT_EQ(tiles(), 15);
  EXPECT_FALSE(view_.chosen().isVisible());
}

TEST_F(GalleryTest, PagesGoForthAndBack) {
  EXPECT_FALSE(view_.previous().isEnabled());
  view_.next().click();
  settle();
  EXPECT_EQ(view_.area().pairs()->label.front(), 5);  // image 15
  QTest::keyClick(&view_.area(), Qt::Key_PageUp);
  settle();
  EXPECT_EQ(view_.area().pairs()->label.front(), 0);
  EXPECT_FALSE(view_.previous().isEnabled());
}

TEST_F(GalleryTest, AClickEnlargesADigitAndEscapeGoesBack) {
  openFirst(3);
  EXPECT_EQ(view_.detail().index(), 3);
  QTest::keyClick(&view_.detail().strip(), Qt::Key_Escape);
  EXPECT_FALSE(view_.showsDetail());
}

TEST_F(GalleryTest, TheDetailHandsItsDigitToThePageDraw) {
  openFirst(3);
  QSignalSpy asked(&view_, &ViewPage::readAsked);
  for (auto* button : view_.detail().findChildren<QToolButton*>())
    if (button->text() == "Read in Draw") QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_EQ(asked.size(), 1);
  EXPECT_EQ(asked.front().front().toLongLong(), 3);
}

TEST_F(GalleryTest, TheDetailFollowsTheSlider) {
  openFirst();
  QSignalSpy shown(&view_.detail(), &DigitDetail::shown);
  view_.strength().setStrength(0.2);
  ASSERT_TRUE(QTest::qWaitFor([&] { return Fooled::strength(view_.detail().gallery()->attack) == 0.2; }, kPatience));
  EXPECT_EQ(view_.detail().gallery()->index, std::vector<int64_t>{1});
  EXPECT_GE(shown.size(), 1);
}

TEST_F(GalleryTest, ArrowsOnTheStripMoveTheStrength) {
  openFirst();
  view_.strength().setStrength(0.1);
  QTest::keyClick(&view_.detail().strip(), Qt::Key_Right);
  EXPECT_NEAR(view_.strength().strength(), 0.1 + view_.strength().most() / 50, 1e-3);
  QTest::keyClick(&view_.detail().strip(), Qt::Key_Home);
  EXPECT_EQ(view_.strength().strength(), 0);
}

TEST_F(GalleryTest, TheDetailTellsWhereEachLaneIsFooled) {
  openFirst(2);
  ASSERT_TRUE(QTest::qWaitFor([&] { return view_.detail().sweep().fooledFrom.size() == 2; }, kPatience));
  EXPECT_NEAR(view_.detail().sweep().fooledFrom[0], 0.1, 1e-3);
  EXPECT_NEAR(view_.detail().sweep().fooledFrom[1], 0.2, 1e-3);
  EXPECT_TRUE(view_.detail().words().contains("Fooled from ε = 0.10")) << view_.detail().words().toStdString();
}

TEST_F(GalleryTest, WhileADigitIsLookedAtThePageWaits) {
  openFirst();
  view_.strength().setStrength(0.3);
  EXPECT_FALSE(view_.busy());
  EXPECT_FALSE(view_.csv().contains("eps=0.3"));
  QTest::keyClick(&view_.detail().strip(), Qt::Key_Escape);
  settle();
  EXPECT_TRUE(view_.csv().contains("eps=0.3")) << view_.csv().left(200).toStdString();
}

TEST_F(GalleryTest, NewerNetworksShowTheSamePage) {
  view_.next().click();
  settle();
  auto newer = std::make_shared<GallerySource>();
  Fooled other;
  newer->make = std::ref(other);
  newer->data = data_;
  newer->lambdas = {0, 1};
  view_.setSource(newer);
  settle();
  EXPECT_TRUE(view_.previous().isEnabled());
  EXPECT_DOUBLE_EQ(Fooled::strength(other.last()), view_.strength().strength());
}

TEST_F(GalleryTest, AScreenIsFilledWithLargerPicturesAndMoreOfThem) {
  view_.resize(1100, 760);
  settle();
  const int most = tiles();
  EXPECT_GT(most, 15);
  EXPECT_GT(view_.area().part(view_.area().tileRect(0), 0).width(), 5 * view_.fontMetrics().height());
  const QSize page = view_.area().size();
  EXPECT_LE(view_.area().tileRect(most - 1).bottom(), page.height());
  EXPECT_GT(view_.area().tileRect(most - 1).bottom(), 0.8 * page.height());
  EXPECT_GT(view_.area().tileRect(most - 1).right(), 0.95 * page.width());
  view_.resize(590, 440);
  settle();
  EXPECT_EQ(tiles(), 15);
}

TEST_F(GalleryTest, TheChoicesWrapWhereThePageIsNarrowAndTheSliderTakesWhatIsLeft) {
  view_.resize(800, 440);
  EXPECT_EQ(view_.attack().y(), view_.next().y());
  const int slider = view_.strength().width();
  view_.resize(900, 440);
  EXPECT_EQ(view_.strength().width(), slider + 100);
  view_.resize(300, 440);
  EXPECT_EQ(view_.width(), 300);
  EXPECT_GT(view_.next().y(), view_.attack().y());
}

TEST_F(GalleryTest, AnImageThatWasAskedForIsOpenedAsSoonAsThereAreNetworks) {
  view_.setSource(nullptr);
  EXPECT_TRUE(view_.openImage(33));
  EXPECT_FALSE(view_.showsDetail());
  auto source = std::make_shared<GallerySource>();
  source->make = std::ref(model_);
  source->data = data_;
  source->lambdas = {0, 1};
  view_.setSource(source);
  EXPECT_TRUE(view_.showsDetail());
  EXPECT_EQ(view_.detail().index(), 33);
}

TEST_F(GalleryTest, WithoutNetworksThereIsAWordOnHowToGetThem) {
  view_.setSource(nullptr);
  EXPECT_EQ(tiles(), 0);
  EXPECT_FALSE(view_.area().isVisible());
  EXPECT_EQ(view_.caption(), "Attacked test images");
}

TEST_F(GalleryTest, TheTableHasALineADigitAndLane) {
  EXPECT_EQ(view_.csv().split('\n', Qt::SkipEmptyParts).size(), 1 + 15 * 2);
}

}  // namespace
}  // namespace sparring::ui
