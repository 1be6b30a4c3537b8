// What a sweep does next, what came of it, and what its folder keeps.
#include <algorithm>
#include <fstream>

#include "engine_fixture.h"
#include "io/file.h"
#include "sparring/error.h"
#include "sparring/run.h"
#include "sparring/sweep.h"
#include "temp_folder.h"

namespace sparring {
namespace {

SweepSpec nineRuns() {
  SweepSpec spec;
  spec.vary = {parseVariation("batch=16..24:9")};
  spec.epochs = 9;
  spec.halving = 3;
  return spec;
}

SweepResult result(int64_t budget, double value) { return {budget, budget * 10, value, 0, 1.0}; }

TEST(Halving, BudgetsGrowByTheFactorUpToTheWhole) {
  EXPECT_EQ(budgetsOf(nineRuns(), 9), (std::vector<int64_t>{1, 3, 9}));
  SweepSpec spec = nineRuns();
  spec.epochs = 2;
  EXPECT_EQ(budgetsOf(spec, 9), std::vector<int64_t>{2}) << "no run is shorter than an epoch";
  spec.halving = 0;
  EXPECT_EQ(budgetsOf(spec, 9), std::vector<int64_t>{2});
  spec.epochs.reset();
  EXPECT_EQ(budgetsOf(spec, 9), std::vector<int64_t>{0}) << "their own length";
  spec.halving = 3;
  EXPECT_THROW(budgetsOf(spec, 9), Error);
  spec.halving = 1;
  EXPECT_THROW(budgetsOf(spec, 9), Error);
}

TEST(Halving, TheBestOfARungGoOnBeforeOthersBegin) {
  const SweepSpec spec = nineRuns();
  SweepResults results(9);
  EXPECT_EQ(nextJob(spec, results, {}), (SweepJob{0, 1}));
  EXPECT_EQ(nextJob(spec, results, {0}), (SweepJob{1, 1})) << "what is under way is not begun again";
  results[0] = {result(1, 0.5)};
  results[1] = {result(1, 0.7)};
  EXPECT_EQ(nextJob(spec, results, {}), (SweepJob{2, 1})) << "two are too few to tell";
  results[2] = {result(1, 0.6)};
  EXPECT_EQ(nextJob(spec, results, {}), (SweepJob{1, 3}));
  EXPECT_EQ(nextJob(spec, results, {1}), (SweepJob{3, 1})) << "it is on its way";
}

TEST(Halving, ItIsDoneWhenTheBestHasBeenThroughTheWhole) {
  const SweepSpec spec = nineRuns();
  SweepResults results(9);
  for (int i = 0; i < 9; ++i) results[size_t(i)] = {result(1, 0.1 * i)};
  int jobs = 0;
  while (const auto job = nextJob(spec, results, {})) {
    results[job->run].push_back(result(job->budget, 0.1 * double(job->run)));
    ASSERT_LT(++jobs, 20);
  }
  EXPECT_EQ(jobs, 4) << "three to the second rung, one to the third";
  ASSERT_EQ(results[8].size(), 3u);
  EXPECT_EQ(bestOf(spec, results)->run, 8u);
}

TEST(Halving, OfALossTheLeastGoesOn) {
  SweepSpec spec = nineRuns();
  spec.metric = "L";
  SweepResults results(9);
  for (int i = 0; i < 9; ++i) results[size_t(i)] = {result(1, 0.1 * i)};
  EXPECT_EQ(nextJob(spec, results, {}), (SweepJob{0, 3}));
}

TEST(SweepBestOf, CountsTheMeanOfSeeds) {
  SweepSpec spec;
  spec.vary = {parseVariation("batch=16,32")};
  spec.seeds = 2;
  SweepResults results(4);
  EXPECT_FALSE(bestOf(spec, results));
  results[0] = {result(0, 0.9)};
  results[1] = {result(0, 0.3)};
  results[2] = {result(0, 0.7)};
  results[3] = {result(0, 0.8)};
  const auto best = bestOf(spec, results);
  EXPECT_EQ(best->run, 3u);
  EXPECT_DOUBLE_EQ(best->mean, 0.75);
  EXPECT_EQ(best->seeds, 2);
}

class SweepFolderTest : public ::testing::Test {
 protected:
  static SweepSpec spec() {
    SweepSpec spec;
    spec.settings = {"data=synthetic",    "adversary=none",   "lambda=0,1",         "classifier.hidden=8",
                     "epochs.pretrain=0", "evaluate.every=0", "evaluate.limit=100", "threads=1"};
    spec.vary = {parseVariation("batch=100,200")};
    spec.metric = "fgsm:eps=0.1";
    spec.steps = 4;
    return spec;
  }
  test::TempFolder folder_;
  const std::filesystem::path sweep_ = folder_ / "sweep";
};

TEST_F(SweepFolderTest, TheSameAgainGoesOnAndAnotherIsRefused) {
  SweepFolder::make(sweep_, spec());
  SweepSpec more = spec();
  more.jobs = 2;
  EXPECT_EQ(SweepFolder::make(sweep_, more).spec().jobs, 2) << "how many at a time may change";
  more.steps = 5;
  EXPECT_THROW(SweepFolder::make(sweep_, more), Error);
  EXPECT_EQ(SweepFolder::open(sweep_).spec(), spec());
  EXPECT_THROW(SweepFolder::open(folder_ / "nowhere"), Error);
}

TEST_F(SweepFolderTest, AFolderOfOtherThingsIsRefusedAndABadSweepMakesNone) {
  std::filesystem::create_directories(sweep_);
  std::ofstream(sweep_ / "mine.txt") << "x";
  EXPECT_THROW(SweepFolder::make(sweep_, spec()), Error);
  SweepSpec bad = spec();
  bad.vary.clear();
  EXPECT_THROW(SweepFolder::make(folder_ / "bad", bad), Error);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "bad"));
}

TEST_F(SweepFolderTest, ARunIsTrainedMeasuredAndNoted) {
  const SweepFolder folder = SweepFolder::make(sweep_, spec());
  ASSERT_TRUE(folder.work({1, 4}, 1, [] { return false; }));
  const SweepResults results = folder.results();
  EXPECT_TRUE(results[0].empty());
  ASSERT_EQ(results[1].size(), 1u);
  EXPECT_EQ(results[1][0].step, 4);
  EXPECT_GE(results[1][0].value, 0);
  EXPECT_LE(results[1][0].value, 1);
  EXPECT_EQ(readRun(folder.runFolder(1)).config.params.batch, 200);
  ASSERT_TRUE(folder.work({1, 6}, 1, [] { return false; })) << "on to another budget";
  EXPECT_EQ(folder.results()[1][1].step, 6);
}

TEST_F(SweepFolderTest, AResultThatIsBrokenIsMeasuredAgain) {
  const SweepFolder folder = SweepFolder::make(sweep_, spec());
  ASSERT_TRUE(folder.work({0, 4}, 1, [] { return false; }));
  const auto whole = folder.results();
  for (const char* text : {"", "[", "{}", "[{\"budget\":4}]", "[{\"budget\":1e300}]", "[1]"}) {
    std::ofstream(sweep_ / "results" / "run-01.json") << text;
    EXPECT_TRUE(folder.results()[0].empty()) << text;
  }
  ASSERT_TRUE(folder.work({0, 4}, 1, [] { return false; }));
  EXPECT_EQ(folder.results()[0][0].value, whole[0][0].value);
}

TEST_F(SweepFolderTest, OneThatIsStoppedHasNoResultAndGoesOn) {
  SweepSpec longer = spec();
  longer.steps = 100'000'000;
  const SweepFolder folder = SweepFolder::make(sweep_, longer);
  EXPECT_FALSE(folder.work({0, 100'000'000}, 1, [] { return true; }));
  EXPECT_TRUE(folder.results()[0].empty());
  EXPECT_FALSE(readRun(folder.runFolder(0)).checkpoints.empty());
  EXPECT_TRUE(folder.work({0, 3'000}, 1, [] { return false; }));
}

TEST_F(SweepFolderTest, WhatNoRunMeasuresIsSaid) {
  SweepSpec of = spec();
  of.metric = "G";
  const SweepFolder folder = SweepFolder::make(sweep_, of);
  EXPECT_THROW(folder.work({0, 4}, 1, [] { return false; }), Error);
}

}  // namespace
}  // namespace sparring
