// What to tell a person of an exception that is none of ours.
#pragma once

#include <exception>

#include "sparring/error.h"

namespace sparring {

/// Memory that ran out, a card that gave up, or the exception's own first line; each with what to do next. `resumable`:
/// there is a checkpoint to go on from.
Error failureOf(const std::exception& error, bool resumable);

}  // namespace sparring
