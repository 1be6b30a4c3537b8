// The figures of an assessment and the words of a verdict, from assessments made by hand.
#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include "base/attacktext.h"
#include "base/text.h"
#include "robustness/assessmentcsv.h"
#include "robustness/robustfigures.h"
#include "robustness/verdicttext.h"
#include "widgets/checkrow.h"
#include "widgets/figureview.h"
#include "widgets/verdictmarks.h"

namespace sparring::ui {
namespace {

Curve curve(const std::string& attack, const std::string& key, std::vector<std::pair<double, int64_t>> right) {
  Curve curve{parseAttack(attack), key, {}};
  for (const auto& [strength, share] : right) {
    curve.points.push_back({strength, {share, 1000}});
    curve.attack.values[key] = strength;
  }
  return curve;
}

/// Two lanes: λ = 0 falls, λ = 1 withstands.
Assessed twoLanes() {
  Assessment assessment;
  assessment.step = 1200;
  assessment.count = 1000;
  LaneAssessment plain, trained;
  plain.clean = {980, 1000};
  plain.curves = {curve("fgsm", "eps", {{0.1, 100}, {0.2, 10}}), curve("noise", "sigma", {{0.08, 950}, {0.38, 400}})};
  trained.lane = 1;
  trained.lambda = 1;
  trained.clean = {978, 1000};
  trained.curves = {curve("fgsm", "eps", {{0.1, 850}, {0.2, 300}}),
                    curve("noise", "sigma", {{0.08, 970}, {0.38, 930}})};
  assessment.lanes = {plain, trained};
  return std::make_shared<const Assessment>(assessment);
}

std::vector<ComparedLane> contenders(const Assessed& of) {
  return {{of, &of->lanes[0], false, "λ = 0"}, {of, &of->lanes[1], false, "λ = 1"}};
}

class RobustFigureTest : public testing::Test {
 protected:
  RobustFigureTest()
      : view_([this](QSizeF size, const QFont& font, theme::Tone tone) -> std::unique_ptr<Figure> {
          const auto lanes = contenders(assessment_);
          if (bars_) return std::make_unique<CorruptionFigure>(corruptionContent(lanes[1], lanes[0]), size, font, tone);
          return std::make_unique<StrengthFigure>(strengthContent(lanes, lanes[0], "fgsm"), size, font, tone);
        }) {
    view_.resize(600, 400);
    view_.show();
    (void)QTest::qWaitForWindowExposed(&view_);
    view_.setFocus();
  }
  void hover(QPointF at) {
    QMouseEvent event(QEvent::MouseMove, at, view_.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&view_, &event);
  }

  Assessed assessment_ = twoLanes();
  bool bars_ = false;
  FigureView view_;
};

TEST_F(RobustFigureTest, KeysWalkFromCleanToTheStrongest) {
  QTest::keyClick(&view_, Qt::Key_Right);
  EXPECT_TRUE(view_.readout().startsWith("Clean images")) << view_.readout().toStdString();
  EXPECT_TRUE(view_.readout().contains("λ = 1: 97.8 % (96.7–98.5)")) << view_.readout().toStdString();
  QTest::keyClick(&view_, Qt::Key_Right);
  QTest::keyClick(&view_, Qt::Key_Right);
  QTest::keyClick(&view_, Qt::Key_Right);
  EXPECT_TRUE(view_.readout().contains("30.0 %")) << view_.readout().toStdString();
  QTest::keyClick(&view_, Qt::Key_Escape);
  EXPECT_TRUE(view_.readout().isEmpty());
}

TEST_F(RobustFigureTest, TheMouseReadsTheNearestStrength) {
  hover({300, 5});
  EXPECT_FALSE(view_.place()) << "above the frame";
  hover({570, 200});
  ASSERT_TRUE(view_.place());
  EXPECT_EQ(*view_.place(), 2);
  hover({70, 200});
  EXPECT_EQ(*view_.place(), 0);
}

TEST_F(RobustFigureTest, TheBaselineIsTold) {
  const auto lanes = contenders(assessment_);
  const auto content = strengthContent(lanes, lanes[0], "fgsm");
  ASSERT_EQ(content.lines.size(), 2u);
  EXPECT_TRUE(content.lines[0].baseline);
  EXPECT_FALSE(content.lines[1].baseline);
}

TEST_F(RobustFigureTest, APinnedBaselineIsALineOfItsOwn) {
  auto lanes = contenders(assessment_);
  ComparedLane pinned = lanes[0];
  pinned.pinned = true;
  EXPECT_EQ(strengthContent({lanes[1]}, pinned, "fgsm").lines.size(), 2u);
  EXPECT_TRUE(strengthContent({lanes[1]}, pinned, "cw").lines.empty()) << "nobody measured it";
}

TEST_F(RobustFigureTest, OutdatedCurvesArePale) {
  const auto lanes = contenders(assessment_);
  const auto look = [&](bool outdated) {
    auto content = strengthContent(lanes, lanes[0], "fgsm");
    content.outdated = outdated;
    QImage image(600, 400, QImage::Format_RGB32);
    QPainter painter(&image);
    StrengthFigure(content, QSizeF(600, 400), view_.font(), theme::Tone::Light).paint(painter, theme::Tone::Light);
    return image;
  };
  const QImage fresh = look(false), pale = look(true);
  qint64 lighter = 0;
  for (int y = 0; y < fresh.height(); ++y)
    for (int x = 0; x < fresh.width(); ++x) lighter += qGray(pale.pixel(x, y)) - qGray(fresh.pixel(x, y));
  EXPECT_GT(lighter, 0);
}

TEST_F(RobustFigureTest, BarsShowCleanAndCorruptionsAndNoAttack) {
  bars_ = true;
  view_.renew();
  QStringList titles;
  for (int i = 0; i < 4; ++i) {
    QTest::keyClick(&view_, Qt::Key_Right);
    titles << view_.readout().section('\n', 0, 0);
  }
  titles.removeDuplicates();
  EXPECT_EQ(titles.size(), 3) << titles.join("; ").toStdString();
  EXPECT_TRUE(titles[1].startsWith("Gaussian noise (σ"));
  EXPECT_TRUE(view_.readout().contains("λ = 0 (baseline): 40.0 %")) << view_.readout().toStdString();
}

TEST_F(RobustFigureTest, TheDrawingFollowsTheFigures) {
  const QImage before = view_.picture({500, 300}, 1, theme::Tone::Light);
  Assessment other = *assessment_;
  other.lanes[1].curves[0].points[0].share.right = 100;
  assessment_ = std::make_shared<const Assessment>(other);
  EXPECT_NE(view_.picture({500, 300}, 1, theme::Tone::Light), before);
}

TEST(AttackTextTest, ItsWordsAreThoseOfItsRow) {
  EXPECT_EQ(attackName("kl"), "KL (TRADES)");
  EXPECT_EQ(attackName("unheard-of"), "unheard-of");
  EXPECT_EQ(attackSettings(parseAttack("pgd:restarts=10"), "eps"), "40 steps, 10 starts");
  EXPECT_EQ(attackSettings(parseAttack("fgsm"), "eps"), "");
  EXPECT_EQ(strengthSymbol("speckle", "sigma"), "σ");
  EXPECT_EQ(strengthTitle("contrast", "factor"), "factor");
  EXPECT_TRUE(strengthTitle("fgsm", "eps").startsWith("ε, "));
  EXPECT_EQ(attackLabel("pgd:eps=0.3,steps=7"), "PGD, ε = 0.3, steps = 7");
}

TEST(VerdictTextTest, TheOpponentOfTrainingIsCalledThat) {
  Finding own;
  own.against.kind = Against::Kind::Own;
  EXPECT_EQ(findingTitle(own, {}), "the opponent of training");
}

TEST(VerdictTextTest, AttacksAreNamedForPeople) {
  const auto assessment = twoLanes();
  const auto& trained = assessment->lanes[1];
  const auto list = findings(assessment->lanes[0], trained);
  const QString verdict = verdictSentence(list, trained);
  EXPECT_TRUE(verdict.contains(attackAt("fgsm", "eps", 0.1))) << verdict.toStdString();
  EXPECT_FALSE(verdict.contains("eps="));
  EXPECT_TRUE(findingSentence(list[1], trained).contains("FGSM"));
  EXPECT_EQ(findingTitle(list[0], trained), "Clean images");
}

TEST(VerdictTextTest, NoGainIsCalledThat) {
  const auto assessment = twoLanes();
  const auto& lane = assessment->lanes[0];
  const auto list = findings(lane, lane);
  EXPECT_TRUE(verdictSentence(list, lane).startsWith("No gain"));
  EXPECT_EQ(findingKind(list[0]), "No cost");
  EXPECT_EQ(findingKind(list[1]), "No gain");
}

TEST(DifferenceScaleTest, HoldsEveryIntervalAndZero) {
  Finding gain, cost;
  gain.low = 0.42;
  gain.high = 0.57;
  cost.low = -0.03;
  cost.high = -0.01;
  const auto scale = DifferenceScale::of({gain, cost});
  EXPECT_DOUBLE_EQ(scale.from, -0.1);
  EXPECT_DOUBLE_EQ(scale.to, 0.6);
}

TEST(CheckRowTest, AClickTellsWhatItMeans) {
  CheckRow row({"one-step", {"Title"}, {"The finding."}, {"The meaning."}, Check::Verdict::Alarm});
  row.show();
  const auto visible = [&](const QString& words) {
    for (auto* label : row.findChildren<QLabel*>())
      if (label->text() == words) return label->isVisible();
    return false;
  };
  EXPECT_TRUE(visible("The finding."));
  EXPECT_FALSE(visible("The meaning."));
  QTest::mouseClick(row.findChild<QToolButton*>(), Qt::LeftButton);
  EXPECT_TRUE(visible("The meaning."));
}

TEST(AssessmentCsvTest, HasALineForEveryCountOfEveryLane) {
  const QString csv = assessmentCsv(twoLanes(), {});
  EXPECT_EQ(csv.count('\n'), 1 + 2 * (1 + 4));
  EXPECT_TRUE(csv.contains("shown,1200,1,1,fgsm,eps,0.1,850,1000,0.85,"));
  EXPECT_TRUE(csv.contains("shown,1200,0,0,clean,,0,980,1000,"));
}

}  // namespace
}  // namespace sparring::ui
