// Adversaries that perturb a real image: the samples of their formula, their limits, and that they do harm.
#include "attack/slope.h"
#include "attack_once.h"
#include "autograd_fixture.h"

namespace sparring {
namespace {

using namespace test;

Params attackParams(const std::string& adversary) {
  auto p = smallParams(adversary);
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = 3e-3;
  return p;
}

void pretrain(Experiment& experiment) {
  while (experiment.steps() < 200) experiment.step(Phase::Pretrain);
}

torch::Tensor slopeOf(const torch::Tensor& loss, const torch::Tensor& leaf) {
  return torch::autograd::grad({loss}, {leaf})[0];
}

torch::Tensor classify(const WeightMap& w, const torch::Tensor& x) { return run(w, "classifier", x, "relu"); }

torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& labels) {
  return torch::nn::functional::cross_entropy(logits, labels.to(torch::kLong));
}

double largestOf(const torch::Tensor& t) { return t.abs().max().item<double>(); }

TEST(FgsmRs, TakesOneStepFromARandomStart) {
  auto p = attackParams("fgsm-rs");
  p.epsilon = 0.15;
  p.fgsmRsAlpha = 0.75;
  Experiment experiment(p, smallDigits(), at::kCPU);
  experiment.step(Phase::Pretrain);  // a classifier sure of itself has slopes near 0, whose sign is rounding
  attackOnce(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  auto start = at::empty_like(batch.original());
  ops::jittered(batch.original(), experiment.dials().epsilon, streamKey(1, Stream::AttackStart), 1, start);
  const auto leaf = start.set_requires_grad(true);
  const auto moved = leaf + 0.75 * 0.15 * slopeOf(crossEntropy(classify(w, leaf), batch.y), leaf).sign();
  const auto expected = torch::max(torch::min(moved, batch.original() + 0.15), batch.original() - 0.15).clamp(0, 1);
  EXPECT_LE(largestOf(batch.adversarial() - expected), 1e-5);
}

TEST(Fgsm, CanGoByTheClassifiersOwnReadingAndStillTeachesTheTruth) {
  auto p = attackParams("fgsm");
  p.fgsmLabel = "predicted";
  Experiment experiment(p, smallDigits(), at::kCPU);
  while (experiment.steps() < 20) experiment.step(Phase::Pretrain);  // not yet good: some are misread
  attackOnce(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  const auto leaf = batch.original().clone().set_requires_grad(true);
  const auto logits = classify(w, leaf);
  const auto read = logits.argmax(1);
  ASSERT_FALSE(read.equal(batch.y.to(torch::kLong)));
  const auto expected = (leaf + p.epsilon * slopeOf(crossEntropy(logits, read), leaf).sign()).clamp(0, 1);
  EXPECT_LE(largestOf(batch.adversarial() - expected), 1e-6);
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

// KL(p(x)‖p(x')) by rows
torch::Tensor divergence(const torch::Tensor& from, const torch::Tensor& to) {
  const auto p = torch::log_softmax(from, 1), q = torch::log_softmax(to, 1);
  return (p.exp() * (p - q)).sum(1);
}

TEST(Slope, OfTheDivergenceIsAutograds) {
  Experiment experiment(attackParams("none"), smallDigits(), at::kCPU);
  pretrain(experiment);
  const auto& net = experiment.lanes().net;
  const auto x = experiment.batch().original();
  auto noisy = at::empty_like(x), gradient = at::empty_like(x);
  ops::noisy(x, 0.3f, 1, 1, noisy);
  const auto w = leaves(experiment);
  const auto fixed = classify(w, x).detach(), leaf = noisy.clone().set_requires_grad(true);
  auto trace = net.makeTrace(x.size(0));
  Slope slope(net, x.size(0), Climb::Divergence);
  slope(net, trace, noisy, fixed, gradient);
  EXPECT_LE(relativeError(gradient, slopeOf(divergence(fixed, classify(w, leaf)).sum(), leaf)), 1e-4);
}

TEST(Trades, ClimbsTheDivergence) {
  auto p = attackParams("trades");
  p.pgdSteps = 2;
  Experiment experiment(p, smallDigits(), at::kCPU);
  pretrain(experiment);
  attackOnce(experiment);
  const auto& batch = experiment.batch();
  const auto source = batch.original();
  const auto w = leaves(experiment);
  const auto fixed = classify(w, source).detach();
  auto x = at::empty_like(source);
  ops::noisy(source, 0.001f, streamKey(1, Stream::AttackStart), 200, x);
  for (int i = 0; i < 2; ++i) {
    const auto leaf = x.detach().set_requires_grad(true);
    x = leaf + p.epsilon * 2.5 / 2 * slopeOf(divergence(fixed, classify(w, leaf)).sum(), leaf).sign();
    x = torch::max(torch::min(x, source + p.epsilon), source - p.epsilon).clamp(0, 1).detach();
  }
  // 0.001 from x the divergence is so flat that rounding turns some signs
  const auto off = (batch.adversarial() - x).abs().gt(1e-5).to(torch::kFloat).mean();
  EXPECT_LE(off.item<double>(), 0.05);
}

TEST(Trades, TrainsOnTheDivergenceThroughBothImages) {
  auto p = attackParams("trades");
  p.lossClassifier = "squared";
  p.lambda = {1.7, 0.4};
  Experiment experiment(p, smallDigits(), at::kCPU);
  const auto before = leaves(experiment), w = leaves(experiment);
  experiment.step(Phase::Joint);
  const auto& batch = experiment.batch();
  auto adam = torch::optim::Adam(trainable(w, "classifier"),
                                 torch::optim::AdamOptions(p.lrClassifier).betas({p.adamBeta1, p.adamBeta2}));
  const auto logits = classify(w, batch.original());
  const auto clean = classifierLoss(p, logits, batch.y).mean();
  const auto adversarial = 1.7 * divergence(logits, classify(w, batch.adversarial().narrow(1, 0, 784))).mean();
  (clean + adversarial).backward();
  adam.step();
  const auto losses = experiment.takeLosses();
  EXPECT_NEAR(valueOf(losses, Metric::L), clean.item<double>(), 1e-5);
  EXPECT_NEAR(valueOf(losses, Metric::LambdaLAdv), adversarial.item<double>(), 1e-5);
  expectSameStep(before, w, leaves(experiment), "classifier");
}

TEST(Trades, DivergesFartherThanNoiseOfTheSameSize) {
  Experiment experiment(attackParams("trades"), smallDigits(), at::kCPU);
  pretrain(experiment);
  attackOnce(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  auto noisy = at::empty_like(batch.original());
  ops::jittered(batch.original(), experiment.dials().epsilon, 1, 1, noisy);
  const auto from = classify(w, batch.original());
  EXPECT_GT(divergence(from, classify(w, batch.adversarial())).mean().item<double>(),
            5 * divergence(from, classify(w, noisy)).mean().item<double>());
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
  attackOnce(experiment);
  const auto x = batch.adversarial();
  ASSERT_EQ(x.size(1), 2 * batch.original().size(1));
  EXPECT_LE(largestOf(x - batch.original().repeat({1, 2})), 0.17 + 1e-6);
  EXPECT_GE(x.min().item<float>(), 0);
  EXPECT_LE(x.max().item<float>(), 1);
}

TEST_P(Attacker, HurtsMoreThanNoiseOfTheSameSize) {
  Experiment experiment(attackParams(GetParam()), smallDigits(), at::kCPU);
  pretrain(experiment);
  attackOnce(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  const auto lossOf = [&](const torch::Tensor& x) { return crossEntropy(classify(w, x), batch.y).item<double>(); };
  auto noisy = at::empty_like(batch.original());
  ops::jittered(batch.original(), experiment.dials().epsilon, 1, 1, noisy);
  EXPECT_GT(lossOf(batch.adversarial()), 2 * lossOf(noisy));
}

INSTANTIATE_TEST_SUITE_P(Registry, Attacker, ::testing::Values("fgsm", "fgsm-rs", "pgd", "trades"));

}  // namespace
}  // namespace sparring
