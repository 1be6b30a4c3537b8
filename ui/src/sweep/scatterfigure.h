// A dot for each run: any quantity of a sweep against any other.
#pragma once

#include <vector>

#include "sweep/paralleldrawing.h"
#include "sweep/scaleframe.h"
#include "widgets/figure.h"

namespace sparring::ui {

struct ScatterData {
  QString title;
  ParallelAxis across, upwards, colour;
  bool more = true;            ///< the higher the better, of `colour`
  std::vector<QString> names;  ///< by run
  std::vector<bool> kept;      ///< by run: those that a brush leaves; the others are faded
};

/// Its places are the runs that have both values, from left to right.
class ScatterFigure : public Figure {
 public:
  ScatterFigure(ScatterData data, QSizeF size, const QFont& font);

  size_t runAt(int place) const { return runs_[size_t(place)]; }

  void paint(QPainter& painter, theme::Tone tone) const override;
  int places() const override { return int(runs_.size()); }
  std::optional<int> placeAt(QPointF at) const override;
  Readout readout(int place, theme::Tone tone) const override;

 private:
  QPointF at(size_t run) const;
  QColor colour(size_t run, theme::Tone tone) const;

  ScatterData data_;
  ScaleFrame frame_;
  std::vector<size_t> runs_;
};

}  // namespace sparring::ui
