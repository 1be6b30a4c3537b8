// The learned opponents that answer the classifier: AdvGAN, the gradient GAN and AT-GAN.
#include "adversary/adversary.h"
#include "autograd_fixture.h"
#include "io/safetensors.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using namespace test;

at::Tensor normals(at::IntArrayRef shape, Stream stream, const Params& p, int64_t step) {
  auto t = at::empty(shape, at::kFloat);
  ops::normals(streamKey(static_cast<uint64_t>(p.seed), stream), static_cast<uint64_t>(step), t);
  return t;
}

// max(z_y - max z_j, 0), what AdvGAN and AT-GAN minimise by default.
torch::Tensor marginHinge(const torch::Tensor& z, const torch::Tensor& labels) {
  const auto own = labels.to(torch::kLong).unsqueeze(1);
  const auto rival = std::get<0>(z.masked_fill(oneHot(labels).to(torch::kBool), -1e9).max(1));
  return torch::clamp_min(z.gather(1, own).squeeze(1) - rival, 0);
}

torch::Tensor crossEntropy(const torch::Tensor& z, const torch::Tensor& labels) {
  return torch::nn::functional::cross_entropy(z, labels.to(torch::kLong));
}

// The first step of a fresh experiment in a phase, by the formulas alone.
struct FirstStep {
  Params p;
  WeightMap before, w;
  torch::Tensor x, y, wanted;

  FirstStep(const Params& params, Experiment& experiment)
      : p(params), before(leaves(experiment)), w(leaves(experiment)) {
    Experiment twin(p, smallDigits(), at::kCPU);
    twin.step(Phase::Pretrain);
    x = twin.batch().original().clone();
    y = twin.batch().y.clone();
    wanted = twin.batch().wanted.clone();
  }

  void descend(const std::string& name, double lr, const torch::Tensor& loss) {
    const auto parameters = trainable(w, name);
    const auto gradients = torch::autograd::grad({loss}, parameters, {}, true);
    for (size_t i = 0; i < parameters.size(); ++i) parameters[i].mutable_grad() = gradients[i];
    torch::optim::Adam(parameters, torch::optim::AdamOptions(lr).betas({p.adamBeta1, p.adamBeta2})).step();
  }

  torch::Tensor read(const torch::Tensor& images) { return run(w, "classifier", images, "relu"); }
};

void expectAdvGanStepIsRight(const std::string& fooling) {
  ops::setThreads(2);
  auto p = smallParams("advgan");
  p.attackLoss = fooling;
  p.attackWeight = 3;
  p.attackNorm = 0.7;
  p.attackHinge = 0.9;  // about half of the changes are longer
  p.epsilon = 0.15;
  Experiment experiment(p, smallDigits(), at::kCPU);
  FirstStep r(p, experiment);
  const auto change = p.epsilon * torch::tanh(run(r.w, "generator", r.x, p.generatorActivation));
  const auto adversarial = (r.x + change).clamp(0, 1);
  const auto score = [&](const torch::Tensor& images) {
    return run(r.w, "discriminator", 2 * images - 1, "leaky-relu");
  };
  const auto lossD = ganLoss(p, score(r.x), GanSide::Real) + ganLoss(p, score(adversarial.detach()), GanSide::Fake);
  r.descend("discriminator", p.lrDiscriminator, lossD);
  const auto z = r.read(adversarial);
  const auto f = fooling == "margin"          ? marginHinge(z, r.y).mean()
                 : fooling == "cross-entropy" ? -crossEntropy(z, r.y)
                                              : -(torch::softmax(z, 1) - oneHot(r.y)).square().sum(1).mean();
  const auto size = change.norm(2, 1);
  EXPECT_GT(size.gt(0.9).sum().item<int64_t>(), 0);
  const auto lossG =
      ganLoss(p, score(adversarial), GanSide::Fooling) + 3 * f + 0.7 * torch::clamp_min(size - 0.9, 0).mean();
  r.descend("generator", p.lrGenerator, lossG);

  experiment.step(Phase::Gan);
  EXPECT_LE((experiment.batch().adversarial() - adversarial).abs().max().item<float>(), 1e-5);
  EXPECT_TRUE(experiment.batch().adversarialLabels().flatten().equal(r.y));
  const auto losses = experiment.takeLosses();
  EXPECT_NEAR(valueOf(losses, Metric::D), lossD.item<double>(), 1e-5);
  EXPECT_NEAR(valueOf(losses, Metric::G), lossG.item<double>(), 2e-5);
  expectSameStep(r.before, r.w, leaves(experiment), "discriminator");
  expectSameStep(r.before, r.w, leaves(experiment), "generator");
}

TEST(AdvGan, TakesTheStepOfItsFormulaOnTheMargin) { expectAdvGanStepIsRight("margin"); }
TEST(AdvGan, TakesTheStepOfItsFormulaOnTheCrossEntropy) { expectAdvGanStepIsRight("cross-entropy"); }
TEST(AdvGan, TakesTheStepOfItsFormulaOnTheSquaredError) { expectAdvGanStepIsRight("squared"); }

TEST(GradientGan, TakesTheStepOfItsFormula) {
  ops::setThreads(2);
  auto p = smallParams("gat");
  p.gatCost = 0.6;
  p.epsilon = 0.15;
  Experiment experiment(p, smallDigits(), at::kCPU);
  FirstStep r(p, experiment);
  const auto leaf = r.x.clone().set_requires_grad(true);
  const auto slope = torch::autograd::grad({crossEntropy(r.read(leaf), r.y)}, {leaf})[0];
  const auto in = slope / slope.square().mean({1}, true).sqrt();
  const auto change = p.epsilon * torch::tanh(run(r.w, "generator", in, p.generatorActivation));
  const auto adversarial = (r.x + change).clamp(0, 1);
  const auto lossG = -crossEntropy(r.read(adversarial), r.y) + 0.6 * change.square().sum(1).mean();
  r.descend("generator", p.lrGenerator, lossG);

  experiment.step(Phase::Gan);
  EXPECT_LE((experiment.batch().adversarial() - adversarial).abs().max().item<float>(), 1e-5);
  const auto losses = experiment.takeLosses();
  EXPECT_NEAR(valueOf(losses, Metric::G), lossG.item<double>(), 2e-5);
  EXPECT_TRUE(std::isnan(valueOf(losses, Metric::D))) << "there is no discriminator to report on";
  expectSameStep(r.before, r.w, leaves(experiment), "generator");
}

TEST(TransferGan, TakesTheStepOfItsFormulaFromTheGeneratorThatRests) {
  ops::setThreads(2);
  auto p = smallParams("atgan");
  p.atganAdversarial = 2;
  p.atganDistance = 1.5;
  p.atganNoise = 0.2;
  Experiment experiment(p, smallDigits(), at::kCPU);
  FirstStep r(p, experiment);
  for (const auto& [name, tensor] : r.before)  // where the attacker starts
    if (name.rfind("generator.", 0) == 0 && tensor.requires_grad()) {
      const auto at = "attacker" + name.substr(9);
      r.before[at] = tensor;
      r.w[at] = tensor.detach().clone().set_requires_grad(true);
    }
  const auto in = torch::cat({normals({p.batch, p.latent}, Stream::Latent, p, 0), oneHot(r.wanted)}, 1);
  const auto draw = [&](const char* net) { return (torch::tanh(run(r.w, net, in, p.generatorActivation)) + 1) / 2; };
  const auto original = draw("generator").detach(), adversarial = draw("attacker");
  const auto noise = 0.2 * normals({p.batch, r.x.size(1)}, Stream::TransferNoise, p, 0);
  const auto lossG =
      2 * marginHinge(r.read(adversarial), r.wanted).mean() + 1.5 * (adversarial - original - noise).norm(2, 1).mean();
  r.descend("attacker", p.lrGenerator, lossG);

  experiment.step(Phase::Joint);
  EXPECT_LE((experiment.batch().adversarial() - adversarial).abs().max().item<float>(), 1e-5);
  EXPECT_TRUE(experiment.batch().adversarialLabels().flatten().equal(r.wanted));
  EXPECT_NEAR(valueOf(experiment.takeLosses(), Metric::G), lossG.item<double>(), 2e-5);
  const auto after = leaves(experiment);
  expectSameStep(r.before, r.w, after, "attacker");
  for (const auto& [name, tensor] : r.before)
    if (tensor.requires_grad() && (name.rfind("generator.", 0) == 0 || name.rfind("discriminator.", 0) == 0))
      EXPECT_TRUE(after.at(name).equal(tensor)) << name;
}

class Perturbing : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Adversaries, Perturbing, ::testing::Values("advgan", "gat"));

// A classifier that reads the small digits, then its opponent alone.
Experiment opposed(const std::string& adversary) {
  auto p = smallParams(adversary);
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = p.lrGenerator = 3e-3;
  p.gatCost = 0.1;
  p.lambda = {0};
  Experiment e(p, smallDigits(), at::kCPU);
  while (e.steps() < 300) e.step(Phase::Pretrain);
  while (e.steps() < 500) e.step(Phase::Gan);
  return e;
}

double errors(const Network& net, const at::Tensor& images, const at::Tensor& labels) {
  auto trace = net.makeTrace(images.size(0));
  auto predicted = at::empty_like(labels);
  ops::verdict(net.forward(images, trace), predicted, at::empty(labels.sizes(), at::kFloat));
  return predicted.ne(labels).to(at::kFloat).mean().item<double>();
}

TEST_P(Perturbing, StaysWithinEpsilonAndMakesAFixedClassifierErr) {
  auto e = opposed(GetParam());
  const auto& batch = e.batch();
  EXPECT_LE((batch.adversarial() - batch.original()).abs().max().item<float>(), 0.1f + 1e-6f);
  EXPECT_GE(batch.adversarial().min().item<float>(), 0);
  EXPECT_LE(batch.adversarial().max().item<float>(), 1);
  const auto net = e.lanes().net.copy(0);
  const auto images =
      at::from_blob(const_cast<uint8_t*>(smallDigits()->test.pixels.data()), {200, batch.original().size(1)}, at::kByte)
          .to(at::kFloat) /
      255;
  const auto labels =
      at::from_blob(const_cast<uint8_t*>(smallDigits()->test.labels.data()), {200}, at::kByte).to(at::kInt);
  const auto changed = e.adversary().changer()->perturbed(net, 0, e.dials(), images, labels);
  EXPECT_LE((changed - images).abs().max().item<float>(), 0.1f + 1e-6f);
  EXPECT_GT(errors(net, changed, labels), errors(net, images, labels) + 0.1) << "on images never seen";
}

TEST_P(Perturbing, ShowsTheFirstTestDigitsOfEachClassChanged) {
  auto p = smallParams(GetParam());
  Experiment e(p, smallDigits(), at::kCPU);
  const auto grid = e.samples().at(0);
  EXPECT_TRUE(grid->perturbed);
  ASSERT_EQ(grid->wanted.size(), 100u);
  for (size_t i = 0; i < 100; ++i) EXPECT_EQ(grid->wanted[i], static_cast<int>(i / 10));
  const auto& test = smallDigits()->test;
  const size_t size = grid->images.pixels.size() / 100;
  size_t first = 0;
  while (test.labels[first] != 4) ++first;
  int largest = 0;
  for (size_t i = 0; i < size; ++i)
    largest = std::max(largest, std::abs(int(grid->images.pixels[40 * size + i]) - int(test.pixels[first * size + i])));
  EXPECT_LE(largest, 26);  // ε = 0.1 of 255, rounded
  EXPECT_GT(largest, 0);
}

TEST(TransferGan, DrawsDigitsThatAreMisreadMoreOftenThanThoseItStartedFrom) {
  auto p = smallParams("atgan");
  p.lossClassifier = "cross-entropy";
  p.lrClassifier = p.lrGenerator = p.lrDiscriminator = 3e-3;
  p.lambda = {0};
  p.teacherWeight = 1;
  Experiment e(p, smallDigits(), at::kCPU);
  while (e.steps() < 100) e.step(Phase::Teacher);
  while (e.steps() < 300) e.step(Phase::Pretrain);
  while (e.steps() < 600) e.step(Phase::Gan);
  auto latents = normals({200, p.latent}, Stream::Generate, p, 0);
  const auto classes = at::arange(200, at::kInt).remainder(10);
  const auto errorsNow = [&] {
    return errors(e.lanes().net.copy(0), e.adversary().drawer()->imagine(0, latents, classes), classes);
  };
  const double before = errorsNow();
  while (e.steps() < 1200) e.step(Phase::Joint);
  EXPECT_GT(errorsNow(), before + 0.1);
}

TEST(TransferGan, GoesOnFromACheckpointAmidTheJointPhase) {
  test::TempFolder folder;
  const auto p = smallParams("atgan");
  Experiment straight(p, smallDigits(), at::kCPU), resumed(p, smallDigits(), at::kCPU);
  for (int i = 0; i < 10; ++i) straight.step(Phase::Gan);
  for (int i = 0; i < 10; ++i) straight.step(Phase::Joint);
  const auto saved = straight.checkpoint();
  writeSafetensors(folder / "c.safetensors", saved.views(), saved.metadata);
  resumed.samples();  // before anything has started
  resumed.restore(readSafetensors(folder / "c.safetensors"));
  for (int i = 0; i < 5; ++i)
    for (auto* e : {&straight, &resumed}) e->step(Phase::Joint);
  const auto a = straight.checkpoint(), b = resumed.checkpoint();
  for (size_t i = 0; i < a.tensors.size(); ++i)
    EXPECT_TRUE(a.tensors[i].tensor.equal(b.tensors[i].tensor)) << a.tensors[i].name;
}

}  // namespace
}  // namespace sparring
