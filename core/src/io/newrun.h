// The place of a run that is about to begin.
#pragma once

#include <filesystem>
#include <memory>

#include "io/runlock.h"

namespace sparring {

/// What to do where the name of a folder is taken.
enum class Naming {
  Exact,  ///< take an empty folder, refuse any other
  Fresh,  ///< append a counter
};

/// A folder that nobody else begins a run in, from its construction on. Unless kept, everything in it goes again when
/// this is destroyed, and the folder too where it was not there before: what has not begun can be tried again.
class NewRun {
 public:
  /// Makes the folder (parents too) and holds its lock. Throws Error, leaving the place as it was: it holds a run or
  /// anything else, another program begins one there, it is not writable. What a program left that was killed while it
  /// began a run there, before the first step, is removed.
  NewRun(const std::filesystem::path& wished, Naming naming);
  ~NewRun();
  NewRun(const NewRun&) = delete;
  NewRun& operator=(const NewRun&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::shared_ptr<RunLock> lock() const { return lock_; }
  void keep() { kept_ = true; }

 private:
  void make(Naming naming);
  void claim();

  std::filesystem::path folder_;
  bool made_ = false;
  bool kept_ = false;
  std::shared_ptr<RunLock> lock_;
};

}  // namespace sparring
