// The window's icons, drawn in code: crisp at any scale, in the palette's colours, no image plugin needed.
#pragma once

#include <QIcon>

namespace sparring::ui {

enum class Glyph {
  Start,
  Pause,
  Step,
  Stop,
  Reset,
  Preset,
  Language,
  Theme,
  Search,
  Undo,     ///< back to the preset's value
  Restart,  ///< takes effect with the next start
  Folder,
  Info,
  Warning,
  Error,
  Close,
  Live,
};

/// Follows the application's palette as it is when drawn, so a theme switch needs no new icon.
QIcon icon(Glyph glyph);

/// The program's own icon, for the task bar and the About window.
QIcon applicationIcon();

}  // namespace sparring::ui
