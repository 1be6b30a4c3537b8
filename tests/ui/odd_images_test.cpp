// Three named classes of coloured images, 12 x 9 pixels, in every view that shows or names images.
#include <gtest/gtest.h>

#include <QTest>
#include <algorithm>

#include "digits/pictureloader.h"
#include "digits/samplearea.h"
#include "digits/sampleview.h"
#include "errors/confusionmap.h"
#include "errors/errorsview.h"
#include "gallery/galleryarea.h"
#include "gallery/galleryquery.h"
#include "generator/generatorview.h"
#include "showing.h"
#include "temp_folder.h"
#include "widgets/barchart.h"
#include "widgets/digittiles.h"
#include "widgets/figurecard.h"
#include "widgets/imagetile.h"
#include "widgets/pairsarea.h"

namespace sparring::ui {
namespace {

const ImageKind& kind() {
  static const ImageKind odd{.channels = 3,
                             .height = 12,
                             .width = 9,
                             .classes = 3,
                             .names = {"Rose", "Ankle boot", "Sky"},
                             .ink = false,
                             .digits = false};
  return odd;
}

/// n images, each of one colour: red, green, blue in turn.
Images images(int n) {
  Images made{kind(), {}};
  for (int i = 0; i < n; ++i)
    for (int64_t value = 0; value < kind().size(); ++value) made.pixels.push_back(value % 3 == i % 3 ? 200 : 10);
  return made;
}

ImageSet labelled(int n) {
  ImageSet set{images(n), {}};
  for (int i = 0; i < n; ++i) set.labels.push_back(uint8_t(i % 3));
  return set;
}

PairSet oddPairs(int n) {
  PairSet set;
  set.attack = "fgsm:eps=0.1";
  set.source = set.adversarial = images(n);
  set.difference.assign(set.source.pixels.size(), 0.1f);
  for (int i = 0; i < n; ++i) {
    set.label.push_back(i % 3);
    set.predictedSource.push_back(i % 3);
    set.predictedAdversarial.push_back(1);
    set.confidenceSource.push_back(0.9f);
    set.confidenceAdversarial.push_back(0.8f);
  }
  return set;
}

std::shared_ptr<SampleGrid> grid() {
  auto grid = std::make_shared<SampleGrid>();
  grid->step = 7;
  grid->images = images(6);
  grid->columns = 2;
  grid->wanted = {0, 0, 1, 1, 2, 2};
  grid->predicted = {0, 1, 1, 1, 2, 0};
  grid->confidence.assign(6, 0.5f);
  return grid;
}

/// What a widget looks like has this colour somewhere.
bool shows(QWidget& widget, QRgb colour) {
  const QImage picture = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      if ((picture.pixel(x, y) & 0xffffff) == (colour & 0xffffff)) return true;
  return false;
}

/// What a screen reader hears of a tile.
QString told(TileArea& area, int index) {
  QTest::keyClick(&area, Qt::Key_Home);
  for (int i = 0; i < index; ++i) QTest::keyClick(&area, Qt::Key_Right);
  return area.accessibleDescription();
}

constexpr QRgb kRed = 0xc80a0a, kGreen = 0x0ac80a, kBlue = 0x0a0ac8;

TEST(OddTile, IsDrawnInItsColoursAndShape) {
  const QImage tile = tileImage(images(2), 1, theme::Tone::Dark);
  EXPECT_EQ(tile.size(), QSize(9, 12));
  EXPECT_EQ(tile.pixel(3, 3) & 0xffffff, kGreen);
}

TEST(OddTile, OfAGreyPhotographIsNoInk) {
  const Images grey{{.height = 1, .width = 2, .ink = false, .digits = false}, {0, 200}};
  const QImage tile = tileImage(grey, 0, theme::Tone::Light);
  EXPECT_EQ(tile.pixelColor(0, 0), QColor(0, 0, 0));
  EXPECT_EQ(tile.pixelColor(1, 0), QColor(200, 200, 200));
}

TEST(OddTile, KeepsItsShapeInASquare) {
  QImage sheet(40, 40, QImage::Format_RGB32);
  sheet.fill(Qt::white);
  QPainter painter(&sheet);
  drawTile(painter, tileImage(images(1), 0, theme::Tone::Light), QRectF(2, 2, 36, 36));
  painter.end();
  EXPECT_EQ(sheet.pixelColor(20, 3), QColor(200, 10, 10));
  EXPECT_EQ(sheet.pixelColor(3, 20), QColor(Qt::white)) << "27 of 36 pixels wide";
}

TEST(OddTile, DifferenceOfEachColourIsThatColour) {
  const float brighter[] = {1, 0, -1};
  const QImage tile = differenceImage({.channels = 3, .height = 1, .width = 1}, brighter, 1, theme::Tone::Light);
  EXPECT_EQ(tile.pixelColor(0, 0), QColor(255, 128, 0));
}

TEST(OddSamples, StandInColourUnderTheirNames) {
  SampleView view;
  view.resize(500, 500);
  view.showReal(labelled(9), "odd");
  EXPECT_EQ(view.caption(), "Real images from odd; generated ones appear here");
  EXPECT_TRUE(shows(view, kBlue));
  EXPECT_EQ(told(view.area(), 1), "A real Ankle boot");
  view.show(grid());
  EXPECT_TRUE(shows(view, kRed));
  EXPECT_EQ(view.caption(), "Generated images · step 7 · 67 % read as asked by the classifier");
  EXPECT_TRUE(told(view.area(), 1).contains("Asked for Rose. The classifier reads Ankle boot"));
  EXPECT_FALSE(view.picture(1).isNull());
}

TEST(OddSamples, ComeBackFromTheirPictureWithVerdicts) {
  test::TempFolder folder;
  const auto made = grid();
  const auto path = folder.path() / "step-7.png";
  writePng(path, tile(made->images, made->columns), gridToText(*made));
  const auto back = loadSamples(path, 7);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->images.pixels, made->images.pixels);
  EXPECT_EQ(back->images.kind, kind());
  EXPECT_EQ(back->wanted, made->wanted);
  EXPECT_EQ(back->predicted, made->predicted);
}

TEST(OddSamples, OfAPictureWithoutItsTextAreGuessed) {
  test::TempFolder folder;
  const Images grey{{.height = 4, .width = 4}, std::vector<uint8_t>(6 * 16, 200)};
  writePng(folder.path() / "step-1.png", tile(grey, 3));
  const auto back = loadSamples(folder.path() / "step-1.png", 1);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->images.pixels, grey.pixels);
  EXPECT_EQ(back->predicted, std::vector<int>(6, -1));
}

TEST(OddPairs, StandInColourUnderTheirNames) {
  PairsArea area(nullptr);
  area.resize(600, 500);
  area.setPairs(std::make_shared<PairSet>(oddPairs(3)));
  EXPECT_TRUE(shows(area, kGreen));
  EXPECT_TRUE(told(area, 2).startsWith("A Sky. Untouched it reads as Sky (90.0 %), attacked as Ankle boot"));
  EXPECT_GT(area.part(QRectF(0, 0, 600, 100), 0).left(), 2.5 * area.fontMetrics().height()) << "room for the name";
}

TEST(OddErrors, AreAMapOfAsManyClasses) {
  auto data = std::make_shared<Dataset>();
  data->test = labelled(9);
  LaneAssessment lane;
  lane.verdicts = {0, 1, 2, 0, 1, 2, 0, 0, 2};
  lane.confusion = {{3, 0, 0}, {1, 2, 0}, {0, 0, 3}};
  lane.clean = {8, 9};
  auto assessment = std::make_shared<Assessment>();
  assessment->lanes = {lane};
  Showing showing;
  ErrorsView view(showing.shown);
  view.resize(1000, 700);
  view.show(assessment, data);
  EXPECT_EQ(view.map().rowLength(), 4);
  EXPECT_EQ(view.map().describe(4), "1 of 3 images of class Ankle boot read as Rose");
  EXPECT_TRUE(view.map().describe(7).startsWith("2 of 3 images of class Ankle boot read rightly"));
  ASSERT_EQ(view.digits().tiles().size(), 1u);
  EXPECT_EQ(view.digits().tiles()[0].caption, "Ankle boot → Rose");
  EXPECT_TRUE(shows(view, kGreen));
  EXPECT_FALSE(view.picture(1).isNull());
  EXPECT_EQ(view.csv().count('\n'), 1 + 9);
}

TEST(OddErrors, OfManyClassesFitTheSameMap) {
  LaneAssessment lane;
  lane.confusion.assign(256, std::vector<int64_t>(256, 1));
  ConfusionMap map(nullptr);
  map.resize(900, 700);
  map.setLane(lane, {.classes = 256, .digits = false});
  EXPECT_EQ(map.rowLength(), 257);
  const QImage picture = map.grab().toImage();
  EXPECT_FALSE(picture.isNull());
  EXPECT_LT(map.minimumSizeHint().width(), 900);
  EXPECT_EQ(map.describe(0), "1 of 256 images of class 0 read as 0, which is right");
}

TEST(OddErrors, OfOtherDataAreNotShown) {
  auto data = std::make_shared<Dataset>();
  data->test = labelled(9);
  auto assessment = std::make_shared<Assessment>();
  assessment->lanes.emplace_back().confusion.assign(10, std::vector<int64_t>(10));
  Showing showing;
  ErrorsView view(showing.shown);
  view.show(assessment, data);
  EXPECT_TRUE(view.digits().tiles().empty());
}

TEST(OddGallery, StandsInColourUnderItsNames) {
  auto gallery = std::make_shared<Gallery>();
  gallery->attack = parseAttack("fgsm:eps=0.1");
  gallery->source = images(3);
  gallery->label = {0, 1, 2};
  gallery->index = {0, 1, 2};
  for (int k = 0; k < 2; ++k) {
    Gallery::Lane lane;
    lane.adversarial = images(3);
    lane.difference.assign(gallery->source.pixels.size(), 0.1f);
    lane.before = {{0, 0.9f}, {1, 0.9f}, {2, 0.9f}};
    lane.after = {{1, 0.8f}, {1, 0.8f}, {1, 0.8f}};
    gallery->lanes.push_back(std::move(lane));
  }
  GalleryArea area(nullptr);
  area.resize(900, 400);
  area.setSource({0, 1}, kind());
  area.setGallery(gallery, 1);
  EXPECT_TRUE(shows(area, kRed));
  EXPECT_TRUE(told(area, 0).contains("λ = 1 reads Ankle boot (80.0 %)"));
  EXPECT_EQ(pairsOf(*gallery, 1).source.kind, kind());
}

TEST(OddGenerator, IsMeasuredAgainstItsOwnClasses) {
  auto q = std::make_shared<GeneratorQuality>();
  q->kind = kind();
  q->count = 300;
  q->score = 2.5;
  q->classes = {200, 91, 9};
  q->realClasses = {100, 100, 100};
  q->full = true;
  const Images two = images(2);
  q->nearest.push_back({{two.at(0), two.at(1)}, {two.at(1), two.at(2)}, 0.5});
  Showing showing;
  GeneratorView view(showing.shown);
  view.resize(900, 900);
  view.show(q, q);
  ASSERT_EQ(view.classes().bars().size(), 3u);
  EXPECT_EQ(view.classes().bars()[1].label, "Ankle boot");
  EXPECT_TRUE(view.classes().bars()[2].alarm) << "9 of 300 are less than a tenth of a third";
  EXPECT_FALSE(view.classes().bars()[1].alarm);
  EXPECT_TRUE(shows(view.nearest(), kGreen));
}

TEST(OddGenerator, IsNotAlarmedAboutAClassThatTheDataLack) {
  auto q = std::make_shared<GeneratorQuality>();
  q->kind = kind();
  q->count = 300;
  q->classes = {0, 150, 150};
  q->realClasses = {0, 150, 150};
  Showing showing;
  GeneratorView view(showing.shown);
  view.show(q, nullptr);
  ASSERT_EQ(view.classes().bars().size(), 2u);
  EXPECT_EQ(view.classes().bars()[0].label, "Ankle boot");
}

}  // namespace
}  // namespace sparring::ui
