// The drawing surface of a plot: axes, grid, curves, marks. The one place that knows QCustomPlot.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "base/theme.h"
#include "curves/plotmarks.h"
#include "curves/series.h"

namespace sparring::ui {

enum class ValueScale { Linear, Log, Percent };

class PlotCanvas : public QWidget {
  Q_OBJECT
 public:
  explicit PlotCanvas(const PlotMarks& marks, QWidget* parent);
  ~PlotCanvas() override;

  struct Curve {
    std::vector<SeriesPoint> points;
    QColor colour;
    Qt::PenStyle dash = Qt::SolidLine;
    double width = 1.6;  ///< logical pixels
  };
  void setCurves(const std::vector<Curve>& curves);  ///< later ones lie above; call after setScale and setRanges
  void setScale(ValueScale scale);
  void setRanges(double from, double to, double low, double high);
  void setTone(theme::Tone tone);
  void setBlank(bool blank);  ///< no grid and no numbers: there is nothing to read yet

  /// Draws now, shows with the next paint event.
  void replot();

  /// A label of the value axis; `y` is its middle, in this widget's coordinates.
  struct Tick {
    double y = 0;
    QString text;
  };
  std::vector<Tick> valueTicks() const;

  PlotFrame frame() const;         ///< in this widget's coordinates
  double toY(double value) const;  ///< pixel of a value; finite for every input
  double toValue(double y) const;  ///< value at a pixel

  /// Draws into `area` of a device (picture, SVG, PDF) without changing what the widget shows. One painter does all,
  /// as SVG and PDF need: `before` draws what else there is to see.
  void paintTo(QPaintDevice& device, QRect area, const std::function<void(QPainter&)>& before);

 Q_SIGNALS:
  void laidOut();  ///< frame() has changed

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sparring::ui
