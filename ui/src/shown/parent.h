// What the run that another is a fork of went on to do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "shown/trace.h"

namespace sparring::ui {

struct Parent {
  std::filesystem::path run;
  int64_t step = 0;  ///< where the fork left it
  std::string title;
  std::string adversary;
  Trace trace;  ///< all that it recorded, its own past and what came after the fork
};

/// Reads the files of both: off the window's thread. Nothing where the run in `folder` is no fork, or its parent cannot
/// be read.
std::optional<Parent> parentOfRun(const std::filesystem::path& folder);

}  // namespace sparring::ui
