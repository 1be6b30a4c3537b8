// Whether there is a display to open a window on.
#pragma once

namespace sparring::ui {

/// Throws Error where no window could be opened: no display is named, none answers, or Qt lacks the plugin that speaks
/// with it. Asked before there is a QApplication, which would abort the process.
void requireDisplay(int argc, char** argv);

}  // namespace sparring::ui
