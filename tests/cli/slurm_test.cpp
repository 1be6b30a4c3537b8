// sparring-cli sweep --runner slurm, with commands in Slurm's place (slurm/) that do one task at each look at the
// queue.
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

class Slurm : public CliTest {
 protected:
  Slurm() { fs::create_directories(cluster_); }

  Words slurmSweep(const Words& more = {}) const {
    Words words = {"sweep", "--json", "--out", "sweep", "--runner", "slurm", "--steps", "20"};
    for (const char* setting : {"data=data", "batch=16", "adversary=none", "classifier.hidden=8", "evaluate.every=0"})
      words.insert(words.end(), {"--set", setting});
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }

  Surroundings cluster() const {
    return {.environment = {std::string("PATH=" SPARRING_SOURCE "/tests/cli/slurm:") + std::getenv("PATH"),
                            "FAKE_SLURM=" + cluster_.string()}};
  }

  Result runThere(const Words& arguments) const { return run(arguments, cluster()); }

  /// What the commands in Slurm's place look for.
  void mark(const char* what, const std::string& text = {}) const { std::ofstream(cluster_ / what) << text; }
  void unmark(const char* what) const { fs::remove(cluster_ / what); }

  std::string script(int id) const { return contents(cluster_ / std::to_string(id) / "script"); }
  bool submitted(int id) const { return fs::exists(cluster_ / std::to_string(id)); }
  std::string state(int id, int task) const {
    return lines(contents(cluster_ / std::to_string(id) / ("state-" + std::to_string(task)))).at(0);
  }

  static std::string errorIn(const Result& result) {
    for (const std::string& line : lines(result.out))
      if (const json one = json::parse(line); one.contains("error")) return one.at("error");
    return {};
  }

  const fs::path cluster_ = folder() / "cluster";
};

TEST_F(Slurm, OneArrayTrainsEveryCombination) {
  const Result result =
      runThere(slurmSweep({"--vary", "lr.classifier=1e-5,1e-2,1e-3", "--jobs", "2", "--cpus", "3", "--partition",
                           "main", "--time", "2:00:00", "--sbatch", "account=physics"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json done = lastJson(result.out);
  EXPECT_EQ(done.at("done"), true);
  EXPECT_EQ(done.at("runs"), 3);
  EXPECT_EQ(done.at("failed"), 0);
  EXPECT_EQ(lines(result.out).size(), 4u) << result.out;
  EXPECT_FALSE(submitted(2));
  for (const char* line : {"--array=0-2%2", "--cpus-per-task=3", "--partition=main", "--time=2:00:00",
                           "--signal=B:TERM@60", "--account=physics"})
    EXPECT_NE(script(1).find("#SBATCH " + std::string(line) + "\n"), std::string::npos) << line << "\n" << script(1);
}

TEST_F(Slurm, WhichRunnerChangesNothingOfWhatComesOfIt) {
  const Words vary = {"--vary", "lr.classifier=1e-5,1e-2"};
  ASSERT_EQ(runThere(slurmSweep(vary)).exitCode, 0);
  Words local = slurmSweep(vary);
  local.insert(local.end(), {"--runner", "local", "--out", "local"});
  const json here = lastJson(run(local).out);
  local.insert(local.end(), {"--out", "sweep"});
  const Result again = run(local);
  ASSERT_EQ(again.exitCode, 0) << again.err;
  EXPECT_EQ(lines(again.out).size(), 1u) << "all are done: " << again.out;
  EXPECT_EQ(lastJson(again.out).at("value"), here.at("value"));
}

TEST_F(Slurm, HalvingIsAnArrayForEachRungBehindTheOneBelow) {
  const Result result =
      runThere(slurmSweep({"--vary", "lr.classifier=1e-6,1e-5,1e-2,1e-3", "--halving", "2", "--steps", "200"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_NE(script(1).find("--array=0-3%"), std::string::npos);
  EXPECT_NE(script(2).find("--array=0-1%"), std::string::npos);
  EXPECT_NE(script(2).find("--dependency=afterany:1\n"), std::string::npos) << script(2);
  EXPECT_NE(script(3).find("--array=0-0%"), std::string::npos);
  EXPECT_NE(script(3).find("--dependency=afterany:2\n"), std::string::npos) << script(3);
  EXPECT_FALSE(submitted(4));
  const std::string best = lastJson(result.out).at("best");
  EXPECT_TRUE(best == "sweep/run-03" || best == "sweep/run-04") << best;
  EXPECT_TRUE(fs::exists(folder() / best / "checkpoints/step-200.safetensors"));
  EXPECT_EQ(lines(result.out).size(), 4 + 2 + 1 + 1u) << result.out;
}

TEST_F(Slurm, ARunThatFailsIsListedWithItsWordsAndCostsNoOther) {
  const Result result = runThere(slurmSweep({"--vary", "batch=16,4000"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(lastJson(result.out).at("failed"), 1);
  EXPECT_EQ(lastJson(result.out).at("best"), "sweep/run-01");
  EXPECT_NE(errorIn(result).find("4000"), std::string::npos) << result.out;
}

TEST_F(Slurm, AKilledProcessLeavesJobsThatTheNextOneFinds) {
  mark("limit", "1");
  const Words words = slurmSweep({"--vary", "batch=8,16,32"});
  Process first(words, folder(), cluster());
  ASSERT_TRUE(first.readLine());
  first.send(SIGKILL);
  first.finish();
  const Result elsewhere = runThere({"sweep", "--resume", "sweep", "--runner", "local"});
  EXPECT_EQ(elsewhere.exitCode, 1) << "they would be trained twice";
  EXPECT_NE(elsewhere.err.find("scancel 1"), std::string::npos) << elsewhere.err;
  unmark("limit");
  const Result again = runThere(words);
  ASSERT_EQ(again.exitCode, 0) << again.err;
  EXPECT_EQ(lastJson(again.out).at("done"), true);
  EXPECT_EQ(lines(again.out).size(), 3u) << "two results, and the end: " << again.out;
  EXPECT_FALSE(submitted(2));
}

TEST_F(Slurm, JobsWhoseNumberNobodyCouldNoteAreFoundByTheirName) {
  mark("limit", "1");
  const Words words = slurmSweep({"--vary", "batch=8,16"});
  {
    Process first(words, folder(), cluster());
    ASSERT_TRUE(first.readLine());
    first.send(SIGKILL);
    first.finish();
  }
  const fs::path noted = folder() / "sweep/slurm/arrays.json";
  json arrays = json::parse(contents(noted));
  arrays.at(0).at("id") = "";
  std::ofstream(noted) << arrays;
  unmark("limit");
  const Result again = runThere(words);
  EXPECT_EQ(lastJson(again.out).at("done"), true) << again.err;
  EXPECT_FALSE(submitted(2));
}

TEST_F(Slurm, ASignalCancelsTheJobsAndTheSameAgainGoesOn) {
  mark("limit", "1");
  const Words words = slurmSweep({"--vary", "batch=8,16,32"});
  Process first(words, folder(), cluster());
  ASSERT_TRUE(first.readLine());
  first.send(SIGINT);
  const Result result = first.finish();
  EXPECT_EQ(result.exitCode, 128 + SIGINT);
  EXPECT_EQ(lastJson(result.out).at("done"), false);
  EXPECT_EQ(state(1, 0), "COMPLETED");
  EXPECT_EQ(state(1, 1), "CANCELLED");
  EXPECT_EQ(state(1, 2), "CANCELLED");
  unmark("limit");
  const Result again = runThere(words);
  EXPECT_EQ(lastJson(again.out).at("done"), true) << again.err;
  EXPECT_NE(script(2).find("--array=0-1%"), std::string::npos) << "those that are missing";
}

TEST_F(Slurm, WhyAJobWasEndedIsAskedOfWhoeverRemembers) {
  mark("timeout");
  const Words words = slurmSweep({"--vary", "batch=8,16"});
  EXPECT_EQ(errorIn(runThere(words)), "Slurm: TIMEOUT") << "squeue";
  mark("forgets");
  EXPECT_EQ(errorIn(runThere(words)), "Slurm: TIMEOUT") << "sacct";
  mark("unaccounted");
  const Result nobody = runThere(words);
  EXPECT_EQ(nobody.exitCode, 0) << nobody.err;
  EXPECT_EQ(lastJson(nobody.out).at("failed"), 2);
  EXPECT_NE(errorIn(nobody).find("array-3.log"), std::string::npos) << errorIn(nobody);
}

TEST_F(Slurm, WhatSbatchRefusesIsSaidInItsWords) {
  mark("refused");
  const Result result = runThere(slurmSweep({"--vary", "batch=8,16", "--partition", "moon"}));
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("invalid partition specified: moon"), std::string::npos) << result.err;
  unmark("refused");
  EXPECT_EQ(lastJson(runThere({"sweep", "--resume", "sweep", "--partition", "main", "--json"}).out).at("done"), true);
}

TEST_F(Slurm, WithoutSlurmTheErrorSaysWhatIsMissing) {
  const Result result = run(slurmSweep({"--vary", "batch=8,16"}), {.environment = {"PATH=" + folder().string()}});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("sbatch"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("hint: Slurm's commands must be on the PATH"), std::string::npos) << result.err;
}

TEST_F(Slurm, WhatSbatchCannotTakeIsBadUsage) {
  EXPECT_EQ(runThere(slurmSweep({"--vary", "batch=8,16", "--runner", "pbs"})).exitCode, 2);
  EXPECT_EQ(runThere(slurmSweep({"--vary", "batch=8,16", "--partition", "a b"})).exitCode, 2);
  EXPECT_EQ(runThere(slurmSweep({"--vary", "batch=8,16", "--sbatch", "account=a\nrm"})).exitCode, 2);
  EXPECT_FALSE(fs::exists(folder() / "sweep"));
}

}  // namespace
}  // namespace sparring::test
