// Adversaries that attack by means of a generator: gan-pgd and latent.
#include "adversary/adversary.h"
#include "attack_once.h"
#include "autograd_fixture.h"

namespace sparring {
namespace {

using namespace test;
namespace f = torch::nn::functional;

torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& labels) {
  return f::cross_entropy(logits, labels.to(torch::kLong), f::CrossEntropyFuncOptions().reduction(torch::kSum));
}

torch::Tensor imagine(const WeightMap& w, const torch::Tensor& z, const torch::Tensor& classes) {
  return (torch::tanh(run(w, "generator", torch::cat({z, oneHot(classes)}, 1), "leaky-relu")) + 1) / 2;
}

torch::Tensor latentTensor(const Params& p, uint64_t step) {
  auto z = torch::empty({p.batch, p.latent});
  ops::normals(streamKey(static_cast<uint64_t>(p.seed), Stream::Latent), step, z);
  return z;
}

double share(const torch::Tensor& mask) { return mask.to(torch::kFloat).mean().item<double>(); }

TEST(GanPgd, AttacksGeneratedAndRealImagesAlikeInEveryLane) {
  auto p = smallParams("gan-pgd");
  p.pgdSteps = 3;
  p.epsilon = 0.15;
  p.fakeShare = 0.25;  // 8 of 32
  p.lambda = {1, 1};
  Experiment experiment(p, smallDigits(), at::kCPU);
  const auto w = leaves(experiment);
  experiment.step(Phase::Joint);
  const auto& batch = experiment.batch();
  const auto half = [](const torch::Tensor& fake, const torch::Tensor& real) {
    return torch::cat({fake.narrow(0, 0, 8), real.narrow(0, 8, 24)});
  };
  const auto source = half(imagine(w, latentTensor(p, 0), batch.wanted).detach(), batch.original());
  const auto labels = half(batch.wanted, batch.y);
  auto shift = torch::full_like(source, 0.5);
  ops::jittered(shift, experiment.dials().epsilon, streamKey(1, Stream::AttackStart), 0, shift);
  auto x = (source + shift - 0.5).clamp(0, 1);
  for (int i = 0; i < 3; ++i) {
    const auto leaf = x.detach().set_requires_grad(true);
    const auto loss = crossEntropy(run(w, "classifier", leaf, "relu"), labels);
    x = (leaf + 0.15 * 2.5 / 3 * torch::autograd::grad({loss}, {leaf})[0].sign()).detach();
    x = torch::max(torch::min(x, source + 0.15), source - 0.15).clamp(0, 1);
  }
  for (int k = 0; k < 2; ++k) {
    const auto lane = batch.adversarial().narrow(1, 784 * k, 784);
    EXPECT_LE((lane - source).abs().max().item<double>(), 0.15 + 1e-5);
    EXPECT_LE(share((lane - x).abs().gt(1e-4)), 1e-3) << "lane " << k;
    EXPECT_TRUE(batch.adversarialLabels().select(1, k).equal(labels));
  }
}

TEST(GanPgd, WithoutGeneratedImagesIsPgd) {
  auto p = smallParams("gan-pgd");
  p.fakeShare = 0;
  Experiment mixed(p, smallDigits(), at::kCPU), plain(smallParams("pgd"), smallDigits(), at::kCPU);
  mixed.step(Phase::Joint);
  plain.step(Phase::Joint);
  EXPECT_LE(share((mixed.batch().adversarial() - plain.batch().adversarial()).abs().gt(1e-5)), 1e-3);
  EXPECT_TRUE(mixed.batch().adversarialLabels().equal(plain.batch().adversarialLabels()));
}

// A generator and a classifier that know their digits a little.
Experiment trained(Params p) {
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = 3e-3;
  p.generatorHidden = {64, 64};
  p.discriminatorHidden = {64};
  Experiment experiment(p, smallDigits(), at::kCPU);
  while (experiment.steps() < 150) experiment.step(Phase::Teacher);
  while (experiment.steps() < 300) experiment.step(Phase::Pretrain);
  while (experiment.steps() < 700) experiment.step(Phase::Gan);
  return experiment;
}

TEST(GanPgd, RaisesTheLossOfGeneratedAndRealImages) {
  auto p = smallParams("gan-pgd");
  p.fakeShare = 0.5;
  auto experiment = trained(p);
  const auto& batch = experiment.batch();
  const auto loss = [&] {
    const auto logits = run(leaves(experiment), "classifier", batch.adversarial(), "relu");
    const auto labels = batch.adversarialLabels().select(1, 0);
    return std::pair{crossEntropy(logits.narrow(0, 0, 16), labels.narrow(0, 0, 16)).item<double>(),
                     crossEntropy(logits.narrow(0, 16, 16), labels.narrow(0, 16, 16)).item<double>()};
  };
  experiment.edit("epsilon", "0");
  attackOnce(experiment);
  const auto before = loss();
  experiment.edit("epsilon", "0.1");
  attackOnce(experiment);
  EXPECT_GT(loss().first, 2 * before.first);
  EXPECT_GT(loss().second, 2 * before.second);
}

Params searchParams() {
  auto p = smallParams("latent");
  p.latentSteps = 4;
  p.latentEpsilon = 0.2;
  p.latentNear = 10;
  p.latentClass = 1;
  return p;
}

TEST(Latent, DescendsItsThreeTermsFromTheLatentThatWasDrawn) {
  auto p = searchParams();
  p.generatorBatchNorm = false;
  p.latentNear = 3;
  p.latentClass = 0.7;
  Experiment experiment(p, smallDigits(), at::kCPU);
  experiment.step(Phase::Joint);
  attackOnce(experiment);
  const auto& batch = experiment.batch();
  const auto w = leaves(experiment);
  const auto origin = latentTensor(p, 1);
  auto z = origin.clone();
  for (int i = 0; i < 4; ++i) {
    const auto leaf = z.detach().set_requires_grad(true);
    const auto x = imagine(w, leaf, batch.wanted);
    const auto others = run(w, "classifier", x, "relu").log_softmax(1) - 1e9 * oneHot(batch.wanted);
    const auto near = torch::relu((leaf - origin).abs() - 0.2).mean(1).sum();
    const auto objective =
        -others.amax(1).sum() + 3 * near + 0.7 * crossEntropy(run(w, "teacher", x, "relu"), batch.wanted);
    const auto slope = torch::autograd::grad({objective}, {leaf})[0];
    z = (leaf - 0.2 * slope / slope.square().mean(1, true).sqrt()).detach();
  }
  EXPECT_LE(relativeError(batch.adversarial(), imagine(w, z, batch.wanted).detach()), 1e-3);
  const auto read = run(w, "teacher", batch.adversarial(), "relu").argmax(1).eq(batch.wanted).to(torch::kFloat);
  EXPECT_TRUE(batch.keep.select(1, 0).equal(read)) << "an image counts where the teacher reads its class";
}

TEST(Latent, RaisesTheClassifiersLossOnImagesThatTheTeacherReads) {
  auto p = searchParams();
  p.latentSteps = 20;
  p.latentNear = 1;
  p.latentClass = 10;
  auto experiment = trained(p);
  const auto& batch = experiment.batch();
  attackOnce(experiment);
  const auto w = leaves(experiment);
  // what the same latents give unsearched
  const auto plain = experiment.adversary().drawer()->game().imagine(latentTensor(p, 700), batch.wanted);
  const auto lossOf = [&](const torch::Tensor& x, const char* reader) {
    return crossEntropy(run(w, reader, x, "relu"), batch.wanted).item<double>();
  };
  EXPECT_GT(lossOf(batch.adversarial(), "classifier"), 2 * lossOf(plain, "classifier"));
  EXPECT_LT(lossOf(batch.adversarial(), "teacher"), 1.5 * lossOf(plain, "teacher"));
  EXPECT_GE(share(batch.keep), 0.9);
}

TEST(Latent, FacesEveryLaneWithTheOpponentOfTheFirst) {
  auto p = searchParams();
  p.lambda = {0.5, 3};
  Experiment together(p, smallDigits(), at::kCPU);
  p.lambda = {0.5};
  Experiment alone(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 20; ++i) {
    together.step(Phase::Joint);
    alone.step(Phase::Joint);
  }
  EXPECT_LE(relativeError(together.batch().adversarial(), alone.batch().adversarial()), 1e-3);
}

TEST(Latent, NeedsATrainedTeacherWhateverElseIsSet) {
  auto p = searchParams();
  p.teacherWeight = 0;
  EXPECT_TRUE(needsTeacher(p));
  p.epochsTeacher = 0;
  EXPECT_THROW(validate(p), Error);
}

TEST(Network, FoldsItsRunningStatisticsIntoAPlainNetwork) {
  Network net("net", mlpSpec({12}, {16, 20}, 3, Act::LeakyRelu, Act::Tanh, true), at::kCPU);
  net.initialise(4, Stream::GeneratorInit);
  auto trace = net.makeTrace(30);
  auto x = at::empty({30, 12}, at::kFloat);
  ops::normals(9, 0, x);
  for (int i = 0; i < 5; ++i) net.forward(x * 2 + 1, trace);
  const Network plain("net", withoutNorm(net.spec()), at::kCPU, 1, Purpose::Looking);
  net.foldInto(plain);
  auto plainTrace = plain.makeTrace(30);
  EXPECT_LE(relativeError(plain.forward(x, plainTrace), net.forward(x, trace, Network::Mode::Frozen)), 1e-5);
}

}  // namespace
}  // namespace sparring
