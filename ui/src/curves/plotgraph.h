// A curve of QCustomPlot, drawn in short pieces. For plotcanvas.cpp only.
#pragma once

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace sparring::ui {

/// Qt's stroker takes seconds for one long path that is wider than a pixel and goes up and down, and several times as
/// long as it need for single segments, each with its round ends: pieces of a few segments are quickest.
class PlotGraph : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

 protected:
  void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override {
    // dashes run through a curve, and in SVG and PDF it stays one path
    if (painter->pen().style() != Qt::SolidLine || painter->modes().testFlag(QCPPainter::pmVectorized))
      return QCPGraph::drawLinePlot(painter, lines);
    applyDefaultAntialiasingHint(painter);
    const auto gap = [](QPointF point) { return std::isnan(point.y()) || std::isnan(point.x()); };
    for (auto begin = lines.begin(); begin != lines.end();) {
      const auto stop = begin + std::min(kPiece + 1, lines.end() - begin);
      const auto end = std::find_if(begin, stop, gap);
      if (end - begin > 1) painter->drawPolyline(&*begin, int(end - begin));
      begin = end != stop ? end + 1 : stop == lines.end() ? stop : stop - 1;  // pieces share their ends
    }
  }

 private:
  static constexpr qsizetype kPiece = 16;  // segments
};

}  // namespace sparring::ui
