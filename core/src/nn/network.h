// A network of layers, or several copies of one side by side, over one flat parameter buffer; its gradients written
// out, and Adam over the same buffer.
#pragma once

#include "nn/layer.h"

namespace sparring {

/// What a network is made for.
enum class Purpose {
  Training,
  Looking,  ///< its weights alone: no gradients of parameters, no optimiser's moments
};

/// Buffers of one forward and backward pass over up to `rows` rows. Several can exist for one network: its weights may
/// see different batches before anything is updated. K is the number of copies.
struct Trace {
  std::vector<std::unique_ptr<LayerTrace>> layers;
  Input input;          ///< what the last forward was given
  int64_t current = 0;  ///< rows of the last forward

  const at::Tensor& output() const { return layers.back()->out; }
  /// Of the last hidden layer.
  const at::Tensor& features() const { return layers[layers.size() - 2]->out; }
};

class Network {
 public:
  using Mode = Layer::Mode;

  Network(std::string name, NetworkSpec spec, at::Device device, int64_t copies = 1,
          Purpose purpose = Purpose::Training);

  /// Weights as PyTorch starts them, 1 and 0 for normalisation; moments of 0. All copies start alike.
  void initialise(uint64_t seed, Stream stream);

  /// Every copy takes over the weights and running statistics of `one`, a network of the same layers with one copy or
  /// as many.
  void startFrom(const Network& one);

  /// `output`, where defined, is used as the last layer's output buffer ([rows, K·out], may be strided).
  Trace makeTrace(int64_t rows, const at::Tensor& output = {}) const;

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

  /// Copy k as a network of its own that shares these weights. For looking.
  Network copy(int64_t k) const;
  /// All copies with weights of their own on another device. For looking.
  Network on(at::Device device) const;

  /// Gives `plain`, a network withoutNorm(), the weights with which it does what this network does frozen.
  void foldInto(const Network& plain) const;

  /// Views by PyTorch's names, "<name>.fc1.weight" [out,in] …; with `optimiser` also "<name>.adam.m", ".adam.v" [P] and
  /// ".adam.step" [1], of a network for training only. Copy k > 0 is called "<name>@k".
  std::vector<NamedTensor> state(bool optimiser) const;
  /// To be called after the tensors of state(true) were overwritten.
  void stateLoaded();

  const std::string& name() const { return name_; }
  const NetworkSpec& spec() const { return spec_; }
  Purpose purpose() const { return flatGrad_.defined() ? Purpose::Training : Purpose::Looking; }
  int64_t inputs() const { return spec_.in.size(); }
  int64_t outputs() const { return spec_.out().size(); }
  int64_t copies() const { return copies_; }
  /// Where copy `copy`'s share of a flat buffer lies, in the order of a network by itself: views, [n] each.
  std::vector<at::Tensor> pieces(const at::Tensor& flat, int64_t copy) const;
  at::TensorOptions options() const { return options_; }
  const at::Tensor& gradient() const { return flatGrad_; }
  /// Undefined of one of several copies: its weights lie apart.
  const at::Tensor& parameters() const { return flat_; }

 private:
  /// The optimiser's moments of one copy, in the order of a network by itself.
  struct Moments {
    at::Tensor m, v, steps;  // views of the buffers where there is one copy
  };

  Network() = default;
  void makeLayers();

  std::string name_;
  NetworkSpec spec_;
  at::TensorOptions options_;
  int64_t copies_ = 1;
  std::vector<std::unique_ptr<Layer>> layers_;
  at::Tensor flat_, flatGrad_, m_, v_, running_;
  at::Tensor steps_;                      ///< float32 [1] on the device
  mutable std::vector<Moments> moments_;  ///< of state(true)
};

}  // namespace sparring
