// The inside of PlotView: its state, and how that is drawn. For plotview*.cpp only.
#pragma once

#include <optional>
#include <vector>

#include "base/throttle.h"
#include "curves/plotcanvas.h"
#include "curves/plotlegend.h"
#include "curves/plotoverlay.h"
#include "curves/plotview.h"

class QLabel;

namespace sparring::ui {

constexpr double kEmptySteps = 100;  ///< the step axis before the first point

struct PlotView::Impl {
  Impl(PlotView* view, Kind kind, const SeriesStore& store);

  const std::vector<Metric>& metrics() const { return legend->metrics(); }

  PlotView* view;
  Kind kind;
  const SeriesStore& store;
  const SeriesStore* beside = nullptr;  ///< see setBeside()
  double besideFrom = 0;
  int lanes = 1;
  std::vector<double> lambdas{1.0};
  PlotMarks marks;
  QLabel* title = nullptr;
  PlotLegend* legend = nullptr;
  PlotCanvas* canvas = nullptr;
  PlotOverlay* overlay = nullptr;
  QString emptyText;
  PlotRange steps{0, kEmptySteps};
  PlotRange values{0, 1};
  bool fitValues = true;  ///< until the user zooms values
  bool log = false;       ///< as the user chose for losses
  bool following = true;
  bool pending = false;  ///< a refresh is queued
  Throttle pace;         ///< of refreshes that only new points ask for
  bool dirty = true;     ///< something changed while hidden
  std::optional<double> hoverStep;

  bool logarithmic() const { return kind == Kind::Ratio || (log && kind == Kind::Loss); }
  ValueScale scale() const {
    return kind == Kind::Accuracy ? ValueScale::Percent : logarithmic() ? ValueScale::Log : ValueScale::Linear;
  }

  bool followNewest();  ///< true where the range has moved
  void schedule();
  void schedulePaced();  ///< as soon as the pace allows
  void refresh();
  std::vector<SeriesKey> visibleKeys() const;
  std::vector<Metric> metricsAt(QPointF place) const;  ///< whose curves pass by there, of the canvas
  std::vector<PlotCanvas::Curve> curves(int buckets, theme::Tone tone, bool raw) const;
  std::vector<PlotCanvas::Curve> besideCurves(int buckets, theme::Tone tone) const;
  double lastStep() const;  ///< of all that is drawn
  void fitTo(const std::vector<PlotCanvas::Curve>& curves);
  void draw(QSize size, theme::Tone tone);
  PlotRange limited(PlotRange range) const;
  void moveTo(PlotRange range, bool follow);
  bool empty() const;
  void updateOverlay();
  void updateHover();
  PlotOverlay::Cell cellAt(SeriesKey key, double step) const;
  PlotOverlay::Cell besideCellAt(SeriesKey key, double step) const;
  std::optional<double> recordedAt(double step) const;
  QString hoverTitle(double step) const;
};

}  // namespace sparring::ui
