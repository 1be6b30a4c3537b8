#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <atomic>
#include <cmath>
#include <mutex>

#include "showing.h"
#include "walk/lanebars.h"
#include "walk/morphstrip.h"
#include "walk/planearea.h"
#include "walk/walkbars.h"
#include "walk/walkdetail.h"
#include "walk/walkview.h"

namespace sparring::ui {
namespace {

constexpr int kWalkSide = 4, kWalkLatent = 6;

Opinions readAs(const std::vector<int>& classes, int lanes) {
  Opinions opinions{lanes, 10};
  for (const int c : classes)
    for (int k = 0; k < lanes; ++k)
      for (int other = 0; other < 10; ++other) opinions.probabilities.push_back(other == (c + k) % 10 ? 0.82f : 0.02f);
  return opinions;
}

/// A generator whose images lane 0 reads as what was asked for, and lane 1 as one more. Remembers what it drew.
class FakeGenerator {
 public:
  DrawnImages draw(const std::vector<WalkPoint>& points, int) {
    {
      const std::scoped_lock lock(mutex_);
      drawn_.push_back(points);
    }
    DrawnImages drawn;
    drawn.images.kind = {.height = kWalkSide, .width = kWalkSide};
    drawn.images.pixels.assign(points.size() * kWalkSide * kWalkSide, 128);
    for (const WalkPoint& point : points)
      drawn.wanted.push_back(int(std::ranges::max_element(point.classes) - point.classes.begin()));
    drawn.opinions = readAs(drawn.wanted, 2);
    drawn.opinions.scores.assign(points.size(), 0.25f);
    return drawn;
  }
  size_t calls() {
    const std::scoped_lock lock(mutex_);
    return drawn_.size();
  }
  /// The last that were drawn so many at once.
  std::vector<WalkPoint> last(size_t count) {
    const std::scoped_lock lock(mutex_);
    for (auto points = drawn_.rbegin(); points != drawn_.rend(); ++points)
      if (points->size() == count) return *points;
    return {};
  }

 private:
  std::mutex mutex_;
  std::vector<std::vector<WalkPoint>> drawn_;
};

class WalkTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(700, 520);
    view_.show();
    view_.setSource(source());
    settle();
  }
  std::shared_ptr<WalkSource> source(int64_t step = 500) {
    auto source = std::make_shared<WalkSource>();
    source->traits = {GeneratorTraits::Makes::Images, kWalkLatent, true, true, ScoreScale{}};
    source->kind = {.height = kWalkSide, .width = kWalkSide};
    source->lambdas = {0, 1};
    source->step = step;
    source->draw = [this](const auto& points, int lane) { return generator_.draw(points, lane); };
    source->find = [](int wanted, int, uint64_t seed) {
      return WalkPoint{latentsOf(kWalkLatent, 1, seed).front().latent, onlyClass(wanted, 10)};
    };
    return source;
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !view_.busy(); }, kPatience));
    QApplication::processEvents();
  }
  QPoint pixel(QPointF place) { return view_.plane().pixelOf(place).toPoint(); }
  WalkPoint pointed() { return generator_.last(1).front(); }
  std::vector<WalkPoint> grid() { return generator_.last(size_t(view_.plane().grid().count())); }
  std::vector<WalkPoint> morph() { return generator_.last(MorphStrip::kFrames); }

  FakeGenerator generator_;
  Showing showing_;
  WalkView view_{showing_.shown};
};

TEST_F(WalkTest, TheMiddleCellIsTheSeedsFirstLatentWithTheClassChosen) {
  const auto points = grid();
  ASSERT_FALSE(points.empty());
  const WalkPoint& middle = points[points.size() / 2];
  EXPECT_EQ(middle.latent, latentsOf(kWalkLatent, 1, 1).front().latent);
  EXPECT_EQ(middle.classes, onlyClass(0, 10));
}

TEST_F(WalkTest, ThePointerShowsTheImageOfItsOwnLatent) {
  QSignalSpy shown(&view_, &WalkView::pointShown);
  QTest::mouseMove(&view_.plane(), pixel({1, 0}));
  ASSERT_TRUE(shown.count() > 0 || shown.wait(kPatience));
  settle();
  const auto points = grid();
  const auto right = points[points.size() / 2 + 1];
  for (size_t i = 0; i < right.latent.size(); ++i) EXPECT_NEAR(pointed().latent[i], right.latent[i], 0.05);
  EXPECT_TRUE(view_.detail().words().contains("D says 0.25 (real 1, fake 0)")) << view_.detail().words().toStdString();
  EXPECT_TRUE(view_.detail().words().contains("Asked for: 0"));
  EXPECT_TRUE(view_.detail().words().contains(QStringLiteral("λ = 1 reads 1 (82 %) ✕ fooled")));
  EXPECT_EQ(view_.plane().accessibleDescription(), view_.detail().words());
}

TEST_F(WalkTest, EveryLanesProbabilitiesStandBesideTheImage) {
  EXPECT_EQ(view_.detail().bars().classes().size(), 10u);
  EXPECT_NEAR(view_.detail().bars().probability(0, 0), 0.82, 1e-6);
  EXPECT_NEAR(view_.detail().bars().probability(1, 1), 0.82, 1e-6);
}

TEST_F(WalkTest, ArrowsWalkFromCellToCellAndBeyondTheEdgeThePlaneFollows) {
  view_.plane().setFocus();
  QTest::keyClick(&view_.plane(), Qt::Key_Right);
  EXPECT_EQ(view_.plane().place(), QPointF(1, 0));
  settle();
  const auto before = grid();
  for (int i = 0; i < view_.plane().grid().columns; ++i) QTest::keyClick(&view_.plane(), Qt::Key_Right);
  settle();
  EXPECT_NE(grid(), before);
  EXPECT_EQ(view_.plane().place().x(), view_.plane().grid().columns / 2);
  QTest::keyClick(&view_.plane(), Qt::Key_Home);
  EXPECT_EQ(view_.plane().place(), QPointF(0, 0));
}

TEST_F(WalkTest, EnterPutsThePlaceIntoTheMiddle) {
  view_.plane().setFocus();
  QTest::keyClick(&view_.plane(), Qt::Key_Up);
  settle();
  const auto there = pointed().latent;
  QTest::keyClick(&view_.plane(), Qt::Key_Return);
  settle();
  const auto points = grid();
  for (size_t i = 0; i < there.size(); ++i) EXPECT_NEAR(points[points.size() / 2].latent[i], there[i], 1e-5);
}

TEST_F(WalkTest, DraggingTakesThePlaneAlong) {
  const double cell = view_.plane().pixelOf({1, 0}).x() - view_.plane().pixelOf({0, 0}).x();
  const auto before = grid();
  const QPoint from = pixel({0, 0}), to = from + QPoint(int(cell), 0);
  QTest::mousePress(&view_.plane(), Qt::LeftButton, {}, from);
  QTest::mouseMove(&view_.plane(), to);
  QTest::mouseRelease(&view_.plane(), Qt::LeftButton, {}, to);
  settle();
  const auto after = grid();
  const size_t middle = before.size() / 2;
  for (size_t i = 0; i < after[middle].latent.size(); ++i)
    EXPECT_NEAR(after[middle + 1].latent[i], before[middle].latent[i], 0.05) << "the cell came along";
}

TEST_F(WalkTest, PlusComesCloserSoThatNeighboursAreMoreAlike) {
  const auto apart = [](const std::vector<WalkPoint>& points) {
    double sum = 0;
    for (size_t i = 0; i < size_t(kWalkLatent); ++i)
      sum += std::pow(double(points[points.size() / 2 + 1].latent[i] - points[points.size() / 2].latent[i]), 2);
    return sum;
  };
  const double before = apart(grid());
  view_.plane().setFocus();
  QTest::keyClick(&view_.plane(), Qt::Key_Plus);
  settle();
  const double closer = apart(grid());
  EXPECT_LT(closer, before);
  QWheelEvent back(view_.plane().rect().center(), view_.plane().mapToGlobal(view_.plane().rect().center()), {},
                   {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&view_.plane(), &back);
  settle();
  EXPECT_GT(apart(grid()), closer);
}

TEST_F(WalkTest, AClassAskedForIsThatOfTheWholePlane) {
  view_.planeBar().classes().setFocus();
  for (int i = 0; i < 7; ++i) QTest::keyClick(&view_.planeBar().classes(), Qt::Key_Down);
  settle();
  for (const WalkPoint& point : grid()) EXPECT_EQ(point.classes, onlyClass(7, 10));
}

TEST_F(WalkTest, NewDirectionsKeepTheMiddle) {
  const auto before = grid();
  QTest::mouseClick(&view_.planeBar().directions(), Qt::LeftButton);
  settle();
  const auto after = grid();
  EXPECT_EQ(after[after.size() / 2], before[before.size() / 2]);
  EXPECT_NE(after.front(), before.front());
}

TEST_F(WalkTest, ANewStartIsAnotherMiddle) {
  const auto before = grid();
  QTest::mouseClick(&view_.planeBar().latent(), Qt::LeftButton);
  settle();
  EXPECT_NE(grid()[before.size() / 2], before[before.size() / 2]);
}

TEST_F(WalkTest, TheMorphGoesFromTheOneClassToTheOther) {
  const auto points = morph();
  ASSERT_EQ(points.size(), size_t(MorphStrip::kFrames));
  EXPECT_EQ(points.front().classes, onlyClass(3, 10));
  EXPECT_EQ(points.back().classes, onlyClass(8, 10));
  EXPECT_EQ(view_.strip().verdict(0), "3 (82 %)");
  EXPECT_EQ(view_.strip().verdict(MorphStrip::kFrames - 1), "8 (82 %)");
}

TEST_F(WalkTest, OtherEndsMakeAnotherMorph) {
  view_.morphBar().last().setFocus();
  view_.morphBar().last().setCurrentIndex(1);
  settle();
  EXPECT_EQ(morph().back().classes, onlyClass(1, 10));
  const auto before = morph().front();
  QTest::mouseClick(&view_.morphBar().other(), Qt::LeftButton);
  settle();
  EXPECT_NE(morph().front(), before);
}

TEST_F(WalkTest, AAndBOnThePlaneSetTheMorphsEnds) {
  view_.plane().setFocus();
  QTest::keyClick(&view_.plane(), Qt::Key_A);
  settle();
  QTest::keyClick(&view_.plane(), Qt::Key_Right);
  settle();
  const WalkPoint there = pointed();
  QTest::keyClick(&view_.plane(), Qt::Key_B);
  settle();
  EXPECT_EQ(morph().front().latent, latentsOf(kWalkLatent, 1, 1).front().latent);
  EXPECT_EQ(morph().back(), there);
  EXPECT_EQ(view_.morphBar().to(), 0) << "the box tells its class";
}

TEST_F(WalkTest, ThePlanesMenuOffersTheSameToTheMouse) {
  EXPECT_EQ(offered(view_.plane(), pixel({0, 0})),
            (QStringList{"Morph from here\tA", "Morph to here\tB", "Centre here", "Copy the picture"}));
  choose("Morph to here\tB");
  settle();
  EXPECT_EQ(morph().back().classes, onlyClass(0, 10));
}

TEST_F(WalkTest, AFrameOfTheStripIsShownLarge) {
  QTest::mouseClick(&view_.strip(), Qt::LeftButton, {}, view_.strip().tileRect(7).center().toPoint());
  EXPECT_EQ(view_.strip().frame(), 7 * MorphStrip::kBetween);
  EXPECT_TRUE(view_.detail().words().contains("3 by 50 %, 8 by 50 %")) << view_.detail().words().toStdString();
}

TEST_F(WalkTest, PlayGoesThereAndBackUntilItIsPaused) {
  view_.strip().setFocus();
  QTest::mouseClick(&view_.morphBar().play(), Qt::LeftButton);
  EXPECT_TRUE(view_.playing());
  EXPECT_EQ(view_.morphBar().play().text(), "Pause");
  EXPECT_TRUE(QTest::qWaitFor([this] { return view_.strip().frame() > 2; }, kPatience));
  QTest::keyClick(&view_.strip(), Qt::Key_Return);
  EXPECT_FALSE(view_.playing());
  EXPECT_EQ(view_.morphBar().play().text(), "Play");
}

TEST_F(WalkTest, TheGroundTellsVerdictScoreOrWhereFIsFooled) {
  const auto choose = [this](Shade shade) {
    view_.planeBar().shades().setCurrentIndex(view_.planeBar().shades().findData(int(shade)));
    return view_.plane().shading();
  };
  const DrawnImages& drawn = *view_.plane().drawn();
  EXPECT_EQ(choose(Shade::Verdict).sign(drawn, 0), "0");
  EXPECT_EQ(choose(Shade::Score).sign(drawn, 0), "0.3");
  EXPECT_FALSE(choose(Shade::Fools).marked(drawn, 0));
  view_.setLane(1);
  settle();
  EXPECT_TRUE(choose(Shade::Fools).marked(*view_.plane().drawn(), 0));
  EXPECT_NE(view_.plane().shading().ground(*view_.plane().drawn(), 0, theme::Tone::Light),
            theme::paper(theme::Tone::Light));
}

TEST_F(WalkTest, NewerNetworksAreWalkedAtTheSameLatents) {
  QTest::mouseClick(&view_.planeBar().directions(), Qt::LeftButton);
  settle();
  const auto before = grid();
  const size_t calls = generator_.calls();
  view_.setSource(source(900));
  settle();
  EXPECT_GT(generator_.calls(), calls);
  EXPECT_EQ(grid(), before);
  EXPECT_EQ(view_.caption(), QStringLiteral("Latent walk · step 900 · λ = 0"));
}

TEST_F(WalkTest, NothingIsDrawnWhileThePageIsHidden) {
  view_.hide();
  const size_t calls = generator_.calls();
  view_.setSource(source(900));
  view_.setLane(1);
  QTest::mouseClick(&view_.planeBar().latent(), Qt::LeftButton);
  settle();
  EXPECT_EQ(generator_.calls(), calls);
  view_.show();
  settle();
  EXPECT_GT(generator_.calls(), calls);
}

TEST_F(WalkTest, WhatWasSetIsKept) {
  view_.planeBar().shades().setCurrentIndex(view_.planeBar().shades().findData(int(Shade::Score)));
  view_.morphBar().first().setCurrentIndex(5);
  QTest::mouseClick(&view_.planeBar().latent(), Qt::LeftButton);
  settle();
  WalkView other(showing_.shown);
  other.restoreState(view_.saveState());
  EXPECT_EQ(other.saveState(), view_.saveState());
  other.restoreState("nonsense");
}

TEST_F(WalkTest, TheMorphIsWrittenThereAndBackAsAnAnimation) {
  EXPECT_EQ(view_.frames().size(), size_t(2 * MorphStrip::kFrames - 2));
  QTemporaryDir folder;
  for (const auto& [suffix, magic] : {std::pair{"gif", "GIF8"}, std::pair{"webp", "RIFF"}}) {
    const QString path = folder.filePath(QStringLiteral("morph.") + QLatin1String(suffix));
    view_.writeAnimation(path);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << suffix;
    EXPECT_EQ(file.read(4), magic);
  }
  EXPECT_THROW(view_.writeAnimation(folder.filePath("nowhere/morph.gif")), Error);
}

TEST_F(WalkTest, ThePictureHoldsThePlaneAndTheMorphAndTheTableALineALane) {
  const QImage picture = view_.picture(1);
  EXPECT_GT(picture.height(), 20 * view_.fontMetrics().height());
  EXPECT_EQ(view_.csv().count(u'\n'), 1 + 2 * MorphStrip::kFrames);
}

TEST_F(WalkTest, AnErrorIsTold) {
  QSignalSpy noticed(&view_, &WalkView::noticed);
  auto broken = source(900);
  broken->draw = [](const auto&, int) -> DrawnImages { throw Error({"The card is gone.", {}}); };
  view_.setSource(broken);
  settle();
  EXPECT_GT(noticed.count(), 0);
}

TEST_F(WalkTest, AGeneratorThatChangesImagesShowsXChangeAndXAdv) {
  auto data = std::make_shared<Dataset>();
  data->test.kind = {.height = kWalkSide, .width = kWalkSide};
  for (int i = 0; i < 40; ++i) {
    data->test.labels.push_back(uint8_t(i % 10));
    data->test.pixels.insert(data->test.pixels.end(), kWalkSide * kWalkSide, uint8_t(i));
  }
  std::mutex mutex;
  std::vector<float> asked;
  std::vector<int> labels;
  auto changer = source();
  changer->traits = {GeneratorTraits::Makes::Changes};
  changer->data = data;
  changer->draw = nullptr;
  changer->change = [&](const std::vector<float>& x, const std::vector<int>& of, int) {
    const std::scoped_lock lock(mutex);
    asked = x;
    labels = of;
    ChangedImages changed;
    changed.source = {data->test.kind, std::vector<uint8_t>(x.size(), 10)};
    changed.adversarial = changed.source;
    changed.difference.assign(x.size(), 0.05f);
    changed.label = of;
    changed.before = readAs(of, 2);
    changed.after = readAs(std::vector<int>(of.size(), 4), 2);
    return changed;
  };
  view_.setSource(changer);
  settle();
  const std::scoped_lock lock(mutex);
  ASSERT_EQ(labels.size(), size_t(MorphStrip::kFrames));
  EXPECT_EQ(labels.front(), 3);
  EXPECT_EQ(labels.back(), 8);
  EXPECT_NEAR(asked.front() * 255, 3, 1e-3) << "the first test image of a three";
  EXPECT_NEAR(asked.back() * 255, 8, 1e-3);
  EXPECT_FALSE(view_.plane().isVisible());
  EXPECT_NEAR(view_.strip().gain(), 20, 1e-4);
  EXPECT_TRUE(view_.detail().words().contains("Before the change: 3 (82 %)"));
  EXPECT_TRUE(view_.detail().words().contains(QStringLiteral("fooled")));
}

TEST(WalkWords, SayWhichOpponentsHaveAGenerator) {
  Showing showing;
  WalkView view(showing.shown);
  view.setOpponent("fgsm");
  EXPECT_TRUE(view.words().contains("FGSM has no generator"));
  EXPECT_TRUE(view.words().contains("conditional GAN"));
  EXPECT_TRUE(view.words().contains("AdvGAN"));
  view.setOpponent("cgan");
  EXPECT_FALSE(view.words().contains("no generator"));
}

}  // namespace
}  // namespace sparring::ui
