#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "run_fixture.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;

class RunReaderTest : public test::RunFixture {};

TEST_F(RunReaderTest, ReadsBackTheConfiguration) {
  RunWriter::create(run_, config());
  const RunConfig read = readRun(run_).config;
  EXPECT_EQ(read.version, "0.1.0");
  EXPECT_EQ(read.preset, "seed-repaired");
  EXPECT_EQ(read.dataName, "synthetic");
  EXPECT_EQ(read.dataSha256, "ab12");
  EXPECT_EQ(read.device, "cpu");
  EXPECT_EQ(read.threads, 2);
  EXPECT_EQ(read.started, "2026-01-02T03:04:05Z");
  EXPECT_EQ(read.params, config().params);
}

TEST_F(RunReaderTest, ConfigurationHoldsEveryParameter) {
  RunWriter::create(run_, config());
  const auto json = nlohmann::json::parse(readFile(run_ / "config.json"));
  for (const ParamRow& row : paramTable()) EXPECT_TRUE(json.at("params").contains(row.key)) << row.key;
}

TEST_F(RunReaderTest, AParameterOfANewerVersionIsWarnedOf) {
  RunWriter::create(run_, config());
  auto json = nlohmann::json::parse(readFile(run_ / "config.json"));
  EXPECT_FALSE(warningOf(readRun(run_).config, run_));
  json["params"]["new.key"] = 3;
  writeFile(run_ / "config.json", json.dump());
  const RunConfig read = readRun(run_).config;
  EXPECT_EQ(read.params, config().params);
  ASSERT_TRUE(warningOf(read, run_));
  EXPECT_NE(warningOf(read, run_)->str().find("(new.key)"), std::string::npos) << warningOf(read, run_)->str();
}

TEST_F(RunReaderTest, AListPassesOverMetricsThatAreNoFile) {
  RunWriter::create(run_, config());
  fs::remove(run_ / kMetricsFile);
  ASSERT_EQ(::mkfifo((run_ / kMetricsFile).c_str(), 0600), 0);
  EXPECT_EQ(listRuns(folder_ / "parent").size(), 1u);
}

TEST_F(RunReaderTest, MetricsKeepEveryBit) {
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<MetricPoint> points = {point(1, 0.1),
                                           point(2, 1.0 / 3, Metric::LambdaLAdv, 7),
                                           point(3, std::numeric_limits<double>::denorm_min(), Metric::LTotal),
                                           point(4, -std::numeric_limits<double>::max(), Metric::D),
                                           point(5, inf, Metric::G),
                                           point(int64_t(1) << 60, 0.9786, Metric::Clean, 32767),
                                           point(7, 0, test::kNoise),
                                           point(8, 1, test::kFgsm)};
  RunWriter::create(run_, config()).metrics(points, Phase::Gan, 3);
  EXPECT_EQ(readRun(run_).points, points);
}

TEST_F(RunReaderTest, ALossThatIsNotANumberStaysOne) {
  RunWriter::create(run_, config()).metrics({point(1, std::nan(""))}, Phase::Gan, 3);
  ASSERT_EQ(readRun(run_).points.size(), 1u);
  EXPECT_TRUE(std::isnan(readRun(run_).points[0].value));
}

TEST_F(RunReaderTest, ReadsBackEveryKindOfEvent) {
  const Event edit = {1, Event::Kind::Edit, "lambda", "0.5,1", {}};
  const Event phase = {2, Event::Kind::Phase, "gan", "", {}};
  const Event command = {3, Event::Kind::Command, "pause", "", {}};
  const Event warning = {4, Event::Kind::Warning, "", "", {"line one\nof %1 in \"%2\"", {"7", "λ"}}};
  {
    RunWriter writer = RunWriter::create(run_, config());
    for (const Event& event : {edit, phase, command, warning}) writer.event(event);
  }
  const std::vector<Event> events = readRun(run_).events;
  ASSERT_EQ(events.size(), 4u);
  EXPECT_EQ(events[0].kind, Event::Kind::Edit);
  EXPECT_EQ(events[0].key, "lambda");
  EXPECT_EQ(events[0].value, "0.5,1");
  EXPECT_EQ(events[1].kind, Event::Kind::Phase);
  EXPECT_EQ(events[2].kind, Event::Kind::Command);
  EXPECT_EQ(events[3].kind, Event::Kind::Warning);
  EXPECT_EQ(events[3].step, 4);
  EXPECT_EQ(events[3].message.str(), "line one\nof 7 in \"λ\"");
}

TEST_F(RunReaderTest, AnEventThatIsNotUtf8IsStillWritten) {
  RunWriter::create(run_, config()).event({1, Event::Kind::Edit, "data", "\xff", {}});
  EXPECT_EQ(readRun(run_).events.size(), 1u);
}

TEST_F(RunReaderTest, PassesOverBrokenLines) {
  {
    RunWriter writer = RunWriter::create(run_, config());
    writer.metrics({point(1)}, Phase::Joint, 10);
    writer.event({1, Event::Kind::Phase, "joint", "", {}});
  }
  std::ofstream(run_ / "metrics.csv", std::ios::app)
      << "\n2,0.2,joint,0,L\n2,0.2,joint,0,L,0.5,9\n2,0.2,joint,0,unknown,0.5\nx,0.2,joint,0,L,0.5\n"
         "2,0.2,joint,0,L,0.5 \n2,0.2,joint,99999,L,0.5\n3,0.3,joint,0,L,0.25\n4,0.4,joint,0,L,0.";
  std::ofstream(run_ / "events.jsonl", std::ios::app) << "7\n{\"step\":2}\n{\"step\":2,\"kind\":\"dance\",\"key\":\"\","
                                                         "\"value\":\"\",\"message\":{\"text\":\"\",\"args\":[]}}\n"
                                                         "{\"step\":\"2\",\"kind\":\"edit\",\"key\":\"\",\"value\":"
                                                         "\"\",\"message\":{\"text\":\"\",\"args\":[]}}\n{\"st";
  const RunRecord record = readRun(run_);
  EXPECT_EQ(record.points, (std::vector<MetricPoint>{point(1), point(3, 0.25)}));
  EXPECT_EQ(record.events.size(), 1u);
}

TEST_F(RunReaderTest, CutAnywhereTheWholeLinesAreRead) {
  RunWriter::create(run_, config()).metrics({point(1), point(2), point(3)}, Phase::Joint, 10);
  const std::string text = metricsText();
  for (size_t size = 0; size < text.size(); ++size) {
    const std::string cut = text.substr(0, size);
    std::ofstream(run_ / "metrics.csv") << cut;
    const auto lines = static_cast<size_t>(std::count(cut.begin(), cut.end(), '\n'));
    EXPECT_EQ(readRun(run_).points.size(), lines == 0 ? 0 : lines - 1) << "cut to " << size << " bytes";
  }
}

TEST_F(RunReaderTest, SaysThatThereIsNoRun) {
  try {
    readRun(run_);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(error.cause().str().find("There is no run in " + run_.string()), std::string::npos);
  }
}

TEST_F(RunReaderTest, RefusesAConfigurationCutAnywhere) {
  const std::string text = configToJson(config());
  for (size_t size = 0; size + 2 < text.size(); ++size) {  // without its line feed it is whole
    EXPECT_THROW(configFromJson(text.substr(0, size), "config.json"), Error) << "cut to " << size << " bytes";
  }
}

TEST_F(RunReaderTest, RefusesAConfigurationThatLacksAField) {
  RunWriter::create(run_, config());
  const auto whole = nlohmann::json::parse(readFile(run_ / "config.json"));
  for (const auto& [key, value] : whole.items()) {
    auto json = whole;
    json.erase(key);
    std::ofstream(run_ / "config.json") << json;
    EXPECT_THROW(readRun(run_), Error) << "without " << key;
  }
}

TEST_F(RunReaderTest, NamesTheFileWhoseSettingsAreWrong) {
  RunWriter::create(run_, config());
  auto json = nlohmann::json::parse(readFile(run_ / "config.json"));
  json["params"]["batch"] = "many";
  writeFile(run_ / "config.json", json.dump());
  try {
    readRun(run_);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(error.cause().str().find("config.json"), std::string::npos) << error.what();
    EXPECT_NE(error.cause().str().find("batch"), std::string::npos) << error.what();
  }
}

TEST_F(RunReaderTest, OnlyStepFilesCount) {
  RunWriter writer = RunWriter::create(run_, config());
  checkpoint(writer, 5);
  for (const char* name :
       {"step-.safetensors", "step-x.safetensors", "step-07.safetensors", "step-6.png", "best.safetensors"}) {
    writeFile(run_ / "checkpoints" / name, "");
  }
  EXPECT_EQ(readRun(run_).checkpoints, std::vector<int64_t>{5});
}

class RunListTest : public test::RunFixture {
 protected:
  fs::path make(const std::string& name, const std::string& started) {
    const fs::path folder = folder_ / name;
    RunWriter::create(folder, config(started));
    return folder;
  }
};

TEST_F(RunListTest, NewestFirst) {
  make("a", "2026-01-02T00:00:00Z");
  make("b", "2026-03-01T00:00:00Z");
  make("c", "2025-12-31T23:59:59Z");
  std::vector<std::string> names;
  for (const RunSummary& run : listRuns(folder_.path())) names.push_back(run.folder.filename());
  EXPECT_EQ(names, (std::vector<std::string>{"b", "a", "c"}));
}

TEST_F(RunListTest, ShowsTheLastAccuracies) {
  RunWriter::create(run_, config())
      .metrics({point(10, 0.1, Metric::Clean), point(20, 0.9, Metric::Clean), point(20, 0.8, test::kNoise),
                point(20, 0.7, test::kFgsm), point(20, 0.3, Metric::Clean, 1), point(25, 4)},
               Phase::Joint, 10);
  const std::vector<RunSummary> runs = listRuns(run_.parent_path());
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].lastStep, 25);
  EXPECT_EQ(runs[0].accuracy(Metric::Clean), 0.9);
  EXPECT_EQ(runs[0].accuracy(test::kNoise), 0.8);
  EXPECT_EQ(runs[0].accuracy(test::kFgsm), 0.7);
  EXPECT_EQ(runs[0].preset, "seed-repaired");
  EXPECT_EQ(runs[0].params.adversary, "fgsm");
  EXPECT_EQ(runs[0].params.lambda, config().params.lambda);
  EXPECT_EQ(runs[0].tested, imagesTested(config(), {}));
  EXPECT_FALSE(runs[0].problem);
}

TEST_F(RunListTest, OfSeveralLanesShowsTheMostRobust) {
  RunConfig two = config();
  two.params.lambda = {0, 1};
  auto writer = RunWriter::create(run_, two);
  writer.metrics({point(20, 0.9, Metric::Clean), point(20, 0.8, test::kNoise), point(20, 0.1, test::kFgsm),
                  point(20, 0.8, Metric::Clean, 1), point(20, 0.7, test::kNoise, 1), point(20, 0.6, test::kFgsm, 1)},
                 Phase::Joint, 10);
  writer.event({20, Event::Kind::Edit, "lambda", "0,3", {}});
  const RunSummary run = listRuns(run_.parent_path()).at(0);
  EXPECT_EQ(run.lane, 1);
  EXPECT_EQ(run.accuracy(test::kFgsm), 0.6);
  EXPECT_EQ(run.accuracy(Metric::Clean), 0.8);
  EXPECT_EQ(run.began, (std::vector<double>{0, 1}));
  EXPECT_EQ(run.params.lambda, (std::vector<double>{0, 3}));
}

TEST(MostRobust, IsTheLaneThatIsRightMostOftenUnderTheMainAttack) {
  const auto lane = [](double clean, double noise, double fgsm) {
    return std::vector<RunSummary::Accuracy>{{Metric::Clean, clean}, {test::kNoise, noise}, {test::kFgsm, fgsm}};
  };
  EXPECT_EQ(mostRobust({}), 0);
  EXPECT_EQ(mostRobust({lane(0.9, 0.9, 0.2), lane(0.8, 0.1, 0.3)}), 1);
  EXPECT_EQ(mostRobust({{{Metric::Clean, 0.7}}, {{Metric::Clean, 0.9}}}), 1) << "nothing else is measured";
}

TEST(ParamsAfter, AreThoseOfAStep) {
  Params began;
  began.lambda = {0, 1};
  const auto edit = [](int64_t step, const char* value) { return Event{step, Event::Kind::Edit, "lambda", value, {}}; };
  EXPECT_EQ(paramsAfter(began, {}).lambda, (std::vector<double>{0, 1}));
  const std::vector<Event> edits = {edit(10, "0,2"), edit(20, "0.5,2")};
  EXPECT_EQ(paramsAfter(began, edits).lambda, (std::vector<double>{0.5, 2}));
  EXPECT_EQ(paramsAfter(began, edits, 15).lambda, (std::vector<double>{0, 2}));
  EXPECT_EQ(paramsAfter(began, {edit(10, "0,2"), edit(10, "<script>")}).lambda, (std::vector<double>{0, 2}));
  EXPECT_EQ(paramsAfter(began, {edit(10, "1,2,3")}).lambda, began.lambda) << "so many lanes it never had";
}

TEST(UsualLane, IsThatWithTheLargestLambda) {
  EXPECT_EQ(usualLane({}), 0);
  EXPECT_EQ(usualLane({1, 5, 0}), 1);
  EXPECT_EQ(usualLane({2, 0, 2}), 2);
}

TEST_F(RunListTest, FindsRareAccuraciesBeforeManyLosses) {
  std::vector<MetricPoint> points = {point(1, 0.9, Metric::Clean)};
  for (int64_t step = 2; step <= 10000; ++step) points.push_back(point(step, 1.0 / step));
  RunWriter::create(run_, config()).metrics(points, Phase::Joint, 10);
  ASSERT_GT(metricsText().size(), size_t(3) << 16);
  const RunSummary run = listRuns(run_.parent_path()).at(0);
  EXPECT_EQ(run.accuracy(Metric::Clean), 0.9);
  EXPECT_EQ(run.lastStep, 10000);
}

TEST_F(RunListTest, ARunWithoutStepsHasNoAccuracy) {
  make("a", "2026-01-02T00:00:00Z");
  const RunSummary run = listRuns(folder_.path()).at(0);
  EXPECT_FALSE(run.accuracy(Metric::Clean));
  EXPECT_EQ(run.lastStep, 0);
}

TEST_F(RunListTest, ABrokenConfigurationIsShownAsAProblem) {
  make("good", "2026-01-02T00:00:00Z");
  writeFile(make("broken", "2026-02-02T00:00:00Z") / "config.json", "{\"version\":");
  const std::vector<RunSummary> runs = listRuns(folder_.path());
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_FALSE(runs[0].problem);
  ASSERT_TRUE(runs[1].problem);
  EXPECT_NE(runs[1].problem->str().find("config.json"), std::string::npos);
}

TEST_F(RunListTest, PassesOverWhatIsNoRun) {
  fs::create_directories(folder_ / "other");
  writeFile(folder_ / "file", "x");
  EXPECT_TRUE(listRuns(folder_.path()).empty());
  EXPECT_TRUE(listRuns(folder_ / "none").empty());
}

TEST_F(RunListTest, ADatedNameIsOneFolder) {
  const fs::path folder = datedRunFolder(folder_.path(), "a/b c");
  EXPECT_EQ(folder.parent_path(), folder_.path());
  EXPECT_TRUE(folder.filename().string().ends_with("-a-b-c")) << folder;
}

}  // namespace
}  // namespace sparring
