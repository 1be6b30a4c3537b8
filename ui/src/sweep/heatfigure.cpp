#include "sweep/heatfigure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"

namespace sparring::ui {
namespace {

constexpr int kMostCells = 8;  ///< along a side, of numbers that take more values than that
constexpr int kHeatShades = 64;

/// A cell for each value where these are few, else for each stretch of the scale, which is named by its middle.
AxisScale cellsAlong(const ParallelAxis& axis) {
  if (!axis.scale.choices.isEmpty()) return axis.scale;
  AxisScale cells;
  if (!axis.scale.marks.empty())
    for (const double mark : axis.scale.marks) cells.choices << axis.scale.text(mark);
  else
    for (int i = 0; i < kMostCells; ++i)
      cells.choices << QLocale().toString(axis.scale.value((i + 0.5) / kMostCells), 'g', 2);
  return cells;
}

int cellAlong(const ParallelAxis& axis, double value) {
  if (!axis.scale.choices.isEmpty()) return int(value);
  if (!axis.scale.marks.empty())
    return int(std::ranges::lower_bound(axis.scale.marks, value) - axis.scale.marks.begin());
  return std::clamp(int(axis.scale.share(value) * kMostCells), 0, kMostCells - 1);
}

}  // namespace

HeatFigure::HeatFigure(HeatData data, QSizeF size, const QFont& font)
    : data_(std::move(data)),
      columns_(cellsAlong(data_.across)),
      rows_(cellsAlong(data_.upwards)),
      frame_({data_.title, data_.across.name, data_.upwards.name, data_.upwards.brief}, columns_, rows_, size, font) {
  std::map<std::pair<int, int>, Cell> cells;
  for (size_t run = 0; run < data_.value.values.size(); ++run) {
    const double value = data_.value.values[run];
    if (!data_.kept[run] || !std::isfinite(value)) continue;
    const int column = cellAlong(data_.across, data_.across.values[run]),
              row = cellAlong(data_.upwards, data_.upwards.values[run]);
    Cell& cell = cells[{row, column}];
    cell.column = column;
    cell.row = row;
    cell.sum += value;
    ++cell.runs;
  }
  for (const auto& [place, cell] : cells) cells_.push_back(cell);
  if (cells_.empty()) return;
  const auto [low, high] = std::ranges::minmax(cells_, {}, &Cell::mean);
  low_ = low.mean();
  high_ = high.mean();
}

QRectF HeatFigure::rectOf(const Cell& cell) const {
  const QRectF all = frame_.rect();
  const double width = all.width() / double(columns_.choices.size()),
               height = all.height() / double(rows_.choices.size());
  return {all.left() + cell.column * width, all.bottom() - (cell.row + 1) * height, width, height};
}

QColor HeatFigure::colour(const Cell& cell, theme::Tone tone) const {
  const double share = high_ > low_ ? (cell.mean() - low_) / (high_ - low_) : 0.5;
  return theme::lane(int((data_.more ? share : 1 - share) * (kHeatShades - 1)), kHeatShades, tone);
}

void HeatFigure::paint(QPainter& painter, theme::Tone tone) const {
  frame_.paint(painter, tone);
  const QFontMetricsF metrics(painter.font());
  for (const Cell& cell : cells_) {
    const QRectF box = rectOf(cell).adjusted(1, 1, -1, -1);
    const QColor fill = colour(cell, tone);
    painter.fillRect(box, fill);
    const QString words = data_.value.scale.percent ? percentText(cell.mean(), 1) : localNumber(cell.mean());
    if (metrics.horizontalAdvance(words) > box.width() - 4 || metrics.height() > box.height()) continue;
    const QColor light = theme::paper(theme::Tone::Light), dark = theme::ink(theme::Tone::Light);
    painter.setPen(theme::contrast(fill, light) > theme::contrast(fill, dark) ? light : dark);
    painter.drawText(box, Qt::AlignCenter, words);
  }
}

std::optional<int> HeatFigure::placeAt(QPointF at) const {
  for (size_t i = 0; i < cells_.size(); ++i)
    if (rectOf(cells_[i]).contains(at)) return int(i);
  return {};
}

Figure::Readout HeatFigure::readout(int place, theme::Tone tone) const {
  const Cell& cell = cells_[size_t(place)];
  const QColor shade = colour(cell, tone);
  return {
      rectOf(cell).center(),
      QCoreApplication::translate("sweeps", "%1: mean %2").arg(data_.value.name, data_.value.scale.text(cell.mean())),
      {{data_.across.name, columns_.choices[cell.column], shade, {}},
       {data_.upwards.name, rows_.choices[cell.row], shade, {}},
       {QCoreApplication::translate("sweeps", "Runs in the cell"), stepText(cell.runs), shade, {}}}};
}

}  // namespace sparring::ui
