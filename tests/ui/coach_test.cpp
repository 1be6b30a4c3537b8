// The panel of hints, over a run that was recorded.
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "coach/coachpanel.h"
#include "showing.h"
#include "sparring/run.h"
#include "temp_folder.h"

namespace sparring::ui {
namespace {

class CoachPanelTest : public testing::Test {
 protected:
  /// One that overfits to a single step, as its figures tell; or one in which many steps do no more than one.
  void openRun(bool hollow) {
    const std::filesystem::path run = folder_ / (hollow ? "hollow" : "sound");
    std::filesystem::create_directories(run);
    Params params;
    params.adversary = "fgsm";
    params.lambda = {0, 1};
    params.evaluateAttacks = "fgsm:eps=0.1,pgd:eps=0.1";
    std::ofstream(run / "config.json")
        << R"({"version":"0.1.0","preset":"","data":{"name":"synthetic","sha256":"ab12","test_images":2000},)"
        << R"("device":"cpu","threads":2,"started":"2026-01-02T03:04:05Z","params":)" << paramsToJson(params) << "}";
    std::ofstream(run / "events.jsonl")
        << R"({"step":0,"kind":"phase","key":"joint","value":"","message":{"text":"","args":[]}})"
        << "\n";
    std::ofstream metrics(run / "metrics.csv");
    metrics << metricsHeader() << "\n";
    for (const int step : {100, 200, 300})
      for (const int lane : {0, 1})
        metrics << step << ",1,joint," << lane << ",clean,0.95\n"
                << step << ",1,joint," << lane << ",fgsm,0.8\n"
                << step << ",1,joint," << lane << ",pgd," << (hollow ? 0.01 : 0.79) << "\n";
    metrics.close();
    QSignalSpy looked(&coach_, &Coach::looked);
    showing_.shown.openRun(run);
    ASSERT_TRUE(QTest::qWaitFor([&] { return showing_.shown.opened() == run; }, kPatience));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !looked.isEmpty(); }, kPatience));
  }

  QString words() const {
    QStringList all;
    for (const auto* label : panel_.findChildren<QLabel*>())
      if (!label->isHidden()) all << label->text();
    return all.join(u'\n');
  }
  QPushButton* button(const char* name) const { return panel_.findChild<QPushButton*>(name); }

  test::TempFolder folder_;
  Showing showing_;
  Coach coach_{showing_.session, showing_.shown};
  CoachPanel panel_{coach_};
};

TEST_F(CoachPanelTest, SaysThatThereIsNothingToBeSaid) {
  openRun(false);
  EXPECT_TRUE(coach_.hints().empty());
  EXPECT_TRUE(words().startsWith("Nothing to be said")) << words().toStdString();
  EXPECT_FALSE(button("apply"));
}

TEST_F(CoachPanelTest, TellsSignLaneFiguresAndRemedy) {
  openRun(true);
  ASSERT_EQ(coach_.hints().size(), 1u) << "λ = 0 promises no robustness";
  EXPECT_TRUE(words().contains("Catastrophic overfitting. λ = 1.")) << words().toStdString();
  EXPECT_TRUE(words().contains("At ε = 0.1 a single step (FGSM) leaves 80")) << words().toStdString();
  EXPECT_TRUE(words().contains("many (PGD) only 1")) << words().toStdString();
  EXPECT_TRUE(words().contains("[Adversary = pgd]"));
}

TEST_F(CoachPanelTest, ARunThatIsOverIsHelpedInTheNextOne) {
  openRun(true);
  ASSERT_TRUE(button("apply"));
  EXPECT_EQ(button("apply")->text(), "Apply to the next run");
  panel_.setLive(true);
  EXPECT_EQ(button("apply")->text(), "Apply now") << "the adversary can be changed while training runs";
}

TEST_F(CoachPanelTest, ApplyingAsksForItAndIsQuietFromThenOn) {
  openRun(true);
  QString asked;
  QObject::connect(&panel_, &CoachPanel::applyAsked, &panel_,
                   [&](const Hint& hint) { asked = QString::fromStdString(hint.remedy.front()); });
  ASSERT_TRUE(button("apply"));
  QTest::mouseClick(button("apply"), Qt::LeftButton);
  EXPECT_EQ(asked, "adversary=pgd");
  EXPECT_TRUE(coach_.hints().empty());
}

TEST_F(CoachPanelTest, WhatWasPutOffStaysQuietForThisRunAlone) {
  openRun(true);
  ASSERT_TRUE(button("later"));
  QTest::keyClick(button("later"), Qt::Key_Space);
  EXPECT_TRUE(coach_.hints().empty());
  openRun(false);
  openRun(true);
  EXPECT_TRUE(coach_.hints().empty());
}

}  // namespace
}  // namespace sparring::ui
