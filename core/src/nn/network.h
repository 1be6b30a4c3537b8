// A multilayer perceptron, or several copies of one side by side, over one flat parameter buffer; its gradients written
// out, and Adam over the same buffer.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "nn/linear.h"
#include "nn/random.h"

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
/// see different batches before anything is updated. K is the number of copies.
struct Trace {
  struct Layer {
    at::Tensor out;            ///< [rows, K·out] after activation
    at::Tensor dout;           ///< [rows, K·out]
    ops::BatchNormTrace norm;  ///< only with batch normalisation
  };
  std::vector<Layer> layers;
  at::Tensor x, own;    ///< what the last forward was given
  int64_t rows = 0;     ///< capacity
  int64_t current = 0;  ///< rows of the last forward
};

/// What goes into a network of K copies: rows that all copies share, then rows of each copy's own.
struct Input {
  Input(const at::Tensor& all) : x(all) {}
  Input(const at::Tensor& shared, const at::Tensor& each) : x(shared), own(each) {}
  at::Tensor x;    ///< [N, in], or [N, K·in]: one image for each copy side by side
  at::Tensor own;  ///< [M, K·in]; may be undefined
};

class Network {
 public:
  Network(std::string name, std::vector<LayerSpec> layers, at::Device device, int64_t copies = 1);

  /// Uniform in ±1/√in for weights and biases, PyTorch's default for linear layers; 1 and 0 for normalisation. All
  /// copies start alike.
  void initialise(uint64_t seed, Stream stream);

  /// Every copy takes over the weights and running statistics of `one`, a single network of the same layers.
  void startFrom(const Network& one);

  /// `output`, where defined, is used as the last layer's output buffer ([rows, K·out], may be strided).
  Trace makeTrace(int64_t rows, at::Tensor output = {}) const;

  enum class Mode { Train, Frozen };  ///< Frozen: batch normalisation by running statistics
  /// Returns the output [rows, K·out], a view of the trace. The input must stay until backward.
  at::Tensor forward(const Input& input, Trace& trace, Mode mode = Mode::Train) const;

  /// The buffer to write ∂loss/∂output [rows, K·out] into before backward.
  at::Tensor outputGradient(Trace& trace) const;

  /// Goes back from outputGradient. Parameter gradients are overwritten where `parameters`; ∂loss/∂x is written to
  /// `dx` [rows, K·in] where defined.
  void backward(Trace& trace, bool parameters, const at::Tensor& dx = {}) const;

  /// One Adam step; the count of steps is kept here.
  void step(const ops::AdamRates& rates);
  /// One step of SGD; Adam's first moment holds the velocity.
  void step(const ops::Dial& lr, const ops::Dial& momentum);

  /// Copy k as a network of its own that shares these weights. Not to be trained.
  Network copy(int64_t k) const;

  /// A network of the same shape without normalisation, for foldInto.
  Network plain() const;
  /// Gives `plain` the weights with which it does what this network does frozen: γ·(w·x - mean)·invstd + β is linear in
  /// x.
  void foldInto(const Network& plain) const;

  /// Views by PyTorch's names, "<name>.fc1.weight" [out,in] …; with `optimiser` also "<name>.adam.m", ".adam.v" [P] and
  /// ".adam.step" [1]. Copy k > 0 is called "<name>@k".
  std::vector<NamedTensor> state(bool optimiser) const;
  /// To be called after the tensors of state(true) were overwritten.
  void stateLoaded();

  const std::vector<LayerSpec>& layers() const { return specs_; }
  int64_t inputs() const { return specs_.front().in; }
  int64_t outputs() const { return specs_.back().out; }
  int64_t copies() const { return copies_; }
  at::TensorOptions options() const { return layers_.front().linear.weight.options(); }
  const at::Tensor& gradient() const { return flatGrad_; }
  const at::Tensor& parameters() const { return flat_; }

 private:
  struct Layer {
    ops::Linear linear;
    ops::BatchNorm norm;
  };
  /// The optimiser's moments of one copy, in the order of a network by itself.
  struct Moments {
    at::Tensor m, v, steps;  // views of the buffers where there is one copy
  };

  Network() = default;
  void makeLayers();
  std::vector<at::Tensor> pieces(const at::Tensor& flat, int64_t copy) const;

  std::string name_;
  std::vector<LayerSpec> specs_;
  int64_t copies_ = 1;
  std::vector<Layer> layers_;
  at::Tensor flat_, flatGrad_, m_, v_, running_;
  at::Tensor steps_;                      ///< float32 [1] on the device
  mutable std::vector<Moments> moments_;  ///< of state(true)
};

}  // namespace sparring
