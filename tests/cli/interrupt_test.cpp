// Ctrl-C and kill -9 while training.
#include <algorithm>
#include <csignal>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class Interrupt : public CliTest {
 protected:
  /// A training that goes on for much longer than the test, read up to a progress line past `step`.
  std::unique_ptr<Process> trainPast(int step) const {
    auto process = std::make_unique<Process>(trainArguments("run", {"--set", "epochs.joint=10000"}), folder());
    while (auto line = process->readLine()) {
      const json object = json::parse(*line);
      if (object.contains("phase") && object.at("step") > step) return process;
    }
    throw std::runtime_error("training ended early: " + process->finish().err);
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
  EXPECT_EQ(result.exitCode, 0) << result.err;
  const json last = lastJson(result.out);
  EXPECT_EQ(last.at("done"), false);
  EXPECT_EQ(last.at("stopped"), true);
  EXPECT_EQ(last.at("steps"), lastCheckpoint());
  expectResumes();
}

INSTANTIATE_TEST_SUITE_P(Signals, StopSignal, ::testing::Values(SIGINT, SIGTERM),
                         [](const auto& info) { return info.param == SIGINT ? "Int" : "Term"; });

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
