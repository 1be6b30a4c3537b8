#include "anatomy/flowpath.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sparring::ui {
namespace {

using Kind = AnatomyPart::Kind;

enum class Side { Left, Right, Top, Bottom };

/// A place at the edge of a box: a share of the side, and so many heights of the font from there.
struct Port {
  Side side;
  double share;
  double ems = 0;
};

struct Ports {
  Port from, to;
};

bool horizontal(const Port& port) { return port.side == Side::Left || port.side == Side::Right; }

QPointF placeOf(const Port& port, const QRectF& box, double em) {
  const double x = box.left() + port.share * box.width() + port.ems * em;
  const double y = box.top() + port.share * box.height() + port.ems * em;
  switch (port.side) {
    case Side::Left:
      return {box.left(), y};
    case Side::Right:
      return {box.right(), y};
    case Side::Top:
      return {x, box.top()};
    case Side::Bottom:
      return {x, box.bottom()};
  }
  return {};
}

/// Images come in at the left of a box or from above, and leave at its right; what comes back runs below what goes.
Ports portsOf(const AnatomyFlow& flow, const PartRects& rects) {
  const bool between = rects.contains(Kind::Generator) && rects.contains(Kind::Attack);
  const auto is = [&flow](Kind from, Kind to) { return flow.from == from && flow.to == to; };
  if (is(Kind::Data, Kind::Classifier)) return {{Side::Right, 0, 2.2}, {Side::Left, 0, 2.2}};
  if (is(Kind::Data, Kind::Discriminator)) {
    const QRectF &data = rects.at(Kind::Data), &judge = rects.at(Kind::Discriminator);
    const double beside = (judge.top() + 0.3 * judge.height() - data.top()) / data.height();
    return {beside < 0.9 ? Port{Side::Right, beside} : Port{Side::Bottom, 0.75}, {Side::Left, 0.3}};
  }
  if (is(Kind::Data, Kind::Attack) && between) return {{Side::Right, 0.8}, {Side::Top, 0.3}};
  if (is(Kind::Data, Kind::Teacher)) return {{Side::Right, 0, 3.3}, {Side::Left, 0.3}};
  if (flow.from == Kind::Data) return {{Side::Bottom, 0.25}, {Side::Top, 0.25}};
  if (flow.to == Kind::Discriminator) return {{Side::Top, 0.75}, {Side::Left, 0.7}};
  if (is(Kind::Generator, Kind::Attack)) return {{Side::Right, 0.5}, {Side::Left, 0.5}};
  if (flow.from == Kind::Teacher && flow.to == Kind::Classifier) return {{Side::Top, 0.8}, {Side::Bottom, 0.8}};
  if (flow.from == Kind::Teacher) return {{Side::Left, 0.6}, {Side::Right, 0.85}};
  if (flow.to == Kind::Classifier) return {{Side::Right, 0, 1.6}, {Side::Bottom, 0.22}};
  return {{Side::Bottom, 0.42}, {Side::Right, 0, 4.4}};  // what the classifiers answer
}

}  // namespace

Placing placeParts(const PartSizes& sizes, double width, double height, double em) {
  const double margin = 0.4 * em, w = sizes.width;
  const auto tall = [&sizes](Kind kind) {
    const auto found = sizes.heights.find(kind);
    return found == sizes.heights.end() ? 0.0 : found->second;
  };
  const bool between = tall(Kind::Generator) > 0 && tall(Kind::Attack) > 0;
  const double right = width - margin - w, centre = (width - w) / 2;
  const double above = std::max(tall(Kind::Data), tall(Kind::Classifier));
  const double maker = tall(Kind::Generator) > 0 ? tall(Kind::Generator) : tall(Kind::Attack);
  // the teacher stands lower than the arrows between the maker and the classifiers
  const double below =
      std::max({maker, tall(Kind::Teacher) > 0 ? tall(Kind::Teacher) + 6 * em : 0, between ? tall(Kind::Attack) : 0});
  const double judge = tall(Kind::Discriminator) > 0 ? 4 * em + tall(Kind::Discriminator) + 2 * em : 0;
  const double gap = 2.2 * em;
  const double needed = std::max(above + gap, between ? judge : judge - 1.6 * em) + below;
  Placing placing;
  placing.height = needed + 2 * margin;
  const double spare = std::max(0.0, height - placing.height);
  const double row = margin + needed - below + std::min(spare, 6 * em);
  const auto put = [&](Kind kind, double x, double y) {
    if (tall(kind) > 0) placing.rects[kind] = QRectF(x, y, w, tall(kind));
  };
  put(Kind::Data, margin, margin);
  put(Kind::Classifier, right, margin);
  put(Kind::Generator, margin, row);
  put(Kind::Attack, between ? centre : margin, row);
  put(Kind::Teacher, right, row + below - tall(Kind::Teacher));
  put(Kind::Discriminator, centre, margin + 4 * em + std::max(0.0, row - margin - judge - 0.4 * em) / 2);
  return placing;
}

QPainterPath flowPath(const AnatomyFlow& flow, const PartRects& rects, double em) {
  const Ports ports = portsOf(flow, rects);
  const QPointF a = placeOf(ports.from, rects.at(flow.from), em), b = placeOf(ports.to, rects.at(flow.to), em);
  QPainterPath path(a);
  std::vector<QPointF> corners;
  if (horizontal(ports.from) && horizontal(ports.to)) {
    // what comes to the teacher goes down right before it: elsewhere it would seem to come from another box
    const double x = flow.to == Kind::Teacher ? b.x() - 1.2 * em : (a.x() + b.x()) / 2;
    if (std::abs(a.y() - b.y()) > 1) corners = {{x, a.y()}, {x, b.y()}};
  } else if (horizontal(ports.from)) {
    corners = {{b.x(), a.y()}};
  } else if (horizontal(ports.to)) {
    corners = {{a.x(), b.y()}};
  } else if (std::abs(a.x() - b.x()) > 1) {
    corners = {{a.x(), (a.y() + b.y()) / 2}, {b.x(), (a.y() + b.y()) / 2}};
  }
  QPointF last = a;
  for (size_t i = 0; i < corners.size(); ++i) {
    const QPointF corner = corners[i], next = i + 1 < corners.size() ? corners[i + 1] : b;
    const auto towards = [&](QPointF to) {
      const QLineF line(corner, to);
      return line.length() < 1 ? corner : line.pointAt(std::min(0.5, 0.7 * em / line.length()));
    };
    path.lineTo(towards(last));
    path.quadTo(corner, towards(next));
    last = corner;
  }
  path.lineTo(b);
  return path;
}

}  // namespace sparring::ui
