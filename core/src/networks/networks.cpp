#include "networks/networks.h"

#include <ATen/Context.h>

#include "sparring/error.h"

namespace sparring {

namespace {

Network started(Network net, const Params& params, Stream stream) {
  net.initialise(static_cast<uint64_t>(params.seed), stream);
  return net;
}

}  // namespace

Network makeClassifiers(const Params& params, const ImageKind& kind, at::Device device) {
  return started(Network("classifier", mlpLayers(kind.size(), params.classifierHidden, kind.classes, Act::Relu, Act::None), device,
                     static_cast<int64_t>(params.lambda.size())),
                 params, Stream::ClassifierInit);
}

Network makeGenerator(const Params& params, int64_t inputs, const ImageKind& kind, at::Device device, int64_t copies) {
  const Act hidden = params.generatorActivation == "relu" ? Act::Relu : Act::LeakyRelu;
  return started(Network("generator",
                     mlpLayers(inputs, params.generatorHidden, kind.size(), hidden, Act::Tanh, params.generatorBatchNorm),
                     device, copies),
                 params, Stream::GeneratorInit);
}

Network makeDiscriminator(const Params& params, int64_t inputs, at::Device device, int64_t copies) {
  return started(Network("discriminator", mlpLayers(inputs, params.discriminatorHidden, 1, Act::LeakyRelu, Act::None),
                     device, copies),
                 params, Stream::DiscriminatorInit);
}

Network makeTeacher(const Params& params, const ImageKind& kind, at::Device device) {
  return started(Network("teacher", mlpLayers(kind.size(), params.teacherHidden, kind.classes, Act::Relu, Act::None), device),
                 params, Stream::TeacherInit);
}

at::Device resolveDevice(const std::string& word) {
  const bool card = at::globalContext().hasCUDA();
  if (word == "cuda" && !card)
    throw Error({QT_TRANSLATE_NOOP("core", "device = cuda, but this program finds no CUDA card."), {}},
                {QT_TRANSLATE_NOOP("core",
                                   "Set device to auto or cpu, or build Sparring against a LibTorch with CUDA "
                                   "on a machine with a card."),
                 {}});
  return card && word != "cpu" ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU);
}

}  // namespace sparring
