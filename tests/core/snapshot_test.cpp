// The weights of steps on the way, to be looked at.
#include <cmath>

#include "engine_fixture.h"
#include "io/file.h"
#include "io/runformat.h"
#include "io/runwriter.h"
#include "io/safetensors.h"
#include "sparring/model.h"
#include "sparring/run.h"
#include "sparring/trainer.h"
#include "temp_folder.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;
using test::smallDigits;
using test::smallParams;

class SnapshotTest : public ::testing::Test {
 protected:
  void train(const fs::path& folder, const Params& params, int64_t steps, std::optional<Origin> fork = {}) {
    RunOptions options;
    options.folder = folder;
    options.steps = steps;
    options.fork = std::move(fork);
    Trainer trainer(params, smallDigits(), options);
    trainer.start();
    trainer.wait();
  }
  static Params params() {
    Params params = smallParams("fgsm");
    params.checkpointEvery = 0;
    params.snapshotEvery = 5;
    return params;
  }

  test::TempFolder folder_;
  const fs::path run_ = folder_ / "run";
};

TEST_F(SnapshotTest, AreWrittenOnTheWayAndReadByTheirStep) {
  train(run_, params(), 22);
  EXPECT_EQ(readRun(run_).snapshots, (std::vector<int64_t>{5, 10, 15, 20}));
  EXPECT_EQ(Model::load(run_, 10).step(), 10);
  EXPECT_THROW(Model::load(run_, 11), Error);
}

TEST_F(SnapshotTest, AreTheWeightsOfThatStepInHalfPrecision) {
  Params p = params();
  train(run_, p, 22);
  p.snapshotKeep = 0;
  train(folder_ / "short", p, 10);
  const TensorFile half = readSafetensors(snapshotPath(run_, 10)),
                   whole = readSafetensors(checkpointPath(folder_ / "short", 10));
  ASSERT_FALSE(half.tensors.empty());
  for (const auto& [name, tensor] : half.tensors) {
    const auto& exact = whole.tensors.at(name).data;
    ASSERT_EQ(exact.size(), tensor.data.size()) << name;
    for (size_t i = 0; i < exact.size(); ++i)
      ASSERT_NEAR(tensor.data[i], exact[i], std::abs(exact[i]) / 1024 + 1e-6) << name << " " << i;
  }
  EXPECT_LT(fs::file_size(snapshotPath(run_, 10)), fs::file_size(checkpointPath(run_, 22)) / 4) << "no moments";
}

TEST_F(SnapshotTest, NoneWhereNoneAreKept) {
  Params p = params();
  p.snapshotKeep = 0;
  train(run_, p, 22);
  EXPECT_TRUE(readRun(run_).snapshots.empty());
}

TEST_F(SnapshotTest, TheOldestAreThinned) {
  Params p = params();
  p.snapshotEvery = 2;
  p.snapshotKeep = 6;
  train(run_, p, 40);
  const auto steps = readRun(run_).snapshots;
  EXPECT_LE(steps.size(), 6u);
  EXPECT_EQ(steps.front(), 2) << "the first stays";
  EXPECT_EQ(steps.back(), 40);
  EXPECT_GT(steps[1] - steps[0], steps.back() - steps[steps.size() - 2]);
}

TEST_F(SnapshotTest, ChangeNothingOfTheTraining) {
  Params p = params();
  train(run_, p, 22);
  p.snapshotKeep = 0;
  train(folder_ / "without", p, 22);
  EXPECT_EQ(readFile(run_ / kMetricsFile), readFile(folder_ / "without" / kMetricsFile));
  EXPECT_EQ(readSafetensors(checkpointPath(run_, 22)).tensors.at("classifier.fc1.weight").data,
            readSafetensors(checkpointPath(folder_ / "without", 22)).tensors.at("classifier.fc1.weight").data);
}

TEST_F(SnapshotTest, OfAForkThePastIsItsParents) {
  Params p = params();
  p.checkpointEvery = 11;
  train(run_, p, 22);
  train(folder_ / "child", p, 30, Origin{run_, 11});
  const auto looks = lookSteps(folder_ / "child");
  ASSERT_FALSE(looks.empty());
  for (const LookStep& look : looks) {
    EXPECT_EQ(look.run.filename(), look.step < 11    ? "run"
                                   : look.step == 11 ? look.run.filename()
                                                     : "child")
        << look.step;
    EXPECT_EQ(Model::load(look.run, look.step).step(), look.step);
  }
  EXPECT_TRUE(std::ranges::is_sorted(looks, {}, &LookStep::step));
  EXPECT_EQ(looks.back().step, 30);
  EXPECT_EQ(lookAt(looks, 7)->step, 5);
  EXPECT_EQ(lookAt(looks, {})->step, 30);
  EXPECT_EQ(lookAt(looks, -1)->step, looks.front().step);
  EXPECT_FALSE(lookAt({}, 7));
}

TEST_F(SnapshotTest, ThoseAfterTheCheckpointGoWithAResume) {
  Params p = params();
  p.checkpointEvery = 11;
  train(run_, p, 22);
  RunWriter::resume(run_, 11);
  EXPECT_EQ(readRun(run_).snapshots, (std::vector<int64_t>{5, 10}));
}

TEST_F(SnapshotTest, AValueBeyondHalfPrecisionKeepsItsTensorWhole) {
  const float large[] = {1e6f, 0.5f};
  writeSafetensors(folder_ / "file", {{"w", {2}, large, true}}, {});
  EXPECT_EQ(readSafetensors(folder_ / "file").tensors.at("w").data, (std::vector<float>{1e6f, 0.5f}));
}

TEST_F(SnapshotTest, ADamagedOneIsAnError) {
  train(run_, params(), 22);
  const std::string bytes = readFile(snapshotPath(run_, 10));
  writeFile(snapshotPath(run_, 10), bytes.substr(0, bytes.size() / 2));
  EXPECT_THROW(Model::load(run_, 10), Error);
}

}  // namespace
}  // namespace sparring
