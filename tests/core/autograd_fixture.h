// An independent version of networks and losses in autograd, from an experiment's own weights.
#pragma once

#include <torch/torch.h>

#include "adversary/ganloss.h"
#include "engine_fixture.h"

namespace sparring::test {

using WeightMap = std::map<std::string, torch::Tensor>;

// Leaves of autograd with the experiment's present weights.
inline WeightMap leaves(const std::vector<NamedTensor>& state) {
  WeightMap weights;
  for (const auto& [name, tensor] : state)
    if (name.find("adam") == std::string::npos)
      weights[name] = tensor.detach().clone().set_requires_grad(name.find("running") == std::string::npos);
  return weights;
}

inline WeightMap leaves(Experiment& experiment) { return leaves(experiment.checkpoint().tensors); }

inline std::vector<torch::Tensor> trainable(const WeightMap& weights, const std::string& prefix) {
  std::vector<torch::Tensor> list;
  for (const auto& [name, tensor] : weights)
    if (name.rfind(prefix + ".", 0) == 0 && tensor.requires_grad()) list.push_back(tensor);
  return list;
}

inline torch::Tensor act(const torch::Tensor& x, const std::string& word) {
  if (word == "relu") return torch::relu(x);
  if (word == "leaky-relu") return torch::leaky_relu(x, 0.2);
  return x;
}

inline torch::Tensor run(const WeightMap& w, const std::string& name, torch::Tensor x, const std::string& hidden) {
  for (int i = 1; w.count(name + ".fc" + std::to_string(i) + ".weight"); ++i) {
    const auto fc = name + ".fc" + std::to_string(i), bn = name + ".bn" + std::to_string(i);
    const bool last = !w.count(name + ".fc" + std::to_string(i + 1) + ".weight");
    if (w.count(bn + ".weight")) {
      x = torch::matmul(x, w.at(fc + ".weight").t());
      x = torch::batch_norm(x, w.at(bn + ".weight"), w.at(bn + ".bias"), {}, {}, true, 0.1, 1e-5, false);
    } else {
      x = torch::linear(x, w.at(fc + ".weight"), w.at(fc + ".bias"));
    }
    if (!last) x = act(x, hidden);
  }
  return x;
}

inline torch::Tensor oneHot(const torch::Tensor& labels) {
  return torch::one_hot(labels.to(torch::kLong), 10).to(torch::kFloat);
}

inline torch::Tensor classifierLoss(const Params& p, const torch::Tensor& logits, const torch::Tensor& labels) {
  if (p.lossClassifier == "cross-entropy")
    return torch::nn::functional::cross_entropy(
        logits, labels.to(torch::kLong), torch::nn::functional::CrossEntropyFuncOptions().reduction(torch::kNone));
  return (torch::softmax(logits, 1) - oneHot(labels)).square().sum(1);
}

inline torch::Tensor ganLoss(const Params& p, const torch::Tensor& scores, GanSide side) {
  if (p.lossGan == "hinge") {
    if (side == GanSide::Fooling) return -scores.mean();
    return torch::relu(side == GanSide::Real ? 1 - scores : 1 + scores).mean();
  }
  const auto coding = p.ganCoding == "-1,1,0" ? std::array{-1.0, 1.0, 0.0} : std::array{0.0, 1.0, 1.0};
  const double target = coding[side == GanSide::Fake ? 0 : side == GanSide::Real ? 1 : 2];
  if (p.lossGan == "bce")
    return torch::binary_cross_entropy_with_logits(scores, torch::full_like(scores, target)).mean();
  const auto s = p.discriminatorOutput == "sigmoid" ? torch::sigmoid(scores) : scores;
  return 0.5 * (s - target).square().mean();
}

inline double valueOf(const std::vector<MetricPoint>& points, Metric metric) {
  for (const auto& point : points)
    if (point.metric == metric) return point.value;
  return std::nan("");
}

// Adam's first step is nearly lr·sign(gradient), which blows rounding up where a gradient is nearly nothing: compare
// the steps taken as a whole.
inline void expectSameStep(const WeightMap& before, const WeightMap& expected, const WeightMap& actual,
                           const std::string& network) {
  for (const auto& [name, tensor] : expected) {
    if (name.rfind(network + ".", 0) != 0 || !tensor.requires_grad()) continue;
    const auto wanted = (tensor - before.at(name)).detach(), got = (actual.at(name) - before.at(name)).detach();
    EXPECT_LE(relativeError(got, wanted), 2e-2) << name;
  }
}

}  // namespace sparring::test
