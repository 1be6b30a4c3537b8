// The page of curves: losses above, accuracies below, how the losses' gradients stand to each other below these where
// it is unfolded; one step axis.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/accuracies.h"
#include "curves/plotview.h"
#include "curves/series.h"
#include "shown/shown.h"
#include "sparring/phases.h"
#include "widgets/viewpage.h"

class QLabel;
class QSlider;
class QSplitter;
class QToolButton;

namespace sparring::ui {

class CurvesView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit CurvesView(Shown& shown, QWidget* parent = nullptr);
  ~CurvesView() override;

  /// Forgets points, markers, phases and the scrub line; the lanes stay.
  void clear();
  /// Against whom is trained: losses that never come are not spoken of.
  void setOpponent(const AdversaryInfo& opponent);
  /// One λ a classifier lane (K >= 1). Keeps the points.
  void setLanes(std::vector<double> lambdas);
  /// What the run's evaluations measure: the clean accuracy and those under attack. Others get a curve when they come.
  void setAccuracies(std::vector<Metric> metrics);
  void append(const std::vector<MetricPoint>& points);
  /// A live edit: a vertical line with `shortText` ("λ 2"), `longText` on hover.
  void addMarker(int64_t step, const std::string& key, const QString& shortText, const QString& longText);
  /// The steps after `step` belong to the phase.
  void addPhase(int64_t step, Phase phase);
  void setScrub(std::optional<int64_t> step);

  /// Scale, smoothing, hidden series, splitter, what is unfolded, whether a parent is drawn.
  QByteArray saveState() const override;
  void restoreState(const QByteArray& state) override;

  QString csv() const;  ///< every point, whatever is in sight
  const SeriesStore& store() const { return store_; }
  PlotView& lossPlot() { return *loss_; }
  PlotView& accuracyPlot() { return *accuracy_; }
  PlotView& ratioPlot() { return *ratio_; }
  PlotView& cosinePlot() { return *cosine_; }
  QToolButton& gradients() { return *gradients_; }  ///< shows and folds these two

 Q_SIGNALS:
  void scrubbed(qint64 step);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeControls();
  QWidget* makeGradients();
  std::vector<PlotView*> plots() const { return {loss_, accuracy_, ratio_, cosine_}; }
  void link(PlotView* from, PlotView* to);
  void setSmoothing(int sliderValue);
  void addExports();
  void copyPicture(PlotView& plot);
  void retranslate();
  void read(Shown::What what);
  void readOpponent();
  void readNews();
  void mark(const Event& event);
  void readParent();
  void markAnew();  ///< in the language of now

  Shown& shown_;
  std::vector<double> lambdas_;
  size_t drawn_ = 0, marked_ = 0;  // points and events of the trace
  SeriesStore store_;
  SeriesStore parent_;  // of a fork: what the run it left recorded
  Accuracies accuracies_;
  PlotView* loss_ = nullptr;
  PlotView* accuracy_ = nullptr;
  PlotView* ratio_ = nullptr;
  PlotView* cosine_ = nullptr;
  QWidget* gradientRow_ = nullptr;  ///< both
  QSplitter* splitter_ = nullptr;
  QToolButton* log_ = nullptr;
  QToolButton* gradients_ = nullptr;
  QToolButton* follow_ = nullptr;
  QToolButton* fit_ = nullptr;
  QSlider* smoothing_ = nullptr;
  QLabel* smoothingLabel_ = nullptr;
};

}  // namespace sparring::ui
