#include "sparring/compare.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "io/file.h"
#include "sparring/library.h"
#include "sparring/run.h"
#include "sparring/times.h"
#include "sparring/trainer.h"
#include "temp_folder.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;
using Kind = ComparedFigure::Kind;

std::vector<bool> bits(const std::string& text) {
  std::vector<bool> all;
  for (const char c : text) all.push_back(c == '1');
  return all;
}

TEST(PairedTest, CountsImagesByWhoNamesThemRightly) {
  const Paired paired = Paired::of(bits("1110010"), bits("1100101"));
  EXPECT_EQ(paired.both, 2);
  EXPECT_EQ(paired.first, 2);
  EXPECT_EQ(paired.second, 2);
  EXPECT_EQ(paired.neither, 1);
}

TEST(PairedTest, TheIntervalIsNewcombesForPairedShares) {
  const Difference found = Paired{20, 2, 12, 16}.difference();
  EXPECT_NEAR(found.value, 0.2, 1e-12);
  EXPECT_NEAR(found.low, 0.056156, 1e-5);
  EXPECT_NEAR(found.high, 0.329207, 1e-5);
}

TEST(PairedTest, TurnedRoundItChangesItsSign) {
  const Difference one = Paired{9000, 200, 700, 100}.difference(), other = Paired{9000, 700, 200, 100}.difference();
  EXPECT_NEAR(one.low, -other.high, 1e-12);
  EXPECT_NEAR(one.high, -other.low, 1e-12);
}

TEST(PairedTest, ImagesInCommonMakeTheIntervalNarrower) {
  const Paired paired{8900, 300, 400, 400};
  const Difference alone = difference(Share{9300, 10000}, Share{9200, 10000});
  EXPECT_LT(paired.difference().high - paired.difference().low, alone.high - alone.low);
}

TEST(PairedTest, EquallyRightEverywhereIsNoDifference) {
  const Difference none = Paired{100, 0, 0, 0}.difference();
  EXPECT_EQ(none.value, 0);
  EXPECT_LE(none.low, 0);
  EXPECT_GE(none.high, 0);
}

TEST(PairedTest, McNemarIsTheExactBinomial) {
  EXPECT_NEAR((Paired{0, 12, 2, 0}.chance()), 2 * (1 + 14 + 91) / 16384.0, 1e-12);
  EXPECT_NEAR((Paired{50, 2, 12, 7}.chance()), 2 * (1 + 14 + 91) / 16384.0, 1e-12);
  EXPECT_EQ((Paired{50, 3, 3, 7}.chance()), 1);
  EXPECT_EQ((Paired{50, 0, 0, 7}.chance()), 1);
  EXPECT_LT((Paired{0, 3000, 2000, 0}.chance()), 1e-40);
  EXPECT_NEAR((Paired{0, 2000, 1999, 0}.chance()), 1, 1e-9);
}

TEST(ChartTest, GapsAreNotBridgedAndTextIsEscaped) {
  Chart chart{"a < b & \"c\"", "step", "", {}, false, true};
  chart.series.push_back({"one", {{0, 0.5}, {1, std::nan("")}, {2, 0.75}, {3, 1}}});
  const std::string svg = chartSvg(chart, true);
  EXPECT_NE(svg.find("a &lt; b &amp; &quot;c&quot;"), std::string::npos);
  const size_t path = svg.find("<path d=\"M");
  ASSERT_NE(path, std::string::npos);
  const std::string drawn = svg.substr(path, svg.find('/', path) - path);
  EXPECT_EQ(std::ranges::count(drawn, 'M'), 2);
  EXPECT_EQ(std::ranges::count(drawn, 'L'), 1);
  EXPECT_EQ(svg.find("nan"), std::string::npos);
}

TEST(ChartTest, NothingToDrawIsNoPicture) {
  EXPECT_TRUE(chartSvg({}, true).empty());
  Chart chart;
  chart.series.push_back({"one", {{0, std::nan("")}}});
  EXPECT_TRUE(chartSvg(chart, true).empty());
}

TEST(ChartTest, ABandLiesAroundItsLineAndInTheLegend) {
  Chart chart{"t", "x", "", {{"mean", {{0, 0.5, 0, 0, 0.4, 0.6}, {1, 0.6, 0, 0, 0.3, 0.9}}}}};
  EXPECT_TRUE(hasBand(chart.series[0]));
  EXPECT_LE(chartY(chart).low, 0.3);
  EXPECT_GE(chartY(chart).high, 0.9);
  const std::string svg = chartSvg(chart, true);
  EXPECT_NE(svg.find("class=\"band c0\""), svg.rfind("class=\"band c0\"")) << "in the plot, and beside its name";
  chart.series[0].points = {{0, 0.5}, {1, 0.6}};
  EXPECT_FALSE(hasBand(chart.series[0]));
  EXPECT_EQ(chartSvg(chart, true).find("class=\"band"), std::string::npos);
}

TEST(ChartTest, ANoteIsWrittenOnIt) {
  Chart chart{"t", "x", "", {{"one", {{0, 1}, {1, 2}}}}, false, false, "without <b>"};
  EXPECT_NE(chartSvg(chart, true).find("without &lt;b&gt;"), std::string::npos);
}

TEST(ContenderTest, NamesAStepOrAFolderOfRuns) {
  test::TempFolder folder;
  EXPECT_THROW(contenderOf((folder / "none").string()), Error);
  EXPECT_THROW(contenderOf((folder / "none@five").string()), Error);
}

/// Three small runs on drawn digits: two of one setting, one that learns more slowly.
class CompareTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<test::TempFolder>();
    train("a", 1, 0.002);
    train("b", 2, 0.002);
    train("slow", 1, 0.00001);
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static void train(const std::string& name, int64_t seed, double rate) {
    Params params;
    params.data = "synthetic";
    params.adversary = "fgsm";
    params.lambda = {0, 1};
    params.lrClassifier = rate;
    params.seed = seed;
    params.device = "cpu";
    params.threads = 1;
    params.epochsPretrain = params.epochsGan = 0;
    params.epochsJoint = 1;
    params.evaluateEvery = 20;
    params.evaluateLimit = 200;
    params.evaluateAttacks = "fgsm:eps=0.1";
    RunOptions options;
    options.folder = *folder_ / name;
    options.steps = 60;
    Trainer trainer(params, loadDataset("synthetic"), options);
    trainer.start();
    trainer.wait();
  }

  static CompareOptions quick() {
    CompareOptions options;
    options.metrics = {"clean", "fgsm:eps=0.1", "L_total"};
    options.limit = 500;
    return options;
  }
  static Contender run(const std::string& name) { return contenderOf((*folder_ / name).string()); }

  static inline std::unique_ptr<test::TempFolder> folder_;
};

TEST_F(CompareTest, HoldsEachAgainstTheBaselineOnTheSameImages) {
  const ComparedRuns runs = compareRuns({run("slow"), run("a")}, quick());
  EXPECT_EQ(runs.parameters, std::vector<std::string>{"lr.classifier"});
  EXPECT_EQ(runs.images, 500);
  ASSERT_EQ(runs.rows.size(), 2u);
  EXPECT_EQ(runs.rows[0].figures[0].kind, Kind::Baseline);
  const ComparedFigure& clean = runs.rows[1].figures[0];
  EXPECT_EQ(clean.kind, Kind::Better);
  ASSERT_TRUE(clean.share && clean.p);
  EXPECT_EQ(clean.share->count, 500);
  EXPECT_NEAR(clean.difference.value, static_cast<double>(clean.gained - clean.lost) / 500, 1e-12);
  EXPECT_LT(*clean.p, 1e-6);
  EXPECT_EQ(runs.rows[1].figures[2].kind, Kind::Unknown) << "a loss has no interval";
  EXPECT_LT(runs.rows[1].figures[2].value, runs.rows[0].figures[2].value);
}

TEST_F(CompareTest, TheSameRunTwiceIsWithinChance) {
  const ComparedRuns runs = compareRuns({run("a"), run("a")}, quick());
  for (size_t i : {0u, 1u}) {
    EXPECT_EQ(runs.rows[1].figures[i].kind, Kind::Chance);
    EXPECT_EQ(*runs.rows[1].figures[i].p, 1);
  }
  EXPECT_NE(sentenceOf(runs, 1, 0).str().find("within chance"), std::string::npos);
}

TEST_F(CompareTest, TakesTheMostRobustLaneUnlessOneIsNamed) {
  Contender plain = run("a"), robust = run("a");
  plain.lane = 0;
  robust.lane = 1;
  const ComparedRuns runs = compareRuns({plain, robust, run("a")}, quick());
  const size_t better = runs.rows[1].figures[1].value > runs.rows[0].figures[1].value ? 1 : 0;
  EXPECT_EQ(runs.rows[2].lane, static_cast<int>(better));
  EXPECT_EQ(runs.rows[0].lambda, 0);
  EXPECT_EQ(runs.rows[1].lambda, 1);
  EXPECT_NE(runs.rows[0].title, runs.rows[1].title);
}

TEST_F(CompareTest, AFolderOfSeedsCountsByItsMean) {
  test::TempFolder seeds;
  for (const char* name : {"a", "b"}) fs::copy(*folder_ / name, seeds / name, fs::copy_options::recursive);
  const ComparedRuns runs = compareRuns({run("a"), contenderOf(seeds.path().string())}, quick());
  const ComparedFigure& clean = runs.rows[1].figures[0];
  ASSERT_EQ(clean.runs.size(), 2u);
  EXPECT_NEAR(clean.value, (clean.runs[0] + clean.runs[1]) / 2, 1e-12);
  EXPECT_FALSE(clean.p) << "McNemar's test is for two runs";
  EXPECT_EQ(clean.kind, Kind::Chance) << "two seeds say little";
}

TEST_F(CompareTest, RunsBetweenCommasCountByTheirMean) {
  const Contender mean = contenderOf((*folder_ / "a").string() + "," + (*folder_ / "b").string());
  ASSERT_EQ(mean.runs.size(), 2u);
  const ComparedRuns runs = compareRuns({run("slow"), mean}, quick());
  EXPECT_EQ(runs.rows[1].figures[0].runs.size(), 2u);
  EXPECT_TRUE(runs.rows[1].title.ends_with(" (2)")) << runs.rows[1].title;
}

TEST_F(CompareTest, AMeanIsOfOneAndTheSameLane) {
  Contender both{{*folder_ / "a", *folder_ / "b"}}, plain = both, robust = both;
  plain.lane = 0;
  robust.lane = 1;
  const ComparedRuns runs = compareRuns({plain, robust, both}, quick());
  const auto fgsm = [&](size_t row) { return runs.rows[row].figures[1].value; };
  EXPECT_EQ(fgsm(2), std::max(fgsm(0), fgsm(1)));
  EXPECT_EQ(runs.rows[2].lambda, fgsm(1) > fgsm(0) ? 1 : 0);
}

const ComparisonChart& chartOf(const std::vector<ComparisonChart>& charts, const std::string& name) {
  return *std::ranges::find(charts, name, &ComparisonChart::name);
}

TEST_F(CompareTest, CurvesLieAlongStepsEpochsAndSeconds) {
  const auto charts = comparisonCharts(compareRuns({run("a"), run("slow")}, quick()));
  const ComparisonChart& clean = chartOf(charts, "curve-clean");
  EXPECT_EQ(clean.chart.series[0].points.back().x, 60);
  EXPECT_LT(clean.byEpochs.series[0].points.back().x, 1.01);
  const auto& seconds = clean.bySeconds.series[0].points;
  EXPECT_EQ(seconds.size(), clean.chart.series[0].points.size());
  EXPECT_EQ(seconds.back().x, secondsAt(trainingTimes(*folder_ / "a"), 60));
  EXPECT_TRUE(clean.bySeconds.note.empty());
}

TEST_F(CompareTest, ARunWithoutTimesIsSaidAndNotDrawn) {
  test::TempFolder copies;
  fs::copy(*folder_ / "slow", copies / "old", fs::copy_options::recursive);
  fs::remove(copies / "old" / "times.csv");
  const auto charts = comparisonCharts(compareRuns({run("a"), contenderOf((copies / "old").string())}, quick()));
  const Chart& seconds = chartOf(charts, "curve-clean").bySeconds;
  EXPECT_FALSE(seconds.series[0].points.empty());
  EXPECT_TRUE(seconds.series[1].points.empty());
  EXPECT_NE(seconds.note.find("old"), std::string::npos);
}

TEST_F(CompareTest, AMeanIsDrawnInItsBand) {
  const std::string seeds = (*folder_ / "a").string() + "," + (*folder_ / "b").string();
  const auto charts = comparisonCharts(compareRuns({run("slow"), contenderOf(seeds)}, quick()));
  for (const char* name : {"curve-clean", "curve-L_total"}) {
    const auto& series = chartOf(charts, name).chart.series;
    EXPECT_FALSE(hasBand(series[0])) << "one run";
    ASSERT_TRUE(hasBand(series[1])) << name;
  }
  const ChartPoint& loss = chartOf(charts, "curve-L_total").chart.series[1].points.back();
  EXPECT_LT(loss.yLow, loss.y);
  EXPECT_NEAR(loss.y - loss.yLow, loss.yHigh - loss.y, 1e-9) << "a loss is not held within [0,1]";
  double sum = 0;
  for (const char* one : {"a", "b"})
    for (const MetricPoint& point : readRun(*folder_ / one).points)
      if (point.metric == Metric::Clean && point.step == 60 && point.lane == 1) sum += point.value;
  EXPECT_NEAR(chartOf(charts, "curve-clean").chart.series[1].points.back().y, sum / 2, 1e-9);
}

TEST_F(CompareTest, AccuracyAgainstStrengthIsMeasuredWhereAskedFor) {
  CompareOptions options = quick();
  EXPECT_TRUE(compareRuns({run("a"), run("slow")}, options).curves.empty());
  options.strengths = true;
  const ComparedRuns runs = compareRuns({run("a"), run("slow")}, options);
  ASSERT_EQ(runs.curves.size(), 1u) << "of the one attack";
  const ComparedCurve& curve = runs.curves[0];
  EXPECT_EQ(curve.metric, "fgsm:eps=0.1");
  EXPECT_EQ(curve.strengths.front(), 0) << "clean";
  EXPECT_TRUE(std::ranges::is_sorted(curve.strengths));
  EXPECT_EQ(curve.images, 500);
  ASSERT_EQ(curve.rows.size(), 2u);
  EXPECT_EQ(curve.rows[0].front().value, runs.rows[0].figures[0].value) << "the same images";
  const auto at = std::ranges::find(curve.strengths, 0.1) - curve.strengths.begin();
  EXPECT_EQ(curve.rows[0][static_cast<size_t>(at)].value, runs.rows[0].figures[1].value);
  EXPECT_LT(curve.rows[0].back().value, curve.rows[0].front().value);
  for (const auto& point : curve.rows[0]) EXPECT_LT(point.low, point.high);
  const Chart chart = chartOf(comparisonCharts(runs), "strength-fgsm-eps-0-1").chart;
  EXPECT_TRUE(hasBand(chart.series[1]));
  EXPECT_NE(chart.note.find("500"), std::string::npos);
}

TEST_F(CompareTest, WhatWasMeasuredIsKept) {
  compareRuns({run("a"), run("b")}, quick());
  int asked = 0;
  compareRuns({run("a"), run("b")}, quick(), [&](const std::string&, int64_t, int64_t) {
    ++asked;
    return true;
  });
  EXPECT_EQ(asked, 0);
}

TEST_F(CompareTest, SaysWhatCannotBeCompared) {
  EXPECT_THROW(compareRuns({run("a")}, quick()), Error);
  CompareOptions odd = quick();
  odd.metrics = {"cleen"};
  EXPECT_THROW(compareRuns({run("a"), run("b")}, odd), Error);
  Contender lane = run("a");
  lane.lane = 7;
  EXPECT_THROW(compareRuns({run("a"), lane}, quick()), Error);
  EXPECT_THROW(compareRuns({run("a"), run("b")}, {.metrics = {"noise:sigma=0.31"}, .limit = 400},
                           [](const std::string&, int64_t, int64_t) { return false; }),
               Error);
}

TEST_F(CompareTest, TheReportHoldsFiguresTablesAndEveryRun) {
  test::TempFolder out;
  writeLabels(*folder_ / "b", {"second <seed>", "", false, {}});
  CompareOptions options = quick();
  options.strengths = true;
  const ComparedRuns runs = compareRuns({run("slow"), run("a"), run("b")}, options);
  writeComparison(runs, out / "report");
  const std::string page = readFile(out / "report" / "index.html");
  EXPECT_NE(page.find("second &lt;seed&gt;"), std::string::npos);
  EXPECT_EQ(page.find("second <seed>"), std::string::npos);
  EXPECT_NE(page.find("<svg"), std::string::npos);
  for (const char* file :
       {"frontier.svg", "curve-clean.svg", "curve-clean-seconds.svg", "curve-L_total.svg", "curves.csv"})
    EXPECT_TRUE(fs::exists(out / "report" / file)) << file;
  const auto json = nlohmann::json::parse(readFile(out / "report" / "comparison.json"));
  ASSERT_EQ(json.at("runs").size(), 3u);
  EXPECT_EQ(json.at("runs")[2].at("title"), "second <seed>");
  EXPECT_EQ(json.at("runs")[0].at("metrics")[0].at("verdict"), "baseline");
  const std::string csv = readFile(out / "report" / "comparison.csv");
  EXPECT_EQ(std::ranges::count(csv, '\n'), 1 + 3 * 3);
  EXPECT_EQ(json.at("runs")[1].at("strengths")[0].at("name"), "fgsm:eps=0.1");
  EXPECT_TRUE(fs::exists(out / "report" / "strengths.csv"));
  EXPECT_NE(page.find("id=\"seconds\""), std::string::npos) << "the curves' axis can be chosen";
  EXPECT_THROW(writeComparison(runs, out / "report"), Error) << "it is not empty";
  writeComparisonPage(runs, out / "alone.html");
  EXPECT_EQ(readFile(out / "alone.html"), page);
  fs::remove(*folder_ / "b" / "labels.json");
}

}  // namespace
}  // namespace sparring
