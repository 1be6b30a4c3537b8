// A run that goes on from another's checkpoint, in a folder of its own.
#include <algorithm>

#include "engine_fixture.h"
#include "io/file.h"
#include "sparring/adversaries.h"
#include "sparring/run.h"
#include "sparring/trainer.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

Update finish(const Params& params, RunOptions options) {
  Trainer trainer(params, smallDigits(), std::move(options));
  trainer.start();
  trainer.wait();
  return *trainer.take();
}

RunOptions lasting(const std::filesystem::path& folder, int64_t steps, std::optional<Origin> fork = {}) {
  RunOptions options;
  options.folder = folder;
  options.steps = steps;
  options.fork = std::move(fork);
  return options;
}

std::string linesAfter(const std::filesystem::path& metrics, int64_t step) {
  std::istringstream text(readFile(metrics));
  std::string kept, line;
  while (std::getline(text, line))
    if (const int64_t at = std::atoll(line.c_str()); at > step) kept += line + "\n";
  return kept;
}

class ForkTest : public ::testing::Test {
 protected:
  test::TempFolder folder_;
  const std::filesystem::path parent_ = folder_ / "parent";
};

class ForkOf : public ForkTest, public ::testing::WithParamInterface<std::string> {};

TEST_P(ForkOf, UnchangedGoesOnAsItsParentByteForByte) {
  Params p = smallParams(GetParam());
  p.metricsEvery = 7;  // sums under way at the fork
  p.lambda = {0, 1};
  const auto straight = folder_ / "straight";
  ASSERT_EQ(finish(p, lasting(straight, 80)).state, State::Finished);
  for (const int64_t at : {33, 71}) {
    const auto parent = folder_ / ("parent-" + std::to_string(at)), child = folder_ / ("child-" + std::to_string(at));
    finish(p, lasting(parent, at));
    ASSERT_EQ(finish(forkPoint(parent).params, lasting(child, 80, Origin{parent, at})).state, State::Finished);
    EXPECT_EQ(linesAfter(child / "metrics.csv", at), linesAfter(straight / "metrics.csv", at));
    EXPECT_EQ(readFile(checkpointPath(child, 80)), readFile(checkpointPath(straight, 80)));
  }
}

std::vector<std::string> everyAdversary() {
  std::vector<std::string> names;
  for (const AdversaryInfo& one : adversaries()) names.push_back(one.name);
  return names;
}
INSTANTIATE_TEST_SUITE_P(EveryAdversary, ForkOf, ::testing::ValuesIn(everyAdversary()), [](const auto& info) {
  std::string name = info.param;
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
});

TEST_F(ForkTest, NamesItsParentAndTellsItsPast) {
  const Params p = smallParams("fgsm");
  finish(p, lasting(parent_, 30));
  Params other = p;
  other.lrClassifier = 0.01;
  finish(other, lasting(folder_ / "child", 50, Origin{parent_, 30}));
  finish(other, lasting(folder_ / "grandchild", 60, Origin{folder_ / "child", 50}));
  const RunRecord child = readRun(folder_ / "child");
  ASSERT_TRUE(child.config.parent);
  EXPECT_EQ(*child.config.parent, (Origin{"parent", 30})) << "by name: the folder of both may move";
  EXPECT_EQ(parentOf(child.config, folder_ / "child"), parent_);
  EXPECT_EQ(child.checkpoints.front(), 30);
  EXPECT_GT(child.points.front().step, 30) << "the past is not copied";

  const RunRecord whole = withPast(readRun(folder_ / "grandchild"), folder_ / "grandchild");
  EXPECT_EQ(whole.points.front().step, 0);
  EXPECT_TRUE(std::ranges::is_sorted(whole.points, {}, &MetricPoint::step));
  for (const int64_t step : {25, 35, 55})
    EXPECT_EQ(
        std::ranges::count_if(whole.points, [&](const auto& p) { return p.step == step && p.metric == Metric::L; }), 1)
        << step;
  const auto changed = std::ranges::find(whole.events, "lr.classifier", &Event::key);
  ASSERT_NE(changed, whole.events.end()) << "what the fork changed is an edit there";
  EXPECT_EQ(changed->step, 30);
  EXPECT_EQ(changed->value, "0.01");
}

TEST_F(ForkTest, ItsOwnParentIsAPastWithoutEnd) {
  finish(smallParams("none"), lasting(parent_, 10));
  RunRecord record = readRun(parent_);
  record.config.parent = Origin{parent_, 5};
  EXPECT_EQ(withPast(record, parent_).points, record.points);
}

TEST_F(ForkTest, APastThatIsGoneLeavesTheForkItsOwn) {
  finish(smallParams("none"), lasting(parent_, 10));
  finish(smallParams("none"), lasting(folder_ / "child", 20, Origin{parent_, 10}));
  std::filesystem::remove_all(parent_);
  const RunRecord record = readRun(folder_ / "child");
  EXPECT_EQ(withPast(record, folder_ / "child").points, record.points);
}

TEST_F(ForkTest, AResumedForkGoesOnAsOneThatWasNot) {
  const Params p = smallParams("cgan");
  finish(p, lasting(parent_, 33));
  finish(p, lasting(folder_ / "straight", 70, Origin{parent_, 33}));
  finish(p, lasting(folder_ / "broken", 50, Origin{parent_, 33}));
  RunOptions again = lasting(folder_ / "broken", 70);
  again.resume = true;
  finish({}, again);
  EXPECT_EQ(readFile(folder_ / "broken" / "metrics.csv"), readFile(folder_ / "straight" / "metrics.csv"));
  EXPECT_EQ(readFile(checkpointPath(folder_ / "broken", 70)), readFile(checkpointPath(folder_ / "straight", 70)));
}

TEST_F(ForkTest, ANetworkOfAnotherSizeBeginsAnewAndIsNamed) {
  Params p = smallParams("cgan");
  finish(p, lasting(parent_, 60));
  p.generatorHidden = {24};
  const Update done = finish(p, lasting(folder_ / "child", 62, Origin{parent_, 60}));
  ASSERT_EQ(done.state, State::Finished);
  std::vector<std::string> anew;
  for (const Event& event : done.events)
    if (event.kind == Event::Kind::Warning) anew.push_back(event.message.args.at(0));
  EXPECT_EQ(anew, std::vector<std::string>{"generator"});
}

TEST_F(ForkTest, LanesOfAnotherNumberGoOnFromTheNearest) {
  Params p = smallParams("none");
  p.lambda = {0, 1, 5};
  finish(p, lasting(parent_, 30));
  p.lambda = {4, 0.2};
  p.lrClassifier = 1e-6;  // stays where it was
  finish(p, lasting(folder_ / "child", 31, Origin{parent_, 30}));
  const auto was = readSafetensors(checkpointPath(parent_, 30)).tensors;
  const auto is = readSafetensors(checkpointPath(folder_ / "child", 30)).tensors;
  EXPECT_EQ(is.at("classifier.fc1.weight").data, was.at("classifier@2.fc1.weight").data);
  EXPECT_EQ(is.at("classifier@1.fc1.weight").data, was.at("classifier.fc1.weight").data);
  EXPECT_FALSE(is.contains("classifier@2.fc1.weight"));
}

TEST_F(ForkTest, AStepWithoutACheckpointIsRefusedWithThoseThereAre) {
  finish(smallParams("none"), lasting(parent_, 30));
  try {
    forkPoint(parent_, 12);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(error.hint().str().find("30"), std::string::npos) << error.hint().str();
  }
}

TEST_F(ForkTest, AForkThatWouldEndBeforeItBeginsLeavesNoFolder) {
  finish(smallParams("none"), lasting(parent_, 30));
  const Update update = finish(smallParams("none"), lasting(folder_ / "child", 20, Origin{parent_, 30}));
  EXPECT_EQ(update.state, State::Failed);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "child"));
}

TEST_F(ForkTest, AForkOfTheEndAsksForMoreSteps) {
  finish(smallParams("none"), lasting(parent_, 30));
  EXPECT_EQ(finish(smallParams("none"), lasting(folder_ / "child", 30, Origin{parent_, 30})).state, State::Failed);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "child"));
}

TEST_F(ForkTest, IsListedAtItsParentsStepAndShowsPairsAtOnce) {
  finish(smallParams("none"), lasting(parent_, 33));
  Trainer trainer(smallParams("none"), smallDigits(), lasting(folder_ / "child", 50, Origin{parent_, 33}));
  trainer.wait();
  EXPECT_EQ(trainer.take()->pairs.size(), 1u);
  for (const RunSummary& run : listRuns(folder_.path())) EXPECT_EQ(run.lastStep, 33) << run.folder;
}

TEST_F(ForkTest, EditsOfARunAreMadeByAnotherAtTheirSteps) {
  Params p = smallParams("fgsm");
  {
    Trainer trainer(p, smallDigits(), lasting(parent_, 40));
    for (int i = 0; i < 4; ++i) trainer.singleStep();
    trainer.wait();
    trainer.edit("lambda", "3");
    trainer.singleStep();
    trainer.edit("lr.classifier", "0.01");
    trainer.start();
    trainer.wait();
  }
  RunOptions options = lasting(folder_ / "replayed", 40);
  options.replay = editsOf(readRun(parent_));
  ASSERT_EQ(options.replay.size(), 2u);
  EXPECT_EQ(options.replay[0], (PlannedEdit{4, "lambda", "3"}));
  ASSERT_EQ(finish(p, options).state, State::Finished);
  EXPECT_EQ(readFile(folder_ / "replayed" / "metrics.csv"), readFile(parent_ / "metrics.csv"));

  RunOptions broken = lasting(folder_ / "broken", 4);  // none made yet
  broken.replay = options.replay;
  finish(p, broken);
  RunOptions again = lasting(folder_ / "broken", 40);
  again.resume = true;
  finish({}, again);
  EXPECT_EQ(readFile(folder_ / "broken" / "metrics.csv"), readFile(parent_ / "metrics.csv"));
}

TEST_F(ForkTest, AnEditThatCannotBeMadeIsRefusedBeforeTheRunBegins) {
  RunOptions options = lasting(folder_ / "run", 40);
  options.replay = {{3, "batch", "16"}};
  EXPECT_EQ(finish(smallParams("none"), options).state, State::Failed);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "run"));
}

}  // namespace
}  // namespace sparring
