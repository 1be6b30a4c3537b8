// sparring-cli sweep: its contract with scripts, and what becomes of one that is broken off.
#include <csignal>
#include <fstream>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class Sweep : public CliTest {
 protected:
  Words sweepArguments(const Words& more = {}) const {
    Words words = {"sweep", "--json", "--out", "sweep", "--steps", "20"};
    for (const char* setting : {"data=data", "batch=16", "adversary=none", "classifier.hidden=8", "evaluate.every=0",
                                "evaluate.attacks=fgsm:eps=0.1"})
      words.insert(words.end(), {"--set", setting});
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
};

TEST_F(Sweep, TrainsEveryCombinationAndNamesTheBest) {
  const Result result =
      run(sweepArguments({"--vary", "lr.classifier=1e-5,1e-2", "--vary", "batch=8,16", "--jobs", "2"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json done = lastJson(result.out);
  EXPECT_EQ(done.at("done"), true);
  EXPECT_EQ(done.at("runs"), 4);
  EXPECT_EQ(done.at("failed"), 0);
  EXPECT_EQ(done.at("metric"), "clean");
  double most = -1;
  for (const std::string& line : lines(result.out))
    if (const json one = json::parse(line); one.contains("run")) most = std::max(most, one.at("value").get<double>());
  EXPECT_EQ(done.at("value"), most);
  EXPECT_TRUE(std::filesystem::exists(folder() / done.at("best").get<std::string>() / "config.json"));
}

TEST_F(Sweep, TheSameAgainTrainsOnlyWhatIsMissing) {
  const Words arguments = sweepArguments({"--vary", "batch=8,16"});
  const Result first = run(arguments);
  ASSERT_EQ(first.exitCode, 0) << first.err;
  std::filesystem::remove(folder() / "sweep/results/run-02.json");
  const std::string kept = contents(folder() / "sweep/results/run-01.json");
  const Result again = run(arguments);
  ASSERT_EQ(again.exitCode, 0) << again.err;
  EXPECT_EQ(lines(again.out).size(), 2u) << "one run, and the end: " << again.out;
  EXPECT_EQ(contents(folder() / "sweep/results/run-01.json"), kept);
  EXPECT_EQ(lastJson(again.out).at("value"), lastJson(first.out).at("value"));
  EXPECT_EQ(run({"sweep", "--resume", "sweep", "--json"}).exitCode, 0);
  EXPECT_EQ(run(sweepArguments({"--vary", "batch=8,32"})).exitCode, 2) << "another sweep";
}

TEST_F(Sweep, ARunThatFailsIsListedAndCostsNoOther) {
  const Result result = run(sweepArguments({"--vary", "batch=16,4000"}));  // more than there are images
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json done = lastJson(result.out);
  EXPECT_EQ(done.at("failed"), 1);
  EXPECT_EQ(done.at("best"), "sweep/run-01");
  bool said = false;
  for (const std::string& line : lines(result.out))
    if (const json one = json::parse(line); one.contains("error"))
      said = one.at("error").get<std::string>().find("4000") != std::string::npos;
  EXPECT_TRUE(said) << result.out;
}

TEST_F(Sweep, HalvingTrainsTheBestLongest) {
  const Result result =
      run(sweepArguments({"--vary", "lr.classifier=1e-6,1e-5,1e-2,1e-3", "--halving", "2", "--steps", "200"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const std::string best = lastJson(result.out).at("best");
  EXPECT_TRUE(best == "sweep/run-03" || best == "sweep/run-04") << best;
  EXPECT_TRUE(std::filesystem::exists(folder() / best / "checkpoints/step-200.safetensors"));
  EXPECT_FALSE(std::filesystem::exists(folder() / "sweep/run-01/checkpoints/step-200.safetensors"));
}

TEST_F(Sweep, WhatMakesNoSenseIsBadUsageBeforeAnyWork) {
  EXPECT_EQ(run(sweepArguments()).exitCode, 2) << "nothing varies";
  EXPECT_EQ(run({"sweep", "--vary", "batch=8,16"}).exitCode, 2) << "no folder";
  EXPECT_EQ(run(sweepArguments({"--vary", "bacth=8,16"})).exitCode, 2);
  EXPECT_EQ(run(sweepArguments({"--vary", "batch=8,16", "--epochs", "3"})).exitCode, 2) << "two lengths";
  EXPECT_EQ(run({"sweep", "--resume", "data", "--json"}).exitCode, 1);
  EXPECT_FALSE(std::filesystem::exists(folder() / "sweep"));
}

TEST_F(Sweep, ASpecificationFileIsTheSameAsTheWords) {
  std::ofstream(folder() / "spec.json")
      << R"({"set":["data=data","batch=16","adversary=none","classifier.hidden=8","evaluate.every=0"],)"
      << R"("vary":["batch=8,16"],"steps":20})";
  const Result result = run({"sweep", "spec.json", "--out", "sweep", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(lastJson(result.out).at("runs"), 2);
}

}  // namespace
}  // namespace sparring::test
