// Turns the argument parser's complaints into the product's: one cause, one hint, the nearest known name.
#pragma once

#include <CLI/CLI.hpp>

#include "sparring/error.h"

namespace sparring::cli {

/// The error to show for `error`, raised while `app` parsed its arguments.
Error usageError(const CLI::App& app, const CLI::ParseError& error);

}  // namespace sparring::cli
