// The one place that turns parameters into networks: widths, activations, names and initial weights.
#pragma once

#include "nn/network.h"
#include "sparring/images.h"
#include "sparring/params.h"

namespace sparring {

/// The K classifiers of these parameters, at their initial weights.
Network makeClassifiers(const Params& params, const ImageKind& kind, at::Device device);

/// A generator of the parameters' hidden layers, with tanh at its end: of a duel, or of changes to an image. K copies.
Network makeGenerator(const Params& params, int64_t inputs, const ImageKind& kind, at::Device device, int64_t copies = 1);

/// A discriminator of `inputs` values, with one score at its end.
Network makeDiscriminator(const Params& params, int64_t inputs, at::Device device, int64_t copies = 1);

/// The teacher that names generated images.
Network makeTeacher(const Params& params, const ImageKind& kind, at::Device device);

/// The device a run uses. Throws Error where cuda is asked for and there is none.
at::Device resolveDevice(const std::string& word);

}  // namespace sparring
