// What a run's value says in a cell, in the window's language.
#pragma once

#include <QString>
#include <string>

#include "sparring/library.h"

namespace sparring::ui {

/// At the head of a column: "Clean", "Learning rate of the classifier", "Started"; in short or as a tip says it.
QString headOf(const std::string& key, bool inFull = false);
QString cellText(const LibraryRun& run, const std::string& key);
/// What the cell may be too narrow for, or leaves out.
QString cellTip(const LibraryRun& run, const std::string& key);
/// Numbers stand to the right.
bool isRightAligned(const std::string& key);

/// A preset's title in the window's language; an unknown name comes back as it is.
QString presetTitle(const std::string& name);

}  // namespace sparring::ui
