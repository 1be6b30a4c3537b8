// What the ground behind generated images tells: by a colour, and by a sign for whoever cannot tell the colours apart.
#pragma once

#include <QColor>
#include <QString>

#include "base/theme.h"
#include "sparring/latentwalk.h"

namespace sparring::ui {

enum class Shade { Plain, Verdict, Score, Fools };

struct Shading {
  Shade shade = Shade::Plain;
  int lane = 0;  ///< whose verdicts
  ScoreScale scale = {};
  ImageKind kind = {};

  /// Behind image i.
  QColor ground(const DrawnImages& drawn, size_t i, theme::Tone tone) const;
  /// Class or score in a few letters; empty where the shade has no words.
  QString sign(const DrawnImages& drawn, size_t i) const;
  /// Whether image i is marked as one that fools.
  bool marked(const DrawnImages& drawn, size_t i) const;
};

QColor classColour(int c, theme::Tone tone);

}  // namespace sparring::ui
