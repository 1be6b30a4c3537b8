// A run's pictures on disk, back as what the views show.
#pragma once

#include <filesystem>
#include <memory>

#include "sparring/pictures.h"

namespace sparring::ui {

/// The samples/step-N.png of a run as it was drawn; of an older run, whose pictures hold nothing but the images, a grid
/// of square grey ones without verdicts. Null where it cannot be read as one.
std::shared_ptr<const SampleGrid> loadSamples(const std::filesystem::path& png, int64_t step);

}  // namespace sparring::ui
