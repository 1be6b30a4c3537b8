// A run as a page and as pictures, for people without the window.
#pragma once

#include <filesystem>

#include "measure/comparedlane.h"

namespace sparring::ui {

/// From a run folder makes, in `out` (created if missing):
///   report.html   self-contained: pictures, settings that differ from the defaults, final figures, events;
///                 where something was measured: the verdict, and robustness as curves and bars
///   report.png    all plots and the digits through time in one picture
///   loss.png      the loss plot
///   frontier.png  clean against robust accuracy, a trail a lane; left out where the run has one lane
///   robustness.png  curves and bars, likewise
///   digits.png    up to six sample pictures in a row with their steps; left out where the run has none
/// In the language of the installed translators. Each file is written whole or not at all. Needs a QApplication (any
/// platform, also "offscreen") and its thread. Throws Error: no run there, a file that cannot be read or written.
void writeReport(const std::filesystem::path& run, const std::filesystem::path& out, const Compared& compared = {});

}  // namespace sparring::ui
