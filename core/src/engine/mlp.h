// A multilayer perceptron over one flat parameter buffer, its gradients written out, and Adam over the same buffer.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "engine/ops.h"
#include "engine/random.h"

namespace sparring {

struct NamedTensor {
  std::string name;
  at::Tensor tensor;
};

struct LayerSpec {
  int64_t in, out;
  Act act;
  bool batchNorm = false;  ///< between the linear map (then without bias) and the activation
};

/// 784-128-64-10: widths between `in` and `out`; hidden layers share activation and normalisation.
std::vector<LayerSpec> mlpLayers(int64_t in, const std::vector<int64_t>& hidden, int64_t out, Act hiddenAct,
                                 Act outputAct, bool batchNorm = false);

/// Buffers of one forward and backward pass over up to `rows` rows. Several can exist for one network: its weights may
/// see different batches before anything is updated.
struct Trace {
  struct Layer {
    at::Tensor in;            ///< [N,in] what the layer was given (a view)
    at::Tensor linear;        ///< [N,out] before normalisation; only with batch normalisation
    at::Tensor out;           ///< [N,out] after activation
    at::Tensor dout;          ///< [N,out]
    at::Tensor mean, invstd;  ///< [out]
  };
  std::vector<Layer> layers;
  int64_t rows = 0;     ///< capacity
  int64_t current = 0;  ///< rows of the last forward
};

class Mlp {
 public:
  Mlp(std::string name, std::vector<LayerSpec> layers, at::Device device);

  /// Uniform in ±1/√in for weights and biases, PyTorch's default for linear layers; 1 and 0 for normalisation.
  void initialise(uint64_t seed, Stream stream);

  /// `output`, where defined, is used as the last layer's output buffer ([rows,out], may be strided).
  Trace makeTrace(int64_t rows, at::Tensor output = {}) const;

  enum class Mode { Train, Frozen };  ///< Frozen: batch normalisation by running statistics
  /// x [N,in], N <= trace.rows. Returns the output [N,out] (a view of the trace). x must stay until backward.
  at::Tensor forward(const at::Tensor& x, Trace& trace, Mode mode = Mode::Train) const;

  /// The buffer to write ∂loss/∂output [N,out] into before backward.
  at::Tensor outputGradient(Trace& trace) const;

  /// Goes back from outputGradient. Parameter gradients are overwritten where `parameters`; ∂loss/∂x is written to
  /// `dx` [N,in] where defined.
  void backward(Trace& trace, bool parameters, const at::Tensor& dx = {}) const;

  /// One Adam step (PyTorch's formula, eps 1e-8); the count of steps is kept here.
  void step(double lr, double beta1, double beta2);

  /// Views by PyTorch's names, "<name>.fc1.weight" [out,in] …; with `optimiser` also "<name>.adam.m", ".adam.v" [P] and
  /// ".adam.step" [1].
  std::vector<NamedTensor> state(bool optimiser) const;
  /// To be called after the tensors of state() were overwritten.
  void stateLoaded();

  int64_t inputs() const { return layers_.front().in; }
  int64_t outputs() const { return layers_.back().out; }
  const std::vector<LayerSpec>& layers() const { return layers_; }
  const at::Tensor& gradient() const { return flatGrad_; }
  const at::Tensor& parameters() const { return flat_; }

 private:
  struct Views {
    at::Tensor weight, bias, dweight, dbias;
    ops::BatchNormState norm;
    at::Tensor dgamma, dbeta;
  };

  std::string name_;
  std::vector<LayerSpec> layers_;
  std::vector<Views> views_;
  at::Tensor flat_, flatGrad_, m_, v_, running_;
  at::Tensor stepCount_;  ///< [1] on the host, so that it travels with the state
  int64_t steps_ = 0;
};

}  // namespace sparring
