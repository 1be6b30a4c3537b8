// How the best value of a sweep grew, run by run.
#pragma once

#include <vector>

#include "sweep/paralleldrawing.h"
#include "sweep/scaleframe.h"
#include "widgets/figure.h"

namespace sparring::ui {

struct BestData {
  QString title, across;
  ParallelAxis value;          ///< by run
  bool more = true;            ///< the higher the better
  std::vector<QString> names;  ///< by run
};

/// A dot for each run that came to something, in the order of the plan, and the best so far as steps over them. Its
/// places are those runs.
class BestFigure : public Figure {
 public:
  BestFigure(BestData data, QSizeF size, const QFont& font);

  size_t runAt(int place) const { return runs_[size_t(place)]; }

  void paint(QPainter& painter, theme::Tone tone) const override;
  int places() const override { return int(runs_.size()); }
  std::optional<int> placeAt(QPointF at) const override;
  Readout readout(int place, theme::Tone tone) const override;

 private:
  QPointF at(size_t place) const;

  BestData data_;
  std::vector<size_t> runs_;
  std::vector<double> best_;  // by place: of all up to it
  ScaleFrame frame_;
};

}  // namespace sparring::ui
