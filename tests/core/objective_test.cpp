// What moves by itself or by hand while a run trains: rates, ε, the adversary.
#include "engine_fixture.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

TEST(Sgd, SecondStepMovesByTheVelocity) {
  const ops::Dial lr{0.1f, at::full({}, 0.1)}, momentum{0.5f, at::full({}, 0.5)};
  const auto p = at::zeros({1}), g = at::full({1}, 2.0), velocity = at::zeros({1});
  ops::sgd(p, g, velocity, lr, momentum);
  EXPECT_FLOAT_EQ(p.item<float>(), -0.2f);
  ops::sgd(p, g, velocity, lr, momentum);
  EXPECT_FLOAT_EQ(p.item<float>(), -0.2f - 0.1f * 3);
}

// What is set to something else than now.
std::string another(const ParamRow& row, const Params& p) {
  for (const auto& choice : row.choices)
    if (choice.value != paramText(p, row)) return choice.value;
  return row.key == "lambda" ? "0,0" : "0.05";  // nobody's default, in everybody's range
}

std::vector<float> valuesOf(Dials& dials) {
  std::vector<float> values;
  for (const auto* dial : dials.all()) values.push_back(dial->tensor.item<float>());
  return values;
}

// A live parameter that is neither would stay what it was when a card recorded the step.
TEST(LiveParameters, EachThatAStepReadsTurnsADialOrNamesAnotherProgramOrIsDrawnWith) {
  for (const auto& row : paramTable()) {
    if (row.apply != Apply::Live || row.group == "Watching") continue;
    const auto& live = liveParameters();
    const auto found = std::ranges::find(live, row.key, &LiveParameter::key);
    ASSERT_NE(found, live.end()) << row.key << " is live and stands in no row of liveParameters()";
    auto before = smallParams("cgan");
    before.lambda = {1, 2};
    Params after = before;
    setParam(after, row.key, another(row, before));
    Dials dials(before, at::kCPU);
    const auto values = valuesOf(dials);
    dials.set(after);
    EXPECT_EQ(valuesOf(dials) != values, found->dials != nullptr) << row.key;
    EXPECT_EQ(programOf("joint", after) != programOf("joint", before), found->word != nullptr) << row.key;
    EXPECT_TRUE(found->dials || found->word || found->drawn) << row.key;
  }
}

TEST(LiveParameters, NoneOfThemNeedsARestart) {
  for (const auto& live : liveParameters()) EXPECT_EQ(paramRow(live.key).apply, Apply::Live) << live.key;
}

TEST(DialsInTime, EpsilonGrowsOverItsRamp) {
  auto p = smallParams("pgd");
  p.epsilon = 0.2;
  p.epsilonRamp = 0.5;
  Dials dials(p, at::kCPU);
  dials.follow(p, 0.25);
  EXPECT_FLOAT_EQ(dials.epsilon.value, 0.1f);
  EXPECT_FLOAT_EQ(dials.epsilon.tensor.item<float>(), 0.1f);
  dials.follow(p, 0.75);
  EXPECT_FLOAT_EQ(dials.epsilon.value, 0.2f);
}

TEST(DialsInTime, OneCycleHasItsTopAfterTwoFifths) {
  auto p = smallParams("fgsm");
  p.rateSchedule = "cyclic";
  Dials dials(p, at::kCPU);
  const auto rate = [&](double share) {
    dials.follow(p, share);
    return dials.classifier.lr.value / p.lrClassifier;
  };
  EXPECT_NEAR(rate(0.2), 0.5, 1e-5);
  EXPECT_NEAR(rate(0.4), 1, 1e-5);
  EXPECT_NEAR(rate(0.7), 0.5, 1e-5);
}

TEST(DialsInTime, DropLeavesATenthOfEveryRate) {
  auto p = smallParams("cgan");
  p.rateSchedule = "drop";
  p.rateDrop = 0.6;
  Dials dials(p, at::kCPU);
  dials.follow(p, 0.59);
  EXPECT_NEAR(dials.generator.lr.value, p.lrGenerator, 1e-9);
  dials.follow(p, 0.6);
  for (const auto& [dial, full] : {std::pair{dials.classifier.lr, p.lrClassifier},
                                   {dials.generator.lr, p.lrGenerator},
                                   {dials.discriminator.lr, p.lrDiscriminator}})
    EXPECT_NEAR(dial.value, full / 10, 1e-9);
}

TEST(Schedule, ShareCountsWithinThePhaseAndEndsWithTheRun) {
  auto p = smallParams("none");
  p.epochsPretrain = 2;
  p.epochsJoint = 4;
  const Schedule whole(p, 10), cut(p, 10, 30);
  EXPECT_DOUBLE_EQ(whole.shareAt(5), 0.25);
  EXPECT_DOUBLE_EQ(whole.shareAt(30), 0.25);
  EXPECT_DOUBLE_EQ(Schedule(p, 10, 40).shareAt(30), 0.5) << "cut short, it is over sooner";
  EXPECT_DOUBLE_EQ(Schedule(p, 10, {}, 10).shareAt(30), 0.125) << "and made longer, later";
  EXPECT_DOUBLE_EQ(cut.shareAt(5), 0.25) << "phases before the last have their lengths";
  EXPECT_DOUBLE_EQ(whole.shareAt(1000), 1);
  EXPECT_EQ(whole.endAt(5), 20);
  EXPECT_EQ(whole.endAt(20), 60);
  EXPECT_EQ(cut.endAt(20), 30);
  EXPECT_EQ(Schedule(p, 10, 7).endAt(5), 7) << "within a phase that is not the last";
  EXPECT_EQ(Schedule(p, 10, {}, 10).endAt(30), 100);
}

TEST(CleanWeight, AtZeroOnlyAdversarialSamplesTeach) {
  auto p = smallParams("fgsm");
  p.cleanWeight = 0;
  Experiment experiment(p, smallDigits(), at::kCPU);
  experiment.step(Phase::Joint);
  for (const auto& point : experiment.takeLosses()) {
    if (point.metric == Metric::L) EXPECT_EQ(point.value, 0);
    if (point.metric == Metric::LambdaLAdv) EXPECT_GT(point.value, 0);
  }
}

TEST(CleanWeight, CountsFullyWhereNothingIsAdversarial) {
  auto p = smallParams("fgsm");
  p.cleanWeight = 0;
  Experiment experiment(p, smallDigits(), at::kCPU);
  experiment.step(Phase::Joint);
  experiment.takeLosses();
  experiment.edit("lambda", "0");
  experiment.step(Phase::Joint);
  EXPECT_GT(experiment.takeLosses().front().value, 0);
}

TEST(CleanWeight, IsNotThatOfALaneWithoutOpponent) {
  auto p = smallParams("fgsm");
  p.cleanWeight = 0.25;
  p.optimiser = "sgd";  // Adam would hide a factor of the gradient
  p.lambda = {0, 1};
  Experiment together(p, smallDigits(), at::kCPU);
  p.lambda = {0};
  Experiment alone(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 10; ++i)
    for (auto* experiment : {&together, &alone}) experiment->step(Phase::Joint);
  const auto lane = together.lanes().net.copy(0).state(false), own = alone.lanes().net.state(false);
  for (size_t i = 0; i < own.size(); ++i)
    EXPECT_LE(test::relativeError(lane[i].tensor, own[i].tensor), 1e-5) << own[i].name;
}

// From the change on, the run is the one that had the new adversary all along, from the same weights.
TEST(AdversaryEdit, TakesOverWithAllLanes) {
  auto p = smallParams("none");
  p.lambda = {0, 1, 3};
  Experiment experiment(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 3; ++i) experiment.step(Phase::Joint);
  experiment.edit("adversary", "pgd");
  experiment.step(Phase::Joint);
  const auto changed = experiment.batch().adversarial().sub(experiment.batch().original().repeat({1, 3})).abs().max();
  EXPECT_GT(changed.item<float>(), 0);
  EXPECT_LE(changed.item<float>(), p.epsilon + 1e-6);
  experiment.edit("adversary", "none");
  experiment.takeLosses();
  experiment.step(Phase::Joint);
  for (const auto& point : experiment.takeLosses())
    if (point.metric == Metric::LambdaLAdv) EXPECT_EQ(point.value, 0);
}

TEST(AdversaryEdit, IsResumedWithTheOneThatTookOver) {
  test::TempFolder folder;
  Experiment straight(smallParams("noise"), smallDigits(), at::kCPU);
  straight.step(Phase::Joint);
  straight.edit("adversary", "trades");
  straight.step(Phase::Joint);
  const auto saved = straight.checkpoint();
  writeSafetensors(folder / "c.safetensors", saved.views(), saved.metadata);
  Experiment resumed(paramsFromJson(saved.metadata.at("params")), smallDigits(), at::kCPU);
  resumed.restore(readSafetensors(folder / "c.safetensors"));
  for (auto* experiment : {&straight, &resumed})
    for (int i = 0; i < 3; ++i) experiment->step(Phase::Joint);
  EXPECT_TRUE(straight.lanes().net.parameters().equal(resumed.lanes().net.parameters()));
}

TEST(AdversaryEdit, IsRefusedWhereNetworksWouldBeLost) {
  const auto p = smallParams("cgan");
  EXPECT_THROW(editedLive(p, "adversary", "fgsm"), Error);
  EXPECT_THROW(editedLive(smallParams("fgsm"), "adversary", "cgan"), Error);
  EXPECT_EQ(editedLive(smallParams("fgsm"), "adversary", "pgd").adversary, "pgd");
}

}  // namespace
}  // namespace sparring
