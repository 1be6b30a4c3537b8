// What stands in a plot besides curves: phases as bands, live edits as lines with labels. Plain painting, no widget.
#pragma once

#include <QRectF>
#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/theme.h"

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

  void paintBands(QPainter& painter, const PlotFrame& frame, theme::Tone tone) const;    ///< below the curves
  void paintMarkers(QPainter& painter, const PlotFrame& frame, theme::Tone tone) const;  ///< above them

  /// The texts of the shown markers within `reach` pixels of x, a line each. Empty when there is none.
  QString markersAt(double x, double reach, const PlotFrame& frame) const;

 private:
  std::vector<Marker> markers_;
  std::vector<Band> bands_;
};

}  // namespace sparring::ui
