// Adversaries that perturb a real image: the samples of their formula, their limits, and that they do harm.
#include "adversary/adversary.h"
#include "autograd_reference.h"

namespace sparring {
namespace {

using namespace test;

Params attackParams(const std::string& adversary) {
  auto p = smallParams(adversary);
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = 3e-3;
  return p;
}

// One attack by itself, outside a step.
void attack(Experiment& experiment) {
  auto none = at::zeros({1}, at::kDouble);
  StepContext context{
      experiment.params(), experiment.dials(), experiment.steps(), experiment.batch(), experiment.lanes(), none, none};
  experiment.adversary().draw(context, Phase::Joint);
  experiment.adversary().attack(context);
}

void pretrain(Experiment& experiment) {
  while (experiment.steps() < 200) experiment.step(Phase::Pretrain);
}

torch::Tensor slopeOf(const torch::Tensor& loss, const torch::Tensor& leaf) {
  return torch::autograd::grad({loss}, {leaf})[0];
}

torch::Tensor classify(const Weights& w, const torch::Tensor& x) { return run(w, "classifier", x, "relu"); }

torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& labels) {
  return torch::nn::functional::cross_entropy(logits, labels.to(torch::kLong));
}

double largest(const torch::Tensor& t) { return t.abs().max().item<double>(); }

TEST(FgsmRs, TakesOneStepFromARandomStart) {
  auto p = attackParams("fgsm-rs");
  p.epsilon = 0.15;
  p.fgsmRsAlpha = 0.75;
  Experiment experiment(p, smallDigits(), at::kCPU);
  experiment.step(Phase::Pretrain);  // a classifier sure of itself has slopes near 0, whose sign is rounding
  attack(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  auto start = at::empty_like(batch.original());
  ops::jittered(batch.original(), experiment.dials().epsilon, streamKey(1, Stream::AttackStart), 1, start);
  const auto leaf = start.set_requires_grad(true);
  const auto moved = leaf + 0.75 * 0.15 * slopeOf(crossEntropy(classify(w, leaf), batch.y), leaf).sign();
  const auto expected = torch::max(torch::min(moved, batch.original() + 0.15), batch.original() - 0.15).clamp(0, 1);
  EXPECT_LE(largest(batch.adversarial() - expected), 1e-5);
}

TEST(Fgsm, CanGoByTheClassifiersOwnReadingAndStillTeachesTheTruth) {
  auto p = attackParams("fgsm");
  p.fgsmLabel = "predicted";
  Experiment experiment(p, smallDigits(), at::kCPU);
  while (experiment.steps() < 20) experiment.step(Phase::Pretrain);  // not yet good: some are misread
  attack(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  const auto leaf = batch.original().clone().set_requires_grad(true);
  const auto logits = classify(w, leaf);
  const auto read = logits.argmax(1);
  ASSERT_FALSE(read.equal(batch.y.to(torch::kLong)));
  const auto expected = (leaf + p.epsilon * slopeOf(crossEntropy(logits, read), leaf).sign()).clamp(0, 1);
  EXPECT_LE(largest(batch.adversarial() - expected), 1e-6);
  EXPECT_TRUE(batch.adversarialLabels().equal(batch.originalLabels()));
}

TEST(Noise, HasItsStandardDeviationWhileItIsTurned) {
  auto p = attackParams("noise");
  p.lambda = {1, 2};
  Experiment experiment(p, smallDigits(), at::kCPU);
  const auto spread = [&] {
    experiment.step(Phase::Joint);
    const auto& batch = experiment.batch();
    // half of what is added to black ink is clipped away: E max(0, σn)² = σ²/2
    const auto black = batch.original().eq(0);
    return batch.adversarial().masked_select(black).square().mean().mul(2).sqrt().item<double>();
  };
  EXPECT_NEAR(spread(), 0.2, 0.005);
  experiment.edit("noise.sigma", "0.05");
  EXPECT_NEAR(spread(), 0.05, 0.002);
  experiment.edit("noise.sigma", "0");
  EXPECT_EQ(spread(), 0);
}

class Attacker : public ::testing::TestWithParam<std::string> {};

TEST_P(Attacker, StaysWithinEpsilonOnAnyInputInEveryLane) {
  auto p = attackParams(GetParam());
  p.epsilon = 0.17;
  p.lambda = {0.5, 2};
  Experiment experiment(p, smallDigits(), at::kCPU);
  pretrain(experiment);
  auto& batch = experiment.batch();
  batch.original().uniform_();
  attack(experiment);
  const auto x = batch.adversarial();
  ASSERT_EQ(x.size(1), 2 * batch.original().size(1));
  EXPECT_LE(largest(x - batch.original().repeat({1, 2})), 0.17 + 1e-6);
  EXPECT_GE(x.min().item<float>(), 0);
  EXPECT_LE(x.max().item<float>(), 1);
}

TEST_P(Attacker, HurtsMoreThanNoiseOfTheSameSize) {
  Experiment experiment(attackParams(GetParam()), smallDigits(), at::kCPU);
  pretrain(experiment);
  attack(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  const auto lossOf = [&](const torch::Tensor& x) { return crossEntropy(classify(w, x), batch.y).item<double>(); };
  auto noisy = at::empty_like(batch.original());
  ops::jittered(batch.original(), experiment.dials().epsilon, 1, 1, noisy);
  EXPECT_GT(lossOf(batch.adversarial()), 2 * lossOf(noisy));
}

INSTANTIATE_TEST_SUITE_P(Registry, Attacker, ::testing::Values("fgsm", "fgsm-rs", "pgd"));

}  // namespace
}  // namespace sparring
