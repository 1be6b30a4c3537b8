// Two parameters of a sweep against each other, the mean of the metric in each cell.
#pragma once

#include <vector>

#include "sweep/paralleldrawing.h"
#include "sweep/scaleframe.h"
#include "widgets/figure.h"

namespace sparring::ui {

struct HeatData {
  QString title;
  ParallelAxis across, upwards, value;
  bool more = true;        ///< the higher the better
  std::vector<bool> kept;  ///< by run: those that count
};

/// A cell for each pair of values where these are few, else stretches of the scale. Its places are the cells that have
/// a run, row by row.
class HeatFigure : public Figure {
 public:
  HeatFigure(HeatData data, QSizeF size, const QFont& font);

  void paint(QPainter& painter, theme::Tone tone) const override;
  int places() const override { return int(cells_.size()); }
  std::optional<int> placeAt(QPointF at) const override;
  Readout readout(int place, theme::Tone tone) const override;

 private:
  struct Cell {
    int column = 0, row = 0;
    double sum = 0;
    int runs = 0;
    double mean() const { return sum / runs; }
  };
  QRectF rectOf(const Cell& cell) const;
  QColor colour(const Cell& cell, theme::Tone tone) const;

  HeatData data_;
  AxisScale columns_, rows_;  // of choices: the cells' names
  ScaleFrame frame_;
  std::vector<Cell> cells_;
  double low_ = 0, high_ = 1;  // of the means
};

}  // namespace sparring::ui
