#include "window/suddenexit.h"

#include <utility>

namespace sparring::ui {
namespace {

/// exit() destroys what is local to its thread first, and statics, which a training still uses, only then.
struct Last {
  ~Last() {
    if (work) work();
  }
  std::function<void()> work;
};
thread_local Last last;

}  // namespace

SuddenExit::SuddenExit(std::function<void()> work) { last.work = std::move(work); }
SuddenExit::~SuddenExit() { last.work = nullptr; }

}  // namespace sparring::ui
