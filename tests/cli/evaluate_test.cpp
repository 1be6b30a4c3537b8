// evaluate beyond single attacks: intervals, lanes, suites, baselines and seeds.
#include <fstream>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class Evaluate : public CliTest {
 protected:
  json evaluated(Words words) const {
    words.insert(words.begin(), "evaluate");
    words.push_back("--json");
    const Result result = run(words);
    EXPECT_EQ(result.exitCode, 0) << result.err;
    return json::parse(result.out);
  }

  std::filesystem::path onlyEvaluation(const std::string& runFolder) const {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder() / runFolder / "evaluations"))
      files.push_back(entry.path());
    EXPECT_EQ(files.size(), 1u);
    return files.at(0);
  }
};

TEST_F(Evaluate, EveryAccuracyHasItsInterval) {
  train("run", 30);
  const json report = evaluated({"run", "--attack", "fgsm"});
  EXPECT_LE(report.at("clean_low"), report.at("clean"));
  EXPECT_GE(report.at("clean_high"), report.at("clean"));
  const json& attack = report.at("attacks")[0];
  EXPECT_LT(attack.at("low"), attack.at("high"));
  EXPECT_LE(attack.at("low"), attack.at("accuracy"));
  EXPECT_GE(attack.at("high"), attack.at("accuracy"));
}

TEST_F(Evaluate, WhereItIsMeasuredCanBeSaid) {
  train("run", 30);
  EXPECT_EQ(evaluated({"run", "--device", "cpu"}), evaluated({"run"}));
  const Result card = run({"evaluate", "run", "--device", "cuda"});
  const bool refused = card.err.find("finds no CUDA card") != std::string::npos;
  EXPECT_EQ(card.exitCode != 0, refused) << card.err;
}

TEST_F(Evaluate, AllLanesAreThoseOneByOne) {
  ASSERT_EQ(run(trainArguments("run", {"--set", "lambda=0,1", "--steps", "60"})).exitCode, 0);
  const json all = evaluated({"run", "--lane", "all", "--attack", "fgsm"});
  ASSERT_EQ(all.at("lanes").size(), 2u);
  EXPECT_EQ(all.at("lanes")[1].at("lambda"), 1);
  const json one = evaluated({"run", "--lane", "1", "--attack", "fgsm"});
  EXPECT_EQ(one.at("attacks"), all.at("lanes")[1].at("attacks"));
  EXPECT_EQ(one.at("clean"), all.at("lanes")[1].at("clean"));
}

TEST_F(Evaluate, LaneWithoutOpponentIsTheBaseline) {
  ASSERT_EQ(run(trainArguments("run", {"--set", "lambda=1,0", "--steps", "60"})).exitCode, 0);
  const json comparisons = evaluated({"run", "--lane", "all"}).at("comparisons");
  ASSERT_EQ(comparisons.size(), 1u);
  EXPECT_EQ(comparisons[0].at("lane"), 0);
  EXPECT_EQ(comparisons[0].at("findings").size(), 3u);  // clean, noise, fgsm
}

TEST_F(Evaluate, SuiteIsKeptInTheRun) {
  train("run", 30);
  const Result first = run({"evaluate", "run", "--suite", "quick", "--json"});
  ASSERT_EQ(first.exitCode, 0) << first.err;
  const json report = json::parse(first.out);
  const json& lane = report.at("lanes")[0];
  EXPECT_EQ(lane.at("confusion").size(), 10u);
  EXPECT_GE(lane.at("curves").size(), 4u);
  EXPECT_EQ(lane.at("checks").size(), 8u);
  const std::string kept = contents(onlyEvaluation("run"));
  EXPECT_EQ(run({"evaluate", "run", "--suite", "quick", "--json"}).out, first.out);
  EXPECT_EQ(contents(onlyEvaluation("run")), kept);
}

TEST_F(Evaluate, DamagedSuiteIsMeasuredAnew) {
  train("run", 30);
  const std::string first = run({"evaluate", "run", "--suite", "quick", "--json"}).out;
  std::ofstream(onlyEvaluation("run")) << "{";
  EXPECT_EQ(run({"evaluate", "run", "--suite", "quick", "--json"}).out, first);
}

TEST_F(Evaluate, SuiteTableShowsCurvesClassesAndChecks) {
  train("run", 30);
  const Result result = run({"evaluate", "run", "--suite", "quick"});
  for (const char* word : {"clean", "pgd", "noise", "by class", "calibration", "checks", "one-step"})
    EXPECT_NE(result.out.find(word), std::string::npos) << word << "\n" << result.out << result.err;
}

TEST_F(Evaluate, BaselineIsAnotherRun) {
  train("run", 60);
  train("other", 30);
  const json comparison = evaluated({"run", "--baseline", "other"}).at("comparisons").at(0);
  EXPECT_EQ(comparison.at("baseline"), "other");
  EXPECT_FALSE(comparison.at("verdict").get<std::string>().empty());
  EXPECT_NE(run({"evaluate", "run", "--baseline", "other"}).out.find("beside other"), std::string::npos);
}

TEST_F(Evaluate, SeedsTrainedTogetherGiveMeanAndInterval) {
  const Result trained = run(trainArguments("seeds", {"--seeds", "3", "--seed", "5", "--steps", "30"}));
  ASSERT_EQ(trained.exitCode, 0) << trained.err;
  for (const char* name : {"seed-5", "seed-6", "seed-7"})
    EXPECT_TRUE(std::filesystem::exists(folder() / "seeds" / name / "config.json")) << name;
  const json report = evaluated({"seeds", "--attack", "fgsm"});
  EXPECT_EQ(report.at("runs").size(), 3u);
  const json& clean = report.at("lanes")[0].at("clean");
  ASSERT_EQ(clean.at("values").size(), 3u);
  EXPECT_EQ(clean.at("values")[1], evaluated({"seeds/seed-6", "--attack", "fgsm"}).at("clean"));
  EXPECT_LE(clean.at("low"), clean.at("mean"));
  EXPECT_EQ(report.at("lanes")[0].at("attacks")[0].at("name"), "fgsm");
}

TEST_F(Evaluate, OneRunAmongSeedsHasNoIntervalOfAMean) {
  ASSERT_EQ(run(trainArguments("seeds", {"--seeds", "2", "--steps", "20"})).exitCode, 0);
  std::ofstream(folder() / "seeds/seed-2/config.json") << "{";
  const Result result = run({"evaluate", "seeds"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_NE(result.out.find("one run"), std::string::npos) << result.out;
  EXPECT_EQ(result.out.find("(0.0 to 100.0)"), std::string::npos) << result.out;
}

TEST_F(Evaluate, OddRunsAmongSeedsAreNamedAndTheOthersMeasured) {
  ASSERT_EQ(run(trainArguments("seeds", {"--seeds", "5", "--steps", "20"})).exitCode, 0);
  std::ofstream(folder() / "seeds/seed-2/config.json") << "{";
  ASSERT_EQ(run({"train", "--resume", "seeds/seed-3", "--steps", "30"}).exitCode, 0);
  std::ofstream(folder() / "seeds/seed-4/checkpoints/step-20.safetensors") << "broken";
  const Result result = run({"evaluate", "seeds", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json report = lastJson(result.out);
  EXPECT_EQ(report.at("runs"), json({"seeds/seed-1", "seeds/seed-5"}));
  ASSERT_EQ(report.at("left_out").size(), 3u);
  EXPECT_NE(result.err.find("seeds/seed-2 is left out"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("seeds/seed-3 is left out: it stands at step 30, the others at 20"), std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find("seeds/seed-4 is left out"), std::string::npos) << result.err;
}

TEST_F(Evaluate, RunsThatDifferInMoreThanTheirSeedHaveNoMean) {
  ASSERT_EQ(run(trainArguments("all/a", {"--steps", "10"})).exitCode, 0);
  ASSERT_EQ(run(trainArguments("all/b", {"--steps", "10", "--set", "lambda=2"})).exitCode, 0);
  const Result result = run({"evaluate", "all"});
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_NE(result.err.find("seed"), std::string::npos) << result.err;
}

TEST_F(Evaluate, TwoRunsOfOneSeedHaveNoMean) {
  for (const char* name : {"all/a", "all/b"}) ASSERT_EQ(run(trainArguments(name, {"--steps", "10"})).exitCode, 0);
  const Result result = run({"evaluate", "all"});
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_NE(result.err.find("same seed"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace sparring::test
