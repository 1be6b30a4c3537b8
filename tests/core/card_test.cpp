// What a CUDA card does: recorded steps, and measuring there. Skipped where there is no card.
#include <ATen/ATen.h>

#include <cmath>

#include "engine_fixture.h"
#include "io/safetensors.h"
#include "sparring/assessment.h"
#include "sparring/model.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

class OnACard : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (!at::hasCUDA()) GTEST_SKIP() << "there is no card";
  }
};

void advance(Experiment& experiment, int64_t until) {
  const Schedule schedule(experiment.params(), experiment.stepsPerEpoch());
  while (experiment.steps() < until) experiment.step(schedule.phaseAt(experiment.steps()));
}

/// The same run twice, from step 66 on: one goes straight on and replays, one begins at a checkpoint and calls its
/// steps.
void expectTheSame(const Params& params, const std::function<void(Experiment&)>& at66) {
  test::TempFolder folder;
  Experiment straight(params, smallDigits(), at::kCUDA), resumed(params, smallDigits(), at::kCUDA);
  advance(straight, 66);
  const auto saved = straight.checkpoint();
  writeSafetensors(folder / "c.safetensors", saved.views(), saved.metadata);
  resumed.restore(readSafetensors(folder / "c.safetensors"));
  for (auto* experiment : {&straight, &resumed}) {
    at66(*experiment);
    advance(*experiment, 66 + Program::kWarmUp);
  }
  const auto a = straight.checkpoint(), b = resumed.checkpoint();
  for (size_t i = 0; i < a.tensors.size(); ++i)
    EXPECT_TRUE(a.tensors[i].tensor.equal(b.tensors[i].tensor)) << a.tensors[i].name;
}

TEST_P(OnACard, AStepReplayedIsTheStepThatWasCalled) {
  auto p = smallParams(GetParam());
  p.lambda = {0.5, 2};
  expectTheSame(p, [](Experiment&) {});
}

TEST_P(OnACard, AStepReplayedFollowsAnEdit) {
  expectTheSame(smallParams(GetParam()), [](Experiment& experiment) {
    experiment.edit("lr.classifier", "0.01");
    experiment.edit("lambda", "3");
  });
}

TEST_P(OnACard, NothingThatIsLearntStopsBeingFinite) {
  Experiment experiment(smallParams(GetParam()), smallDigits(), at::kCUDA);
  advance(experiment, 75);
  EXPECT_FALSE(experiment.notFinite());
  const auto weights = experiment.weights();
  for (const auto& [name, tensor] : weights->file.tensors)
    for (const float value : tensor.data) ASSERT_TRUE(std::isfinite(value)) << name;
}

INSTANTIATE_TEST_SUITE_P(Adversaries, OnACard,
                         ::testing::Values("none", "gan", "cgan", "atgan", "advgan", "gat", "gan-pgd", "latent", "fgsm",
                                           "fgsm-rs", "pgd", "trades", "noise"));

TEST(ModelOnACard, MeasuresWhatTheProcessorMeasures) {
  if (!at::hasCUDA()) GTEST_SKIP() << "there is no card";
  const auto weights = test::trained().weights();
  const auto host = Model(*weights).assess(*smallDigits(), Suite::quick());
  const auto card = Model(*weights, "cuda").assess(*smallDigits(), Suite::quick());
  ASSERT_EQ(host.lanes.size(), card.lanes.size());
  const auto &a = host.lanes[0], &b = card.lanes[0];
  EXPECT_NEAR(a.clean.value(), b.clean.value(), 0.011);
  ASSERT_EQ(a.curves.size(), b.curves.size());
  for (size_t i = 0; i < a.curves.size(); ++i)
    for (size_t k = 0; k < a.curves[i].points.size(); ++k)
      EXPECT_NEAR(a.curves[i].points[k].share.value(), b.curves[i].points[k].share.value(), 0.03)
          << a.curves[i].attack.text();
}

}  // namespace
}  // namespace sparring
