// What stands in a plot besides curves: phases as bands, live edits as lines. Their names stand in a lane of their own
// above the plot, so that they cover no curve. Plain painting, no widget.
#pragma once

#include <QRectF>
#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/theme.h"

class QFontMetricsF;
class QPainter;

namespace sparring::ui {

/// Where a plot's steps lie on the paper.
struct PlotFrame {
  QRectF rect;      ///< the inner drawing area
  double from = 0;  ///< step at its left edge
  double to = 1;    ///< step at its right edge
  double x(double step) const { return rect.left() + (step - from) / (to - from) * rect.width(); }
  double step(double x) const { return from + (x - rect.left()) / rect.width() * (to - from); }
};

class PlotMarks {
 public:
  struct Marker {
    int64_t step;
    std::string key;  ///< what was edited; edits of the same shortly after one another are drawn as the last
    QString shortText;
    QString longText;
  };
  struct Band {
    int64_t step;  ///< where the phase begins; it ends where the next begins
    QString name;
  };

  void clear();
  void addMarker(Marker marker);
  void addBand(Band band);
  const std::vector<Marker>& markers() const { return markers_; }
  /// What is drawn of them at this zoom, ascending: of edits of one key that follow each other closely, the last.
  std::vector<Marker> shown(const PlotFrame& frame) const;
  const std::vector<Band>& bands() const { return bands_; }

  /// What stands above a frame: the names of the phases on top, below them rows of labels. Where there is no room for
  /// a label beside the others, its marker is a line alone, whose text comes on hover.
  struct Lane {
    struct Label {
      Marker marker;
      QRectF box;  ///< in the coordinates of the frame, whose top is its y = 0; it spans its marker's x
    };
    std::vector<Label> labels;
    double rows = 0;   ///< height of the rows of labels
    double names = 0;  ///< of the phases' names above them
    double height() const { return rows + names; }
  };
  /// For a canvas of that height; of the frame only its left, its right and its steps are read.
  Lane lane(const PlotFrame& frame, double canvasHeight, const QFontMetricsF& metrics) const;

  /// Below the curves, and above them. With the lane that was made for the frame.
  void paintBands(QPainter& painter, const PlotFrame& frame, const Lane& lane, theme::Tone tone) const;
  void paintMarkers(QPainter& painter, const PlotFrame& frame, const Lane& lane, theme::Tone tone) const;

  /// The texts of the shown markers within `reach` pixels of x, a line each. Empty when there is none.
  QString markersAt(double x, double reach, const PlotFrame& frame) const;

 private:
  std::vector<Marker> markers_;
  std::vector<Band> bands_;
};

}  // namespace sparring::ui
