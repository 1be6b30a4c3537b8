// A chart of the core, painted in the window and readable place by place.
#pragma once

#include <vector>

#include "sparring/chart.h"
#include "widgets/figure.h"

namespace sparring::ui {

class ChartFigure : public Figure {
 public:
  ChartFigure(Chart chart, QSizeF size, const QFont& font, theme::Tone tone);

  void paint(QPainter& painter, theme::Tone tone) const override;
  int places() const override { return int(places_.size()); }
  std::optional<int> placeAt(QPointF at) const override;
  Readout readout(int place, theme::Tone tone) const override;

 private:
  double x(double value) const;
  double y(double value) const;
  double placeLegend();  ///< returns where it ends
  void paintLegend(QPainter& painter, theme::Tone tone) const;
  void paintAxes(QPainter& painter, theme::Tone tone) const;
  void paintBand(QPainter& painter, size_t i, theme::Tone tone) const;
  void paintSeries(QPainter& painter, size_t i, theme::Tone tone) const;
  QString valueText(double value, bool percent) const;

  Chart chart_;
  ChartAxis across_, upwards_;
  QSizeF size_;
  QFont font_;
  double em_;
  QRectF rect_;
  std::vector<QPointF> legend_;  // where each series' name begins
  std::vector<double> places_;   // where something is to be read, ascending
};

}  // namespace sparring::ui
