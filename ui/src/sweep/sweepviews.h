// What a sweep came to, looked at in several ways: a table, figures of it, and its best.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "base/throttle.h"
#include "sweep/sweepcontents.h"
#include "sweep/sweeptable.h"
#include "widgets/figure.h"

class QSplitter;
class QStackedWidget;
class QTableView;

namespace sparring::ui {

class BestPanel;
class FigureView;
class ParallelPlot;

enum class SweepLook { Table, Parallel, Scatter, Heat, Influence, Best };

/// A brush of the parallel coordinates holds for the table and the other figures too.
class SweepViews : public QWidget {
  Q_OBJECT
 public:
  explicit SweepViews(QWidget* parent);

  /// Null: none.
  void setContents(std::shared_ptr<const SweepContents> contents);
  /// What the figures are of; none: as far as each run came.
  void setBudget(std::optional<int64_t> budget);
  void setLook(SweepLook look);
  /// Of the scatter and the heat map, as quantityName() counts them.
  void setQuantities(int across, int upwards);
  void retranslate();

  QTableView& table() { return *table_; }
  SweepTable& model() { return model_; }
  ParallelPlot& parallel() { return *parallel_; }
  FigureView& figure() { return *figure_; }
  BestPanel& best() { return *best_; }
  QSplitter& splitter() { return *splitter_; }

  void paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const;  ///< the figure that is looked at

 Q_SIGNALS:
  void runAsked(size_t run);
  void brushed();  ///< at most ten times a second

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeTable();
  void showContents();
  void showParallel();
  void fitColumns();
  void keepSelection();
  std::unique_ptr<Figure> makeFigure(QSizeF size, const QFont& font, theme::Tone tone) const;
  std::vector<QString> names() const;
  void activate(int place);

  std::shared_ptr<const SweepContents> contents_;
  std::optional<int64_t> budget_;
  SweepLook look_ = SweepLook::Parallel;
  int across_ = 0, upwards_ = 1;
  std::optional<size_t> selected_;              // a run
  std::shared_ptr<const SweepPlan> shownPlan_;  // whose columns are fitted
  SweepTable model_;
  QSplitter* splitter_ = nullptr;
  QStackedWidget* figures_ = nullptr;
  ParallelPlot* parallel_ = nullptr;
  FigureView* figure_ = nullptr;
  QTableView* table_ = nullptr;
  BestPanel* best_ = nullptr;
  Throttle filter_;
};

}  // namespace sparring::ui
