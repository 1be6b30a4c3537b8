// Ctrl-C, other signals and kill -9.
#include <algorithm>
#include <csignal>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class Interrupt : public CliTest {
 protected:
  /// A training that goes on for much longer than the test, read up to a progress line past `step`. It leaves a
  /// checkpoint where it ends and nowhere else.
  std::unique_ptr<Process> trainPast(int step, const Surroundings& surroundings = {}) const {
    auto process = std::make_unique<Process>(
        trainArguments("run", {"--set", "epochs.joint=10000", "--set", "checkpoint.every=0"}), folder(), surroundings);
    readPast(*process, step);
    return process;
  }

  static void readPast(Process& process, int64_t step) {
    while (auto line = process.readLine()) {
      const json object = json::parse(*line);
      if (object.contains("phase") && object.at("step") > step) return;
    }
    throw std::runtime_error("training ended early: " + process.finish().err);
  }

  int64_t lastCheckpoint() const {
    int64_t last = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder() / "run/checkpoints")) {
      const std::string name = entry.path().stem().string();
      if (entry.path().extension() == ".safetensors") last = std::max<int64_t>(last, std::stoll(name.substr(5)));
    }
    return last;
  }

  void expectResumes() const {
    const int64_t to = lastCheckpoint() + 20;
    const Result resumed = run({"train", "--json", "--resume", "run", "--steps", std::to_string(to)});
    ASSERT_EQ(resumed.exitCode, 0) << resumed.err;
    EXPECT_EQ(lastJson(resumed.out).at("steps"), to);
  }
};

class StopSignal : public Interrupt, public ::testing::WithParamInterface<int> {};

TEST_P(StopSignal, StopsWithACheckpointAtItsStep) {
  auto process = trainPast(30);
  process->send(GetParam());
  const Result result = process->finish();
  EXPECT_EQ(result.exitCode, 128 + GetParam()) << result.err;
  const json last = lastJson(result.out);
  EXPECT_EQ(last.at("done"), false);
  EXPECT_EQ(last.at("stopped"), true);
  EXPECT_GT(last.at("steps"), 30);
  EXPECT_EQ(last.at("steps"), lastCheckpoint());
  expectResumes();
}

INSTANTIATE_TEST_SUITE_P(Signals, StopSignal, ::testing::Values(SIGINT, SIGTERM, SIGHUP),
                         [](const auto& info) { return std::string(sigabbrev_np(info.param)); });

TEST_F(Interrupt, AClosingTerminalSaysItTwiceAndTheCheckpointIsThere) {
  auto process = trainPast(30);
  process->send(SIGTERM);
  process->send(SIGHUP);
  process->send(SIGHUP);
  const int code = process->finish().exitCode;
  // of those that wait together the system delivers any first
  EXPECT_TRUE(code == 128 + SIGTERM || code == 128 + SIGHUP) << code;
  EXPECT_GT(lastCheckpoint(), 30);
}

TEST_F(Interrupt, NobodyReadingStopsWithACheckpoint) {
  auto process = trainPast(30);
  process->closeOutput();
  EXPECT_EQ(process->finish().exitCode, 128 + SIGPIPE);
  EXPECT_GT(lastCheckpoint(), 30);
  expectResumes();
}

TEST_F(Interrupt, WhoIgnoresHangupsTrainsOn) {
  auto process = trainPast(30, {.ignored = {SIGHUP}});
  process->send(SIGHUP);
  readPast(*process, 60);
  process->send(SIGTERM);
  EXPECT_EQ(process->finish().exitCode, 128 + SIGTERM);
}

TEST_F(Interrupt, MeasuringEndsWithTheSignalsCode) {
  train("run", 20);
  for (const Words& words :
       {Words{"evaluate", "run", "--attack", "pgd:eps=0,steps=200,restarts=100"}, Words{"quality", "run"}}) {
    Process process(words, folder());
    process.waitUntilItCatches(SIGTERM);
    process.send(SIGTERM);
    EXPECT_EQ(process.finish().exitCode, 128 + SIGTERM) << words.front();
  }
}

TEST_F(Interrupt, SeedsGoOnWhereTheyWereBrokenOff) {
  const Words words = trainArguments("seeds", {"--seeds", "3", "--steps", "400"});
  {
    Process process(words, folder());
    while (auto line = process.readLine()) {
      const json object = json::parse(*line);
      if (object.contains("done")) break;  // the first is complete
    }
    readPast(process, 10);
    process.send(SIGTERM);
    process.finish();
  }
  EXPECT_FALSE(std::filesystem::exists(folder() / "seeds/seed-3"));
  const std::string first = contents(folder() / "seeds/seed-1/checkpoints/step-400.safetensors");
  const Result again = run(words);
  ASSERT_EQ(again.exitCode, 0) << again.err;
  ASSERT_EQ(run(trainArguments("alone", {"--seed", "2", "--steps", "400"})).exitCode, 0);
  EXPECT_EQ(contents(folder() / "seeds/seed-1/checkpoints/step-400.safetensors"), first);
  EXPECT_EQ(contents(folder() / "seeds/seed-2/metrics.csv"), contents(folder() / "alone/metrics.csv"));
  EXPECT_TRUE(std::filesystem::exists(folder() / "seeds/seed-3/checkpoints/step-400.safetensors"));
}

TEST_F(Interrupt, KilledRunKeepsWholeLinesAndResumes) {
  auto process = trainPast(30);
  process->send(SIGKILL);
  EXPECT_EQ(process->finish().signal, SIGKILL);
  ASSERT_EQ(run({"export", "run", "--format", "csv", "--out", "metrics.csv"}).exitCode, 0);
  for (const std::string& line : lines(contents(folder() / "metrics.csv"))) {
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), 5) << line;
  }
  expectResumes();
}

}  // namespace
}  // namespace sparring::test
