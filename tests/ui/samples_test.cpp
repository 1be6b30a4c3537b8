#include <gtest/gtest.h>

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

#include "base/theme.h"
#include "digits/sampleview.h"
#include "widgets/imagetile.h"
#include "widgets/tilearea.h"
#include "window/paintgaps.h"

namespace sparring::ui {
namespace {

constexpr int kGridSide = 28;

/// 2 rows of 3: class 0 right, right, wrong; class 1 right, wrong, right.
std::shared_ptr<SampleGrid> grid(bool conditional = true) {
  auto grid = std::make_shared<SampleGrid>();
  grid->step = 1234;
  grid->images.kind = {.height = kGridSide, .width = kGridSide};
  grid->columns = 3;
  grid->images.pixels.assign(6 * kGridSide * kGridSide, 0);
  grid->wanted = conditional ? std::vector<int>{0, 0, 0, 1, 1, 1} : std::vector<int>(6, -1);
  grid->predicted = {0, 0, 7, 1, 4, 1};
  grid->confidence = {0.9f, 0.8f, 0.6f, 0.99f, 0.5f, 1.0f};
  return grid;
}

class SamplesTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.resize(400, 300);
    view_.QWidget::show();
    QApplication::processEvents();
  }
  QColor frame(int tile) {
    const QRectF rect = view_.area().tileRect(tile);
    return view_.area().grab().toImage().pixelColor(QPointF(rect.left() + 1, rect.center().y()).toPoint());
  }
  QWidget* popup() { return QApplication::activePopupWidget(); }

  SampleView view_;
};

TEST_F(SamplesTest, FramesTellRightFromWrong) {
  view_.show(grid());
  EXPECT_EQ(frame(0), theme::good());
  EXPECT_EQ(frame(2), theme::bad());
  EXPECT_EQ(frame(4), theme::bad());
  EXPECT_EQ(frame(5), theme::good());
}

TEST_F(SamplesTest, AWrongVerdictIsToldWithoutColourToo) {
  view_.show(grid());
  const auto corner = [&](int tile) {
    const QRectF rect = view_.area().tileRect(tile);
    return view_.area().grab().toImage().pixelColor((rect.topRight() + QPointF(-4, 3)).toPoint());
  };
  EXPECT_EQ(corner(2), theme::bad());
  EXPECT_NE(corner(0), theme::good());
}

TEST_F(SamplesTest, NobodyPromisesImagesThatNoGeneratorMakes) {
  ImageSet real{{{.height = kGridSide, .width = kGridSide}, std::vector<uint8_t>(kGridSide * kGridSide)}, {7}};
  view_.showReal(real, "MNIST");
  view_.setGenerator(false);
  EXPECT_EQ(view_.caption(), "Real digits from MNIST; this opponent generates none");
}

TEST_F(SamplesTest, FramesOfAnUnconditionalGeneratorGrowWithConfidence) {
  view_.show(grid(false));
  EXPECT_EQ(frame(5), theme::accent()) << "confidence 1";
  EXPECT_GT(theme::contrast(frame(3), theme::paper()), theme::contrast(frame(4), theme::paper()));
}

TEST_F(SamplesTest, TheSameGridAgainIsNotPainted) {
  const auto same = grid();
  view_.show(same);
  QApplication::processEvents();
  PaintGaps paints(&view_.area());
  paints.begin();
  view_.show(same);
  QApplication::processEvents();
  EXPECT_EQ(paints.paints(), 0);
  view_.show(grid());
  QApplication::processEvents();
  EXPECT_GT(paints.paints(), 0);
}

TEST_F(SamplesTest, FramesFollowTheTone) {
  view_.show(grid());
  theme::apply(*qApp, theme::Mode::Dark);
  EXPECT_EQ(frame(2), theme::bad(theme::Tone::Dark));
  theme::apply(*qApp, theme::Mode::Light);
  EXPECT_EQ(frame(2), theme::bad(theme::Tone::Light));
}

TEST_F(SamplesTest, CaptionCountsWhatCameAsAsked) {
  view_.show(grid());
  EXPECT_EQ(view_.caption(), "Generated digits · step 1,234 · 67 % read as asked by the classifier");
}

TEST_F(SamplesTest, CaptionOfAnUnconditionalGeneratorTellsConfidence) {
  view_.show(grid(false));
  EXPECT_EQ(view_.caption(), "Generated digits · step 1,234 · mean confidence of the classifier 80 %");
}

TEST_F(SamplesTest, RealDigitsStandInUntilTheFirstGrid) {
  view_.showReal(
      {{{.height = kGridSide, .width = kGridSide}, std::vector<uint8_t>(2 * kGridSide * kGridSide, 0)}, {3, 4}},
      "MNIST");
  EXPECT_EQ(view_.caption(), "Real digits from MNIST; generated ones appear here");
  EXPECT_FALSE(view_.area().tileRect(1).isEmpty());
  EXPECT_TRUE(view_.area().tileRect(2).isEmpty());
  view_.show(grid());
  EXPECT_FALSE(view_.area().tileRect(5).isEmpty());
  view_.show(nullptr);
  EXPECT_EQ(view_.caption(), "Real digits from MNIST; generated ones appear here");
}

TEST_F(SamplesTest, TilesKeepSquareAndInside) {
  view_.show(grid());
  for (const QSize size : {QSize(200, 500), QSize(700, 200)}) {
    view_.resize(size);
    QApplication::processEvents();
    for (int i = 0; i < 6; ++i) {
      const QRectF tile = view_.area().tileRect(i);
      EXPECT_EQ(tile.width(), tile.height());
      EXPECT_TRUE(QRectF(view_.area().rect()).contains(tile)) << size.width();
    }
  }
}

TEST_F(SamplesTest, ArrowKeysMoveAndEnterEnlarges) {
  view_.show(grid());
  TileArea& area = view_.area();
  area.setFocus();
  QTest::keyClick(&area, Qt::Key_Home);
  QTest::keyClick(&area, Qt::Key_Right);
  QTest::keyClick(&area, Qt::Key_Down);
  EXPECT_EQ(area.current(), 4);
  EXPECT_NE(area.accessibleDescription().indexOf("Asked for 1"), -1);
  QTest::keyClick(&area, Qt::Key_Down);
  EXPECT_EQ(area.current(), 4) << "there is no row below";
  QTest::keyClick(&area, Qt::Key_Return);
  ASSERT_NE(popup(), nullptr);
  QTest::keyClick(popup(), Qt::Key_Escape);
  EXPECT_EQ(popup(), nullptr);
}

TEST_F(SamplesTest, AClickEnlarges) {
  view_.show(grid());
  QTest::mouseClick(&view_.area(), Qt::LeftButton, {}, view_.area().tileRect(2).center().toPoint());
  ASSERT_NE(popup(), nullptr);
  EXPECT_EQ(view_.area().current(), 2);
  popup()->close();
}

TEST_F(SamplesTest, ADoubleClickEnlargesAndTheNextClickCloses) {
  view_.show(grid());
  const auto press = [](QWidget* target, QEvent::Type type, quint64 time) {
    const QPointF at = target->rect().center();
    QMouseEvent event(type, at, target->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, {});
    event.setTimestamp(time);
    QApplication::sendEvent(target, &event);
  };
  const quint64 interval = quint64(QApplication::doubleClickInterval());
  TileArea& area = view_.area();
  QMouseEvent first(QEvent::MouseButtonPress, area.tileRect(2).center(), area.mapToGlobal(area.tileRect(2).center()),
                    Qt::LeftButton, Qt::LeftButton, {});
  first.setTimestamp(1000);
  QApplication::sendEvent(&area, &first);
  ASSERT_NE(popup(), nullptr);
  press(popup(), QEvent::MouseButtonPress, 1000 + interval / 2);
  ASSERT_NE(popup(), nullptr);
  press(popup(), QEvent::MouseButtonDblClick, 1000 + interval / 2);
  ASSERT_NE(popup(), nullptr);
  press(popup(), QEvent::MouseButtonPress, 1000 + 2 * interval);
  EXPECT_EQ(popup(), nullptr);
}

TEST_F(SamplesTest, TooltipTellsTheVerdict) {
  view_.show(grid());
  const QPoint at = view_.area().tileRect(2).center().toPoint();
  QHelpEvent help(QEvent::ToolTip, at, view_.area().mapToGlobal(at));
  QApplication::sendEvent(&view_.area(), &help);
  EXPECT_EQ(QToolTip::text(), "Asked for 0. The classifier reads 7 with 60.0 % confidence");
  QToolTip::hideText();
}

TEST_F(SamplesTest, ExportIsLightWhateverTheWindowShows) {
  view_.show(grid());
  theme::apply(*qApp, theme::Mode::Dark);
  const QImage picture = view_.picture(2);
  theme::apply(*qApp, theme::Mode::Light);
  EXPECT_EQ(picture.pixelColor(1, 1), theme::paper(theme::Tone::Light));
  EXPECT_EQ(picture.devicePixelRatio(), 2);
}

TEST(ImageTileTest, InkIsDarkOnLightAndLightOnDark) {
  const Images pixels{{.height = 2, .width = 2}, {0, 255, 128, 0}};
  for (const auto tone : {theme::Tone::Light, theme::Tone::Dark}) {
    const QImage image = tileImage(pixels, 0, tone);
    EXPECT_EQ(image.pixelColor(0, 0), theme::paper(tone));
    EXPECT_EQ(image.pixelColor(1, 0), theme::ink(tone));
  }
}

TEST(ThemeTest, TextReachesWcagAaOnItsGrounds) {
  for (const auto tone : {theme::Tone::Light, theme::Tone::Dark}) {
    for (const QColor& ground : {theme::paper(tone), theme::panel(tone)})
      for (const QColor& text : {theme::ink(tone), theme::muted(tone), theme::accent(tone), theme::good(tone),
                                 theme::bad(tone), theme::warning(tone)})
        EXPECT_GE(theme::contrast(text, ground), 4.5)
            << text.name().toStdString() << " on " << ground.name().toStdString();
  }
}

TEST(ThemeTest, CurvesReachThreeToOneOnPaper) {
  for (const auto tone : {theme::Tone::Light, theme::Tone::Dark}) {
    for (const MetricRow& row : metricTable())
      EXPECT_GE(theme::contrast(theme::series(row.metric, tone), theme::paper(tone)), 3) << row.key;
    for (int k = 0; k < 7; ++k) EXPECT_GE(theme::contrast(theme::lane(k, 7, tone), theme::paper(tone)), 3) << k;
  }
}

}  // namespace
}  // namespace sparring::ui
