// What rows of several groups ask of the opponent that the parameters name.
#pragma once

#include "sparring/params.h"

namespace sparring {

bool hasGenerator(const Params& params);
bool hasDiscriminator(const Params& params);
/// Its generator draws images and changes none.
bool drawsImages(const Params& params);

}  // namespace sparring
