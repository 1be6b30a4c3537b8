#include "adversary/dials.h"

#include <ATen/ops/empty.h>

#include <algorithm>

namespace sparring {

namespace {

// In the order of Dials::all().
std::vector<double> valuesOf(const Params& p) {
  std::vector<double> list;
  for (const double lr : {p.lrClassifier, p.lrGenerator, p.lrDiscriminator}) {
    list.insert(list.end(), {lr, p.adamBeta1, p.adamBeta2});
  }
  list.insert(list.end(), {1e-3, 0.9, 0.999});  // the teacher has Adam's usual memory: the short one is for the duel
  list.insert(list.end(), {p.beta, p.epsilon, p.labelConfidence, p.momentum});
  list.insert(list.end(),
              {p.attackWeight, p.attackNorm, p.attackHinge, p.gatCost, p.atganAdversarial, p.atganDistance});
  list.insert(list.end(), p.lambda.begin(), p.lambda.end());
  for (const double lambda : p.lambda) list.push_back(lambda > 0 ? p.cleanWeight : 1);
  return list;
}

}  // namespace

Dials::Dials(const Params& params, at::Device device) {
  lambda.resize(params.lambda.size());
  cleanWeight.resize(params.lambda.size());
  const auto dials = all();
  device_ = at::empty({static_cast<int64_t>(dials.size())}, at::TensorOptions().dtype(at::kFloat).device(device));
  for (size_t i = 0; i < dials.size(); ++i) dials[i]->tensor = device_.select(0, static_cast<int64_t>(i));
  set(params);
}

std::vector<ops::Dial*> Dials::all() {
  std::vector<ops::Dial*> list;
  for (auto* rates : {&classifier, &generator, &discriminator, &teacher})
    list.insert(list.end(), {&rates->lr, &rates->beta1, &rates->beta2});
  list.insert(list.end(), {&beta, &epsilon, &confidence, &momentum});
  list.insert(list.end(), {&attackWeight, &attackNorm, &attackHinge, &gatCost, &atganAdversarial, &atganDistance});
  for (auto* dials : {&lambda, &cleanWeight})
    for (auto& dial : *dials) list.push_back(&dial);
  return list;
}

void Dials::set(const Params& params) {
  const auto dials = all();
  const auto values = valuesOf(params);
  auto host = at::empty({device_.numel()}, at::kFloat);
  for (size_t i = 0; i < dials.size(); ++i) {
    dials[i]->value = static_cast<float>(values[i]);
    host.data_ptr<float>()[i] = dials[i]->value;
  }
  device_.copy_(host);
}

namespace {

// Wong 2020: up in two fifths, then down. The last hundredth stays, so that a run made longer than planned goes on
// learning.
double cycle(double share) { return std::max(0.01, share < 0.4 ? share / 0.4 : (1 - share) / 0.6); }

}  // namespace

void Dials::follow(const Params& params, double share) {
  if (params.rateSchedule == "constant" && params.epsilonRamp == 0) return;
  Params now = params;
  if (share < params.epsilonRamp) now.epsilon *= share / params.epsilonRamp;
  const double rate = params.rateSchedule == "cyclic"                             ? cycle(share)
                      : params.rateSchedule == "drop" && share >= params.rateDrop ? 0.1
                                                                                  : 1;
  for (double* lr : {&now.lrClassifier, &now.lrGenerator, &now.lrDiscriminator}) *lr *= rate;
  set(now);
}

bool anyLambda(const Params& params) {
  return std::any_of(params.lambda.begin(), params.lambda.end(), [](double lambda) { return lambda > 0; });
}

std::string programOf(const std::string& phase, const Params& p) {
  return phase + " " + p.adversary + " " + p.lossClassifier + " " + p.fooling + (p.beta > 0 ? " fooling" : "") +
         (anyLambda(p) ? " against" : "");
}

}  // namespace sparring
