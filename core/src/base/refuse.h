// How the core says that a request makes no sense.
#pragma once

#include <utility>

#include "sparring/error.h"

namespace sparring {

/// Throws Error (Usage).
[[noreturn]] inline void refuse(Message cause, Message hint = {}) {
  throw Error(std::move(cause), std::move(hint), Error::Kind::Usage);
}

}  // namespace sparring
