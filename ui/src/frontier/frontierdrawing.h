// The frontier as a drawing: for the window, for pictures, for the report. Plain painting, no widget.
#pragma once

#include <QFont>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <array>
#include <optional>
#include <vector>

#include "base/theme.h"
#include "frontier/evaluations.h"
#include "frontier/frontieraxes.h"

class QPainter;

namespace sparring::ui {

class LabelPlacer;

/// What is to be drawn.
struct FrontierContent {
  std::optional<int64_t> until;   ///< trails up to this step; none: all
  Metric robust = Metric::Clean;  ///< upwards: an accuracy
  FrontierAxes axes;
  std::vector<int> chosen;  ///< lanes that stand out; empty: all do
};

/// A lane's evaluation, by its place in the trail.
struct TrailPoint {
  int lane = 0;
  size_t index = 0;
  bool operator==(const TrailPoint&) const = default;
};

class FrontierDrawing {
 public:
  /// `evaluations` must outlive the drawing and not change meanwhile.
  FrontierDrawing(const Evaluations& evaluations, FrontierContent content, QSizeF size, QFont font);

  QRectF frame() const { return frame_; }  ///< the inner drawing area
  QPointF at(const Evaluation& evaluation) const;
  QPointF at(double clean, double robust) const;  ///< shares
  double clean(double x) const;                   ///< share at a pixel
  double robust(double y) const;                  ///< likewise

  /// The evaluation nearest to a place, within `reach` pixels; of those equally near, the latest.
  std::optional<TrailPoint> nearest(QPointF place, double reach) const;

  void paint(QPainter& painter, theme::Tone tone) const;
  /// A ring around the point and a box that tells `lines` (the first is its title).
  void paintReadout(QPainter& painter, const TrailPoint& point, const QStringList& lines, theme::Tone tone) const;

 private:
  /// Where several lanes are at the same place, as before the joint phase, they share a label.
  struct Present {
    QPointF at;
    std::vector<int> lanes;
    QString outside;  ///< how robust, where `at` is the edge and not the place
  };
  QString robustText(const Evaluation& evaluation) const;
  static constexpr double kDot = 0.36;         ///< radius of a present lane's, in heights of the font
  static constexpr double kStandsBack = 0.22;  ///< opacity of lanes that others stand out from

  bool shows(const Evaluation& evaluation) const;
  bool standsOut(int lane) const;
  std::vector<int> paintingOrder() const;
  void paintGrid(QPainter& painter, theme::Tone tone) const;
  void paintHeader(QPainter& painter, theme::Tone tone) const;
  void paintTrail(QPainter& painter, int lane, theme::Tone tone) const;
  std::array<QPolygonF, 2> interval(const Evaluation& evaluation) const;
  void paintPresent(QPainter& painter, theme::Tone tone) const;
  QPolygonF join() const;
  void keepOffTrail(LabelPlacer& placer, int lane) const;
  void keepOff(LabelPlacer& placer, const QPolygonF& line) const;
  void paintLabel(QPainter& painter, const Present& present, LabelPlacer& placer, theme::Tone tone) const;

  const Evaluations& evaluations_;
  FrontierContent content_;
  QFont font_;
  QSizeF size_;
  QRectF frame_;
  double em_ = 0;
};

}  // namespace sparring::ui
