#include "engine/mlp.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
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

Mlp::Mlp(std::string name, std::vector<LayerSpec> layers, at::Device device)
    : name_(std::move(name)), layers_(std::move(layers)) {
  int64_t size = 0, runningSize = 0;
  for (const auto& layer : layers_) {
    size += layer.in * layer.out + (layer.batchNorm ? 2 : 1) * layer.out;
    if (layer.batchNorm) runningSize += 2 * layer.out;
  }
  const auto options = at::TensorOptions().dtype(at::kFloat).device(device);
  flat_ = at::zeros({size}, options);
  flatGrad_ = at::zeros({size}, options);
  m_ = at::zeros({size}, options);
  v_ = at::zeros({size}, options);
  running_ = at::zeros({runningSize}, options);
  stepCount_ = at::zeros({1}, at::kFloat);

  int64_t at = 0, runningAt = 0;
  const auto take = [&](const at::Tensor& buffer, int64_t& from, int64_t count) {
    from += count;
    return buffer.narrow(0, from - count, count);
  };
  for (const auto& layer : layers_) {
    Views v;
    int64_t gradAt = at;
    const auto both = [&](at::Tensor& value, at::Tensor& gradient, int64_t count) {
      value = take(flat_, at, count);
      gradient = take(flatGrad_, gradAt, count);
    };
    both(v.weight, v.dweight, layer.in * layer.out);
    v.weight = v.weight.view({layer.out, layer.in});
    v.dweight = v.dweight.view({layer.out, layer.in});
    if (layer.batchNorm) {
      both(v.norm.gamma, v.dgamma, layer.out);
      both(v.norm.beta, v.dbeta, layer.out);
      v.norm.runningMean = take(running_, runningAt, layer.out);
      v.norm.runningVar = take(running_, runningAt, layer.out);
    } else {
      both(v.bias, v.dbias, layer.out);
    }
    views_.push_back(v);
  }
}

void Mlp::initialise(uint64_t seed, Stream stream) {
  Draw draw(seed, stream, 0);
  for (size_t i = 0; i < layers_.size(); ++i) {
    const float bound = 1.0f / std::sqrt(static_cast<float>(layers_[i].in));
    const auto fill = [&](const at::Tensor& target) {
      auto host = at::empty(target.sizes(), at::kFloat);
      float* values = host.data_ptr<float>();
      for (int64_t k = 0; k < host.numel(); ++k) values[k] = bound * static_cast<float>(2 * draw.unit() - 1);
      target.copy_(host);
    };
    fill(views_[i].weight);
    if (layers_[i].batchNorm) {
      views_[i].norm.gamma.fill_(1);
      views_[i].norm.beta.zero_();
      views_[i].norm.runningMean.zero_();
      views_[i].norm.runningVar.fill_(1);
    } else {
      fill(views_[i].bias);
    }
  }
  m_.zero_();
  v_.zero_();
  steps_ = 0;
}

Trace Mlp::makeTrace(int64_t rows, at::Tensor output) const {
  Trace trace;
  trace.rows = rows;
  for (size_t i = 0; i < layers_.size(); ++i) {
    const auto make = [&](at::IntArrayRef shape) { return at::empty(shape, flat_.options()); };
    const int64_t out = layers_[i].out;
    Trace::Layer layer;
    const bool last = i + 1 == layers_.size();
    layer.out = last && output.defined() ? output : make({rows, out});
    layer.dout = make({rows, out});
    if (layers_[i].batchNorm) {
      layer.linear = make({rows, out});
      layer.mean = make({out});
      layer.invstd = make({out});
    }
    trace.layers.push_back(layer);
  }
  return trace;
}

at::Tensor Mlp::forward(const at::Tensor& x, Trace& trace, Mode mode) const {
  trace.current = x.size(0);
  at::Tensor in = x;
  for (size_t i = 0; i < layers_.size(); ++i) {
    auto& layer = trace.layers[i];
    const auto& v = views_[i];
    layer.in = in;
    const auto out = layer.out.narrow(0, 0, trace.current);
    if (layers_[i].batchNorm) {
      const auto linear = layer.linear.narrow(0, 0, trace.current);
      ops::gemm(in, false, v.weight, true, linear);
      if (mode == Mode::Train)
        ops::batchNorm(linear, out, v.norm, layer.mean, layer.invstd, layers_[i].act);
      else
        ops::batchNormFrozen(linear, out, v.norm, layers_[i].act);
    } else {
      ops::gemm(in, false, v.weight, true, out);
      ops::biasAct(out, v.bias, layers_[i].act);
    }
    in = out;
  }
  return in;
}

at::Tensor Mlp::outputGradient(Trace& trace) const { return trace.layers.back().dout.narrow(0, 0, trace.current); }

void Mlp::backward(Trace& trace, bool parameters, const at::Tensor& dx) const {
  const int64_t n = trace.current;
  for (size_t i = layers_.size(); i-- > 0;) {
    auto& layer = trace.layers[i];
    const auto& v = views_[i];
    const auto dout = layer.dout.narrow(0, 0, n);
    const auto out = layer.out.narrow(0, 0, n);
    if (layers_[i].batchNorm)
      ops::batchNormBackward(dout, out, layer.linear.narrow(0, 0, n), v.norm.gamma, layer.mean, layer.invstd, v.dgamma,
                             v.dbeta, layers_[i].act);
    else
      ops::actBackward(dout, out, layers_[i].act, parameters ? v.dbias : at::Tensor());
    if (parameters) ops::gemm(dout, true, layer.in, false, v.dweight);
    if (i > 0)
      ops::gemm(dout, false, v.weight, false, trace.layers[i - 1].dout.narrow(0, 0, n));
    else if (dx.defined())
      ops::gemm(dout, false, v.weight, false, dx);
  }
}

void Mlp::step(double lr, double beta1, double beta2) {
  ++steps_;
  const double t = static_cast<double>(steps_);
  ops::adam(flat_, flatGrad_, m_, v_,
            {static_cast<float>(lr), static_cast<float>(beta1), static_cast<float>(beta2),
             static_cast<float>(1 - std::pow(beta1, t)), static_cast<float>(1 - std::pow(beta2, t))});
}

std::vector<NamedTensor> Mlp::state(bool optimiser) const {
  std::vector<NamedTensor> list;
  for (size_t i = 0; i < layers_.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const auto& v = views_[i];
    list.push_back({name_ + ".fc" + number + ".weight", v.weight});
    if (layers_[i].batchNorm) {
      const std::string norm = name_ + ".bn" + number;
      list.push_back({norm + ".weight", v.norm.gamma});
      list.push_back({norm + ".bias", v.norm.beta});
      list.push_back({norm + ".running_mean", v.norm.runningMean});
      list.push_back({norm + ".running_var", v.norm.runningVar});
    } else {
      list.push_back({name_ + ".fc" + number + ".bias", v.bias});
    }
  }
  if (optimiser) {
    stepCount_.fill_(static_cast<double>(steps_));
    list.push_back({name_ + ".adam.m", m_});
    list.push_back({name_ + ".adam.v", v_});
    list.push_back({name_ + ".adam.step", stepCount_});
  }
  return list;
}

void Mlp::stateLoaded() { steps_ = static_cast<int64_t>(stepCount_.item<float>()); }

}  // namespace sparring
