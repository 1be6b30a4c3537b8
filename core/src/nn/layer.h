// One layer of a network, or of several copies of that network: what it makes of rows, forward and backward. A layer
// knows its shape and its parameters, which are views of the network's flat buffers; activations stand in the trace,
// those of K copies side by side, [N, K·width].
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "nn/linear.h"
#include "nn/random.h"
#include "nn/spec.h"

namespace sparring {

struct NamedTensor {
  std::string name;
  at::Tensor tensor;  ///< a view, strided where memory has another order than files
};

/// A flat buffer, handed out one stretch after another.
class Slices {
 public:
  explicit Slices(const at::Tensor& flat) : flat_(flat) {}
  /// The next stretch in this shape; undefined where there is no buffer.
  at::Tensor take(at::IntArrayRef shape);

 private:
  at::Tensor flat_;
  int64_t at_ = 0;
};

/// What one layer keeps of a forward and backward pass.
struct LayerTrace {
  virtual ~LayerTrace() = default;
  at::Tensor out;   ///< [rows, K·width] after activation
  at::Tensor dout;  ///< [rows, K·width]
};

/// Where a layer stands in its network.
struct LayerPlace {
  Shape in;
  int64_t copies = 1;
  int position = 1;  ///< in the network, from 1
  int number = 1;    ///< among the layers of its kind, from 1: "fc1", "fc2"
};

class Layer {
 public:
  enum class Mode { Train, Frozen };  ///< Frozen: batch normalisation by running statistics

  virtual ~Layer() = default;

  /// What it makes of one image.
  virtual Shape out() const = 0;

  /// Of one copy, the numbers in each stretch that it takes of the parameters; a stretch holds all copies', one after
  /// another.
  virtual std::vector<int64_t> stretches() const = 0;
  /// Running statistics of one copy: no parameters, but part of what the layer has learnt.
  virtual int64_t statistics() const { return 0; }
  /// Takes its share of the network's buffers. Without gradients the layer can be looked at and climbed, not trained.
  virtual void bind(Slices& values, Slices& gradients, Slices& statistics) = 0;
  /// Copy k's part as a layer of its own that shares these parameters and has no gradients.
  virtual std::unique_ptr<Layer> copy(int64_t k) const = 0;

  /// The same numbers for all copies.
  virtual void initialise(Draw& draw) = 0;

  /// Buffers for up to `rows` rows; `output`, where defined, is used for what comes out ([rows, K·width], may be
  /// strided).
  virtual std::unique_ptr<LayerTrace> trace(int64_t rows, const at::Tensor& output) const = 0;
  /// Returns what comes out, a view of the trace. What went in must stay until backward.
  virtual at::Tensor forward(const Input& in, LayerTrace& trace, Mode mode) const = 0;
  /// How a gradient by the first `rows` rows that came out enters this layer: whoever makes it takes it through at
  /// once, while it is in the cache.
  virtual ops::Through through(const LayerTrace& trace, int64_t rows) const = 0;
  /// From the first `rows` rows of the trace's dout, taken through already: the parameters' gradients where `in` is
  /// given, and dx [rows, K·in] where that is defined, taken through `below`.
  virtual void backward(const LayerTrace& trace, int64_t rows, const Input& in, const at::Tensor& dx,
                        const ops::Through& below) const = 0;

  /// Copy k's tensors under PyTorch's names, "PREFIX.fc1.weight" …
  virtual void state(int64_t k, const std::string& prefix, std::vector<NamedTensor>& list) const = 0;

  /// Gives `plain`, the same layer without normalisation, the weights with which it does what this one does frozen.
  virtual void foldInto(Layer& plain) const = 0;
};

std::unique_ptr<Layer> makeLayer(const LayerSpec& spec, const LayerPlace& place);

/// The first n rows; most often all, and then without making a view.
inline at::Tensor head(const at::Tensor& t, int64_t n) { return t.size(0) == n ? t : t.narrow(0, 0, n); }

}  // namespace sparring
