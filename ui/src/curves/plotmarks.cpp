#include "curves/plotmarks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace sparring::ui {
namespace {

// A slider that is dragged leaves many edits; only closer looks tell them apart.
constexpr double kCloseSteps = 25;
constexpr double kCloseShare = 0.01;  ///< of the visible steps

// In heights of the font.
constexpr double kRow = 1.4;                       ///< of labels
constexpr double kBetween = 0.25;                  ///< rows, and labels in a row
constexpr double kName = 1.25;                     ///< the line with the names of the phases
constexpr double kNamesFrom = 5;                   ///< the least canvas that has room for it
constexpr double kRounding = 0.01;                 ///< pixels
constexpr std::array<double, 2> kRowsFrom{7, 14};  ///< for a row of labels, for two

/// The place of a label in the row whose bottom is `above` over the frame: it spans x, as far to the right as it may,
/// and stands clear of the others in its row. Its line may pass behind a label of a row below.
std::optional<QRectF> placeOf(const std::vector<PlotMarks::Lane::Label>& placed, const PlotFrame& frame, double x,
                              QSizeF size, double above, double em) {
  const double gap = kBetween * em;
  QRectF box(QPointF(std::min(x, frame.rect.right() - size.width()), -above - gap - size.height()), size);
  const auto inTheWay = [&](const PlotMarks::Lane::Label& other) {
    return std::abs(other.box.bottom() - box.bottom()) < 1 && box.right() + gap > other.box.left() + kRounding &&
           box.left() < other.box.right() + gap;
  };
  for (auto other = placed.begin(); other != placed.end();) {
    if (inTheWay(*other)) {
      box.moveRight(other->box.left() - gap);
      other = placed.begin();  // it may lie upon one that it was clear of before
    } else {
      ++other;
    }
  }
  if (box.left() < frame.rect.left() || box.right() < x) return {};
  return box;
}

}  // namespace

void PlotMarks::clear() {
  markers_.clear();
  bands_.clear();
}

void PlotMarks::addMarker(Marker marker) { markers_.push_back(std::move(marker)); }

std::vector<PlotMarks::Marker> PlotMarks::shown(const PlotFrame& frame) const {
  const double close = std::max(kCloseSteps, kCloseShare * (frame.to - frame.from));
  std::vector<Marker> result;
  for (const Marker& marker : markers_) {
    const auto before =
        std::find_if(result.rbegin(), result.rend(), [&](const Marker& other) { return other.key == marker.key; });
    if (before != result.rend() && double(marker.step - before->step) <= close) result.erase(std::next(before).base());
    result.push_back(marker);
  }
  return result;
}

void PlotMarks::addBand(Band band) { bands_.push_back(std::move(band)); }

PlotMarks::Lane PlotMarks::lane(const PlotFrame& frame, double canvasHeight, const QFontMetricsF& metrics) const {
  const double em = metrics.height();
  Lane lane;
  if (!bands_.empty() && canvasHeight > kNamesFrom * em) lane.names = kName * em;
  const int most =
      markers_.empty()
          ? 0
          : int(std::upper_bound(kRowsFrom.begin(), kRowsFrom.end(), canvasHeight / em) - kRowsFrom.begin());
  int rows = std::min(most, 1);  // stays when the markers go out of sight: the plot stands still
  const std::vector<Marker> inSight = shown(frame);
  // the newest first: what was done last is read most
  for (auto marker = inSight.rbegin(); marker != inSight.rend(); ++marker) {
    const double x = frame.x(double(marker->step)), width = metrics.horizontalAdvance(marker->shortText) + 0.5 * em;
    if (x < frame.rect.left() || x > frame.rect.right()) continue;
    for (int row = 0; row < most; ++row) {
      const auto box = placeOf(lane.labels, frame, x, QSizeF(width, kRow * em - kBetween * em), row * kRow * em, em);
      if (!box) continue;
      lane.labels.push_back({*marker, *box});
      rows = std::max(rows, row + 1);
      break;
    }
  }
  lane.rows = rows * kRow * em;
  return lane;
}

void PlotMarks::paintBands(QPainter& painter, const PlotFrame& frame, const Lane& lane, theme::Tone tone) const {
  const QFontMetricsF metrics(painter.font());
  const double top = frame.rect.top() - lane.height();
  for (size_t i = 0; i < bands_.size(); ++i) {
    const double begin = std::max(frame.rect.left(), frame.x(double(bands_[i].step)));
    const double end =
        i + 1 < bands_.size() ? std::min(frame.rect.right(), frame.x(double(bands_[i + 1].step))) : frame.rect.right();
    if (end <= begin) continue;
    const QRectF band(QPointF(begin, top), QPointF(end, frame.rect.bottom()));
    if (i % 2) painter.fillRect(band, theme::mix(theme::paper(tone), theme::accent(tone), 0.055));
    if (lane.names == 0) continue;
    const double pad = 0.35 * metrics.height(), room = band.width() - 2 * pad;
    // a name cut to its first letter tells nothing
    if (room < std::min(metrics.horizontalAdvance(bands_[i].name), 5 * metrics.averageCharWidth())) continue;
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(begin + pad, top, room + 1, lane.names), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(bands_[i].name, Qt::ElideRight, room + 0.5));
  }
}

void PlotMarks::paintMarkers(QPainter& painter, const PlotFrame& frame, const Lane& lane, theme::Tone tone) const {
  const QFontMetricsF metrics(painter.font());
  const double radius = 0.25 * metrics.height();
  for (const Marker& marker : shown(frame)) {
    const double x = frame.x(double(marker.step));
    if (x < frame.rect.left() || x > frame.rect.right()) continue;
    const auto label = std::ranges::find_if(lane.labels, [&](const Lane::Label& one) {
      return one.marker.step == marker.step && one.marker.key == marker.key;
    });
    const double above = label == lane.labels.end() ? 0 : label->box.bottom();
    painter.setPen(QPen(theme::warning(tone), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, frame.rect.top() + above), QPointF(x, frame.rect.bottom()));
  }
  for (const Lane::Label& label : lane.labels) {
    const QRectF box = label.box.translated(0, frame.rect.top());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::mix(theme::paper(tone), theme::warning(tone), 0.16));
    painter.drawRoundedRect(box, radius, radius);
    painter.setPen(theme::mix(theme::warning(tone), theme::ink(tone), 0.35));
    painter.drawText(box, Qt::AlignCenter, label.marker.shortText);
  }
  painter.setBrush(Qt::NoBrush);
}

QString PlotMarks::markersAt(double x, double reach, const PlotFrame& frame) const {
  QStringList lines;
  for (const Marker& marker : shown(frame))
    if (std::abs(frame.x(double(marker.step)) - x) <= reach) lines << marker.longText;
  return lines.join(u'\n');
}

}  // namespace sparring::ui
