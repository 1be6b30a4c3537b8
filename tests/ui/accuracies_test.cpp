// A run that measures other attacks than the default ones: every view follows from its list.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTest>
#include <QToolButton>
#include <fstream>
#include <set>

#include "base/metrictext.h"
#include "base/theme.h"
#include "curves/curvesview.h"
#include "curves/plotlegend.h"
#include "frontier/frontierview.h"
#include "report/report.h"
#include "showing.h"
#include "sparring/run.h"
#include "temp_folder.h"

namespace sparring::ui {
namespace {

constexpr const char* kList = "pgd:eps=0.1,steps=5,noise:sigma=0.3";

Metric under(const char* attack) { return accuracyUnder(parseAttack(attack)); }
const Metric kPgd = under("pgd:steps=5"), kOtherNoise = under("noise:sigma=0.3");

std::vector<MetricPoint> evaluation(int64_t step, int16_t lanes = 1) {
  std::vector<MetricPoint> points;
  for (int16_t lane = 0; lane < lanes; ++lane) {
    const double better = 0.01 * lane + 1e-4 * double(step);
    points.insert(points.end(), {{step, Metric::Clean, lane, 0.9 - better},
                                 {step, kPgd, lane, 0.2 + better},
                                 {step, kOtherNoise, lane, 0.8 + better}});
  }
  return points;
}

QStringList legendOf(PlotView& plot) {
  QStringList names;
  for (const auto* button : plot.legend().findChildren<LegendButton*>()) names << button->text();
  return names;
}

QStringList headOf(const QAbstractItemModel& model) {
  QStringList names;
  for (int column = 0; column < model.columnCount(); ++column)
    names << model.headerData(column, Qt::Horizontal).toString();
  return names;
}

TEST(CurvesOfAnotherListTest, TheLegendHasAButtonForEachAttack) {
  Showing showing;
  CurvesView view(showing.shown);
  EXPECT_EQ(legendOf(view.accuracyPlot()), QStringList({"Clean", "Noise", "FGSM"}));
  view.setAccuracies(accuraciesUnder(kList));
  EXPECT_EQ(legendOf(view.accuracyPlot()), QStringList({"Clean", "PGD", "Noise"}));
  EXPECT_TRUE(view.accuracyPlot().legend().button(kPgd)->toolTip().contains("PGD (ε\u00a0=\u00a00.1, 5 steps)"));
}

TEST(CurvesOfAnotherListTest, WhatComesUnaskedGetsACurveToo) {
  Showing showing;
  CurvesView view(showing.shown);
  view.append({{10, kPgd, 0, 0.5}});
  EXPECT_TRUE(legendOf(view.accuracyPlot()).contains("PGD"));
  view.clear();
  EXPECT_FALSE(legendOf(view.accuracyPlot()).contains("PGD"));
}

TEST(CurvesOfAnotherListTest, ACurveOfBeforeAnEditStays) {
  Showing showing;
  CurvesView view(showing.shown);
  view.setAccuracies(accuraciesUnder("fgsm:eps=0.1"));
  view.append({{10, under("fgsm:eps=0.1"), 0, 0.5}});
  view.setAccuracies(accuraciesUnder("fgsm:eps=0.2"));
  EXPECT_EQ(legendOf(view.accuracyPlot()), QStringList({"Clean", "FGSM, ε = 0.2", "FGSM, ε = 0.1"}));
}

TEST(CurvesOfAnotherListTest, WhatWasHiddenStaysHiddenInEveryRunThatHasIt) {
  Showing showing;
  CurvesView view(showing.shown);
  view.setAccuracies(accuraciesUnder(kList));
  view.accuracyPlot().setMetricVisible(kPgd, false);
  CurvesView next(showing.shown);
  next.restoreState(view.saveState());
  EXPECT_TRUE(next.saveState().contains("pgd")) << "also while no run on show has it";
  next.setAccuracies(accuraciesUnder(kList));
  EXPECT_FALSE(next.accuracyPlot().isMetricVisible(kPgd));
  EXPECT_TRUE(next.accuracyPlot().isMetricVisible(kOtherNoise));
}

TEST(LineColoursTest, AreThoseOfTheRolesUntilTheseAreTaken) {
  const auto usual = accuraciesUnder(Params{}.evaluateAttacks);
  const std::vector<int> lines = theme::linesOf(usual);
  for (size_t i = 0; i < usual.size(); ++i) EXPECT_EQ(theme::line(lines[i]), theme::series(usual[i]));
  const std::vector<int> many = theme::linesOf(accuraciesUnder("noise,impulse,fgsm,pgd,cw,kl,square"));
  EXPECT_EQ(std::set<int>(many.begin(), many.end()).size(), many.size()) << "no two are alike";
}

TEST(LineColoursTest, ReachThreeToOneOnPaper) {
  for (const auto tone : {theme::Tone::Light, theme::Tone::Dark})
    for (int i = 0; i < theme::kLines; ++i)
      EXPECT_GE(theme::contrast(theme::line(i, tone), theme::paper(tone)), 3) << i;
}

class FrontierOfAnotherListTest : public testing::Test {
 protected:
  void SetUp() override {
    view_.setLanes({0, 1});
    view_.setAccuracies(accuraciesUnder(kList));
    for (int64_t step = 0; step <= 300; step += 100) view_.append(evaluation(step, 2));
  }
  QToolButton* button(const QString& text) {
    for (auto* button : view_.findChildren<QToolButton*>())
      if (button->text() == text) return button;
    return nullptr;
  }
  Showing showing_;
  FrontierView view_{showing_.shown};
};

TEST_F(FrontierOfAnotherListTest, ItsAttacksAreTheAxes) {
  EXPECT_EQ(view_.plot().robust(), kPgd) << "it sees the gradient";
  EXPECT_EQ(button("FGSM"), nullptr);
  ASSERT_NE(button("PGD"), nullptr);
  QTest::mouseClick(button("Noise"), Qt::LeftButton);
  EXPECT_EQ(view_.plot().robust(), kOtherNoise);
}

TEST_F(FrontierOfAnotherListTest, ItsAttacksAreTheColumns) {
  EXPECT_EQ(headOf(view_.model()), QStringList({"λ", "Clean", "PGD", "Noise"}));
  EXPECT_EQ(view_.model().index(1, 2).data().toString(), "24.0 %");
  EXPECT_TRUE(view_.model().tsv().startsWith("lambda\tclean %\tpgd %\tnoise %\n"));
  EXPECT_TRUE(view_.trailsCsv().startsWith("step,lane,lambda,clean,pgd,noise\n0,0,0,0.9,0.2,0.8\n"));
}

TEST_F(FrontierOfAnotherListTest, AChoiceHoldsFromRunToRun) {
  QTest::mouseClick(button("Noise"), Qt::LeftButton);
  view_.setAccuracies(accuraciesUnder("pgd"));
  view_.clear();
  EXPECT_EQ(view_.plot().robust(), under("pgd"));
  view_.setAccuracies(accuraciesUnder("pgd,noise:sigma=0.1"));
  EXPECT_EQ(view_.plot().robust(), under("noise:sigma=0.1"));
}

TEST_F(FrontierOfAnotherListTest, WithoutAttacksThereIsNoFrontier) {
  view_.setAccuracies(accuraciesUnder(""));
  view_.clear();
  view_.append({{10, Metric::Clean, 0, 0.9}});
  EXPECT_EQ(button("PGD"), nullptr);
  EXPECT_EQ(view_.model().columnCount(), 2);
  EXPECT_EQ(view_.plot().picture({300, 200}, 1, theme::Tone::Light).size(), QSize(300, 200));
}

class ReportOfAnotherListTest : public testing::Test {
 protected:
  QString page(std::vector<double> lambdas) {
    namespace fs = std::filesystem;
    const fs::path run = folder_ / "run";
    fs::create_directories(run);
    Params params;
    params.lambda = lambdas;
    params.evaluateAttacks = kList;
    std::ofstream(run / "config.json")
        << R"({"version":"0.1.0","preset":"","data":{"name":"synthetic","sha256":"ab12","test_images":1000},"device":"cpu","threads":2,"started":"2026-01-02T03:04:05Z","params":)"
        << paramsToJson(params) << "}";
    std::ofstream metrics(run / "metrics.csv");
    metrics << metricsHeader() << "\n";
    for (int step = 100; step <= 500; step += 100)
      for (size_t lane = 0; lane < lambdas.size(); ++lane)
        for (const auto& [key, value] : {std::pair{"clean", 0.9}, {"pgd", step < 500 ? 0.1 : 0.4}, {"noise", 0.5}})
          metrics << step << ",1,joint," << lane << "," << key << "," << value << "\n";
    std::ofstream(run / "events.jsonl")
        << R"({"step":0,"kind":"phase","key":"joint","value":"","message":{"text":"","args":[]}})"
        << "\n";
    metrics.close();
    writeReport(run, folder_ / "out");
    QFile file(folder_.file("out/report.html"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
  }
  test::TempFolder folder_;
};

TEST_F(ReportOfAnotherListTest, TellsWhatWasMeasured) {
  const QString text = page({1});
  EXPECT_TRUE(
      text.contains("are still read correctly under PGD (ε\u00a0=\u00a00.1, 5 steps), an attack built against"));
  EXPECT_TRUE(text.contains("Accuracy under PGD: joint training raised it from 10.0 % to 40.0 %"));
  EXPECT_TRUE(text.contains("Gaussian noise (σ\u00a0=\u00a00.3)"));
  EXPECT_FALSE(text.contains("FGSM"));
}

TEST_F(ReportOfAnotherListTest, LanesHaveAColumnForEachAttack) {
  const QString text = page({0, 1});
  EXPECT_TRUE(text.contains("<th>Accuracy under PGD"));
  EXPECT_TRUE(text.contains("accuracy under PGD upwards"));
  EXPECT_FALSE(text.contains("FGSM"));
}

TEST(MetricTextTest, EveryAttackOfTheListHasWords) {
  for (const AttackInfo& info : attacks()) {
    const Metric metric = under(info.name.c_str());
    EXPECT_TRUE(label(metric).startsWith("Accuracy under ")) << info.name;
    EXPECT_FALSE(shortLabel(metric).isEmpty()) << info.name;
    EXPECT_TRUE(meaning(metric).contains(attackInFull(*metricRow(metric).attack))) << info.name;
  }
}

}  // namespace
}  // namespace sparring::ui
