// A run as the index keeps it.
#pragma once

#include <string>

#include "sparring/library.h"

namespace sparring {

/// Of the version of entries: changes with what they hold and with any parameter's default.
std::string entryVersion();
std::string entryText(const LibraryRun& run);
/// All but the folder, the sweep and whether it is being trained. False where the text is none.
bool entryInto(LibraryRun& run, const std::string& text);

}  // namespace sparring
