// The one place that turns parameters into networks: shapes, activations, names and initial weights.
#pragma once

#include <limits>

#include "nn/network.h"
#include "sparring/images.h"
#include "sparring/params.h"

namespace sparring {

/// For which images networks are made, where, and what for.
struct BuildContext {
  ImageKind kind;
  at::Device device = at::kCPU;
  Purpose purpose = Purpose::Training;
  /// So many weights are there to fill them: a network that asks for more is refused before it takes memory.
  int64_t most = std::numeric_limits<int64_t>::max();
};

Shape shapeOf(const ImageKind& kind);

/// Of each classifier.
NetworkSpec classifierSpec(const Params& params, const ImageKind& kind);
/// From latents, or from images that are to be changed, to images in [-1,1].
NetworkSpec generatorSpec(const Params& params, const Shape& in, const ImageKind& kind);
/// One score.
NetworkSpec discriminatorSpec(const Params& params, const Shape& in);
NetworkSpec teacherSpec(const Params& params, const ImageKind& kind);
/// Of no run's parameters: it judges them all.
NetworkSpec referenceSpec(const ImageKind& kind);
constexpr int64_t kReferenceFeatures = 128;  ///< width of the reference classifier's last hidden layer

// What follows stands at its initial weights, unless it is made for looking: then its weights are zero, to be read from
// somewhere.

// All throw Error where they would be larger than BuildContext::most.

/// The K classifiers of these parameters.
Network makeClassifiers(const Params& params, const BuildContext& build);

/// K copies of a generator: of a duel, or of changes to an image.
Network makeGenerator(const Params& params, const Shape& in, const BuildContext& build, int64_t copies = 1);

/// A copy for each lane of the generator from `in`, with weights of zero: they start from those of a generator.
Network makeAttackers(const Params& params, const Shape& in, const BuildContext& build);

/// The generator from `in` without normalisation, for Network::foldInto.
Network makePlainGenerator(const Params& params, const Shape& in, const BuildContext& build);

Network makeDiscriminator(const Params& params, const Shape& in, const BuildContext& build, int64_t copies = 1);

/// The teacher that names generated images.
Network makeTeacher(const Params& params, const BuildContext& build);

/// Not initialised: that is part of its recipe.
Network makeReference(const BuildContext& build);

/// The device a run uses. Throws Error where cuda is asked for and there is none.
at::Device resolveDevice(const std::string& word);

}  // namespace sparring
