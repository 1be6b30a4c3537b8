// What to tell a person of an exception that is none of ours.
#pragma once

#include <exception>

#include "sparring/error.h"

namespace sparring {

/// Memory that ran out, a card that gave up, or the exception's own first line; each with what to do next.
Error failureOf(const std::exception& error);

}  // namespace sparring
