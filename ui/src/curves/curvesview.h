// The centre of the window: losses above, accuracies below, one step axis.
#pragma once

#include <QWidget>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/accuracies.h"
#include "curves/plotview.h"
#include "curves/series.h"

class QLabel;
class QSlider;
class QSplitter;
class QToolButton;

namespace sparring::ui {

class CurvesView : public QWidget {
  Q_OBJECT
 public:
  explicit CurvesView(QWidget* parent = nullptr);
  ~CurvesView() override;

  /// Forgets points, markers, phases and the scrub line; the lanes stay.
  void clear();
  /// One λ a classifier lane (K >= 1). Keeps the points.
  void setLanes(std::vector<double> lambdas);
  /// What the run's evaluations measure: the clean accuracy and those under attack. Others get a curve when they come.
  void setAccuracies(std::vector<Metric> metrics);
  void append(const std::vector<MetricPoint>& points);
  /// A live edit: a vertical line with `shortText` ("λ 2"), `longText` on hover.
  void addMarker(int64_t step, const std::string& key, const QString& shortText, const QString& longText);
  /// A phase begins; `name` is already in the window's language.
  void addPhase(int64_t step, const QString& name);
  void setScrub(std::optional<int64_t> step);

  /// What the user set here, for the window's settings: scale, smoothing, hidden series, splitter.
  QByteArray saveState() const;
  bool restoreState(const QByteArray& state);

  const SeriesStore& store() const { return store_; }
  PlotView& lossPlot() { return *loss_; }
  PlotView& accuracyPlot() { return *accuracy_; }

 Q_SIGNALS:
  void scrubbed(qint64 step);
  void failed(const QString& message);  ///< an export could not be written: cause and hint

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeControls();
  void link(PlotView* from, PlotView* to);
  void setSmoothing(int sliderValue);
  void exportPlot(PlotView* plot, const QString& name);
  void retranslate();

  SeriesStore store_;
  Accuracies accuracies_;
  PlotView* loss_ = nullptr;
  PlotView* accuracy_ = nullptr;
  QSplitter* splitter_ = nullptr;
  QToolButton* log_ = nullptr;
  QToolButton* follow_ = nullptr;
  QToolButton* fit_ = nullptr;
  QToolButton* export_ = nullptr;
  QSlider* smoothing_ = nullptr;
  QLabel* smoothingLabel_ = nullptr;
};

}  // namespace sparring::ui
