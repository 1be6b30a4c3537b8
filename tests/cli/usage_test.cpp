// Bad usage: exit code 2, nothing on stdout, and two lines on stderr that name what is wrong and what is right.
#include <algorithm>
#include <fstream>

#include "fixture.h"

namespace sparring::test {
namespace {

struct BadUsage {
  const char* name;
  Words arguments;
  Words named;  ///< what stderr must mention
};

void PrintTo(const BadUsage& usage, std::ostream* stream) { *stream << usage.name; }

const BadUsage kTable[] = {
    {"NoCommand", {}, {"command is missing", "train", "evaluate"}},
    {"UnknownCommand", {"trian"}, {"'trian'", "mean train"}},
    {"UnknownOption", {"train", "--epoch=3"}, {"--epoch.", "mean --epochs"}},
    {"UnknownTopOption", {"--jsn"}, {"--jsn"}},
    {"NoValue", {"train", "--steps"}, {"--steps needs a value"}},
    {"StepsNoNumber", {"train", "--steps", "many"}, {"--steps", "'many'", "1 to"}},
    {"StepsZero", {"train", "--steps", "0"}, {"--steps", "'0'", "1 to"}},
    {"StepsNegative", {"train", "--steps", "-3"}, {"--steps", "'-3'", "1 to"}},
    {"StepsAndEpochs", {"train", "--steps", "3", "--epochs", "3"}, {"--steps", "--epochs"}},
    {"EmptyOut", {"train", "--out", ""}, {"--out", "empty"}},
    {"TooMany", {"evaluate", "a", "b"}, {"'b'"}},
    {"UnknownKey", {"train", "--set", "lamda=1"}, {"lamda", "mean lambda"}},
    {"GreyLevels", {"evaluate", "run", "--attack", "pgd:eps=8"}, {"pixels in [0,1]", "8/255 is 0.0314"}},
    {"OutOfRange", {"train", "--set", "lambda=99"}, {"lambda", "99", "0", "20"}},
    {"NoNumber", {"train", "--set", "lr.generator=fast"}, {"lr.generator", "fast", "1e-06", "0.1"}},
    {"DecimalComma", {"train", "--set", "lr.generator=0,001"}, {"lr.generator", "0,001", "point", "0.001"}},
    {"CommaInAttack", {"evaluate", "run", "--attack", "fgsm:eps=0,1"}, {"eps", "\"0,1\"", "point", "\"0.1\""}},
    {"CommaInRange", {"sweep", "--vary", "beta=0,1..0,5", "--out", "x"}, {"0,1..0,5", "point", "\"0.1\""}},
    {"CommaInCount", {"train", "--steps", "1,000"}, {"--steps", "'1,000'", "\"1000\""}},
    {"NotWhole", {"train", "--set", "batch=1.5"}, {"batch", "1.5", "whole", "2", "8192"}},
    {"NoAssignment", {"train", "--set", "lambda"}, {"lambda", "key=value"}},
    {"UnknownChoice", {"train", "--set", "adversary=fgms"}, {"adversary", "fgms", "mean fgsm"}},
    {"Senseless", {"train", "--set", "epochs.teacher=0"}, {"teacher", "epochs.teacher"}},
    {"UnknownDevice", {"train", "--device", "tpu"}, {"device", "tpu", "cpu", "cuda"}},
    {"UnknownDeviceToMeasureOn", {"evaluate", "run", "--device", "tpu"}, {"device", "tpu", "cpu", "cuda"}},
    {"SeedOutOfRange", {"train", "--seed", "-1"}, {"seed", "-1"}},
    {"UnknownPreset", {"train", "--preset", "sed-repaired"}, {"sed-repaired", "mean seed-repaired"}},
    {"PresetAndConfig", {"train", "--preset", "seed-literal", "--config", "x.json"}, {"--preset", "--config"}},
    {"ResumeAndSet", {"train", "--resume", "run", "--set", "lambda=1"}, {"resumed", "--steps"}},
    {"NoRun", {"evaluate"}, {"RUN is missing"}},
    {"UnknownAttack", {"evaluate", "run", "--attack", "fgms"}, {"fgms", "fgsm"}},
    {"UnknownBench", {"bench", "sead-step"}, {"sead-step", "seed-step"}},
    {"UnknownAttackValue", {"evaluate", "run", "--attack", "fgsm:sigma=1"}, {"sigma", "eps"}},
    {"AttackOutOfRange", {"evaluate", "run", "--attack", "noise:sigma=-1"}, {"sigma", "-1"}},
    {"UnknownSuite", {"evaluate", "run", "--suite", "all"}, {"--suite", "'all'", "full, quick"}},
    {"SuiteAndAttack", {"evaluate", "run", "--suite", "quick", "--attack", "fgsm"}, {"--suite", "--attack"}},
    {"LaneNoNumber", {"evaluate", "run", "--lane", "both"}, {"--lane", "'both'", "0 to"}},
    {"SeedsWithoutFolder", {"train", "--seeds", "3"}, {"--seeds", "--out"}},
    {"ResumeAndSeeds", {"train", "--resume", "run", "--seeds", "3", "--out", "x"}, {"resumed"}},
    {"NoCount", {"generate", "run", "--out", "x.png"}, {"--count is missing"}},
    {"UnknownPicture", {"generate", "run", "--count", "1", "--out", "x.jpg"}, {"x.jpg", ".png", ".idx", ".npz"}},
    {"LaterFormat", {"export", "run", "--format", "onnx", "--out", "x"}, {"onnx", "safetensors, csv"}},
    {"NoDataCommand", {"data"}, {"command is missing", "fetch"}},
    {"BothForms", {"params", "--markdown", "--json"}, {"--markdown", "--json"}},
};

class Usage : public CliTest, public ::testing::WithParamInterface<BadUsage> {};

TEST_P(Usage, IsRefusedWithCauseAndHint) {
  const Result result = run(GetParam().arguments);
  EXPECT_EQ(result.exitCode, 2);
  const bool json = std::ranges::find(GetParam().arguments, "--json") != GetParam().arguments.end();
  EXPECT_EQ(result.out.empty(), !json) << result.out;
  const std::vector<std::string> said = lines(result.err);
  ASSERT_EQ(said.size(), 2u) << result.err;
  EXPECT_EQ(said[0].rfind("error: ", 0), 0u) << said[0];
  EXPECT_EQ(said[1].rfind("hint: ", 0), 0u) << said[1];
  for (const std::string& word : GetParam().named) EXPECT_NE(result.err.find(word), std::string::npos) << result.err;
}

INSTANTIATE_TEST_SUITE_P(Table, Usage, ::testing::ValuesIn(kTable),
                         [](const auto& info) { return std::string(info.param.name); });

struct BadSettings {
  const char* name;
  const char* text;
  Words named;
};

void PrintTo(const BadSettings& settings, std::ostream* stream) { *stream << settings.name; }

class Settings : public CliTest, public ::testing::WithParamInterface<BadSettings> {};

TEST_P(Settings, FileIsRefusedNamingTheKey) {
  std::ofstream(folder() / "settings.json") << GetParam().text;
  const Result result = run({"train", "--config", "settings.json"});
  EXPECT_EQ(result.exitCode, 2);
  for (const std::string& word : GetParam().named) EXPECT_NE(result.err.find(word), std::string::npos) << result.err;
}

const BadSettings kSettings[] = {
    {"NotJson", "lambda = 1", {"JSON"}},
    {"UnknownKey", R"({"lamda": 1})", {"lamda", "lambda"}},
    {"WrongType", R"({"batch": "many"})", {"batch", "many"}},
    {"OutOfRange", R"({"batch": 100000})", {"batch", "100000", "8192"}},
};

INSTANTIATE_TEST_SUITE_P(Table, Settings, ::testing::ValuesIn(kSettings),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(CliTest, HelpOfEveryCommandIsDone) {
  for (const char* command : {"train", "evaluate", "generate", "export", "data", "params", "presets", "bench"}) {
    const Result result = run({command, "--help"});
    EXPECT_EQ(result.exitCode, 0) << command;
    EXPECT_NE(result.out.find("--help"), std::string::npos) << command;
    EXPECT_EQ(result.err, "") << command;
  }
}

TEST_F(CliTest, SettingsFileThatIsNotThereFails) {
  const Result result = run({"train", "--config", "nowhere.json"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("nowhere.json"), std::string::npos);
}

TEST_F(CliTest, EveryFailureWithJsonIsAnObjectWithItsError) {
  const Words commands[] = {{"evaluate", "nowhere", "--json"},       {"quality", "nowhere", "--json"},
                            {"bench", "nothing", "--json"},          {"params", "--markdown", "--json"},
                            {"train", "--json", "--set", "lamda=1"}, {"evaluate", "--jsn", "--json"}};
  for (const Words& words : commands) {
    const nlohmann::json last = lastJson(run(words).out);
    EXPECT_EQ(last.at("done"), false) << words.front();
    EXPECT_FALSE(last.at("error").get<std::string>().empty()) << words.front();
  }
}

}  // namespace
}  // namespace sparring::test
