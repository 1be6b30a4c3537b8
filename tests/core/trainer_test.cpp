// The trainer as a face sees it: commands, snapshots, files.
#include "sparring/trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine_fixture.h"
#include "file_size_limit.h"
#include "io/file.h"
#include "io/safetensors.h"
#include "sparring/forecast.h"
#include "sparring/model.h"
#include "sparring/run.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

/// Everything taken from a trainer so far.
struct Collected {
  Update last;
  std::vector<MetricPoint> points;
  std::vector<Event> events;
  void from(Trainer& trainer) {
    if (auto update = trainer.take()) {
      points.insert(points.end(), update->points.begin(), update->points.end());
      events.insert(events.end(), update->events.begin(), update->events.end());
      last = *update;
    }
  }
  int64_t count(Metric metric) const {
    return std::count_if(points.begin(), points.end(), [&](const auto& p) { return p.metric == metric; });
  }
};

Collected finish(Params params, RunOptions options) {
  Trainer trainer(std::move(params), smallDigits(), std::move(options));
  trainer.start();
  trainer.wait();
  Collected all;
  all.from(trainer);
  return all;
}

// Takes until `done` says so; a trainer that never gets there is caught by the test's time limit.
template <class Done>
void takeUntil(Trainer& trainer, Collected& all, Done done) {
  do all.from(trainer);
  while (!done() && (std::this_thread::yield(), true));
}

TEST(Trainer, IsReadyWithPicturesAndAFirstMeasurementBeforeItIsStarted) {
  Trainer trainer(smallParams(), smallDigits());
  trainer.wait();
  Collected all;
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Ready);
  EXPECT_EQ(all.last.step, 0);
  EXPECT_FALSE(all.last.samples.empty());
  EXPECT_FALSE(all.last.pairs.empty());
  EXPECT_EQ(all.count(Metric::Clean), 1);
}

TEST(Trainer, RunsItsScheduleAndLosesNoPoint) {
  const auto all = finish(smallParams(), {});
  EXPECT_EQ(all.last.state, State::Finished);
  EXPECT_EQ(all.last.step, 80);
  EXPECT_EQ(all.count(Metric::L), 8);      // pretrain and joint: 40 steps, one point in 5
  EXPECT_EQ(all.count(Metric::D), 8);      // gan and joint
  EXPECT_EQ(all.count(Metric::Clean), 9);  // step 0 and one in 10
}

TEST(Trainer, StepsOnceAndRests) {
  Trainer trainer(smallParams(), smallDigits());
  trainer.singleStep();
  trainer.wait();
  Collected all;
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Paused);
  EXPECT_EQ(all.last.step, 1);
}

TEST(Trainer, AStepOfOneIsLoggedWithItsName) {
  Trainer trainer(smallParams(), smallDigits());
  trainer.singleStep(Learning::Classifiers);
  trainer.wait();
  Collected all;
  all.from(trainer);
  const auto step = std::ranges::find(all.events, "step", &Event::key);
  ASSERT_NE(step, all.events.end());
  EXPECT_EQ(step->value, "classifiers");
}

TEST(Trainer, AtAPaceItComesToTheSameFigures) {
  const auto quick = finish(smallParams(), {});
  Trainer trainer(smallParams(), smallDigits());
  trainer.setPace(2000);
  trainer.start();
  trainer.wait();
  Collected slow;
  slow.from(trainer);
  EXPECT_EQ(slow.last.state, State::Finished);
  EXPECT_EQ(slow.points, quick.points);
}

TEST(Trainer, APaceIsLeftAtOnceForACommand) {
  Trainer trainer(smallParams(), smallDigits());
  trainer.setPace(1e-9);  // a step in thirty years
  trainer.start();
  Collected all;
  takeUntil(trainer, all, [&] { return all.last.step >= 1; });
  trainer.stop();
  trainer.wait();
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Stopped);
}

TEST(Trainer, PausesAndGoesOn) {
  auto p = smallParams();
  p.epochsJoint = 1000;
  Trainer trainer(p, smallDigits());
  Collected all;
  trainer.start();
  takeUntil(trainer, all, [&] { return all.last.step > 5; });
  trainer.pause();
  trainer.wait();
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Paused);
  const int64_t at = all.last.step;
  trainer.start();
  takeUntil(trainer, all, [&] { return all.last.step > at; });
  EXPECT_EQ(all.last.state, State::Running);
  trainer.stop();
  trainer.wait();
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Stopped);
}

TEST(Trainer, AppliesAnEditAtAStepBoundaryAndLogsIt) {
  auto p = smallParams();
  p.epochsJoint = 1000;
  Trainer trainer(p, smallDigits());
  Collected all;
  trainer.start();
  takeUntil(trainer, all, [&] { return all.last.step > 5; });
  trainer.edit("lambda", "2.5");
  const auto edit = [&] {
    return std::find_if(all.events.begin(), all.events.end(),
                        [](const Event& e) { return e.kind == Event::Kind::Edit; });
  };
  takeUntil(trainer, all, [&] { return edit() != all.events.end(); });
  EXPECT_EQ(edit()->key, "lambda");
  EXPECT_EQ(edit()->value, "2.5");
  EXPECT_GT(edit()->step, 5);
  EXPECT_EQ(all.last.params.lambda, std::vector<double>{2.5});
}

TEST(Trainer, RefusesEditsThatNeedARestartOrMakeNoSense) {
  Trainer trainer(smallParams(), smallDigits());
  EXPECT_THROW(trainer.edit("batch", "16"), Error);
  EXPECT_THROW(trainer.edit("lambda", "-1"), Error);
  EXPECT_THROW(trainer.edit("lambda", "1,2"), Error);
  EXPECT_THROW(trainer.edit("lamda", "1"), Error);
}

TEST(Trainer, AnswersBadParametersAsAnErrorAndNotAsAThrow) {
  auto p = smallParams();
  p.batch = 5000;
  Trainer trainer(p, smallDigits());
  trainer.wait();
  Collected all;
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Failed);
  ASSERT_TRUE(all.last.error);
  EXPECT_NE(std::string(all.last.error->what()).find("batch"), std::string::npos);
}

TEST(Trainer, SaysSoWhereThereIsNoCudaCard) {
  if (availableDevices().size() > 1) GTEST_SKIP() << "there is one";
  auto p = smallParams();
  p.device = "cuda";
  Trainer trainer(p, smallDigits());
  trainer.wait();
  Collected all;
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Failed);
}

TEST(Trainer, WritesARunThatReadsBackAsItWasSeen) {
  test::TempFolder folder;
  const auto all = finish(smallParams(), {folder / "run", "seed-repaired"});
  ASSERT_EQ(all.last.state, State::Finished);
  const auto record = readRun(folder / "run");
  EXPECT_EQ(record.points, all.points);
  EXPECT_EQ(record.config.preset, "seed-repaired");
  EXPECT_EQ(record.config.dataSha256, smallDigits()->sha256);
  EXPECT_EQ(record.checkpoints.back(), 80);
  EXPECT_EQ(record.samples.back(), 80);
}

TEST(Trainer, ResumedEqualsUninterruptedByteForByte) {
  for (const std::string adversary : {"cgan", "gan", "fgsm"}) {
    test::TempFolder folder;
    auto p = smallParams(adversary);
    p.metricsEvery = 7;  // does not divide where we stop: sums under way have to survive
    p.labelConfidence = 0.2;
    const auto straight = folder / "straight", broken = folder / "broken";
    finish(p, {straight, "", false, 66});
    finish(p, {broken, "", false, 33});
    const auto resumed = finish({}, {broken, "", true, 66});
    ASSERT_EQ(resumed.last.step, 66);
    EXPECT_EQ(readFile(straight / "metrics.csv"), readFile(broken / "metrics.csv"));
    EXPECT_EQ(readFile(checkpointPath(straight, 66)), readFile(checkpointPath(broken, 66)));
  }
}

TEST(Trainer, ResumeKeepsTheEditsMadeBefore) {
  test::TempFolder folder;
  auto p = smallParams("fgsm");
  {
    Trainer trainer(p, smallDigits(), {folder / "run", ""});
    trainer.edit("lambda", "3");
    trainer.singleStep();
    trainer.wait();
  }
  Trainer again({}, smallDigits(), {folder / "run", "", true});
  again.wait();
  Collected all;
  all.from(again);
  EXPECT_EQ(all.last.params.lambda, std::vector<double>{3});
  EXPECT_EQ(all.last.step, 1);
}

TEST(Trainer, ResumeRefusesOtherData) {
  test::TempFolder folder;
  finish(smallParams("none"), {folder / "run", "", false, 5});
  Trainer trainer({}, syntheticDigits(640, 200, 99), {folder / "run", "", true});
  trainer.wait();
  EXPECT_EQ(trainer.take()->state, State::Failed);
}

TEST(Trainer, ResumeGoesBackToAnEarlierCheckpointWhereTheLastIsBroken) {
  test::TempFolder folder;
  const auto run = folder / "run";
  finish(smallParams("none"), {run, "", false, 30});
  const auto last = checkpointPath(run, 30);
  std::filesystem::resize_file(last, std::filesystem::file_size(last) / 2);
  Trainer trainer({}, smallDigits(), {run, "", true});
  trainer.wait();
  Collected all;
  all.from(trainer);
  EXPECT_EQ(all.last.state, State::Ready);
  EXPECT_EQ(all.last.step, 0);
  ASSERT_FALSE(all.events.empty());
  EXPECT_EQ(all.events.front().kind, Event::Kind::Warning);
}

TEST(Trainer, ResumeAfterAKillBeforeTheSecondCheckpointRepeatsNoPoint) {
  test::TempFolder folder;
  const auto straight = folder / "straight", killed = folder / "killed";
  finish(smallParams("cgan"), {straight, "", false, 30});
  finish(smallParams("cgan"), {killed, "", false, 14});
  std::filesystem::remove(checkpointPath(killed, 14));  // as if the kill had come before it
  const auto resumed = finish({}, {killed, "", true, 30});
  ASSERT_EQ(resumed.last.step, 30);
  EXPECT_EQ(resumed.last.firstStep, 0);
  EXPECT_EQ(readFile(straight / "metrics.csv"), readFile(killed / "metrics.csv"));
  EXPECT_EQ(readFile(checkpointPath(straight, 30)), readFile(checkpointPath(killed, 30)));
}

// A stop in the middle of an evaluation leaves the checkpoint of its step without its figures.
TEST(Trainer, AnEvaluationMadeUpForStandsInTheCheckpointOfItsStep) {
  test::TempFolder folder;
  const auto straight = folder / "straight", stopped = folder / "stopped";
  for (const auto& run : {straight, stopped}) finish(smallParams("cgan"), {run, "", false, 30});
  const auto checkpoint = checkpointPath(stopped, 30);
  auto file = readSafetensors(checkpoint);
  file.metadata["evaluated"] = "20";
  std::vector<TensorView> views;
  for (const auto& [name, tensor] : file.tensors) views.push_back({name, tensor.shape, tensor.data.data()});
  writeSafetensors(checkpoint, views, file.metadata);
  std::string metrics = readFile(stopped / "metrics.csv");
  metrics.resize(metrics.rfind('\n', metrics.find(",clean,", metrics.find("\n30,"))) + 1);
  writeFile(stopped / "metrics.csv", metrics);
  finish({}, {stopped, "", true, 30});
  EXPECT_EQ(readFile(straight / "metrics.csv"), readFile(stopped / "metrics.csv"));
  EXPECT_EQ(readFile(checkpointPath(straight, 30)), readFile(checkpoint));
}

TEST(Trainer, ARunGoesOnToTheLengthItWasAskedFor) {
  test::TempFolder folder;
  finish(smallParams("none"), {folder / "run", "", false, 30});
  std::filesystem::remove(checkpointPath(folder / "run", 30));
  EXPECT_EQ(finish({}, {folder / "run", "", true}).last.step, 30);
  EXPECT_EQ(finish({}, {folder / "run", "", true, {}, 3}).last.step, 60);
  EXPECT_EQ(readRun(folder / "run").config.length, RunLength{.epochs = 3});
}

TEST(Trainer, KeepsTheCheckpointOfEveryPhasesEnd) {
  test::TempFolder folder;
  auto p = smallParams("cgan");
  p.checkpointEvery = 3;
  p.evaluateEvery = 0;
  finish(p, {folder / "run", ""});
  EXPECT_EQ(readRun(folder / "run").checkpoints, (std::vector<int64_t>{20, 40, 60, 75, 78, 80}));
}

TEST(Trainer, AResumedRunNotesThePhaseThatAKillKeptFromTheRecord) {
  test::TempFolder folder;
  auto p = smallParams("cgan");
  const auto straight = folder / "straight", killed = folder / "killed";
  finish(p, {straight, "", false, 30});
  finish(p, {killed, "", false, 20});
  finish({}, {killed, "", true, 30});
  const auto phases = [](const std::filesystem::path& run) {
    std::vector<std::pair<int64_t, std::string>> list;
    for (const Event& event : readRun(run).events)
      if (event.kind == Event::Kind::Phase) list.emplace_back(event.step, event.key);
    return list;
  };
  EXPECT_EQ(phases(killed), phases(straight));
}

TEST(Trainer, RunsThatBeginWithOneNameGetAFolderEach) {
  test::TempFolder folder;
  RunOptions options{folder / "run", "", false, 4};
  options.fresh = true;
  EXPECT_EQ(finish(smallParams("none"), options).last.folder, folder / "run");
  EXPECT_EQ(finish(smallParams("none"), options).last.folder, folder / "run-2");
}

TEST(Trainer, ARunThatHasEndedIsNotBeingTrained) {
  test::TempFolder folder;
  Trainer trainer(smallParams("none"), smallDigits(), {folder / "run", "", false, 4});
  trainer.wait();
  EXPECT_TRUE(isBeingTrained(folder / "run"));
  trainer.start();
  trainer.wait();
  EXPECT_FALSE(isBeingTrained(folder / "run"));
}

TEST(Trainer, ResumeRefusesFewerStepsThanAreDone) {
  test::TempFolder folder;
  finish(smallParams("none"), {folder / "run", "", false, 10});
  const auto again = finish({}, {folder / "run", "", true, 5});
  EXPECT_EQ(again.last.state, State::Failed);
  ASSERT_TRUE(again.last.error);
  EXPECT_EQ(again.last.error->kind(), Error::Kind::Usage);
}

TEST(Trainer, ARunThatCannotKeepItsFirstCheckpointLeavesNoFolder) {
  test::TempFolder folder;
  Collected all;
  {
    const test::FileSizeLimit limit(20'000);
    all = finish(smallParams("none"), {folder / "run", ""});
  }
  EXPECT_EQ(all.last.state, State::Failed);
  ASSERT_TRUE(all.last.error);
  EXPECT_NE(std::string(all.last.error->what()).find("full"), std::string::npos) << all.last.error->what();
  EXPECT_FALSE(std::filesystem::exists(folder / "run"));
}

/// The checkpoint of `step` with one number in it replaced, and a hash that fits.
void spoil(const std::filesystem::path& run, int64_t step, const std::string& tensor, float value) {
  auto file = readSafetensors(checkpointPath(run, step));
  file.tensors.at(tensor).data[0] = value;
  std::vector<TensorView> views;
  for (const auto& [name, values] : file.tensors) views.push_back({name, values.shape, values.data.data()});
  file.metadata.erase("sha256");
  writeSafetensors(checkpointPath(run, step), views, file.metadata);
}

/// A training that leaves all numbers behind within some steps.
Params runsAway() {
  auto p = smallParams("noise");
  p.lambda = {20};
  p.optimiser = "sgd";
  p.lrClassifier = 0.1;
  p.momentum = 0.999;
  p.lossClassifier = "cross-entropy";
  p.classifierHidden = {128, 128, 128, 128};
  p.epochsPretrain = 0;
  p.epochsJoint = 5;
  p.evaluateEvery = 0;
  p.checkpointEvery = 1;
  return p;
}

TEST(Trainer, PausesWhereNumbersEndAndNamesTheLastGoodStep) {
  test::TempFolder folder;
  const auto all = finish(runsAway(), {folder / "run", ""});
  EXPECT_EQ(all.last.state, State::Paused);
  ASSERT_TRUE(all.last.error);
  const std::string words = all.last.error->what();
  EXPECT_NE(words.find("finite"), std::string::npos) << words;
  const auto last = readRun(folder / "run").checkpoints.back();
  EXPECT_NE(words.find("The last good checkpoint is of step " + std::to_string(last) + "."), std::string::npos)
      << words;
}

TEST(Trainer, WhatItSavesAsGoodIsGood) {
  test::TempFolder folder;
  finish(runsAway(), {folder / "run", ""});
  for (const int64_t step : readRun(folder / "run").checkpoints)
    EXPECT_NO_THROW(Model::load(folder / "run", step).assess(*smallDigits(), Suite{})) << step;
}

TEST(Trainer, GoesOnFromAnEarlierCheckpointWhereTheLastIsNotFinite) {
  for (const char* tensor : {"classifier.fc3.bias", "classifier.adam.m"}) {
    test::TempFolder folder;
    const auto run = folder / "run";
    auto p = smallParams("none");
    p.checkpointEvery = 5;
    finish(p, {run, "", false, 10});
    spoil(run, 10, tensor, std::numeric_limits<float>::infinity());
    const auto all = finish({}, {run, "", true, 40});
    EXPECT_EQ(all.last.state, State::Finished);
    EXPECT_EQ(all.last.step, 40);
    EXPECT_EQ(all.last.firstStep, 5) << tensor;
  }
}

TEST(Trainer, WithoutTestsOnTheWayItTestsAtTheEnd) {
  auto p = smallParams("none");
  p.evaluateEvery = 0;
  const auto all = finish(p, {});
  ASSERT_FALSE(all.points.empty());
  EXPECT_TRUE(isAccuracy(all.points.back().metric));
  EXPECT_EQ(all.points.back().step, all.last.step);
}

TEST(Model, WeightsThatAreNotFiniteAreAnErrorThatNamesAnEarlierStep) {
  test::TempFolder folder;
  const auto run = folder / "run";
  auto p = smallParams("cgan");
  p.checkpointEvery = 5;
  finish(p, {run, "", false, 10});
  for (const char* tensor : {"classifier.fc1.weight", "generator.fc1.weight"})
    for (const float value : {std::nanf(""), std::numeric_limits<float>::infinity()}) {
      spoil(run, 10, tensor, value);
      try {
        Model::load(run);
        ADD_FAILURE() << tensor;
      } catch (const Error& error) {
        const std::string words = error.what();
        EXPECT_NE(words.find("The weights of step 10 are not finite"), std::string::npos) << words;
        EXPECT_NE(words.find("--step 5"), std::string::npos) << words;
      }
      spoil(run, 10, tensor, 0);
    }
}

TEST(Trainer, AFolderThatCannotBeWrittenIsAnErrorNotACrash) {
  test::TempFolder folder;
  writeFile(folder / "file", "not a folder");
  const auto all = finish(smallParams("none"), {folder / "file" / "run", ""});
  EXPECT_EQ(all.last.state, State::Failed);
  EXPECT_TRUE(all.last.error);
}

TEST(Model, EvaluatesGeneratesAndExportsWhatWasTrained) {
  test::TempFolder folder;
  auto p = smallParams("cgan");
  p.evaluateLimit = 0;
  const auto all = finish(p, {folder / "run", ""});
  const auto model = Model::load(folder / "run");
  Suite suite;
  suite.probes = {Probe::at(parseAttack("noise:sigma=0.2")), Probe::at(parseAttack("fgsm"))};
  suite.seed = 1;
  const auto lane = model.assess(*smallDigits(), suite).lanes.front();
  // the trainer measured the same weights with the same images and noise
  std::map<Metric, double> last;
  for (const auto& point : all.points) last[point.metric] = point.value;
  EXPECT_EQ(lane.clean.value(), last[Metric::Clean]);
  EXPECT_EQ(lane.curves[0].points[0].share.value(), last[accuracyUnder(parseAttack("noise:sigma=0.2"))]);
  EXPECT_EQ(lane.curves[1].points[0].share.value(), last[accuracyUnder(parseAttack("fgsm:eps=0.1"))]);

  const auto one = model.generate(25, 4), two = model.generate(25, 4), other = model.generate(25, 5);
  EXPECT_EQ(one.images.pixels, two.images.pixels);
  EXPECT_NE(one.images.pixels, other.images.pixels);
  EXPECT_EQ(one.labels[13], 3);

  model.exportSafetensors(folder / "weights.safetensors");
  const auto file = readSafetensors(folder / "weights.safetensors");
  EXPECT_EQ(file.tensors.at("classifier.fc1.weight").shape, (std::vector<int64_t>{24, 784}));
  EXPECT_EQ(file.tensors.count("classifier.adam.m"), 0u);
}

TEST(Model, ABrokenLastCheckpointIsAnErrorThatNamesAnEarlierOne) {
  test::TempFolder folder;
  const auto run = folder / "run";
  finish(smallParams("none"), {run, "", false, 30});
  const auto last = checkpointPath(run, 30);
  std::filesystem::resize_file(last, std::filesystem::file_size(last) / 2);
  try {
    Model::load(run);
    FAIL() << "used another checkpoint in silence";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("--step 0"), std::string::npos) << error.what();
  }
  EXPECT_EQ(Model::load(run, 0).step(), 0);
}

TEST(Model, ARunWithoutGeneratorSaysSo) {
  test::TempFolder folder;
  finish(smallParams("fgsm"), {folder / "run", "", false, 5});
  EXPECT_THROW(Model::load(folder / "run").generate(10, 1), Error);
}

TEST(Forecast, KnowsHowManyStepsARunWillHave) {
  Params params = smallParams("gan");
  const Forecast whole = forecastOf(params, smallDigits());
  EXPECT_GT(whole.seconds, 0);
  EXPECT_EQ(forecastOf(params, smallDigits(), {.steps = 2 * whole.steps, .epochs = {}}).steps, 2 * whole.steps);
  EXPECT_EQ(finish(params, {}).last.step, whole.steps);
  EXPECT_EQ(forecastOf(params, smallDigits(), {}, [] { return true; }).seconds, 0) << "given up";
  params.batch = 1'000'000;
  EXPECT_THROW(forecastOf(params, smallDigits()), Error);
}

TEST(Attacks, AreReadWithTheirDefaultsAndRefusedWithWhatIsKnown) {
  EXPECT_EQ(parseAttack("fgsm").text(), "fgsm:eps=0.1");
  EXPECT_EQ(parseAttack("noise:sigma=0.4").text(), "noise:sigma=0.4");
  for (const char* bad : {"fgms", "fgsm:eps=2", "fgsm:sigma=0.1", "fgsm:eps", "fgsm:eps=x", ""})
    EXPECT_THROW(parseAttack(bad), Error) << bad;
}

}  // namespace
}  // namespace sparring
