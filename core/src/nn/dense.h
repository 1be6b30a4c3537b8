// A dense layer: act(x·wᵀ + b), or act(normalised(x·wᵀ)).
#pragma once

#include "nn/layer.h"

namespace sparring {

class DenseLayer : public Layer {
 public:
  DenseLayer(const Dense& spec, const LayerPlace& place);

  Shape out() const override { return {spec_.out}; }
  std::vector<int64_t> stretches() const override;
  int64_t statistics() const override;
  void bind(Slices& values, Slices& gradients, Slices& statistics) override;
  std::unique_ptr<Layer> copy(int64_t k) const override;
  void initialise(Draw& draw) override;

  std::unique_ptr<LayerTrace> trace(int64_t rows, const at::Tensor& output) const override;
  at::Tensor forward(const Input& in, LayerTrace& trace, Mode mode) const override;
  ops::Through through(const LayerTrace& trace, int64_t rows) const override;
  void backward(const LayerTrace& trace, int64_t rows, const Input& in, const at::Tensor& dx,
                const ops::Through& below) const override;

  void state(int64_t k, const std::string& prefix, std::vector<NamedTensor>& list) const override;
  void foldInto(Layer& plain) const override;

 private:
  Dense spec_;
  LayerPlace place_;
  ops::Linear linear_;
  ops::BatchNorm norm_;
};

}  // namespace sparring
