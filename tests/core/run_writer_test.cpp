#include "io/runwriter.h"

#include <gtest/gtest.h>
#include <fstream>

#include "file_size_limit.h"
#include "io/logfile.h"
#include "read_only_folder.h"
#include "run_fixture.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;
using test::FileSizeLimit;
using test::ReadOnlyFolder;
using test::TempFolder;

class RunWriterTest : public test::RunFixture {
 protected:
  /// What create() says; empty where it succeeds.
  std::string refusal() {
    try {
      RunWriter::create(run_, config());
    } catch (const Error& error) {
      EXPECT_FALSE(error.hint().empty());
      return error.what();
    }
    return "";
  }
};

TEST_F(RunWriterTest, CreatesParentsAndAllFiles) {
  const RunWriter writer = RunWriter::create(run_, config());
  EXPECT_EQ(writer.folder(), run_);
  EXPECT_EQ(metricsText(), "step,epoch,phase,lane,metric,value\n");
  EXPECT_EQ(readFile(run_ / "events.jsonl"), "");
  EXPECT_TRUE(fs::exists(run_ / "config.json"));
}

TEST_F(RunWriterTest, MetricsAreReadableByThatCall) {
  RunWriter writer = RunWriter::create(run_, config());
  writer.metrics({point(10, 0.1), point(10, -2.5e-300, test::kFgsm, 3)}, Phase::Joint, 40);
  EXPECT_EQ(metricsText(), metricsHeader() + "\n10,0.250000,joint,0,L,0.1\n10,0.250000,joint,3,fgsm,-2.5e-300\n");
}

TEST_F(RunWriterTest, TakesAnEmptyFolder) {
  fs::create_directories(run_);
  EXPECT_EQ(refusal(), "");
}

TEST_F(RunWriterTest, RefusesAFolderThatHoldsARun) {
  RunWriter::create(run_, config());
  const std::string config = readFile(run_ / "config.json");
  EXPECT_NE(refusal().find("already holds a run"), std::string::npos);
  EXPECT_EQ(readFile(run_ / "config.json"), config);
}

TEST_F(RunWriterTest, RefusesAFolderThatHoldsSomethingElse) {
  fs::create_directories(run_);
  writeFile(run_ / "thesis.tex", "x");
  EXPECT_NE(refusal().find("is not empty"), std::string::npos);
  EXPECT_FALSE(fs::exists(run_ / "config.json"));
}

TEST_F(RunWriterTest, RefusesAFileInPlaceOfTheFolder) {
  writeFile(folder_ / "parent", "x");
  EXPECT_NE(refusal(), "");
}

TEST_F(RunWriterTest, SaysThatTheFolderIsNotWritable) {
  fs::create_directories(run_);
  const ReadOnlyFolder readOnly(run_);
  if (!readOnly) GTEST_SKIP() << "this process may write everywhere";
  const std::string error = refusal();
  EXPECT_NE(error.find("permission denied"), error.npos) << error;
}

TEST_F(RunWriterTest, LeavesNothingWhereItCouldNotBegin) {
  {
    const FileSizeLimit limit(100);  // enough for the logs' beginnings, not for config.json
    EXPECT_NE(refusal().find("the disk is full"), std::string::npos);
  }
  EXPECT_FALSE(fs::exists(run_));
  EXPECT_EQ(refusal(), "") << "the same call works once there is room";
}

TEST_F(RunWriterTest, FullDiskLeavesWholeLinesAndCatchesUp) {
  RunWriter writer = RunWriter::create(run_, config());
  writer.metrics({point(1)}, Phase::Joint, 10);
  const std::string line = "1,0.100000,joint,0,L,0.5\n";
  {
    // Room for one more line and a piece of the next.
    const FileSizeLimit limit(metricsText().size() + line.size() + 7);
    EXPECT_THROW(writer.metrics({point(2), point(3)}, Phase::Joint, 10), Error);
    EXPECT_EQ(metricsText(), metricsHeader() + "\n" + line + "2,0.200000,joint,0,L,0.5\n");
    EXPECT_THROW(writer.metrics({point(4)}, Phase::Joint, 10), Error);
    EXPECT_EQ(metricsText(), metricsHeader() + "\n" + line + "2,0.200000,joint,0,L,0.5\n");
  }
  writer.metrics({point(5)}, Phase::Joint, 10);
  std::vector<int64_t> steps;
  for (const MetricPoint& p : readRun(run_).points) steps.push_back(p.step);
  EXPECT_EQ(steps, (std::vector<int64_t>{1, 2, 3, 4, 5}));
}

TEST_F(RunWriterTest, FullDiskKeepsTheOlderCheckpoints) {
  RunWriter writer = RunWriter::create(run_, config());
  for (const int64_t step : {1, 2, 3}) checkpoint(writer, step);
  {
    const FileSizeLimit limit(50);
    EXPECT_THROW(checkpoint(writer, 4), Error);
  }
  EXPECT_EQ(readRun(run_).checkpoints, (std::vector<int64_t>{1, 2, 3}));
  EXPECT_EQ(std::distance(fs::directory_iterator(run_ / "checkpoints"), {}), 3) << "no temporary is left";
}

TEST_F(RunWriterTest, ACheckpointIsNotAheadOfItsMetrics) {
  RunWriter writer = RunWriter::create(run_, config());
  const FileSizeLimit limit(metricsText().size() + 300);  // room for the checkpoint, not for these metrics
  EXPECT_THROW(writer.metrics(std::vector<MetricPoint>(50, point(1)), Phase::Joint, 10), Error);
  EXPECT_THROW(checkpoint(writer, 1), Error);
  EXPECT_TRUE(readRun(run_).checkpoints.empty());
}

TEST_F(RunWriterTest, KeepsTheNewestThreeCheckpoints) {
  RunWriter writer = RunWriter::create(run_, config());
  for (const int64_t step : {2, 9, 10, 100, 1000}) checkpoint(writer, step);
  EXPECT_EQ(readRun(run_).checkpoints, (std::vector<int64_t>{10, 100, 1000}));
  EXPECT_EQ(readSafetensors(checkpointPath(run_, 1000)).metadata.at("step"), "1000");
}

TEST_F(RunWriterTest, ResumeCutsBackToItsStep) {
  {
    RunWriter writer = RunWriter::create(run_, config());
    for (const int64_t step : {10, 20, 30}) {
      writer.metrics({point(step)}, Phase::Gan, 10);
      writer.event({step, Event::Kind::Edit, "lambda", "2", {}});
      checkpoint(writer, step);
      writer.samples(grid(step));
    }
  }
  RunWriter writer = RunWriter::resume(run_, 20);
  writer.metrics({point(21)}, Phase::Gan, 10);
  const RunRecord record = readRun(run_);
  EXPECT_EQ(record.points, (std::vector<MetricPoint>{point(10), point(20), point(21)}));
  ASSERT_EQ(record.events.size(), 2u);
  EXPECT_EQ(record.events.back().step, 20);
  EXPECT_EQ(record.checkpoints, (std::vector<int64_t>{10, 20}));
  EXPECT_EQ(record.samples, (std::vector<int64_t>{10, 20}));
}

TEST_F(RunWriterTest, ResumedMetricsAreThoseOfAnUninterruptedRun) {
  const auto steps = [](RunWriter& writer, int64_t from, int64_t to) {
    for (int64_t step = from; step <= to; ++step) writer.metrics({point(step, 1.0 / step)}, Phase::Joint, 7);
  };
  {
    RunWriter writer = RunWriter::create(run_, config());
    steps(writer, 1, 40);
  }
  const std::string uninterrupted = metricsText();
  RunWriter writer = RunWriter::resume(run_, 20);
  steps(writer, 21, 40);
  EXPECT_EQ(metricsText(), uninterrupted);
}

TEST_F(RunWriterTest, ResumeDropsALineCutShortByAKill) {
  {
    RunWriter writer = RunWriter::create(run_, config());
    writer.metrics({point(1)}, Phase::Joint, 10);
    writer.event({1, Event::Kind::Command, "start", "", {}});
  }
  std::ofstream(run_ / "metrics.csv", std::ios::app) << "1,0.1";
  std::ofstream(run_ / "events.jsonl", std::ios::app) << "{\"step\":1,";
  RunWriter writer = RunWriter::resume(run_, 1);
  writer.metrics({point(2)}, Phase::Joint, 10);
  writer.event({2, Event::Kind::Command, "stop", "", {}});
  EXPECT_EQ(metricsText(), metricsHeader() + "\n1,0.100000,joint,0,L,0.5\n2,0.200000,joint,0,L,0.5\n");
  EXPECT_EQ(readRun(run_).events.size(), 2u);
}

TEST_F(RunWriterTest, ResumeMakesWhatAKillLeftUnmade) {
  RunWriter::create(run_, config());
  fs::remove(run_ / "metrics.csv");
  fs::remove(run_ / "events.jsonl");
  fs::remove(run_ / "samples");
  writeFile(run_ / "checkpoints" / ".sparring-1-2.tmp", "half a checkpoint");
  RunWriter writer = RunWriter::resume(run_, 0);
  writer.samples(grid(0));
  EXPECT_EQ(metricsText(), metricsHeader() + "\n");
  EXPECT_TRUE(fs::is_empty(run_ / "checkpoints"));
}

TEST_F(RunWriterTest, ResumeReadsCarriageReturns) {
  {
    RunWriter writer = RunWriter::create(run_, config());
    for (const int64_t step : {1, 2, 3}) {
      writer.metrics({point(step)}, Phase::Joint, 10);
      writer.event({step, Event::Kind::Edit, "lambda", "2", {}});
    }
  }
  for (const char* name : {"metrics.csv", "events.jsonl"}) {
    std::string text = readFile(run_ / name);
    for (size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, "\r");
    writeFile(run_ / name, text);
  }
  EXPECT_EQ(readRun(run_).points.size(), 3u);
  RunWriter::resume(run_, 2);
  EXPECT_EQ(readRun(run_).points, (std::vector<MetricPoint>{point(1), point(2)}));
  EXPECT_EQ(readRun(run_).events.size(), 2u);
  EXPECT_EQ(metricsText(), metricsHeader() + "\n1,0.100000,joint,0,L,0.5\n2,0.200000,joint,0,L,0.5\n");
}

TEST_F(RunWriterTest, ResumeKeepsLinesThatItCannotRead) {
  RunWriter::create(run_, config()).metrics({point(1)}, Phase::Joint, 10);
  const std::string comment = "# fell asleep here\n", newer = "1,0.1,joint,0,hardness,7,of 9\n";
  std::ofstream(run_ / "metrics.csv", std::ios::app) << comment << newer << "2,0.2,joint,0,hardness,8,of 9\n";
  const std::string sung = R"({"step":1,"kind":"song"})";
  std::ofstream(run_ / "events.jsonl") << sung << "\n"
                                       << R"({"step":2,"kind":"song"})"
                                       << "\nnoise\n";
  RunWriter::resume(run_, 1);
  EXPECT_EQ(metricsText(), metricsHeader() + "\n1,0.100000,joint,0,L,0.5\n" + comment + newer);
  EXPECT_EQ(readFile(run_ / "events.jsonl"), sung + "\nnoise\n");
}

TEST_F(RunWriterTest, AFailedBeginningLeavesNothingWhateverItIs) {
  EXPECT_THROW(RunWriter::create(run_, config(), [](RunWriter&) { throw std::bad_alloc(); }), std::bad_alloc);
  EXPECT_FALSE(fs::exists(run_));
  fs::create_directories(run_);
  EXPECT_THROW(RunWriter::create(run_, config(), [](RunWriter&) { throw std::bad_alloc(); }), std::bad_alloc);
  EXPECT_TRUE(fs::is_empty(run_));
}

TEST_F(RunWriterTest, IsARunOnlyWithItsFirstCheckpoint) {
  RunWriter::create(run_, config(), [&](RunWriter& writer) {
    checkpoint(writer, 0);
    EXPECT_FALSE(fs::exists(run_ / "config.json"));
  });
  EXPECT_EQ(readRun(run_).checkpoints, std::vector<int64_t>{0});
}

TEST_F(RunWriterTest, BeginsWhereABeginningWasKilled) {
  RunWriter::create(run_, config(), [&](RunWriter& writer) { checkpoint(writer, 0); });
  fs::remove(run_ / "config.json");
  writeFile(run_ / "checkpoints" / ".sparring-1-2.tmp", "half a checkpoint");
  EXPECT_EQ(refusal(), "");
  EXPECT_TRUE(fs::is_empty(run_ / "checkpoints"));
}

TEST_F(RunWriterTest, RefusesAFolderWithStepsThoughItsConfigurationIsGone) {
  RunWriter::create(run_, config()).metrics({point(1)}, Phase::Joint, 10);
  fs::remove(run_ / "config.json");
  const std::string text = metricsText();
  EXPECT_NE(refusal().find("is not empty"), std::string::npos);
  EXPECT_EQ(metricsText(), text);
}

TEST_F(RunWriterTest, OfTwoBeginningsInOneFolderOneSucceeds) {
  RunWriter::create(run_, config(), [&](RunWriter& writer) {
    EXPECT_NE(refusal().find("being trained already"), std::string::npos);
    writer.metrics({point(1)}, Phase::Joint, 10);
  });
  EXPECT_EQ(readRun(run_).points.size(), 1u);
}

TEST_F(RunWriterTest, AFreshNameStepsAside) {
  const auto fresh = [&] { return RunWriter::create(run_, config(), {}, Naming::Fresh).folder(); };
  EXPECT_EQ(fresh(), run_);
  EXPECT_EQ(fresh(), run_.string() + "-2");
  EXPECT_EQ(fresh(), run_.string() + "-3");
}

TEST_F(RunWriterTest, TellsWhetherARunIsBeingWritten) {
  EXPECT_FALSE(isBeingTrained(run_));
  {
    const RunWriter writer = RunWriter::create(run_, config());
    EXPECT_TRUE(isBeingTrained(run_));
  }
  EXPECT_FALSE(isBeingTrained(run_));
  const RunWriter writer = RunWriter::resume(run_, 0);
  EXPECT_TRUE(isBeingTrained(run_));
}

TEST_F(RunWriterTest, AnotherLengthIsNotedAndAllElseKept) {
  RunWriter::create(run_, config());
  std::string text = readFile(run_ / "config.json");
  writeFile(run_ / "config.json", text.replace(text.find('{'), 1, "{\"note\":\"mine\","));
  RunWriter::resume(run_, 0, RunLength{.epochs = 7});
  EXPECT_EQ(readRun(run_).config.length, RunLength{.epochs = 7});
  EXPECT_EQ(readRun(run_).config.params, config().params);
  EXPECT_NE(readFile(run_ / "config.json").find("\"note\": \"mine\""), std::string::npos);
}

TEST_F(RunWriterTest, KeepsTheEndsOfPhases) {
  RunWriter writer = RunWriter::create(run_, config());
  for (int64_t step = 1; step <= 10; ++step) {
    if (step == 2 || step == 5) writer.event({step, Event::Kind::Phase, "joint", "", {}});
    checkpoint(writer, step);
  }
  EXPECT_EQ(readRun(run_).checkpoints, (std::vector<int64_t>{2, 5, 8, 9, 10}));
}

TEST_F(RunWriterTest, KeepsTheBestUnderTheMainAttack) {
  const auto measure = [](RunWriter& writer, int64_t step, double clean, double fgsm) {
    writer.metrics({point(step, clean, Metric::Clean), point(step, fgsm, test::kFgsm)}, Phase::Joint, 10);
    checkpoint(writer, step);
  };
  {
    RunWriter writer = RunWriter::create(run_, config());
    for (int64_t step = 1; step <= 5; ++step) measure(writer, step, 0.9, step == 2 ? 0.8 : 0.1);
  }
  RunWriter writer = RunWriter::resume(run_, 5);  // which read what was measured before
  for (int64_t step = 6; step <= 9; ++step) measure(writer, step, 0.99, 0.2);
  EXPECT_EQ(readRun(run_).checkpoints, (std::vector<int64_t>{2, 7, 8, 9}));
}

TEST_F(RunWriterTest, ResumeRefusesAFolderWithoutARun) {
  fs::create_directories(run_);
  EXPECT_THROW(RunWriter::resume(run_, 0), Error);
  EXPECT_TRUE(fs::is_empty(run_));
}

TEST_F(RunWriterTest, TwoWritersDoNotMix) {
  const RunWriter writer = RunWriter::create(run_, config());
  EXPECT_THROW(RunWriter::resume(run_, 0), Error);
}

TEST(LogFile, ATornLineIsCutOffBeforeTheNextOne) {
  const TempFolder folder;
  LogFile log(folder / "log");
  {
    const FileSizeLimit limit(3);
    EXPECT_THROW(log.append("abcdef\n"), Error);
    EXPECT_EQ(readFile(folder / "log"), "");
  }
  log.append("g\n");
  EXPECT_EQ(readFile(folder / "log"), "abcdef\ng\n");
}

TEST(LogFile, WritesWhatIsMissingWhenItEnds) {
  const TempFolder folder;
  {
    LogFile log(folder / "log");
    const FileSizeLimit limit(3);
    EXPECT_THROW(log.append("abcdef\n"), Error);
    // the limit goes first, then the log ends
  }
  EXPECT_EQ(readFile(folder / "log"), "abcdef\n");
}

}  // namespace
}  // namespace sparring
