// JSON on standard output.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sparring/error.h"

namespace sparring::cli {

/// One line, at once. What is no UTF-8 text, as a path may be, loses the bytes that are none.
void printJsonLine(const nlohmann::ordered_json& object);

/// What every command with --json ends with where it fails: {"done":false,"error":"…","hint":"…"}.
void printJsonError(const Error& error);

}  // namespace sparring::cli
