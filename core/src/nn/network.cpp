#include "nn/network.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mul.h>
#include <ATen/ops/zeros.h>

#include <cmath>

namespace sparring {

std::vector<LayerSpec> mlpLayers(int64_t in, const std::vector<int64_t>& hidden, int64_t out, Act hiddenAct,
                                 Act outputAct, bool batchNorm) {
  std::vector<LayerSpec> layers;
  for (const int64_t width : hidden) {
    layers.push_back({in, width, hiddenAct, batchNorm});
    in = width;
  }
  layers.push_back({in, out, outputAct, false});
  return layers;
}

namespace {

// The first n rows; most often all, and then without making a view.
at::Tensor head(const at::Tensor& t, int64_t n) { return t.size(0) == n ? t : t.narrow(0, 0, n); }
at::Tensor part(const at::Tensor& t, int64_t first, int64_t n) {
  return first == 0 ? head(t, n) : t.narrow(0, first, n);
}

std::string copyName(const std::string& name, int64_t k) { return k == 0 ? name : name + "@" + std::to_string(k); }

}  // namespace

Network::Network(std::string name, std::vector<LayerSpec> layers, at::Device device, int64_t copies)
    : name_(std::move(name)), specs_(std::move(layers)), copies_(copies) {
  int64_t size = 0, runningSize = 0;
  for (const auto& layer : specs_) {
    size += copies_ * layer.out * (layer.in + (layer.batchNorm ? 2 : 1));
    if (layer.batchNorm) runningSize += 2 * copies_ * layer.out;
  }
  const auto options = at::TensorOptions().dtype(at::kFloat).device(device);
  flat_ = at::zeros({size}, options);
  flatGrad_ = at::zeros({size}, options);
  m_ = at::zeros({size}, options);
  v_ = at::zeros({size}, options);
  running_ = at::zeros({runningSize}, options);
  steps_ = at::zeros({1}, options);
  makeLayers();
}

// Layer after layer: the weights of all copies, then their biases.
void Network::makeLayers() {
  int64_t at = 0, runningAt = 0;
  const auto both = [&](at::Tensor& value, at::Tensor& gradient, int64_t count) {
    value = flat_.narrow(0, at, count);
    gradient = flatGrad_.narrow(0, at, count);
    at += count;
  };
  const auto running = [&](int64_t count) { return running_.narrow(0, (runningAt += count) - count, count); };
  for (const auto& spec : specs_) {
    Layer layer;
    auto& l = layer.linear;
    const int64_t width = copies_ * spec.out;
    l.copies = copies_;
    both(l.weight, l.dweight, width * spec.in);
    l.weight = l.weight.view({width, spec.in});
    l.dweight = l.dweight.view({width, spec.in});
    if (spec.batchNorm) {
      both(layer.norm.gamma, layer.norm.dgamma, width);
      both(layer.norm.beta, layer.norm.dbeta, width);
      layer.norm.runningMean = running(width);
      layer.norm.runningVar = running(width);
    } else {
      both(l.bias, l.dbias, width);
    }
    layers_.push_back(layer);
  }
}

Network Network::copy(int64_t k) const {
  Network single;
  single.name_ = copyName(name_, k);
  single.specs_ = specs_;
  for (size_t i = 0; i < layers_.size(); ++i) {
    const int64_t out = specs_[i].out;
    const auto mine = [&](const at::Tensor& t) { return t.defined() ? t.narrow(0, k * out, out) : t; };
    Layer layer;
    layer.linear.weight = mine(layers_[i].linear.weight);
    layer.linear.bias = mine(layers_[i].linear.bias);
    const auto& norm = layers_[i].norm;
    layer.norm = {mine(norm.gamma),      mine(norm.beta),   mine(norm.runningMean),
                  mine(norm.runningVar), mine(norm.dgamma), mine(norm.dbeta)};
    single.layers_.push_back(layer);
  }
  return single;
}

Network Network::plain() const {
  auto specs = specs_;
  for (auto& spec : specs) spec.batchNorm = false;
  return Network(name_, specs, flat_.device(), copies_);
}

void Network::foldInto(const Network& plain) const {
  for (size_t i = 0; i < layers_.size(); ++i) {
    const auto& [linear, norm] = layers_[i];
    auto to = plain.layers_[i].linear;
    if (specs_[i].batchNorm) {
      const auto scale = norm.gamma * (norm.runningVar + ops::kBatchNormEps).rsqrt();
      at::mul_out(to.weight, linear.weight, scale.unsqueeze(1));
      to.bias.copy_(norm.beta - norm.runningMean * scale);
    } else {
      to.weight.copy_(linear.weight);
      to.bias.copy_(linear.bias);
    }
  }
}

void Network::initialise(uint64_t seed, Stream stream) {
  Draw draw(seed, stream, 0);
  for (size_t i = 0; i < layers_.size(); ++i) {
    const auto& spec = specs_[i];
    const float bound = 1.0f / std::sqrt(static_cast<float>(spec.in));
    const auto fill = [&](const at::Tensor& target, at::IntArrayRef shape) {
      auto host = at::empty(shape, at::kFloat);
      float* values = host.data_ptr<float>();
      for (int64_t k = 0; k < host.numel(); ++k) values[k] = bound * static_cast<float>(2 * draw.unit() - 1);
      for (int64_t k = 0; k < copies_; ++k) target.narrow(0, k * spec.out, spec.out).copy_(host);
    };
    fill(layers_[i].linear.weight, {spec.out, spec.in});
    if (spec.batchNorm) {
      layers_[i].norm.gamma.fill_(1);
      layers_[i].norm.beta.zero_();
      layers_[i].norm.runningMean.zero_();
      layers_[i].norm.runningVar.fill_(1);
    } else {
      fill(layers_[i].linear.bias, {spec.out});
    }
  }
  m_.zero_();
  v_.zero_();
  steps_.zero_();
}

void Network::startFrom(const Network& one) {
  const auto own = state(false), from = one.state(false);
  for (size_t i = 0; i < own.size(); ++i) own[i].tensor.copy_(from[i % from.size()].tensor);
}

Trace Network::makeTrace(int64_t rows, at::Tensor output) const {
  const auto make = [&](at::IntArrayRef shape) { return at::empty(shape, options()); };
  Trace trace;
  trace.rows = rows;
  for (size_t i = 0; i < layers_.size(); ++i) {
    const int64_t width = copies_ * specs_[i].out;
    const bool last = i + 1 == layers_.size();
    Trace::Layer layer;
    layer.out = last && output.defined() ? output : make({rows, width});
    layer.dout = make({rows, width});
    if (specs_[i].batchNorm) layer.norm = {make({rows, width}), make({width}), make({width})};
    trace.layers.push_back(layer);
  }
  return trace;
}

at::Tensor Network::forward(const Input& input, Trace& trace, Mode mode) const {
  const int64_t shared = input.x.size(0), own = input.own.defined() ? input.own.size(0) : 0;
  trace.x = input.x;
  trace.own = input.own;
  trace.current = shared + own;
  const auto layer = [&](size_t i, const at::Tensor& in, int64_t first) {
    const auto out = part(trace.layers[i].out, first, in.size(0));
    const auto& [linear, norm] = layers_[i];
    const auto act = specs_[i].act;
    if (!specs_[i].batchNorm) {
      ops::linear(in, linear, act, out);
      return out;
    }
    // a batch smaller than the trace: the product's rows are as many
    const auto& all = trace.layers[i].norm;
    const ops::BatchNormTrace now{part(all.linear, first, in.size(0)), all.mean, all.invstd};
    if (mode == Mode::Train)
      ops::linear(in, linear, norm, act, now, out);
    else
      ops::linearFrozen(in, linear, norm, act, now, out);
    return out;
  };
  at::Tensor in = layer(0, input.x, 0);
  if (own > 0) {
    layer(0, input.own, shared);
    in = head(trace.layers[0].out, trace.current);
  }
  for (size_t i = 1; i < layers_.size(); ++i) in = layer(i, in, 0);
  return in;
}

at::Tensor Network::outputGradient(Trace& trace) const { return head(trace.layers.back().dout, trace.current); }

void Network::backward(Trace& trace, bool parameters, const at::Tensor& dx) const {
  const int64_t n = trace.current;
  const auto current = [&](const at::Tensor& t) { return head(t, n); };
  const auto through = [&](size_t i, ops::BatchNormTrace& norm) {
    const auto& layer = trace.layers[i];
    ops::Through to{specs_[i].act, current(layer.out)};
    if (specs_[i].batchNorm) {
      norm = {current(layer.norm.linear), layer.norm.mean, layer.norm.invstd};
      to.norm = &layers_[i].norm;
      to.trace = &norm;
    }
    return to;
  };
  ops::BatchNormTrace norm;
  size_t i = layers_.size() - 1;
  ops::through(outputGradient(trace), through(i, norm));
  for (; i > 0; --i) {
    const auto& in = trace.layers[i - 1];
    ops::linearBackward(current(trace.layers[i].dout), parameters ? current(in.out) : at::Tensor(), layers_[i].linear,
                        current(in.dout), through(i - 1, norm));
  }
  const auto dout = current(trace.layers[0].dout);
  ops::linearBackward(dout, parameters ? trace.x : at::Tensor(), layers_[0].linear, dx);
  if (parameters && trace.own.defined())
    ops::addWeightGradient(dout.narrow(0, trace.x.size(0), trace.own.size(0)), trace.own, layers_[0].linear);
}

void Network::step(const ops::AdamRates& rates) { ops::adam(flat_, flatGrad_, m_, v_, steps_, rates); }
void Network::step(const ops::Dial& lr, const ops::Dial& momentum) { ops::sgd(flat_, flatGrad_, m_, lr, momentum); }

// Where copy `copy`'s share of a flat buffer lies, in the order of a network by itself.
std::vector<at::Tensor> Network::pieces(const at::Tensor& flat, int64_t copy) const {
  std::vector<at::Tensor> list;
  int64_t at = 0;
  const auto take = [&](int64_t count) {
    list.push_back(flat.narrow(0, at + copy * count, count));
    at += copies_ * count;
  };
  for (const auto& spec : specs_) {
    take(spec.out * spec.in);
    take(spec.out);
    if (spec.batchNorm) take(spec.out);
  }
  return list;
}

std::vector<NamedTensor> Network::state(bool optimiser) const {
  std::vector<NamedTensor> list;
  if (optimiser) moments_.resize(static_cast<size_t>(copies_));
  for (int64_t k = 0; k < copies_; ++k) {
    const std::string name = copyName(name_, k);
    for (size_t i = 0; i < layers_.size(); ++i) {
      const int64_t out = specs_[i].out;
      const auto add = [&](const std::string& what, const at::Tensor& t) {
        list.push_back({name + what, t.narrow(0, k * out, out)});
      };
      const std::string number = std::to_string(i + 1);
      const auto& [linear, norm] = layers_[i];
      add(".fc" + number + ".weight", linear.weight);
      if (specs_[i].batchNorm) {
        add(".bn" + number + ".weight", norm.gamma);
        add(".bn" + number + ".bias", norm.beta);
        add(".bn" + number + ".running_mean", norm.runningMean);
        add(".bn" + number + ".running_var", norm.runningVar);
      } else {
        add(".fc" + number + ".bias", linear.bias);
      }
    }
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
