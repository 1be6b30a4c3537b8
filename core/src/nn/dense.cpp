#include "nn/dense.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mul.h>

#include <cmath>

namespace sparring {

namespace {

struct DenseTrace : LayerTrace {
  ops::BatchNormTrace product;  // only with normalisation
  ops::BatchNorm norm;          // the layer's; its gradients go nowhere where the layer has none
};

}  // namespace

DenseLayer::DenseLayer(const Dense& spec, const LayerPlace& place) : spec_(spec), place_(place) {
  linear_.copies = place.copies;
}

std::vector<int64_t> DenseLayer::stretches() const {
  const int64_t weights = spec_.out * place_.in.size();
  if (spec_.norm) return {weights, spec_.out, spec_.out};
  return {weights, spec_.out};
}

int64_t DenseLayer::statistics() const { return spec_.norm ? 2 * spec_.out : 0; }

void DenseLayer::bind(Slices& values, Slices& gradients, Slices& statistics) {
  const int64_t width = place_.copies * spec_.out;
  const auto both = [&](at::Tensor& value, at::Tensor& gradient, at::IntArrayRef shape) {
    value = values.take(shape);
    gradient = gradients.take(shape);
  };
  both(linear_.weight, linear_.dweight, {width, place_.in.size()});
  if (!spec_.norm) return both(linear_.bias, linear_.dbias, {width});
  both(norm_.gamma, norm_.dgamma, {width});
  both(norm_.beta, norm_.dbeta, {width});
  norm_.runningMean = statistics.take({width});
  norm_.runningVar = statistics.take({width});
}

std::unique_ptr<Layer> DenseLayer::copy(int64_t k) const {
  const auto mine = [&](const at::Tensor& t) { return t.defined() ? t.narrow(0, k * spec_.out, spec_.out) : t; };
  auto place = place_;
  place.copies = 1;
  auto single = std::make_unique<DenseLayer>(spec_, place);
  single->linear_.weight = mine(linear_.weight);
  single->linear_.bias = mine(linear_.bias);
  single->norm_ = {mine(norm_.gamma), mine(norm_.beta), mine(norm_.runningMean), mine(norm_.runningVar), {}, {}};
  return single;
}

// Uniform in ±1/√in, PyTorch's default for linear layers.
void DenseLayer::initialise(Draw& draw) {
  const float bound = 1.0f / std::sqrt(static_cast<float>(place_.in.size()));
  const auto fill = [&](const at::Tensor& target, at::IntArrayRef shape) {
    auto host = at::empty(shape, at::kFloat);
    float* values = host.data_ptr<float>();
    for (int64_t i = 0; i < host.numel(); ++i) values[i] = bound * static_cast<float>(2 * draw.unit() - 1);
    for (int64_t k = 0; k < place_.copies; ++k) target.narrow(0, k * spec_.out, spec_.out).copy_(host);
  };
  fill(linear_.weight, {spec_.out, place_.in.size()});
  if (!spec_.norm) return fill(linear_.bias, {spec_.out});
  norm_.gamma.fill_(1);
  norm_.beta.zero_();
  norm_.runningMean.zero_();
  norm_.runningVar.fill_(1);
}

std::unique_ptr<LayerTrace> DenseLayer::trace(int64_t rows, const at::Tensor& output) const {
  const int64_t width = place_.copies * spec_.out;
  const auto make = [&](at::IntArrayRef shape) { return at::empty(shape, linear_.weight.options()); };
  auto trace = std::make_unique<DenseTrace>();
  trace->out = output.defined() ? output : make({rows, width});
  trace->dout = make({rows, width});
  if (!spec_.norm) return trace;
  trace->product = {make({rows, width}), make({width}), make({width})};
  trace->norm = norm_;
  if (norm_.dgamma.defined()) return trace;
  trace->norm.dgamma = make({width});
  trace->norm.dbeta = make({width});
  return trace;
}

at::Tensor DenseLayer::forward(const Input& in, LayerTrace& trace, Mode mode) const {
  const int64_t n = in.rows();
  auto out = head(trace.out, n);
  if (!spec_.norm) {
    ops::linear(in, linear_, spec_.act, out);
    return out;
  }
  // a batch smaller than the trace: the product's rows are as many
  const auto& all = static_cast<DenseTrace&>(trace).product;
  const ops::BatchNormTrace now{head(all.linear, n), all.mean, all.invstd};
  if (mode == Mode::Train)
    ops::linear(in, linear_, norm_, spec_.act, now, out);
  else
    ops::linearFrozen(in, linear_, norm_, spec_.act, now, out);
  return out;
}

ops::Through DenseLayer::through(const LayerTrace& trace, int64_t rows) const {
  ops::Through to{spec_.act, head(trace.out, rows)};
  if (!spec_.norm) return to;
  const auto& mine = static_cast<const DenseTrace&>(trace);
  to.norm = &mine.norm;
  to.trace = {head(mine.product.linear, rows), mine.product.mean, mine.product.invstd};
  return to;
}

void DenseLayer::backward(const LayerTrace& trace, int64_t rows, const Input& in, const at::Tensor& dx,
                          const ops::Through& below) const {
  ops::linearBackward(head(trace.dout, rows), in, linear_, dx, below);
}

void DenseLayer::state(int64_t k, const std::string& prefix, std::vector<NamedTensor>& list) const {
  const std::string fc = prefix + ".fc" + std::to_string(place_.number),
                    bn = prefix + ".bn" + std::to_string(place_.position);
  const auto add = [&](const std::string& name, const at::Tensor& t) {
    list.push_back({name, t.narrow(0, k * spec_.out, spec_.out)});
  };
  add(fc + ".weight", linear_.weight);
  if (!spec_.norm) return add(fc + ".bias", linear_.bias);
  add(bn + ".weight", norm_.gamma);
  add(bn + ".bias", norm_.beta);
  add(bn + ".running_mean", norm_.runningMean);
  add(bn + ".running_var", norm_.runningVar);
}

// γ·(w·x - mean)·invstd + β is linear in x.
void DenseLayer::foldInto(Layer& plain) const {
  auto& to = static_cast<DenseLayer&>(plain).linear_;
  if (!spec_.norm) {
    to.weight.copy_(linear_.weight);
    to.bias.copy_(linear_.bias);
    return;
  }
  const auto scale = norm_.gamma * (norm_.runningVar + ops::kBatchNormEps).rsqrt();
  at::mul_out(to.weight, linear_.weight, scale.unsqueeze(1));
  to.bias.copy_(norm_.beta - norm_.runningMean * scale);
}

}  // namespace sparring
