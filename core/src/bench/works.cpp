#include "bench/works.h"

namespace sparring {

namespace {

using Data = std::shared_ptr<const Dataset>;

BenchTask jointSteps(Params params, Data data, at::Device device, int stepsPerRound) {
  const int batch = static_cast<int>(params.batch);
  auto experiment = std::make_shared<Experiment>(params, std::move(data), device);
  return {batch, stepsPerRound, [experiment] { experiment->step(Phase::Joint); }};
}

// The procedure as written: G 100-128-784, D 784-1 with a sigmoid, every fake labelled by the classifier's own argmax.
Params seed() {
  Params p;
  p.adversary = "gan";
  p.lambda = {0.5};
  p.labelRule = "classifier";
  p.labelConfidence = 0;
  p.latent = 100;
  p.generatorHidden = {128};
  p.generatorBatchNorm = false;
  p.generatorActivation = "relu";
  p.discriminatorHidden = {};
  p.discriminatorOutput = "sigmoid";
  p.lrClassifier = p.lrGenerator = p.lrDiscriminator = 1e-4;
  return p;
}

Params eightLanes(Params p) {
  p.lambda = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};
  return p;
}

Params defaultGan() {
  Params p;
  p.adversary = "gan";
  p.labelRule = "classifier";
  return p;
}

Params pgd() {
  Params p;
  p.adversary = "pgd";
  p.lossClassifier = "cross-entropy";
  return p;
}

BenchTask pgdEvaluation(Data data, at::Device device, int) {
  const auto params = pgd();
  const auto net = std::make_shared<Mlp>(makeClassifiers(params, int64_t(data->test.side) * data->test.side, device));
  const auto evaluator = std::make_shared<Evaluator>(data->test, device);
  const AttackSpec attack = parseAttack("pgd:steps=40");
  return {static_cast<int>(evaluator->imagesFor(0)), 1,
          [=] { evaluator->accuracy(*net, &attack, 0, 1, {}); data.get(); }};
}

}  // namespace

const std::vector<BenchWorkRow>& benchWorkRows() {
  static const std::vector<BenchWorkRow> rows = {
      {{"seed-step", "seed step"},
       "seed-step",
       [](Data data, at::Device device, int) { return jointSteps(seed(), data, device, 200); }},
      {{"default-step", "default preset's step"},
       "default-step",
       [](Data data, at::Device device, int) { return jointSteps({}, data, device, 60); }},
      {{"pgd-step", "PGD-10 training step"},
       "pgd-step",
       [](Data data, at::Device device, int) { return jointSteps(pgd(), data, device, 60); }},
      {{"pgd-eval", "PGD-40 evaluation"}, "pgd-eval", pgdEvaluation},
      {{"lanes-8", "seed step, 8 lanes"},
       "lanes-8",
       [](Data data, at::Device device, int) { return jointSteps(eightLanes(seed()), data, device, 50); }},
      {{"gan-step", "gan step, default networks"},
       "",
       [](Data data, at::Device device, int) { return jointSteps(defaultGan(), data, device, 60); }},
      {{"gan-lanes-8", "gan step, default networks, 8 lanes"},
       "",
       [](Data data, at::Device device, int) { return jointSteps(eightLanes(defaultGan()), data, device, 30); }},
  };
  return rows;
}

const std::vector<BenchWork>& benchWorks() {
  static const std::vector<BenchWork> works = [] {
    std::vector<BenchWork> list;
    for (const auto& row : benchWorkRows()) list.push_back(row.work);
    return list;
  }();
  return works;
}

}  // namespace sparring
