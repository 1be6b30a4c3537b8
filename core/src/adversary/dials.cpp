#include "adversary/dials.h"

#include <ATen/ops/empty.h>

#include <algorithm>

namespace sparring {

namespace {

using List = std::vector<ops::Dial*>;

List each(std::vector<ops::Dial>& lanes) {
  List list;
  for (auto& dial : lanes) list.push_back(&dial);
  return list;
}

template <ops::Dial Dials::*dial>
List one(Dials& d) {
  return {&(d.*dial)};
}

template <ops::Dial ops::AdamRates::*memory>
List duelAndClassifier(Dials& d) {
  return {&(d.classifier.*memory), &(d.generator.*memory), &(d.discriminator.*memory)};
}

double cleanWeightOf(const Params& p, size_t lane) { return p.lambda[lane] > 0 ? p.cleanWeight : 1; }

std::vector<LiveParameter> liveRows() {
  return {
      {.key = "lr.classifier", .dials = [](Dials& d) -> List { return {&d.classifier.lr}; }},
      {.key = "lr.generator", .dials = [](Dials& d) -> List { return {&d.generator.lr}; }},
      {.key = "lr.discriminator", .dials = [](Dials& d) -> List { return {&d.discriminator.lr}; }},
      {.key = "adam.beta1", .dials = duelAndClassifier<&ops::AdamRates::beta1>},
      {.key = "adam.beta2", .dials = duelAndClassifier<&ops::AdamRates::beta2>},
      {.key = "momentum", .dials = one<&Dials::momentum>},
      {.key = "lambda",
       .dials = [](Dials& d) { return each(d.lambda); },
       .word = [](const Params& p) -> std::string { return anyLambda(p) ? "against" : ""; }},
      {.key = "clean.weight", .dials = [](Dials& d) { return each(d.cleanWeight); }, .value = cleanWeightOf},
      {.key = "loss.classifier", .word = [](const Params& p) { return p.lossClassifier; }},
      {.key = "adversary", .word = [](const Params& p) { return p.adversary; }},
      {.key = "beta",
       .dials = one<&Dials::beta>,
       .word = [](const Params& p) -> std::string { return p.beta > 0 ? "fooling" : ""; }},
      {.key = "fooling", .word = [](const Params& p) { return p.fooling; }},
      {.key = "epsilon", .dials = one<&Dials::epsilon>},
      {.key = "label.confidence", .dials = one<&Dials::confidence>},
      {.key = "attack.weight", .dials = one<&Dials::attackWeight>},
      {.key = "attack.norm", .dials = one<&Dials::attackNorm>},
      {.key = "attack.hinge", .dials = one<&Dials::attackHinge>},
      {.key = "gat.cg", .dials = one<&Dials::gatCost>},
      {.key = "atgan.adversarial", .dials = one<&Dials::atganAdversarial>},
      {.key = "atgan.distance", .dials = one<&Dials::atganDistance>},
      {.key = "atgan.noise", .drawn = true},
      {.key = "noise.sigma", .drawn = true},
  };
}

double valueOf(const LiveParameter& row, const Params& p, size_t i) {
  if (row.value) return row.value(p, i);
  if (const auto* list = std::get_if<std::vector<double> Params::*>(&row.member)) return (p.*(*list))[i];
  return p.*std::get<double Params::*>(row.member);
}

}  // namespace

const std::vector<LiveParameter>& liveParameters() {
  static const std::vector<LiveParameter> table = [] {
    auto rows = liveRows();
    for (auto& row : rows) row.member = paramRow(row.key).member;
    return rows;
  }();
  return table;
}

Dials::Dials(const Params& params, at::Device device) {
  lambda.resize(params.lambda.size());
  cleanWeight.resize(params.lambda.size());
  const auto dials = all();
  device_ = at::empty({static_cast<int64_t>(dials.size())}, at::TensorOptions().dtype(at::kFloat).device(device));
  for (size_t i = 0; i < dials.size(); ++i) dials[i]->tensor = device_.select(0, static_cast<int64_t>(i));
  set(params);
}

List Dials::all() {
  List list{&teacher.lr, &teacher.beta1, &teacher.beta2};
  for (const auto& row : liveParameters())
    if (row.dials)
      for (auto* dial : row.dials(*this)) list.push_back(dial);
  return list;
}

void Dials::set(const Params& params) {
  teacher.lr.value = 1e-3f;
  teacher.beta1.value = 0.9f;
  teacher.beta2.value = 0.999f;
  for (const auto& row : liveParameters()) {
    if (!row.dials) continue;
    const auto dials = row.dials(*this);
    for (size_t i = 0; i < dials.size(); ++i) dials[i]->value = static_cast<float>(valueOf(row, params, i));
  }
  const auto dials = all();
  auto host = at::empty({device_.numel()}, at::kFloat);
  for (size_t i = 0; i < dials.size(); ++i) host.data_ptr<float>()[i] = dials[i]->value;
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

std::string programOf(const std::string& phase, const Params& params) {
  std::string word = phase;
  for (const auto& row : liveParameters())
    if (row.word) word.append(1, ' ').append(row.word(params));
  return word;
}

}  // namespace sparring
