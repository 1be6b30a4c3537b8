#include "nn/network.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cassert>

namespace sparring {

namespace {

std::string copyName(const std::string& name, int64_t k) { return k == 0 ? name : name + "@" + std::to_string(k); }

}  // namespace

Network::Network(std::string name, NetworkSpec spec, at::Device device, int64_t copies, Purpose purpose)
    : name_(std::move(name)),
      spec_(std::move(spec)),
      options_(at::TensorOptions().dtype(at::kFloat).device(device)),
      copies_(copies) {
  makeLayers();
  int64_t size = 0, statistics = 0;
  for (const auto& layer : layers_) {
    for (const int64_t count : layer->stretches()) size += copies_ * count;
    statistics += copies_ * layer->statistics();
  }
  flat_ = at::zeros({size}, options_);
  running_ = at::zeros({statistics}, options_);
  if (purpose == Purpose::Training) {
    for (auto* buffer : {&flatGrad_, &m_, &v_}) *buffer = at::zeros({size}, options_);
    steps_ = at::zeros({1}, options_);
  }
  Slices values(flat_), gradients(flatGrad_), running(running_);
  for (const auto& layer : layers_) layer->bind(values, gradients, running);
}

void Network::makeLayers() {
  LayerPlace place{.in = spec_.in, .copies = copies_};
  for (const auto& layer : spec_.layers) {
    place.number =
        1 + static_cast<int>(std::count_if(spec_.layers.begin(), spec_.layers.begin() + place.position - 1,
                                           [&](const LayerSpec& before) { return before.index() == layer.index(); }));
    layers_.push_back(makeLayer(layer, place));
    place.in = layers_.back()->out();
    ++place.position;
  }
}

Network Network::copy(int64_t k) const {
  Network single;
  single.name_ = copyName(name_, k);
  single.spec_ = spec_;
  single.options_ = options_;
  for (const auto& layer : layers_) single.layers_.push_back(layer->copy(k));
  if (copies_ == 1) single.flat_ = flat_;
  return single;
}

Network Network::on(at::Device device) const {
  Network there(name_, spec_, device, copies_, Purpose::Looking);
  there.startFrom(*this);
  return there;
}

void Network::foldInto(const Network& plain) const {
  for (size_t i = 0; i < layers_.size(); ++i) layers_[i]->foldInto(*plain.layers_[i]);
}

void Network::initialise(uint64_t seed, Stream stream) {
  Draw draw(seed, stream, 0);
  for (const auto& layer : layers_) layer->initialise(draw);
  for (const auto& moments : {m_, v_, steps_})
    if (moments.defined()) moments.zero_();
}

void Network::startFrom(const Network& one) {
  const auto own = state(false), from = one.state(false);
  for (size_t i = 0; i < own.size(); ++i) own[i].tensor.copy_(from[i % from.size()].tensor);
}

Trace Network::makeTrace(int64_t rows, const at::Tensor& output) const {
  Trace trace;
  for (const auto& layer : layers_)
    trace.layers.push_back(layer->trace(rows, layer == layers_.back() ? output : at::Tensor()));
  return trace;
}

at::Tensor Network::forward(const Input& input, Trace& trace, Mode mode) const {
  trace.input = input;
  trace.current = input.rows();
  auto out = layers_[0]->forward(input, *trace.layers[0], mode);
  for (size_t i = 1; i < layers_.size(); ++i) out = layers_[i]->forward(out, *trace.layers[i], mode);
  return out;
}

at::Tensor Network::outputGradient(Trace& trace) const { return head(trace.layers.back()->dout, trace.current); }

void Network::backward(Trace& trace, bool parameters, const at::Tensor& dx) const {
  assert(!parameters || purpose() == Purpose::Training);
  const int64_t n = trace.current;
  size_t i = layers_.size() - 1;
  ops::through(outputGradient(trace), layers_[i]->through(*trace.layers[i], n));
  for (; i > 0; --i) {
    const auto& below = *trace.layers[i - 1];
    layers_[i]->backward(*trace.layers[i], n, parameters ? Input(head(below.out, n)) : Input(), head(below.dout, n),
                         layers_[i - 1]->through(below, n));
  }
  layers_[0]->backward(*trace.layers[0], n, parameters ? trace.input : Input(), dx, {});
}

void Network::step(const ops::AdamRates& rates) { ops::adam(flat_, flatGrad_, m_, v_, steps_, rates); }
void Network::step(const ops::Dial& lr, const ops::Dial& momentum) { ops::sgd(flat_, flatGrad_, m_, lr, momentum); }

std::vector<at::Tensor> Network::pieces(const at::Tensor& flat, int64_t copy) const {
  std::vector<at::Tensor> list;
  int64_t at = 0;
  for (const auto& layer : layers_)
    for (const int64_t count : layer->stretches()) {
      list.push_back(flat.narrow(0, at + copy * count, count));
      at += copies_ * count;
    }
  return list;
}

std::vector<NamedTensor> Network::state(bool optimiser) const {
  assert(!optimiser || purpose() == Purpose::Training);
  std::vector<NamedTensor> list;
  if (optimiser) moments_.resize(static_cast<size_t>(copies_));
  for (int64_t k = 0; k < copies_; ++k) {
    const std::string name = copyName(name_, k);
    for (const auto& layer : layers_) layer->state(k, name, list);
    if (!optimiser) continue;
    auto& moments = moments_[static_cast<size_t>(k)];
    moments = copies_ == 1 ? Moments{m_, v_, steps_} : Moments{at::cat(pieces(m_, k)), at::cat(pieces(v_, k)), steps_};
    list.push_back({name + ".adam.m", moments.m});
    list.push_back({name + ".adam.v", moments.v});
    list.push_back({name + ".adam.step", moments.steps});
  }
  return list;
}

void Network::stateLoaded() {
  if (copies_ == 1) return;
  const auto scatter = [&](const at::Tensor& flat, int64_t k, const at::Tensor& from) {
    int64_t at = 0;
    for (const auto& piece : pieces(flat, k)) {
      piece.copy_(from.narrow(0, at, piece.numel()));
      at += piece.numel();
    }
  };
  for (int64_t k = 0; k < copies_; ++k) {
    scatter(m_, k, moments_[static_cast<size_t>(k)].m);
    scatter(v_, k, moments_[static_cast<size_t>(k)].v);
  }
}

}  // namespace sparring
