// Work that may fail, of somebody who tells of it.
#pragma once

#include <utility>

#include "base/notice.h"
#include "sparring/error.h"

namespace sparring::ui {

/// False where the work threw an Error, which `who` has told of then by noticed().
template <class Who, class Work>
bool tried(Who& who, Work&& work) {
  try {
    std::forward<Work>(work)();
    return true;
  } catch (const Error& error) {
    Q_EMIT who.noticed(Notice::of(error));
    return false;
  }
}

}  // namespace sparring::ui
