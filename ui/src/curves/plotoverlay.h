// What moves with the mouse over a plot: crosshair, readout, scrub line. A transparent widget above the curves, so that
// moving the mouse redraws this and not a million points.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

#include "curves/plotmarks.h"

namespace sparring::ui {

class PlotOverlay : public QWidget {
  Q_OBJECT
 public:
  explicit PlotOverlay(QWidget* parent);

  /// A visible series' value at the step under the mouse.
  struct Cell {
    QString text;
    QColor colour;
    std::optional<QPointF> dot;  ///< on its curve, where it was measured; none when there is no such place
  };
  /// A metric: one cell a visible lane, or one in all.
  struct Row {
    QString name;
    QColor swatch;  ///< invalid where the columns carry the colours
    std::vector<Cell> cells;
  };
  struct Head {
    QString text;
    QColor colour;
  };
  struct Hover {
    double step = 0;
    QString title;
    std::vector<Head> heads;  ///< of the columns, with several lanes
    std::vector<Row> rows;
    QString note;  ///< texts of the markers near by
  };
  void setFrame(const PlotFrame& frame);
  const PlotFrame& frame() const { return frame_; }
  void setHover(std::optional<Hover> hover);
  const std::optional<Hover>& hover() const { return hover_; }
  void setScrub(std::optional<double> step);
  std::optional<double> scrub() const { return scrub_; }
  void setEmptyText(const QString& text);  ///< in the middle; empty: none

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintScrub(QPainter& painter) const;
  void paintHover(QPainter& painter) const;
  void paintReadout(QPainter& painter, double x) const;
  void paintTable(QPainter& painter, QRectF line, double firstColumn, double column) const;

  PlotFrame frame_;
  std::optional<Hover> hover_;
  std::optional<double> scrub_;
  QString emptyText_;
};

}  // namespace sparring::ui
