// What of the map's figures is drawn: which points, which arrows, in which panel.
#pragma once

#include <optional>

#include "map/mapcontents.h"
#include "map/mapdrawing.h"
#include "map/mapgroups.h"
#include "map/maplegend.h"

namespace sparring::ui {

/// What is beside what.
enum class MapBeside {
  Arrows,       ///< one panel of the first lane: all clean images, arrows to where they are driven
  BeforeAfter,  ///< those that are attacked, clean and attacked, on the ground of all others
  Lanes,        ///< a panel with arrows for each lane
};

struct MapChoice {
  MapMethod method = MapMethod::Pca;
  MapBeside beside = MapBeside::Arrows;
  MapGroups groups{MapColouring::Class, {}};
  std::optional<size_t> level = {};  ///< of the strengths; none: clean
};

/// Of maps that have places by the method. One level that is not measured yet is drawn as clean.
MapPicture mapPicture(const MapContents& contents, const MapChoice& choice);

/// The groups of the last lane's images as the picture shows them: of those attacked where only these are in the
/// foreground or tips are told, else of all.
std::vector<MapLegend::Row> mapRows(const MapContents& contents, const MapChoice& choice);
/// And the images of some groups, ascending.
std::vector<int> imagesOf(const MapContents& contents, const MapChoice& choice, const std::vector<int>& groups);

/// "PGD (ε = 0.1): 301 of 500 misread"; of the clean images all, or those that are attacked.
QString mapCount(const MapContents& contents, const LaneMap& lane, std::optional<size_t> level, bool attackedOnly);

}  // namespace sparring::ui
