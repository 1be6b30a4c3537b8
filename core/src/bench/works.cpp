#include "bench/works.h"

#include "base/text.h"

namespace sparring {

namespace {

using Data = std::shared_ptr<const Dataset>;

constexpr int64_t kBatch = 128;

BenchTask jointSteps(Params params, Data data, at::Device device, int stepsPerRound) {
  params.batch = kBatch;
  auto experiment = std::make_shared<Experiment>(params, std::move(data), device);
  return {kBatch, stepsPerRound, [experiment] { experiment->step(Phase::Joint); }};
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

template <Params (*params)(), int steps>
BenchTask joint(Data data, at::Device device) {
  return jointSteps(params(), std::move(data), device, steps);
}

Params standard() { return {}; }
Params seedLanes() { return eightLanes(seed()); }
Params ganLanes() { return eightLanes(defaultGan()); }

BenchTask pgdEvaluation(Data data, at::Device device) {
  struct Evaluation {
    Data data;
    Network net;
    Evaluator evaluator;
    AttackSpec attack = parseAttack("pgd:steps=40");
  };
  const auto all = std::make_shared<Evaluation>(
      Evaluation{data, makeClassifiers(pgd(), {data->kind(), device}), Evaluator(*data, device)});
  return {static_cast<int>(all->evaluator.imagesFor(0)), 1,
          [all] { all->evaluator.accuracy(all->net, &all->attack, 0, 1, {}); }};
}

}  // namespace

const std::vector<BenchWorkRow>& benchWorkRows() {
  static const std::vector<BenchWorkRow> rows = {
      {{"seed-step", "seed step"}, "seed-step", "", joint<seed, 200>},
      {{"default-step", "default preset's step"}, "default-step", "", joint<standard, 60>},
      {{"pgd-step", "PGD-10 training step"}, "pgd-step", "", joint<pgd, 60>},
      {{"pgd-eval", "PGD-40 evaluation"}, "pgd-eval", "", pgdEvaluation},
      {{"lanes-8", "seed step, 8 lanes"}, "lanes-8", "seed-step", joint<seedLanes, 50>},
      {{"gan-step", "gan step, default networks"}, "", "", joint<defaultGan, 60>},
      {{"gan-lanes-8", "gan step, default networks, 8 lanes"}, "", "gan-step", joint<ganLanes, 30>},
  };
  return rows;
}

const BenchWorkRow& benchWorkRow(const std::string& key) {
  std::vector<std::string> keys;
  for (const auto& row : benchWorkRows()) {
    if (row.work.key == key) return row;
    keys.push_back(row.work.key);
  }
  throw Error({QT_TRANSLATE_NOOP("core", "There is no benchmark \"%1\"."), {key}},
              {QT_TRANSLATE_NOOP("core", "Known ones: %1."), {joined(keys, ", ")}}, Error::Kind::Usage);
}

const BenchWork& benchWork(const std::string& key) { return benchWorkRow(key).work; }

const std::vector<BenchWork>& benchWorks() {
  static const std::vector<BenchWork> works = [] {
    std::vector<BenchWork> list;
    for (const auto& row : benchWorkRows()) list.push_back(row.work);
    return list;
  }();
  return works;
}

}  // namespace sparring
