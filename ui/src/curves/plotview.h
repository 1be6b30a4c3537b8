// One plot of metrics over steps: which curves, which range, what the user does with it.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "base/export.h"
#include "base/theme.h"
#include "curves/plotmarks.h"
#include "curves/series.h"

class QMenu;

namespace sparring::ui {

class PlotCanvas;
class PlotLegend;
class PlotOverlay;

/// An interval of an axis.
struct PlotRange {
  double from = 0;
  double to = 1;
  double width() const { return to - from; }
  bool operator==(const PlotRange&) const = default;
};

/// Mouse: wheel zooms x (Ctrl: y; over an axis: that axis), drag pans, double click fits, the scrub line can be
/// dragged, a click in the legend toggles, a right click hides a curve. Keyboard: left/right pan, +/- zoom, Home or 0
/// fits, F follows, L changes the scale. Replots are queued and cost nothing while hidden.
class PlotView : public QWidget {
  Q_OBJECT
 public:
  /// Which metrics it shows. Accuracy runs from 0 to 100 %, Cosine from -1 to 1; of Ratio the scale is always
  /// logarithmic, and 1 is in sight. Of Loss the user chooses.
  enum class Kind { Loss, Accuracy, Ratio, Cosine };

  /// `store` must outlive the view; call dataChanged() or pointsAdded() after it has changed.
  PlotView(Kind kind, const SeriesStore& store, QWidget* parent = nullptr);
  ~PlotView() override;

  /// One λ a lane. With several, colour tells the lane and the dash pattern the metric.
  void setLanes(const std::vector<double>& lambdas);
  /// Those it shows, if they are others than now: at first all of its kind, or the accuracies that a run usually
  /// measures.
  void setMetrics(std::vector<Metric> metrics);
  /// Curves of another run from that step on, beside those of the store; null: none. `store` must outlive the view.
  void setBeside(const SeriesStore* store, int64_t from, const QString& run);
  void dataChanged();
  /// Cheaper where nothing but these came: a plot that has none of them is drawn only when its range moves with them.
  void pointsAdded(const std::vector<MetricPoint>& points);

  void setLogScale(bool on);
  bool logScale() const;

  /// While following, the range keeps the newest step in sight. Ends with a pan or zoom of x by the user.
  void setFollow(bool on);
  bool follow() const;
  /// Shows everything and follows.
  void fit();

  /// Steps shown. setRange ends nothing and emits nothing; it is how linked plots follow each other.
  PlotRange range() const;
  void setRange(PlotRange range, bool follow);
  PlotRange valueRange() const;

  // What mouse and keys do; places are pixels of this widget. A factor below 1 shows less, larger.
  void zoomSteps(double x, double factor);
  void zoomValues(double y, double factor);
  void pan(QPointF by);
  void hoverAt(std::optional<double> x);
  void dragScrub(double x);
  std::optional<double> scrubX() const;

  bool isMetricVisible(Metric metric) const;
  void setMetricVisible(Metric metric, bool visible);
  PlotLegend& legend();

  PlotMarks& marks();  ///< call marksChanged() after a change
  void marksChanged();
  void setScrub(std::optional<int64_t> step);  ///< emits nothing
  void setHover(std::optional<double> step);   ///< the crosshair of a linked plot
  bool empty() const;                          ///< the store has nothing of its metrics
  void setEmptyText(const QString& text);      ///< shown while it is empty

  /// The inner drawing area in this widget's coordinates.
  QRect plotRect() const;

  /// The whole plot with its title and legend, `size` logical pixels.
  void paintTo(QPaintDevice& device, QSize size, theme::Tone tone);
  QImage picture(QSize size, double scale, theme::Tone tone);

 Q_SIGNALS:
  void rangeChanged(sparring::ui::PlotRange range, bool follow);  ///< by the user or by following
  void scrubbed(qint64 step);                                     ///< the scrub line is being dragged
  void hovered(std::optional<double> step);
  void logScaleChanged(bool on);
  void menuOpens(QMenu& menu);  ///< for what the owner adds to what a right click offers

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void retranslate();

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sparring::ui
