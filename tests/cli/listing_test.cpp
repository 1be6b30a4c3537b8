// What the program says about itself: parameters, presets, data.
#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

TEST_F(CliTest, ParameterDocumentIsTheTable) {
  EXPECT_EQ(run({"params", "--markdown"}).out, contents(std::filesystem::path(SPARRING_SOURCE) / "docs/parameters.md"))
      << "regenerate it: sparring-cli params --markdown > docs/parameters.md";
}

TEST_F(CliTest, PlainParametersNameEveryKey) {
  const std::string plain = run({"params"}).out;
  const json table = json::parse(run({"params", "--json"}).out);
  EXPECT_GE(table.size(), 30u);
  for (const json& row : table) {
    EXPECT_NE(plain.find("  " + row.at("key").get<std::string>() + " "), std::string::npos) << row;
  }
}

TEST_F(CliTest, PresetsHaveTextsInBothLanguagesAndTheDefaultFirst) {
  const json presets = json::parse(run({"presets", "--json"}).out);
  EXPECT_EQ(presets.at(0).at("name"), "seed-repaired");
  for (const json& preset : presets) {
    for (const char* text : {"title", "help", "expectation"}) {
      EXPECT_NE(preset.at(text).at("en"), "") << preset.at("name");
      EXPECT_NE(preset.at(text).at("zh"), "") << preset.at("name");
    }
  }
}

TEST_F(CliTest, LiteralPresetIsTheTextAsWritten) {
  for (const json& preset : json::parse(run({"presets", "--json"}).out)) {
    if (preset.at("name") != "seed-literal") continue;
    const json& params = preset.at("params");
    EXPECT_EQ(params.at("adversary"), "gan");
    EXPECT_EQ(params.at("generator.hidden"), json({128}));
    EXPECT_EQ(params.at("discriminator.hidden"), json::array());
    EXPECT_EQ(params.at("discriminator.output"), "sigmoid");
    EXPECT_EQ(params.at("latent"), 100);
    int epochs = 0;
    for (const char* phase : {"teacher", "pretrain", "gan", "joint"}) {
      epochs += params.at(std::string("epochs.") + phase).get<int>();
    }
    EXPECT_EQ(epochs, 100);
  }
}

TEST_F(CliTest, DataListSaysHowToFetchWhatIsMissing) {
  const std::string list = run({"data", "list"}).out;
  EXPECT_NE(list.find("sparring-cli data fetch mnist"), std::string::npos) << list;
  EXPECT_NE(list.find("synthetic"), std::string::npos) << list;
}

TEST_F(CliTest, DataInfoCounts) {
  const Result result = run({"data", "info", "data"});
  EXPECT_EQ(result.exitCode, 0) << result.err;
  EXPECT_NE(result.out.find("256"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("50"), std::string::npos) << result.out;
}

TEST_F(CliTest, AKnownNameIsTheDataSetAndNotTheFolderForInfoAndTrainingAlike) {
  std::filesystem::rename(folder() / "data", folder() / "mnist");
  for (const Words& words : {Words{"data", "info", "mnist"}, Words{"train", "--set", "data=mnist"}}) {
    const Result result = run(words);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_NE(result.err.find("For the folder of that name write ./mnist"), std::string::npos) << result.err;
  }
  EXPECT_EQ(run({"data", "info", "./mnist"}).exitCode, 0);
}

TEST_F(CliTest, DataInfoOfNothingFails) {
  const Result result = run({"data", "info", "nowhere"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("nowhere"), std::string::npos) << result.err;
}

TEST_F(CliTest, FetchOfAnUnknownNameIsRefused) {
  const Result result = run({"data", "fetch", "mnits"});
  EXPECT_NE(result.exitCode, 0);
  EXPECT_NE(result.err.find("mnist"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace sparring::test
