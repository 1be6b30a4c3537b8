// Keys of parameters that became a part of another: older runs, settings and scripts still use them.
#pragma once

#include <string>

#include "sparring/params.h"

namespace sparring {

/// A setting of one attack in `evaluate.attacks` that once was a number of its own.
struct OldKey {
  const char* key;
  const char* now;      ///< the row that took its place
  const char* attack;   ///< in its list
  const char* setting;  ///< of that attack
};

/// Null where no older version had that key, or where it still stands for itself.
const OldKey* oldKey(const std::string& key);

/// Puts the number into the list: into the first attack of that name, else as one more. Throws Error (Usage) that
/// names the old key, and leaves `params` as it was.
void setOld(Params& params, const OldKey& old, const std::string& text);

}  // namespace sparring
