#include "engine/dials.h"

#include <ATen/ops/empty.h>

#include <algorithm>

namespace sparring {

Dials::Dials(const Params& params, at::Device device) {
  lambda.resize(params.lambda.size());
  const auto list = values(params);
  device_ = at::empty({static_cast<int64_t>(list.size())}, at::TensorOptions().dtype(at::kFloat).device(device));
  for (size_t i = 0; i < list.size(); ++i) list[i].first->tensor = device_.select(0, static_cast<int64_t>(i));
  set(params);
}

std::vector<std::pair<ops::Dial*, double>> Dials::values(const Params& p) {
  std::vector<std::pair<ops::Dial*, double>> list;
  const auto add = [&](ops::AdamRates& rates, double lr, double beta1, double beta2) {
    list.emplace_back(&rates.lr, lr);
    list.emplace_back(&rates.beta1, beta1);
    list.emplace_back(&rates.beta2, beta2);
  };
  add(classifier, p.lrClassifier, p.adamBeta1, p.adamBeta2);
  add(generator, p.lrGenerator, p.adamBeta1, p.adamBeta2);
  add(discriminator, p.lrDiscriminator, p.adamBeta1, p.adamBeta2);
  add(teacher, 1e-3, 0.9, 0.999);  // Adam's usual memory: the GAN's short one is for the duel
  list.emplace_back(&beta, p.beta);
  list.emplace_back(&epsilon, p.epsilon);
  list.emplace_back(&confidence, p.labelConfidence);
  for (size_t k = 0; k < lambda.size(); ++k) list.emplace_back(&lambda[k], p.lambda[k]);
  return list;
}

void Dials::set(const Params& params) {
  const auto list = values(params);
  auto host = at::empty({device_.numel()}, at::kFloat);
  for (size_t i = 0; i < list.size(); ++i) {
    list[i].first->value = static_cast<float>(list[i].second);
    host.data_ptr<float>()[i] = list[i].first->value;
  }
  device_.copy_(host);
}

bool anyLambda(const Params& params) {
  return std::any_of(params.lambda.begin(), params.lambda.end(), [](double lambda) { return lambda > 0; });
}

std::string programOf(const std::string& phase, const Params& p) {
  return phase + " " + p.lossClassifier + " " + p.fooling + (p.beta > 0 ? " fooling" : "") +
         (anyLambda(p) ? " against" : "");
}

}  // namespace sparring
