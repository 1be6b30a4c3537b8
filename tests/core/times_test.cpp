// How long a run was trained, beside its points.
#include "sparring/times.h"

#include <algorithm>
#include <limits>

#include "engine_fixture.h"
#include "io/timesfile.h"
#include "run_fixture.h"
#include "sparring/trainer.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

class TimesTest : public test::RunFixture {
 protected:
  using Times = std::vector<StepTime>;

  static RunConfig forked(const std::string& parent, int64_t step) {
    RunConfig child = config();
    child.parent = Origin{parent, step};
    return child;
  }
  fs::path child() const { return run_.parent_path() / "child"; }
};

TEST_F(TimesTest, LinesAreReadFromTheRunsBeginning) {
  EXPECT_EQ(timesOf("step,seconds\n10,1.5\n20,3.25\n", 0), (Times{{0, 0}, {10, 1.5}, {20, 3.25}}));
  EXPECT_EQ(timesOf("", 40), (Times{{40, 0}})) << "a fork that has only begun";
}

TEST_F(TimesTest, BrokenLinesArePassedOver) {
  EXPECT_EQ(timesOf("10,1\n15\n16,nan\n17,-1\n18,1e300\nx,2\n9,2\n20,0.5\n30,4\n40,5", 0),
            (Times{{0, 0}, {10, 1}, {30, 4}}))
      << "also those that go back, and a last one cut short";
}

TEST_F(TimesTest, BetweenTwoStepsTimeGoesEvenly) {
  const Times times = {{10, 2}, {20, 4}, {40, 5}};
  EXPECT_EQ(secondsAt(times, 10), 2);
  EXPECT_EQ(secondsAt(times, 15), 3);
  EXPECT_EQ(secondsAt(times, 30), 4.5);
  EXPECT_FALSE(secondsAt(times, 9));
  EXPECT_FALSE(secondsAt(times, 41)) << "not guessed";
  EXPECT_FALSE(secondsAt({}, 0));
}

TEST_F(TimesTest, AResumedRunGoesOnFromItsCheckpoint) {
  {
    RunWriter writer = RunWriter::create(run_, config());
    writer.trained(10, 1, true);
    checkpoint(writer, 10);
    writer.trained(20, 2, false);
  }
  RunWriter writer = RunWriter::resume(run_, 10);
  EXPECT_EQ(trainingTimes(run_), (Times{{0, 0}, {10, 1}}));
  writer.trained(20, 0.5, false);
  EXPECT_EQ(trainingTimes(run_), (Times{{0, 0}, {10, 1}, {20, 1.5}}));
}

TEST_F(TimesTest, WhatIsNotKnownUpToTheCheckpointIsNotMadeUp) {
  RunWriter::create(run_, config());
  fs::remove(run_ / kTimesFile);  // as an earlier version left it
  { RunWriter::resume(run_, 0).trained(10, 1, true); }
  EXPECT_FALSE(fs::exists(run_ / kTimesFile));
  EXPECT_TRUE(trainingTimes(run_).empty());
  writeFile(run_ / kTimesFile, "step,seconds\n10,1.000\n");
  RunWriter::resume(run_, 20).trained(30, 1, true);
  EXPECT_EQ(trainingTimes(run_), (Times{{0, 0}, {10, 1}})) << "seconds between 10 and 20 are missing";
}

TEST_F(TimesTest, AForksTimesFollowItsParents) {
  {
    RunWriter writer = RunWriter::create(run_, config());
    writer.trained(10, 1, true);
    writer.trained(30, 3, true);
    RunWriter::create(child(), forked("run", 20)).trained(30, 5, true);
  }
  EXPECT_EQ(trainingTimes(child()), (Times{{0, 0}, {10, 1}, {20, 2}, {30, 7}}));
  fs::remove(run_ / kTimesFile);
  EXPECT_TRUE(trainingTimes(child()).empty()) << "where it began in time is not known";
  fs::remove_all(run_);
  EXPECT_TRUE(trainingTimes(child()).empty());
}

TEST_F(TimesTest, ALongRunsLinesAreFew) {
  RunWriter writer = RunWriter::create(run_, config());
  for (int64_t step = 1; step <= 100'000; ++step) writer.trained(step, 0.1 * static_cast<double>(step), false);
  const Times times = trainingTimes(run_);
  EXPECT_LT(times.size(), 1500u);
  EXPECT_GT(times.back().step, 98'000);
  writer.trained(100'001, 10'000.1, true);
  EXPECT_EQ(trainingTimes(run_).back().step, 100'001) << "a checkpoint's is there to go on from";
}

TEST_F(TimesTest, ATrainingKeepsThemUpToItsEnd) {
  Params params = test::smallParams("fgsm");
  params.evaluateEvery = 10;
  const auto train = [&](const fs::path& folder, int64_t steps, bool resume, std::optional<Origin> fork) {
    RunOptions options;
    options.folder = folder;
    options.steps = steps;
    options.resume = resume;
    options.fork = std::move(fork);
    Trainer trainer(params, test::smallDigits(), options);
    trainer.start();
    trainer.wait();
    EXPECT_EQ(trainer.take()->state, State::Finished);
  };
  train(run_, 30, false, {});
  const Times before = trainingTimes(run_);
  EXPECT_EQ(before.back().step, 30);
  EXPECT_GT(before.back().seconds, 0);
  train(run_, 60, true, {});
  const Times after = trainingTimes(run_);
  EXPECT_EQ(after.back().step, 60);
  EXPECT_EQ(secondsAt(after, 30), before.back().seconds);
  EXPECT_GT(after.back().seconds, before.back().seconds);
  train(child(), 80, false, Origin{run_, 60});
  EXPECT_EQ(trainingTimes(child()).back().step, 80);
  EXPECT_GT(trainingTimes(child()).back().seconds, after.back().seconds);
}

}  // namespace
}  // namespace sparring
