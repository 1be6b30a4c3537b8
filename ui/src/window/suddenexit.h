// Qt ends the process by exit(), from within its event loop, where the display goes away: nothing would be saved.
#pragma once

#include <functional>

namespace sparring::ui {

/// While it lives, `work` is done at an exit() on its thread, before anything of the program is destroyed. One at a
/// time.
class SuddenExit {
 public:
  explicit SuddenExit(std::function<void()> work);
  ~SuddenExit();
  SuddenExit(const SuddenExit&) = delete;
  SuddenExit& operator=(const SuddenExit&) = delete;
};

}  // namespace sparring::ui
