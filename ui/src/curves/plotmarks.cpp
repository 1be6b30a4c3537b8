#include "curves/plotmarks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

// A slider that is dragged leaves many edits; only closer looks tell them apart.
constexpr double kCloseSteps = 25;
constexpr double kCloseShare = 0.01;  ///< of the visible steps

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

void PlotMarks::paintBands(QPainter& painter, const PlotFrame& frame, theme::Tone tone) const {
  const QFontMetricsF metrics(painter.font());
  for (size_t i = 0; i < bands_.size(); ++i) {
    const double begin = std::max(frame.rect.left(), frame.x(double(bands_[i].step)));
    const double end =
        i + 1 < bands_.size() ? std::min(frame.rect.right(), frame.x(double(bands_[i + 1].step))) : frame.rect.right();
    if (end <= begin) continue;
    const QRectF band(begin, frame.rect.top(), end - begin, frame.rect.height());
    if (i % 2) painter.fillRect(band, theme::mix(theme::paper(tone), theme::accent(tone), 0.055));
    const double pad = 0.35 * metrics.height();
    const QString name = metrics.elidedText(bands_[i].name, Qt::ElideRight, band.width() - 2 * pad);
    if (band.width() < 3 * pad + metrics.horizontalAdvance(u'…')) continue;
    painter.setPen(theme::muted(tone));
    painter.drawText(QPointF(begin + pad, frame.rect.top() + metrics.ascent() + 0.4 * pad), name);
  }
}

void PlotMarks::paintMarkers(QPainter& painter, const PlotFrame& frame, theme::Tone tone) const {
  const QFontMetricsF metrics(painter.font());
  const double pad = 0.25 * metrics.height(), rowHeight = metrics.height() + 0.6 * pad;
  // Labels stand in the lowest row that is still free at their place, so that edits close together stay legible; where
  // all rows are taken only the line is drawn (its text comes on hover).
  std::vector<double> taken(3, frame.rect.left() - 1);
  for (const Marker& marker : shown(frame)) {
    const double x = frame.x(double(marker.step));
    if (x < frame.rect.left() || x > frame.rect.right()) continue;
    painter.setPen(QPen(theme::warning(tone), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, frame.rect.top()), QPointF(x, frame.rect.bottom()));
    const double width = metrics.horizontalAdvance(marker.shortText) + 2 * pad;
    const double left = std::min(x, frame.rect.right() - width);
    const auto row = std::find_if(taken.begin(), taken.end(), [&](double end) { return end < left; });
    if (row == taken.end() || width > frame.rect.width()) continue;
    *row = left + width + pad;
    const double bottom = frame.rect.bottom() - 0.6 * pad - double(row - taken.begin()) * (rowHeight + 0.4 * pad);
    const QRectF box(left, bottom - rowHeight, width, rowHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::mix(theme::paper(tone), theme::warning(tone), 0.16));
    painter.drawRoundedRect(box, pad, pad);
    painter.setPen(theme::mix(theme::warning(tone), theme::ink(tone), 0.35));
    painter.drawText(box, Qt::AlignCenter, marker.shortText);
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
