// Whole training steps against an independent version in autograd and torch::optim::Adam.
#include "attack/slope.h"
#include "autograd_fixture.h"

namespace sparring {
namespace {

using namespace test;
// What a fresh experiment's first joint step must do, by the formulas alone.
struct Reference {
  Params p;
  WeightMap w;
  torch::Tensor x, y, wanted, wrong;
  double lossD = 0, lossG = 0, lossL = 0, lossAdv = 0;

  torch::optim::Adam adam(const std::string& name, double lr) {
    return torch::optim::Adam(trainable(w, name), torch::optim::AdamOptions(lr).betas({p.adamBeta1, p.adamBeta2}));
  }

  std::unique_ptr<torch::optim::Optimizer> classifierOptimiser() {
    if (p.optimiser == "adam") return std::make_unique<torch::optim::Adam>(adam("classifier", p.lrClassifier));
    return std::make_unique<torch::optim::SGD>(trainable(w, "classifier"),
                                               torch::optim::SGDOptions(p.lrClassifier).momentum(p.momentum));
  }

  void step() {
    const bool conditional = p.adversary == "cgan";
    auto z = torch::empty({p.batch, p.latent});
    ops::normals(streamKey(static_cast<uint64_t>(p.seed), Stream::Latent), 0, z);
    const auto with = [&](const torch::Tensor& t, const torch::Tensor& labels) {
      return conditional ? torch::cat({t, oneHot(labels)}, 1) : t;
    };
    const auto fake = torch::tanh(run(w, "generator", with(z, wanted), p.generatorActivation));
    const auto score = [&](const torch::Tensor& image, const torch::Tensor& labels) {
      return run(w, "discriminator", with(image, labels), "leaky-relu");
    };
    auto d = adam("discriminator", p.lrDiscriminator), g = adam("generator", p.lrGenerator);
    const auto dLoss =
        ganLoss(p, score(2 * x - 1, y), GanSide::Real) + ganLoss(p, score(fake.detach(), wanted), GanSide::Fake);
    dLoss.backward();
    d.step();
    lossD = dLoss.item<double>();

    const auto image = (fake + 1) / 2;
    auto labels = wanted, keep = torch::ones({p.batch});
    if (!conditional) {
      const auto namer = p.labelRule == "teacher" ? "teacher" : "classifier";
      const auto [top, verdict] = torch::softmax(run(w, namer, image, "relu"), 1).detach().max(1);
      labels = verdict.to(torch::kInt);
      keep = top.ge(p.labelConfidence).to(torch::kFloat);
    }
    auto gLoss = ganLoss(p, score(fake, wanted), GanSide::Fooling);
    if (conditional && p.teacherWeight > 0)
      gLoss = gLoss + p.teacherWeight * torch::nn::functional::cross_entropy(run(w, "teacher", image, "relu"),
                                                                             labels.to(torch::kLong));
    if (p.beta > 0) {
      const auto logits = run(w, "classifier", image, "relu");
      if (p.fooling == "wrong-target")
        gLoss =
            gLoss +
            p.beta *
                (keep * (torch::softmax(logits, 1) - oneHot((labels + wrong).remainder(10))).square().sum(1)).mean();
      else
        gLoss = gLoss - p.beta * (keep * classifierLoss(p, logits, labels)).mean();
    }
    const auto parameters = trainable(w, "generator");
    const auto gradients = torch::autograd::grad({gLoss}, parameters, {}, true);
    for (size_t i = 0; i < parameters.size(); ++i) parameters[i].mutable_grad() = gradients[i];
    g.step();
    lossG = gLoss.item<double>();
    trainClassifier(image.detach(), labels, keep);
  }

  void trainClassifier(const torch::Tensor& adversarial, const torch::Tensor& labels, const torch::Tensor& keep) {
    auto c = classifierOptimiser();
    const auto l = classifierLoss(p, run(w, "classifier", x, "relu"), y).mean();
    const auto adv = p.lambda[0] * (keep * classifierLoss(p, run(w, "classifier", adversarial, "relu"), labels)).mean();
    const auto parameters = trainable(w, "classifier");
    const auto gradients = torch::autograd::grad({p.cleanWeight * l + adv}, parameters);
    for (size_t i = 0; i < parameters.size(); ++i) parameters[i].mutable_grad() = gradients[i];
    c->step();
    lossL = p.cleanWeight * l.item<double>();
    lossAdv = adv.item<double>();
  }
};

Reference referenceOf(const Params& p, Experiment& experiment) {
  Reference r{p, leaves(experiment), {}, {}, {}, {}};
  // the batch of step 0, which an experiment of the same seed draws too
  Experiment twin(p, smallDigits(), at::kCPU);
  twin.step(Phase::Pretrain);
  r.x = twin.batch().original().clone();
  r.y = twin.batch().y.clone();
  r.wanted = twin.batch().wanted.clone();
  r.wrong = twin.batch().wrong.clone();
  return r;
}

void expectJointStepIsRight(const Params& p) {
  ops::setThreads(2);
  Experiment experiment(p, smallDigits(), at::kCPU);
  auto reference = referenceOf(p, experiment);
  const auto before = leaves(experiment);
  reference.step();
  experiment.step(Phase::Joint);
  const auto losses = experiment.takeLosses();
  if (experiment.adversary().drawer()) {
    EXPECT_NEAR(valueOf(losses, Metric::D), reference.lossD, 1e-5 * std::abs(reference.lossD) + 1e-6);
    EXPECT_NEAR(valueOf(losses, Metric::G), reference.lossG, 1e-5 * std::abs(reference.lossG) + 1e-6);
    expectSameStep(before, reference.w, leaves(experiment), "discriminator");
    expectSameStep(before, reference.w, leaves(experiment), "generator");
  }
  EXPECT_NEAR(valueOf(losses, Metric::L), reference.lossL, 1e-5 * reference.lossL);
  EXPECT_NEAR(valueOf(losses, Metric::LambdaLAdv), reference.lossAdv, 1e-5 * reference.lossAdv + 1e-6);
  EXPECT_NEAR(valueOf(losses, Metric::LTotal), reference.lossL + reference.lossAdv, 2e-5);
  expectSameStep(before, reference.w, leaves(experiment), "classifier");
}

TEST(StepAgainstAutograd, ConditionalGanWithTeacherAndFoolingTerm) {
  auto p = smallParams("cgan");
  p.beta = 0.7;
  expectJointStepIsRight(p);
}

TEST(StepAgainstAutograd, ConditionalGanWithWrongTargetCrossEntropyAndPearsonCoding) {
  auto p = smallParams("cgan");
  p.beta = 0.5;
  p.fooling = "wrong-target";
  p.lossClassifier = "cross-entropy";
  p.ganCoding = "-1,1,0";
  p.lambda = {2.5};
  expectJointStepIsRight(p);
}

TEST(StepAgainstAutograd, GanAsWrittenSigmoidUnderLeastSquares) {
  auto p = smallParams("gan");
  p.generatorBatchNorm = false;
  p.generatorActivation = "relu";
  p.generatorHidden = {30};
  p.discriminatorHidden = {};
  p.discriminatorOutput = "sigmoid";
  p.labelConfidence = 0.11;
  expectJointStepIsRight(p);
}

TEST(StepAgainstAutograd, GanNamedByTheClassifierUnderBinaryCrossEntropy) {
  auto p = smallParams("gan");
  p.lossGan = "bce";
  p.labelRule = "classifier";
  p.labelConfidence = 0;
  p.beta = 0.3;
  expectJointStepIsRight(p);
}

TEST(StepAgainstAutograd, ConditionalGanUnderTheHinge) {
  auto p = smallParams("cgan");
  p.lossGan = "hinge";
  expectJointStepIsRight(p);
}

TEST(StepAgainstAutograd, FgsmTrainsOnTheSamplesOfItsFormula) {
  auto p = smallParams("fgsm");
  p.epsilon = 0.15;
  ops::setThreads(2);
  Experiment experiment(p, smallDigits(), at::kCPU);
  auto reference = referenceOf(p, experiment);
  const auto before = leaves(experiment);
  const auto x = reference.x.clone().set_requires_grad(true);
  const auto loss =
      torch::nn::functional::cross_entropy(run(reference.w, "classifier", x, "relu"), reference.y.to(torch::kLong));
  const auto gradient = torch::autograd::grad({loss}, {x})[0];
  const auto adversarial = (reference.x + p.epsilon * gradient.sign()).clamp(0, 1);
  reference.trainClassifier(adversarial, reference.y, torch::ones({p.batch}));
  experiment.step(Phase::Joint);
  EXPECT_LE((experiment.batch().adversarial() - adversarial).abs().max().item<float>(), 1e-6);
  EXPECT_LE((experiment.batch().adversarial() - reference.x).abs().max().item<float>(), 0.15f + 1e-6f);
  expectSameStep(before, reference.w, leaves(experiment), "classifier");
}

TEST(StepAgainstAutograd, SgdWithMomentumAndClearlyLighterCleanSamples) {
  auto p = smallParams("cgan");
  p.optimiser = "sgd";
  p.momentum = 0.7;
  p.lrClassifier = 0.05;
  p.cleanWeight = 0.25;
  expectJointStepIsRight(p);
}

TEST(GradientsAgainstAutograd, OfADeepNetworkWithBatchNormalisation) {
  ops::setThreads(2);
  Network net("net", mlpSpec({40}, {64, 48, 32}, 7, Act::LeakyRelu, Act::Tanh, true), at::kCPU);
  net.initialise(4, Stream::GeneratorInit);
  auto trace = net.makeTrace(50);
  auto x = at::empty({50, 40}, at::kFloat), slope = at::empty({50, 7}, at::kFloat),
       dx = at::empty({50, 40}, at::kFloat);
  ops::normals(1, 0, x);
  ops::normals(2, 0, slope);
  const auto weights = leaves(net.state(false));
  const auto input = x.clone().set_requires_grad(true);
  const auto out = torch::tanh(run(weights, "net", input, "leaky-relu"));
  (out * slope).sum().backward();

  EXPECT_LE(relativeError(net.forward(x, trace), out.detach()), 1e-5);
  net.outputGradient(trace).copy_(slope);
  net.backward(trace, true, dx);
  EXPECT_LE(relativeError(dx, input.grad()), 1e-5);
  std::vector<at::Tensor> expected;  // in the flat buffer's order
  for (const auto& [name, tensor] : net.state(false))
    if (name.find("running") == std::string::npos) expected.push_back(weights.at(name).grad().flatten());
  EXPECT_LE(relativeError(net.gradient(), at::cat(expected)), 1e-5);
}

// A small digit classifier with copies that differ, and images for it.
struct Classified {
  Network net{"net", mlpSpec({40}, {24}, 10, Act::Relu, Act::None), at::kCPU, 2};
  at::Tensor x = at::empty({50, 40}, at::kFloat), labels = at::arange(100, at::kInt).remainder(10).view({50, 2});

  Classified() {
    ops::setThreads(2);
    auto noise = at::empty({net.parameters().numel(), 1}, at::kFloat);
    ops::normals(3, 0, noise);
    net.parameters().copy_(noise.flatten() * 0.3);
    ops::normals(1, 0, x);
  }

  torch::Tensor margin(const WeightMap& w, const torch::Tensor& images, int64_t k) const {
    const auto z = run(w, k == 0 ? "net" : "net@1", images, "relu");
    const auto own = labels.select(1, k).to(torch::kLong).unsqueeze(1);
    return std::get<0>(z.masked_fill(oneHot(own.squeeze(1)).to(torch::kBool), -1e9).max(1)) -
           z.gather(1, own).squeeze(1);
  }
};

TEST(GradientsAgainstAutograd, OfTheMarginUpToItsHinge) {
  Classified c;
  auto trace = c.net.makeTrace(50);
  const auto weights = leaves(c.net.state(false));
  const auto weight = at::arange(100, at::kFloat).view({50, 2}) - 30;
  auto loss = at::empty({50, 2}, at::kFloat), dx = at::empty({50, 80}, at::kFloat);
  const auto logits = c.net.forward(c.x, trace);
  ops::margin(logits, c.labels, weight, 1.5f, c.net.outputGradient(trace), loss);
  c.net.backward(trace, false, dx);
  for (int64_t k = 0; k < 2; ++k) {
    const auto x = c.x.clone().set_requires_grad(true);
    // the hinge as the papers write it: max(z_y - max z_j, -κ), here negated
    const auto climbed = -torch::clamp_min(-c.margin(weights, x, k), -1.5);
    EXPECT_LE(relativeError(loss.select(1, k), climbed.detach()), 1e-5);
    EXPECT_GT(climbed.eq(1.5).sum().item<int64_t>(), 0);  // the hinge is reached
    (climbed * weight.select(1, k)).sum().backward();
    EXPECT_LE(relativeError(dx.narrow(1, 40 * k, 40), x.grad()), 1e-5);
  }
}

TEST(GradientsAgainstAutograd, OfTheSlopeThatClimbsTheMargin) {
  Classified c;
  auto trace = c.net.makeTrace(50);
  const auto weights = leaves(c.net.state(false));
  auto gradient = at::empty({50, 80}, at::kFloat);
  Slope slope(c.net, 50, Climb::Margin);
  slope(c.net, trace, c.x, c.labels, gradient);
  for (int64_t k = 0; k < 2; ++k) {
    const auto x = c.x.clone().set_requires_grad(true);
    c.margin(weights, x, k).sum().backward();
    EXPECT_LE(relativeError(gradient.narrow(1, 40 * k, 40), x.grad()), 1e-5);
  }
}

TEST(Network, RunningStatisticsFollowPyTorchs) {
  Network net("net", mlpSpec({12}, {16}, 3, Act::Relu, Act::None, true), at::kCPU);
  net.initialise(4, Stream::GeneratorInit);
  auto trace = net.makeTrace(20);
  auto x = at::empty({20, 12}, at::kFloat);
  auto bn = torch::nn::BatchNorm1d(16);
  const auto weights = leaves(net.state(false));
  for (uint64_t i = 0; i < 3; ++i) {
    ops::normals(9, i, x);
    net.forward(x, trace);
    bn->forward(torch::matmul(x, weights.at("net.fc1.weight").t()));
  }
  const auto after = leaves(net.state(false));
  EXPECT_LE(relativeError(after.at("net.bn1.running_mean"), bn->running_mean), 1e-5);
  EXPECT_LE(relativeError(after.at("net.bn1.running_var"), bn->running_var), 1e-5);
}

}  // namespace
}  // namespace sparring
