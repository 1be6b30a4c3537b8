// Projected gradient descent: as adversary in training, as attack in evaluation.
#include <torch/torch.h>

#include "adversary/adversary.h"
#include "engine_fixture.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;
using test::trained;

double accuracyUnder(const std::string& attack) {
  const auto spec = parseAttack(attack);
  Evaluator evaluator(*smallDigits(), at::kCPU);
  return evaluator.accuracy(trained().lanes().net, &spec, 0, 1, {})[0];
}

at::Tensor crossEntropy(const Network& net, const at::Tensor& x, const at::Tensor& y) {
  auto trace = net.makeTrace(x.size(0));
  return at::cross_entropy_loss(net.forward(x, trace).clone(), y.to(at::kLong));
}

TEST(Pgd, AdversaryTakesTheStepsOfItsFormula) {
  auto p = smallParams("pgd");
  p.epsilon = 0.15;
  p.pgdSteps = 3;
  p.pgdAlpha = 1.5;
  ops::setThreads(2);
  Experiment experiment(p, smallDigits(), at::kCPU), twin(p, smallDigits(), at::kCPU);
  twin.step(Phase::Pretrain);  // the batch of step 0
  const auto source = twin.batch().original().clone(), y = twin.batch().y.to(at::kLong);
  std::map<std::string, torch::Tensor> w;
  for (const auto& [name, tensor] : experiment.checkpoint().tensors) w[name] = tensor.clone();
  const auto layer = [&](const torch::Tensor& t, const char* number) {
    const std::string name = std::string("classifier.fc") + number;
    return torch::linear(t, w.at(name + ".weight"), w.at(name + ".bias"));
  };
  auto x = at::empty_like(source);
  const ops::Dial eps{0.15f, at::full({}, 0.15, at::kFloat)};
  ops::jittered(source, eps, streamKey(static_cast<uint64_t>(p.seed), Stream::AttackStart), 0, x);
  for (int i = 0; i < 3; ++i) {
    const auto leaf = x.clone().set_requires_grad(true);
    const auto logits = layer(torch::relu(layer(torch::relu(layer(leaf, "1")), "2")), "3");
    const auto slope = torch::autograd::grad({torch::nn::functional::cross_entropy(logits, y)}, {leaf})[0];
    x = x + 0.15 * 1.5 / 3 * slope.sign();
    x = torch::max(torch::min(x, source + 0.15), source - 0.15).clamp(0, 1);
  }
  experiment.step(Phase::Joint);
  EXPECT_LE((experiment.batch().adversarial() - x).abs().max().item<float>(), 1e-5);
}

TEST(Pgd, AdversaryStaysWithinEpsilonAndRaisesTheLoss) {
  auto p = smallParams("pgd");
  p.epsilon = 0.2;
  Experiment experiment(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 40; ++i) experiment.step(Phase::Joint);
  const auto& batch = experiment.batch();
  EXPECT_LE((batch.adversarial() - batch.original()).abs().max().item<float>(), 0.2f + 1e-6f);
  const auto net = experiment.lanes().net.copy(0);
  EXPECT_GT(crossEntropy(net, batch.adversarial(), batch.y).item<float>(),
            crossEntropy(net, batch.original(), batch.y).item<float>());
}

TEST(Pgd, AttackIsAtLeastAsStrongAsOneStep) {
  const double clean = accuracyUnder("noise:sigma=0"), one = accuracyUnder("fgsm:eps=0.1"),
               many = accuracyUnder("pgd:eps=0.1,steps=20");
  EXPECT_LT(one, clean - 0.1);
  EXPECT_LE(many, one + 0.01);
}

TEST(Pgd, RestartsOnlyMakeItStronger) {
  const double once = accuracyUnder("pgd:eps=0.1,steps=1,alpha=0.5"),
               often = accuracyUnder("pgd:eps=0.1,steps=1,alpha=0.5,restarts=10");
  EXPECT_LT(often, once);
}

TEST(Pgd, WithoutRoomChangesNothing) { EXPECT_EQ(accuracyUnder("pgd:eps=0,steps=3"), accuracyUnder("noise:sigma=0")); }

TEST(Pgd, AttackOnSeveralLanesEqualsThatOnEach) {
  auto p = smallParams("none");
  p.lambda = {0, 1, 2};
  p.adversary = "gan";
  Experiment experiment(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 40; ++i) experiment.step(Phase::Joint);
  const auto spec = parseAttack("pgd:eps=0.05,steps=3,restarts=2");
  Evaluator evaluator(*smallDigits(), at::kCPU);
  const auto together = evaluator.accuracy(experiment.lanes().net, &spec, 0, 1, {});
  for (int k = 0; k < 3; ++k)
    EXPECT_NEAR(together[static_cast<size_t>(k)],
                evaluator.accuracy(experiment.lanes().net.copy(k), &spec, 0, 1, {})[0], 0.011);
}

TEST(Pgd, EvaluationIsCancelledAmongItsSteps) {
  const auto spec = parseAttack("pgd:steps=200,restarts=100");
  Evaluator evaluator(*smallDigits(), at::kCPU);
  int asked = 0;
  EXPECT_THROW(evaluator.accuracy(trained().lanes().net, &spec, 0, 1, [&](int64_t, int64_t) { return ++asked < 10; }),
               Cancelled);
  EXPECT_EQ(asked, 10);
}

TEST(Pgd, TakesWholeNumbersOfSteps) {
  EXPECT_THROW(parseAttack("pgd:steps=2.5"), Error);
  EXPECT_THROW(parseAttack("pgd:steps=0"), Error);
  EXPECT_EQ(parseAttack("pgd:steps=7").values.at("steps"), 7);
}

}  // namespace
}  // namespace sparring
