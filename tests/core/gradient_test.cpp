// The λ instrument: the gradients of a step's two losses, against autograd, and beside a run without it.
#include "autograd_fixture.h"
#include "sparring/trainer.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::smallDigits;
using test::smallParams;

struct TwoGradients {
  double ratio = 0, cosine = 0;
};

torch::Tensor flat(const std::vector<torch::Tensor>& gradients) {
  std::vector<torch::Tensor> pieces;
  for (const auto& gradient : gradients) pieces.push_back(gradient.flatten());
  return torch::cat(pieces).to(torch::kDouble);
}

/// Of lane k at the weights `w`, from the batch that the step left behind.
TwoGradients byAutograd(Experiment& experiment, const test::WeightMap& w, int64_t k) {
  const Params& p = experiment.params();
  const auto& batch = experiment.batch();
  const std::string name = k == 0 ? "classifier" : "classifier@" + std::to_string(k);
  const int64_t b = batch.size(), pixels = batch.x.size(1);
  const auto attacked = batch.own.defined() ? batch.own.narrow(1, k * pixels, pixels) : batch.shared();
  const auto clean = test::run(w, name, batch.original().clone(), "relu"),
             adversarial = test::run(w, name, attacked.clone(), "relu");
  const auto loss = p.cleanWeight * test::classifierLoss(p, clean, batch.y).mean();
  torch::Tensor against;
  if (p.adversary == "trades") {
    const auto from = torch::log_softmax(clean, 1), to = torch::log_softmax(adversarial, 1);
    against = (from.exp() * (from - to)).sum(1).mean();
  } else {
    const auto labels = batch.labels.narrow(0, b, b).select(1, k).clone(), keep = batch.keep.select(1, k).clone();
    against = (test::classifierLoss(p, adversarial, labels) * keep).mean();
  }
  const auto weights = test::trainable(w, name);
  const auto one = flat(torch::autograd::grad({loss}, weights, {}, true)),
             two = flat(torch::autograd::grad({against * p.lambda[static_cast<size_t>(k)]}, weights));
  const double a = one.norm().item<double>(), c = two.norm().item<double>();
  return {c / a, one.dot(two).item<double>() / (a * c)};
}

double pointOf(const std::vector<MetricPoint>& points, Metric metric, int16_t lane) {
  for (const auto& point : points)
    if (point.metric == metric && point.lane == lane) return point.value;
  return std::nan("");
}

class Gradients : public ::testing::TestWithParam<std::string> {};

TEST_P(Gradients, StandToEachOtherAsAutogradHasThem) {
  auto p = smallParams(GetParam());
  p.lambda = {0.5, 2};
  p.cleanWeight = 0.7;
  p.lossClassifier = "cross-entropy";
  Experiment experiment(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 20; ++i) experiment.step(Phase::Pretrain);
  for (int i = 0; i < 5; ++i) experiment.step(Phase::Joint);
  const auto weights = test::leaves(experiment);
  experiment.step(Phase::Joint, 0, true);
  const auto points = experiment.takeGradients();
  ASSERT_EQ(points.size(), 4u);
  for (int16_t k = 0; k < 2; ++k) {
    const TwoGradients expected = byAutograd(experiment, weights, k);
    EXPECT_NEAR(pointOf(points, Metric::GradientRatio, k), expected.ratio, 1e-3 * expected.ratio) << k;
    EXPECT_NEAR(pointOf(points, Metric::GradientCosine, k), expected.cosine, 1e-3) << k;
  }
  EXPECT_EQ(points.front().step, experiment.steps());
}

// shared images, each lane's own, and an L_adv that reaches the clean rows
INSTANTIATE_TEST_SUITE_P(Of, Gradients, ::testing::Values("noise", "fgsm", "trades"));

TEST(GradientMeter, IsSilentWhereOneOfTwoLossesIsMissing) {
  auto p = smallParams("fgsm");
  p.lambda = {0, 1};
  Experiment experiment(p, smallDigits(), at::kCPU);
  experiment.step(Phase::Pretrain, 0, true);
  EXPECT_TRUE(experiment.takeGradients().empty()) << "no opponent yet";
  experiment.step(Phase::Joint, 0, true);
  const auto points = experiment.takeGradients();
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(points.front().lane, 1) << "λ = 0 has no second gradient";
  EXPECT_TRUE(experiment.takeGradients().empty()) << "told once";
}

TEST(GradientMeter, OfAdversarialSamplesAloneThereIsNothingToBalance) {
  auto p = smallParams("fgsm");
  p.cleanWeight = 0;
  Experiment experiment(p, smallDigits(), at::kCPU);
  experiment.step(Phase::Joint, 0, true);
  EXPECT_TRUE(experiment.takeGradients().empty());
}

TEST(GradientMeter, AMeasuredRunHasTheSameWeightsAsAnother) {
  for (const char* adversary : {"fgsm", "trades", "cgan"}) {
    auto p = smallParams(adversary);
    p.lambda = {0.5, 1};
    Experiment quiet(p, smallDigits(), at::kCPU), measured(p, smallDigits(), at::kCPU);
    for (int i = 0; i < 12; ++i) {
      quiet.step(Phase::Joint);
      measured.step(Phase::Joint, 0, true);
    }
    const auto x = quiet.checkpoint(), y = measured.checkpoint();
    for (size_t i = 0; i < x.tensors.size(); ++i)
      EXPECT_TRUE(x.tensors[i].tensor.equal(y.tensors[i].tensor)) << adversary << " " << x.tensors[i].name;
    EXPECT_EQ(x.metadata, y.metadata) << "the sums of the losses";
  }
}

TEST(GradientMeter, IsReadAtTheStepsOfEvaluations) {
  auto p = smallParams("fgsm");
  p.evaluateEvery = 8;
  Trainer trainer(p, smallDigits(), {});
  std::vector<int64_t> steps;
  follow(
      trainer,
      [&](const Update& update) {
        for (const MetricPoint& point : update.points)
          if (point.metric == Metric::GradientRatio) steps.push_back(point.step);
      },
      [] { return false; });
  EXPECT_EQ(steps, (std::vector<int64_t>{24, 32, 40}));
}

}  // namespace
}  // namespace sparring
