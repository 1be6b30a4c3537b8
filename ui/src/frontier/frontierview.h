// What several λ make of robustness: the frontier above, the lanes' figures below. One λ is the plain case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "frontier/evaluations.h"
#include "frontier/frontierplot.h"
#include "frontier/lanemodel.h"
#include "shown/shown.h"
#include "widgets/viewpage.h"

class QButtonGroup;
class QLabel;
class QTableView;
class QToolButton;

namespace sparring::ui {

class FrontierView : public ViewPage {
  Q_OBJECT
 public:
  /// `shown` must outlive the view.
  explicit FrontierView(Shown& shown, QWidget* parent = nullptr);

  /// Forgets the evaluations; the lanes stay.
  void clear();
  /// One λ a classifier lane (K >= 1). Keeps the evaluations.
  void setLanes(std::vector<double> lambdas);
  /// What the run's evaluations measure: the clean accuracy and those under attack.
  void setAccuracies(std::vector<Metric> metrics);
  void append(const std::vector<MetricPoint>& points);
  void setScrub(std::optional<int64_t> step);

  QString tabTitle() const override;
  QByteArray saveState() const override;
  void restoreState(const QByteArray& state) override;

  QString lanesCsv() const;  ///< a line a classifier, as the table shows them
  QString trailsCsv() const;

  FrontierPlot& plot() { return *plot_; }
  QTableView& table() { return *table_; }
  LaneModel& model() { return model_; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeControls();
  void offer(QButtonGroup* choice, int id, bool on);
  void offerAttacks();
  void nameAttacks();
  QWidget* makeContent();
  void addExports();
  void makeTable();
  void fitTable();
  void choose();
  void copyTable();
  void copyPicture();
  void retranslate();
  void read(Shown::What what);

  Shown& shown_;
  size_t drawn_ = 0;  // points of the trace
  Evaluations evaluations_;
  std::optional<int64_t> until_;
  LaneModel model_{evaluations_};
  FrontierPlot* plot_ = nullptr;
  QTableView* table_ = nullptr;
  QLabel* against_ = nullptr;
  QButtonGroup* attacks_ = nullptr;  // ids: Metric
  std::vector<Metric> accuracies_;   // that the run was last said to measure
  std::vector<Metric> offered_;      // by them
  Metric main_ = Metric::Clean;
  std::string wanted_;               // key of the chosen one, also while the run on show has none of that key
  QButtonGroup* extents_ = nullptr;  // ids: Extent
  QAction* copyTable_ = nullptr;
  QAction* copyPicture_ = nullptr;
  QAction* exportPicture_ = nullptr;
};

}  // namespace sparring::ui
