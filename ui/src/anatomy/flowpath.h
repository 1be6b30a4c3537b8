// Where the arrows of the diagram run: between two boxes, from a side of one to a side of the other.
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <map>

#include "sparring/anatomy.h"

namespace sparring::ui {

using PartRects = std::map<AnatomyPart::Kind, QRectF>;

/// How high the boxes stand and how wide they are, for a system in an area of this width.
struct PartSizes {
  double width = 0;
  std::map<AnatomyPart::Kind, double> heights;
};

/// The place of every box: data and classifiers above, generator or attack and teacher below, the discriminator between
/// the data and the generator. Returns also how high all of it is; more room than that is spread between the rows.
struct Placing {
  PartRects rects;
  double height = 0;
};
Placing placeParts(const PartSizes& sizes, double width, double height, double em);

/// The way of a flow, an elbow with round corners, ending at the edge of its box.
QPainterPath flowPath(const AnatomyFlow& flow, const PartRects& rects, double em);

}  // namespace sparring::ui
