// evaluate, generate, quality and export on a small run.
#include <algorithm>
#include <fstream>

#include "fixture.h"

namespace sparring::test {
namespace {

using nlohmann::json;

class Tools : public CliTest {
 protected:
  Tools() { train("run", 60); }

  int64_t sizeOf(const std::string& file) const {
    return static_cast<int64_t>(std::filesystem::file_size(folder() / file));
  }
};

TEST_F(Tools, EvaluateJsonHasTheAgreedShape) {
  const Result result = run({"evaluate", "run", "--attack", "noise:sigma=0.3", "--attack", "fgsm", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json report = json::parse(result.out);
  EXPECT_GE(report.at("clean"), 0.0);
  EXPECT_LE(report.at("clean"), 1.0);
  EXPECT_EQ(report.at("count"), 50);
  ASSERT_EQ(report.at("attacks").size(), 2u);
  EXPECT_EQ(report.at("attacks")[0].at("name"), "noise");
  EXPECT_EQ(report.at("attacks")[0].at("sigma"), 0.3);
  EXPECT_EQ(report.at("attacks")[1].at("name"), "fgsm");
  EXPECT_EQ(report.at("attacks")[1].at("eps"), 0.1);
  EXPECT_LE(report.at("attacks")[1].at("accuracy"), report.at("clean"));
}

TEST_F(Tools, AttackOfNoStrengthChangesNothing) {
  const Result result = run({"evaluate", "run", "--attack", "fgsm:eps=0", "--attack", "noise:sigma=0", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json report = json::parse(result.out);
  EXPECT_EQ(report.at("attacks")[0].at("accuracy"), report.at("clean"));
  EXPECT_EQ(report.at("attacks")[1].at("accuracy"), report.at("clean"));
}

TEST_F(Tools, EvaluateTakesTheFirstImagesAndAnEarlierStep) {
  const json report = json::parse(run({"evaluate", "run", "--limit", "20", "--step", "50", "--json"}).out);
  EXPECT_EQ(report.at("count"), 20);
  EXPECT_EQ(report.at("step"), 50);
}

TEST_F(Tools, EvaluateTableNamesEachAttack) {
  const std::string table = run({"evaluate", "run"}).out;
  for (const char* name : {"clean", "noise:sigma=0.2", "fgsm:eps=0.1", "of 50"}) {
    EXPECT_NE(table.find(name), std::string::npos) << table;
  }
}

TEST_F(Tools, APictureOfTooManyImagesIsRefusedBeforeTheyAreDrawn) {
  const Result result = run({"generate", "run", "--count", "10000000", "--out", "big.png"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("cannot be a picture of"), std::string::npos) << result.err;
}

TEST_F(Tools, LaneThatIsNotThereIsBadUsage) {
  const Result result = run({"evaluate", "run", "--lane", "7"});
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_NE(result.err.find("--lane"), std::string::npos) << result.err;
}

TEST_F(Tools, GeneratesIdxWithLabelsInTurn) {
  ASSERT_EQ(run({"generate", "run", "--count", "25", "--out", "g.idx", "--labels", "l.idx"}).exitCode, 0);
  EXPECT_EQ(contents(folder() / "g.idx").substr(0, 16), std::string("\0\0\x08\x03\0\0\0\x19\0\0\0\x0c\0\0\0\x0c", 16));
  EXPECT_EQ(sizeOf("g.idx"), 16 + 25 * 144);
  const std::string labels = contents(folder() / "l.idx");
  ASSERT_EQ(labels.size(), 8u + 25);
  for (int i = 0; i < 25; ++i) EXPECT_EQ(labels[8 + i], i % 10) << i;
}

TEST_F(Tools, GeneratesPngAndNpz) {
  ASSERT_EQ(run({"generate", "run", "--count", "20", "--out", "g.png"}).exitCode, 0);
  EXPECT_EQ(contents(folder() / "g.png").substr(0, 8), "\x89PNG\r\n\x1a\n");
  ASSERT_EQ(run({"generate", "run", "--count", "20", "--out", "g.npz"}).exitCode, 0);
  const std::string zip = contents(folder() / "g.npz");
  EXPECT_EQ(zip.substr(0, 4), std::string("PK\x03\x04"));
  EXPECT_NE(zip.find("images.npy"), std::string::npos);
  EXPECT_NE(zip.find("'shape': (20, 12, 12)"), std::string::npos);
  EXPECT_NE(zip.find("labels.npy"), std::string::npos);
}

TEST_F(Tools, SeedDecidesWhatIsGenerated) {
  for (const char* name : {"a", "b"})
    run({"generate", "run", "--count", "9", "--seed", "4", "--out", name + std::string(".idx")});
  run({"generate", "run", "--count", "9", "--seed", "5", "--out", "c.idx"});
  EXPECT_EQ(contents(folder() / "a.idx"), contents(folder() / "b.idx"));
  EXPECT_NE(contents(folder() / "a.idx"), contents(folder() / "c.idx"));
}

TEST_F(Tools, ExportedWeightsCarryPyTorchNames) {
  ASSERT_EQ(run({"export", "run", "--format", "safetensors", "--out", "w.safetensors"}).exitCode, 0);
  const std::string file = contents(folder() / "w.safetensors");
  uint64_t length = 0;
  for (int i = 7; i >= 0; --i) length = length << 8 | static_cast<uint8_t>(file[i]);
  const json header = json::parse(file.substr(8, length));
  EXPECT_EQ(header.at("classifier.fc1.weight").at("shape"), json({16, 144}));
  EXPECT_EQ(header.at("classifier.fc2.bias").at("shape"), json({10}));
  EXPECT_TRUE(header.contains("generator.fc1.weight"));
  EXPECT_TRUE(header.contains("discriminator.fc1.weight"));
}

TEST_F(Tools, ExportedMetricsDropALineCutShort) {
  const std::string whole = contents(folder() / "run/metrics.csv");
  std::ofstream(folder() / "run/metrics.csv", std::ios::app) << "62,3.8";
  ASSERT_EQ(run({"export", "run", "--format", "csv", "--out", "m.csv"}).exitCode, 0);
  EXPECT_EQ(contents(folder() / "m.csv"), whole);
}

TEST_F(Tools, KeptPicturesAreExportedAsAnAnimation) {
  ASSERT_EQ(run({"export", "run", "--format", "gif", "--fps", "5", "--out", "a.gif"}).exitCode, 0);
  EXPECT_EQ(contents(folder() / "a.gif").substr(0, 6), "GIF89a");
  ASSERT_EQ(run({"export", "run", "--format", "webp", "--out", "a.webp"}).exitCode, 0);
  EXPECT_EQ(contents(folder() / "a.webp").substr(8, 4), "WEBP");
  ASSERT_EQ(run({"export", "run", "--format", "apng", "--out", "a.png"}).exitCode, 0);
  EXPECT_NE(contents(folder() / "a.png").find("acTL"), std::string::npos);
}

TEST_F(Tools, ARunWithoutPicturesMakesNoAnimation) {
  std::filesystem::remove_all(folder() / "run/samples");
  const Result result = run({"export", "run", "--format", "gif", "--out", "a.gif"});
  EXPECT_EQ(result.exitCode, 2);
  EXPECT_FALSE(std::filesystem::exists(folder() / "a.gif"));
}

TEST_F(Tools, CheckpointCutShortFailsAndNamesAnEarlierOne) {
  std::filesystem::resize_file(folder() / "run/checkpoints/step-60.safetensors", 100);
  const Result broken = run({"evaluate", "run", "--json"});
  EXPECT_EQ(broken.exitCode, 1);
  EXPECT_NE(broken.err.find("--step 50"), std::string::npos) << broken.err;
  const Result earlier = run({"evaluate", "run", "--json", "--step", "50"});
  ASSERT_EQ(earlier.exitCode, 0) << earlier.err;
  EXPECT_EQ(json::parse(earlier.out).at("step"), 50);
}

TEST_F(Tools, NothingReplacesARunsOwnFiles) {
  const auto before = contents(folder() / "run/config.json"), points = contents(folder() / "run/metrics.csv"),
             weights = contents(folder() / "run/checkpoints/step-60.safetensors");
  std::filesystem::create_symlink("run", folder() / "link");
  for (const Words& words :
       {Words{"export", "run", "--format", "csv", "--out", "run/config.json"},
        Words{"export", "run", "--format", "csv", "--out", "link/../run/metrics.csv"},
        Words{"export", "run", "--format", "safetensors", "--out", "link/checkpoints/step-60.safetensors"},
        Words{"generate", "run", "--count", "10", "--out", "run/samples/step-60.png"},
        Words{"generate", "run", "--count", "10", "--out", "a.png", "--labels", "run/config.json"}}) {
    const Result result = run(words);
    EXPECT_EQ(result.exitCode, 2) << words.back();
    EXPECT_NE(result.err.find("keeps for itself"), std::string::npos) << result.err;
  }
  EXPECT_EQ(contents(folder() / "run/config.json"), before);
  EXPECT_EQ(contents(folder() / "run/metrics.csv"), points);
  EXPECT_EQ(contents(folder() / "run/checkpoints/step-60.safetensors"), weights);
  EXPECT_FALSE(std::filesystem::exists(folder() / "a.png"));
  EXPECT_EQ(run({"export", "run", "--format", "csv", "--out", "run/copy.csv"}).exitCode, 0);
}

TEST_F(Tools, AStepWithoutCheckpointIsToldWithThoseThatAreThere) {
  const Result result = run({"evaluate", "run", "--step", "7"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("no checkpoint of step 7"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("50, 60"), std::string::npos) << result.err;
}

TEST_F(Tools, WhatCannotBePrintedFails) {
  const Result result = run({"params"}, {.out = "/dev/full"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("could not be written"), std::string::npos) << result.err;
}

TEST_F(Tools, OutputThatCannotBeWrittenFails) {
  const Result result = run({"generate", "run", "--count", "5", "--out", "nowhere/g.png"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_NE(result.err.find("nowhere"), std::string::npos) << result.err;
}

TEST_F(Tools, QualityJsonPutsRealFiguresBesideTheGenerated) {
  const Result result = run({"quality", "run", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  const json report = json::parse(result.out);
  EXPECT_EQ(report.at("count"), 50);
  EXPECT_EQ(report.at("step"), 60);
  EXPECT_EQ(report.at("classes").size(), 10u);
  for (const char* figure : {"score", "agreement", "spread", "frechet", "precision", "recall", "density", "coverage"}) {
    EXPECT_TRUE(report.at(figure).at("value").is_number()) << figure;
    EXPECT_TRUE(report.at(figure).at("real").is_number()) << figure;
  }
  EXPECT_EQ(report.at("checks").size(), 6u) << "that 50 are few is told too";
}

TEST_F(Tools, QuickQualityTableShowsFiguresAndChecks) {
  const Result result = run({"quality", "run", "--count", "20", "--quick"});
  ASSERT_EQ(result.exitCode, 0) << result.err;
  for (const char* part : {"step 60, 20 digits", "generated", "real", "score", "They read as digits"}) {
    EXPECT_NE(result.out.find(part), std::string::npos) << result.out;
  }
  EXPECT_EQ(result.out.find("precision"), std::string::npos) << result.out;
}

TEST_F(Tools, QualityOfMoreDigitsThanThereAreRealOnesIsBadUsage) {
  for (const char* count : {"51", "9", "many"}) {
    const Result result = run({"quality", "run", "--count", count});
    EXPECT_EQ(result.exitCode, 2) << count;
    EXPECT_NE(result.err.find(count), std::string::npos) << result.err;
  }
}

TEST_F(CliTest, WithoutAGeneratorNoDigitsAreMadeOrMeasured) {
  ASSERT_EQ(run(trainArguments("run", {"--set", "adversary=fgsm", "--steps", "20"})).exitCode, 0);
  for (const Words& words : {Words{"generate", "run", "--count", "5", "--out", "g.png"}, Words{"quality", "run"}}) {
    const Result result = run(words);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_NE(result.err.find("no generator"), std::string::npos) << result.err;
  }
}

TEST_F(CliTest, RunThatIsNotThereFails) {
  for (const Words& words :
       {Words{"evaluate", "nowhere"}, Words{"export", "nowhere", "--format", "csv", "--out", "x"}}) {
    const Result result = run(words);
    EXPECT_EQ(result.exitCode, 1) << words[0];
    EXPECT_NE(result.err.find("nowhere"), std::string::npos) << result.err;
  }
}

}  // namespace
}  // namespace sparring::test
