#include "networks/networks.h"

#include <ATen/Context.h>

#include "sparring/error.h"

namespace sparring {

namespace {

int64_t lanesOf(const Params& params) { return static_cast<int64_t>(params.lambda.size()); }

Network made(const std::string& name, const NetworkSpec& spec, const BuildContext& build, int64_t copies) {
  if (spec.weights() > build.most / copies)
    throw Error(
        {QT_TRANSLATE_NOOP("core", "The run's settings ask for a %1 of more weights than the checkpoint holds."),
         {name}},
        {QT_TRANSLATE_NOOP("core", "It belongs to another run or was changed; use an earlier one."), {}});
  return Network(name, spec, build.device, copies, build.purpose);
}

Network started(Network net, const Params& params, Stream stream) {
  if (net.purpose() == Purpose::Training) net.initialise(static_cast<uint64_t>(params.seed), stream);
  return net;
}

}  // namespace

Shape shapeOf(const ImageKind& kind) { return {kind.channels, kind.height, kind.width}; }

NetworkSpec classifierSpec(const Params& params, const ImageKind& kind) {
  return mlpSpec(shapeOf(kind), params.classifierHidden, kind.classes, Act::Relu, Act::None);
}

NetworkSpec generatorSpec(const Params& params, const Shape& in, const ImageKind& kind) {
  const Act hidden = params.generatorActivation == "relu" ? Act::Relu : Act::LeakyRelu;
  return mlpSpec(in, params.generatorHidden, kind.size(), hidden, Act::Tanh, params.generatorBatchNorm);
}

NetworkSpec discriminatorSpec(const Params& params, const Shape& in) {
  return mlpSpec(in, params.discriminatorHidden, 1, Act::LeakyRelu, Act::None);
}

NetworkSpec teacherSpec(const Params& params, const ImageKind& kind) {
  return mlpSpec(shapeOf(kind), params.teacherHidden, kind.classes, Act::Relu, Act::None);
}

NetworkSpec referenceSpec(const ImageKind& kind) {
  return mlpSpec(shapeOf(kind), {256, kReferenceFeatures}, kind.classes, Act::Relu, Act::None);
}

Network makeClassifiers(const Params& params, const BuildContext& build) {
  return started(made("classifier", classifierSpec(params, build.kind), build, lanesOf(params)), params,
                 Stream::ClassifierInit);
}

Network makeGenerator(const Params& params, const Shape& in, const BuildContext& build, int64_t copies) {
  return started(made("generator", generatorSpec(params, in, build.kind), build, copies), params,
                 Stream::GeneratorInit);
}

Network makeAttackers(const Params& params, const Shape& in, const BuildContext& build) {
  return made("attacker", generatorSpec(params, in, build.kind), build, lanesOf(params));
}

Network makePlainGenerator(const Params& params, const Shape& in, const BuildContext& build) {
  return Network("generator", withoutNorm(generatorSpec(params, in, build.kind)), build.device, 1, Purpose::Looking);
}

Network makeDiscriminator(const Params& params, const Shape& in, const BuildContext& build, int64_t copies) {
  return started(made("discriminator", discriminatorSpec(params, in), build, copies), params,
                 Stream::DiscriminatorInit);
}

Network makeTeacher(const Params& params, const BuildContext& build) {
  return started(made("teacher", teacherSpec(params, build.kind), build, 1), params, Stream::TeacherInit);
}

Network makeReference(const BuildContext& build) {
  return Network("reference", referenceSpec(build.kind), build.device, 1, build.purpose);
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
