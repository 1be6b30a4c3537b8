// sparring-cli train, from the command to the run folder.
#include <sys/stat.h>

#include <cmath>
#include <fstream>
#include <set>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class Train : public CliTest {
 protected:
  Words withoutOut(const Words& more) const {
    Words words = trainArguments("", more);
    words.erase(words.begin() + 4, words.begin() + 6);  // --out ""
    return words;
  }
};

TEST_F(Train, LeavesARunFolderAndADoneObject) {
  const Result result = run(trainArguments("run", {"--steps", "40", "--seed", "5"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json done = lastJson(result.out);
  EXPECT_EQ(done.at("done"), true);
  EXPECT_EQ(done.at("steps"), 40);
  EXPECT_EQ(done.at("run"), "run");
  EXPECT_GT(done.at("wall_s"), 0.0);
  EXPECT_GT(done.at("steps_per_s"), 0.0);
  EXPECT_NEAR(done.at("samples_per_s").get<double>(), 16 * done.at("steps_per_s").get<double>(), 0.1);
  const double images = 50 * done.at("accuracy").get<double>();  // of the whole test set
  EXPECT_NEAR(images, std::round(images), 1e-6);
  for (const char* name : {"config.json", "metrics.csv", "events.jsonl", "checkpoints/step-40.safetensors"}) {
    EXPECT_TRUE(std::filesystem::exists(folder() / "run" / name)) << name;
  }
  const json config = json::parse(contents(folder() / "run/config.json"));
  EXPECT_EQ(config.at("params").at("seed"), 5);
  EXPECT_EQ(config.at("params").at("batch"), 16);
}

TEST_F(Train, ReportsProgressAsJsonLines) {
  const Result result = run(trainArguments("run", {"--steps", "40"}));
  json last;
  for (const std::string& line : lines(result.out)) {
    const json object = json::parse(line);
    if (object.contains("phase")) last = object;
  }
  EXPECT_EQ(last.at("step"), 40);
  EXPECT_EQ(last.at("total_steps"), 40);
  EXPECT_EQ(last.at("epoch"), 2.5);
  EXPECT_TRUE(last.at("D").is_number());
  EXPECT_FALSE(last.contains("L")) << "it ends in the duel, where the classifier rests";
  EXPECT_TRUE(last.at("clean").is_number());
}

TEST_F(Train, TellsOnlyOfLossesThatThePhaseMeasures) {
  Words arguments = trainArguments("run", {"--steps", "40"});  // which end in the duel
  std::erase(arguments, "--json");
  const std::string out = run(arguments).out;
  const size_t begin = out.find("step 40/40");
  ASSERT_NE(begin, std::string::npos) << out;
  const std::string line = out.substr(begin, out.find('\n', begin) - begin);
  EXPECT_NE(line.find("  D "), std::string::npos) << line;
  EXPECT_EQ(line.find("L "), std::string::npos) << line;
}

TEST_F(Train, NamesTheLambdaThatItsFiguresAreOf) {
  Words arguments = trainArguments("run", {"--steps", "20", "--set", "lambda=0, 2", "--set", "adversary=fgsm"});
  const json last = lastJson(run(arguments).out);
  ASSERT_EQ(last.at("accuracies").size(), 2u);
  EXPECT_EQ(last.at("accuracies")[0], last.at("accuracy"));
  std::erase(arguments, "--json");
  arguments[std::ranges::find(arguments, "run") - arguments.begin()] = "again";
  const std::string out = run(arguments).out;
  EXPECT_NE(out.find("λ = 2:"), std::string::npos) << out;
  EXPECT_NE(out.find(" % (λ = 0), "), std::string::npos) << out;
  EXPECT_NE(out.find(" % (λ = 2)\n"), std::string::npos) << out;
}

TEST_F(Train, MeasuresTheAttacksItIsAskedFor) {
  const Result result = run(trainArguments("run", {"--steps", "20", "--set", "evaluate.every=10", "--set",
                                                   "evaluate.attacks=pgd:eps=0.1,steps=5,noise:sigma=0.3"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  json last;
  for (const std::string& line : lines(result.out))
    if (const json object = json::parse(line); object.contains("phase")) last = object;
  EXPECT_TRUE(last.at("pgd").is_number() && last.at("noise").is_number());
  EXPECT_FALSE(last.contains("fgsm"));
  const std::string metrics = contents(folder() / "run/metrics.csv");
  EXPECT_NE(metrics.find(",0,pgd,"), std::string::npos) << metrics;
  EXPECT_EQ(metrics.find("fgsm"), std::string::npos) << metrics;
}

TEST_F(Train, KeysOfOlderVersionsSetTheListOfAttacks) {
  const Result result = run(trainArguments("run", {"--steps", "1", "--set", "evaluate.noise=0.3"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json params = json::parse(contents(folder() / "run/config.json")).at("params");
  EXPECT_EQ(params.at("evaluate.attacks"), "noise:sigma=0.3,fgsm:eps=0.1");
  EXPECT_FALSE(params.contains("evaluate.noise"));
}

TEST_F(Train, WithoutJsonEndsWithTheRun) {
  Words words = trainArguments("run", {"--steps", "20"});
  words.erase(words.begin() + 1);  // --json
  const Result result = run(words);
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(lines(result.out).back(), "run: run");
  EXPECT_EQ(result.out.find('\r'), std::string::npos) << "nothing is redrawn where stdout is no terminal";
}

TEST_F(Train, QuietPrintsTheFolderOnly) {
  Words words = trainArguments("run", {"--steps", "20", "--quiet"});
  words.erase(words.begin() + 1);  // --json
  EXPECT_EQ(run(words).out, "run\n");
}

TEST_F(Train, ClosedDescriptorsAreNotTheRunsFiles) {
  int n = 0;
  for (const std::vector<int>& closed : {std::vector{0}, {1}, {2}, {0, 1, 2}}) {
    const std::string out = "run" + std::to_string(n++);
    EXPECT_EQ(run(trainArguments(out, {"--steps", "20"}), {.closed = closed}).exitCode, 0) << out;
    EXPECT_EQ(run({"train", "--json", "--resume", out, "--steps", "40"}, {.closed = closed}).exitCode, 0) << out;
    EXPECT_EQ(json::parse(contents(folder() / out / "config.json")).at("params").at("batch"), 16) << out;
    for (const std::string& line : lines(contents(folder() / out / "events.jsonl")))
      EXPECT_TRUE(json::accept(line)) << line;
  }
}

TEST_F(Train, MakesAFreshFolderWithoutOut) {
  const Result result = run(withoutOut({"--steps", "20"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const std::filesystem::path made = lastJson(result.out).at("run").get<std::string>();
  EXPECT_EQ(made.parent_path(), "runs");
  EXPECT_TRUE(std::filesystem::exists(folder() / made / "config.json"));
}

TEST_F(Train, RunsThatBeginTogetherGetAFolderEach) {
  std::vector<std::unique_ptr<Process>> together;
  for (int i = 0; i < 6; ++i) together.push_back(std::make_unique<Process>(withoutOut({"--steps", "4"}), folder()));
  std::set<std::string> folders;
  for (const auto& process : together) {
    const Result result = process->finish();
    EXPECT_EQ(result.exitCode, 0) << result.err;
    folders.insert(lastJson(result.out).at("run"));
  }
  EXPECT_EQ(folders.size(), together.size());
  for (const std::string& name : folders)
    EXPECT_TRUE(std::filesystem::exists(folder() / name / "checkpoints/step-4.safetensors")) << name;
}

TEST_F(Train, LaterSettingWins) {
  run(trainArguments("run", {"--steps", "1", "--set", "lambda=2", "--set", "lambda=3"}));
  EXPECT_EQ(json::parse(contents(folder() / "run/config.json")).at("params").at("lambda"), json({3.0}));
}

TEST_F(Train, TakesTheConfigOfAnotherRun) {
  train("first", 20);
  const Result result = run({"train", "--json", "--config", "first/config.json", "--steps", "20", "--out", "second"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(contents(folder() / "first/metrics.csv"), contents(folder() / "second/metrics.csv"));
}

TEST_F(Train, ResumedEqualsUninterrupted) {
  train("whole", 60);
  train("parts", 30);
  const Result resumed = run({"train", "--json", "--resume", "parts", "--steps", "60"});
  ASSERT_EQ(resumed.exitCode, 0) << resumed.err;
  EXPECT_EQ(lastJson(resumed.out).at("steps"), 60);
  EXPECT_EQ(contents(folder() / "whole/metrics.csv"), contents(folder() / "parts/metrics.csv"));
  EXPECT_EQ(contents(folder() / "whole/checkpoints/step-60.safetensors"),
            contents(folder() / "parts/checkpoints/step-60.safetensors"));
}

TEST_F(Train, TheLengthAskedForIsPartOfTheRun) {
  train("run", 30);
  std::filesystem::remove(folder() / "run/checkpoints/step-30.safetensors");  // as if broken off before its end
  const Result resumed = run({"train", "--json", "--resume", "run"});
  ASSERT_EQ(resumed.exitCode, 0) << resumed.err;
  EXPECT_EQ(lastJson(resumed.out).at("steps"), 30);
}

TEST_F(Train, AFinishedRunIsTrainedOn) {
  train("run", 30);
  const Result done = run({"train", "--resume", "run"});
  EXPECT_EQ(done.exitCode, 0) << done.err;
  EXPECT_NE(done.out.find("complete before, at step 30"), std::string::npos) << done.out;
  const Result on = run({"train", "--json", "--resume", "run", "--epochs", "3"});
  ASSERT_EQ(on.exitCode, 0) << on.err;
  EXPECT_EQ(lastJson(on.out).at("steps"), 48);
  EXPECT_EQ(json::parse(contents(folder() / "run/config.json")).at("length"), json({{"epochs", 3}}));
}

TEST_F(Train, SeedsBeyondTheLargestAreRefusedBeforeAnyIsTrained) {
  const Result result = run(trainArguments("seeds", {"--seed", "2147483647", "--seeds", "2", "--steps", "4"}));
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_NE(result.err.find("2147483647"), std::string::npos) << result.err;
  EXPECT_FALSE(std::filesystem::exists(folder() / "seeds"));
}

TEST_F(Train, MoreSeedsJoinThoseThatAreThere) {
  ASSERT_EQ(run(trainArguments("seeds", {"--seeds", "2", "--steps", "20"})).exitCode, 0);
  const Result more = run(trainArguments("seeds", {"--seeds", "3", "--steps", "20"}));
  ASSERT_EQ(more.exitCode, 0) << more.err;
  EXPECT_TRUE(std::filesystem::exists(folder() / "seeds/seed-3/checkpoints/step-20.safetensors"));
}

TEST_F(Train, SeedsOfOtherSettingsAreRefusedBeforeAnyIsTrained) {
  ASSERT_EQ(run(trainArguments("seeds", {"--seeds", "2", "--steps", "20"})).exitCode, 0);
  const Result other = run(trainArguments("seeds", {"--seeds", "3", "--steps", "20", "--set", "lambda=2"}));
  EXPECT_EQ(other.exitCode, 2);
  EXPECT_NE(other.err.find("lambda=0,1"), std::string::npos) << other.err;
  const Result longer = run(trainArguments("seeds", {"--seeds", "3", "--steps", "30"}));
  EXPECT_EQ(longer.exitCode, 2);
  EXPECT_NE(longer.err.find("length"), std::string::npos) << longer.err;
  EXPECT_FALSE(std::filesystem::exists(folder() / "seeds/seed-3"));
}

TEST_F(Train, BuiltInDigitsNeedNoFiles) {
  const Result result = run(trainArguments("run", {"--set", "data=synthetic", "--steps", "4"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(lastJson(result.out).at("steps"), 4);
}

TEST_F(Train, MissingMnistSaysHowToGetIt) {
  const Result result = run({"train", "--json"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("sparring-cli data fetch mnist"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("data=synthetic"), std::string::npos) << result.err;
  EXPECT_EQ(lastJson(result.out).at("done"), false);
}

TEST_F(Train, NeverWritesOverARun) {
  train("run", 20);
  const std::string before = contents(folder() / "run/metrics.csv");
  const Result result = run(trainArguments("run", {"--steps", "20"}));
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("run"), std::string::npos);
  EXPECT_EQ(contents(folder() / "run/metrics.csv"), before);
}

TEST_F(Train, FolderThatCannotBeMadeFails) {
  std::ofstream(folder() / "file") << "in the way";
  const Result result = run(trainArguments("file/run", {"--steps", "4"}));
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("file"), std::string::npos) << result.err;
}

TEST_F(Train, CudaWhereThereIsNoneFails) {
  if (std::filesystem::exists("/dev/nvidia0")) GTEST_SKIP() << "this machine has a CUDA card";
  const Result result = run(trainArguments("run", {"--steps", "4", "--device", "cuda"}));
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("CUDA"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("hint: "), std::string::npos) << result.err;
}

// Puts a NaN where the first weight of a tensor is, and takes the hash away that would notice.
void poison(const std::filesystem::path& checkpoint, const std::string& tensor) {
  std::string file = contents(checkpoint);
  uint64_t length = 0;
  for (int i = 7; i >= 0; --i) length = length << 8 | static_cast<uint8_t>(file[i]);
  const json header = json::parse(file.substr(8, length));
  const size_t at = 8 + length + header.at(tensor).at("data_offsets").at(0).get<size_t>();
  file.replace(at, 4, std::string("\0\0\xC0\x7F", 4));
  file.replace(file.find("\"sha256\""), 8, "\"sha000\"");
  std::ofstream(checkpoint, std::ios::binary) << file;
}

TEST_F(Train, WhereNumbersEndTheRunEndsWithItsStep) {
  const Result result = run({"train",   "--json",
                             "--set",   "data=synthetic",
                             "--set",   "adversary=noise",
                             "--set",   "lambda=20",
                             "--set",   "optimiser=sgd",
                             "--set",   "lr.classifier=0.1",
                             "--set",   "momentum=0.999",
                             "--set",   "loss.classifier=cross-entropy",
                             "--set",   "classifier.hidden=512,512,512,512",
                             "--set",   "epochs.pretrain=0",
                             "--set",   "evaluate.every=0",
                             "--steps", "16",
                             "--seed",  "1",
                             "--out",   "runaway"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("finite"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("The last good checkpoint is of step"), std::string::npos) << result.err;
  EXPECT_EQ(run({"evaluate", "runaway", "--limit", "20"}).exitCode, 0) << "what was saved as good";
}

TEST_F(Train, GoesOnFromTheLastCheckpointThatIsFinite) {
  train("run", 40);
  poison(folder() / "run/checkpoints/step-40.safetensors", "classifier.fc1.weight");
  const Result result = run({"train", "--json", "--resume", "run", "--steps", "60"});
  EXPECT_EQ(result.exitCode, 0) << result.err;
  EXPECT_NE(result.out.find("The weights of step 40 are not finite"), std::string::npos) << result.out;
}

TEST_F(Train, ListOfTwoThatMayBeADecimalIsTold) {
  const Result result = run({"train", "--json", "--set", "data=synthetic", "--set", "adversary=none", "--set",
                             "lambda=0,5", "--steps", "1", "--out", "two"});
  EXPECT_EQ(result.exitCode, 0) << result.err;
  EXPECT_NE(result.err.find("two values, 0 and 5"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("0.5"), std::string::npos) << result.err;
}

TEST_F(Train, ResumeOfNoRunFails) {
  const Result result = run({"train", "--resume", "data"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("data"), std::string::npos) << result.err;
}

TEST_F(Train, DataThatMovedAreNamedToResumeAndToEvaluate) {
  train("run", 20);
  std::filesystem::rename(folder() / "data", folder() / "moved");
  const Result lost = run({"evaluate", "run"});
  EXPECT_EQ(lost.exitCode, 1);
  EXPECT_NE(lost.err.find("--data DIR"), std::string::npos) << lost.err;
  EXPECT_EQ(run({"evaluate", "run", "--data", "moved"}).exitCode, 0);
  EXPECT_EQ(run({"train", "--resume", "run", "--steps", "30", "--data", "moved"}).exitCode, 0);
  EXPECT_NE(lost.err.find("no longer in"), std::string::npos) << lost.err;
  const Result other = run({"evaluate", "run", "--data", "synthetic"});
  EXPECT_EQ(other.exitCode, 1);
  EXPECT_NE(other.err.find("other data"), std::string::npos) << other.err;
}

TEST_F(Train, AForkGoesOnAsItsParentWhereNothingIsChanged) {
  train("straight", 40);
  train("parent", 20);
  ASSERT_EQ(run({"train", "--fork", "parent", "--steps", "40", "--out", "child"}).exitCode, 0);
  const std::string straight = contents(folder() / "straight/metrics.csv"),
                    child = contents(folder() / "child/metrics.csv");
  const std::string future = child.substr(child.find('\n') + 1);
  EXPECT_TRUE(straight.ends_with(future)) << future;
  EXPECT_FALSE(future.empty());
}

TEST_F(Train, AForkOfAStepTakesOtherValuesAndNamesItsParent) {
  train("parent", 20);
  const Result result =
      run({"train", "--fork", "parent@20", "--set", "lr.classifier=0.01", "--steps", "30", "--out", "child"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const std::string config = contents(folder() / "child/config.json");
  EXPECT_NE(config.find("\"parent\": {\n    \"run\": \"parent\",\n    \"step\": 20"), std::string::npos) << config;
  EXPECT_NE(config.find("\"lr.classifier\": 0.01"), std::string::npos) << config;
  const Result none = run({"train", "--fork", "parent@7", "--out", "other"});
  EXPECT_EQ(none.exitCode, 1);
  EXPECT_NE(none.err.find("the steps 10, 16, 20"), std::string::npos) << none.err;
  EXPECT_FALSE(std::filesystem::exists(folder() / "other"));
  EXPECT_EQ(run({"train", "--fork", "parent@x"}).exitCode, 2);
  EXPECT_EQ(run({"train", "--fork", "parent", "--preset", "demo-fgsm"}).exitCode, 2);
  EXPECT_EQ(run({"train", "--fork", "parent", "--resume", "parent"}).exitCode, 2);
}

TEST_F(Train, EditsOfAnotherRunAreMadeAgain) {
  train("parent", 20);
  std::ofstream(folder() / "parent/events.jsonl", std::ios::app)
      << R"({"step":5,"kind":"edit","key":"lr.classifier","value":"0.01","message":{"text":"","args":[]}})"
      << "\n";
  const Result result = run(trainArguments("again", {"--replay", "parent", "--steps", "20"}));
  ASSERT_EQ(result.exitCode, 0) << result.err;
  EXPECT_NE(
      contents(folder() / "again/events.jsonl").find(R"({"step":5,"kind":"edit","key":"lr.classifier","value":"0.01")"),
      std::string::npos);
}

TEST_F(Train, ANameThatIsNotUtf8IsRefusedBeforeAnythingIsMade) {
  std::filesystem::rename(folder() / "data", folder() / "d\xe4ta");
  const Result result = run(trainArguments("run", {"--set", "data=d\xe4ta"}));
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_NE(result.err.find("UTF-8"), std::string::npos) << result.err;
  EXPECT_FALSE(std::filesystem::exists(folder() / "run"));
}

TEST_F(Train, ANameThatNoFileSystemTakesIsRefusedInWords) {
  const Result result = run(trainArguments(std::string(300, 'a'), {"--steps", "5"}));
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("cannot be written: File name too long"), std::string::npos) << result.err;
}

TEST_F(Train, ARunOfANewerVersionIsEvaluatedWithAWarningAndNotResumed) {
  train("run", 20);
  std::string text = contents(folder() / "run/config.json");
  text.insert(text.find('{', text.find("\"params\"")) + 1, "\"new.key\": 3,");
  std::ofstream(folder() / "run/config.json") << text;
  const Result looked = run({"evaluate", "run"});
  EXPECT_EQ(looked.exitCode, 0);
  EXPECT_NE(looked.err.find("warning: "), std::string::npos) << looked.err;
  const Result resumed = run({"train", "--resume", "run", "--steps", "30"});
  EXPECT_EQ(resumed.exitCode, 1);
  EXPECT_NE(resumed.err.find("new.key"), std::string::npos) << resumed.err;
}

TEST_F(Train, SettingsAreNotReadFromAPipe) {
  ASSERT_EQ(::mkfifo((folder() / "settings").c_str(), 0600), 0);
  const Result result = run({"train", "--config", "settings"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("is not a plain file"), std::string::npos) << result.err;
}

TEST_F(Train, ResumeOnOtherDataIsRefused) {
  train("run", 20);
  std::fstream labels(folder() / "data/train-labels-idx1-ubyte", std::ios::binary | std::ios::in | std::ios::out);
  labels.seekp(8);
  labels.put(9);
  labels.close();
  const Result result = run({"train", "--resume", "run", "--steps", "40"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("other data"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace sparring::test
