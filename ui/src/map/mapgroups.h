// By what the map's points are coloured: which groups there are, and which an image is in.
#pragma once

#include <QColor>
#include <QString>
#include <vector>

#include "base/theme.h"
#include "sparring/featuremap.h"
#include "sparring/images.h"

namespace sparring::ui {

enum class MapColouring { Class, Verdict, Margin };

/// Whatever the colouring, a point that is misread is a cross and one that is read rightly a disc.
class MapGroups {
 public:
  MapGroups(MapColouring colouring, ImageKind kind) : colouring_(colouring), kind_(std::move(kind)) {}

  int count() const;
  int of(const Features& features, size_t i) const;
  QString name(int group) const;
  QColor colour(int group, theme::Tone tone) const;
  /// Whether all of the group are misread, or none, by what the group is.
  enum class Reads { Rightly, Wrongly, Either };
  Reads reads(int group) const;
  /// Whether the groups have names short enough to be written into the map.
  bool written() const { return colouring_ == MapColouring::Class; }

 private:
  MapColouring colouring_;
  ImageKind kind_;
};

}  // namespace sparring::ui
