// The recorded runs as a table.
#pragma once

#include <QAbstractTableModel>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sparring/run.h"

namespace sparring::ui {

class RunsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Started, PresetName, Adversary, Lambda, Steps, Clean };  ///< behind Clean, the accuracies under attack
  enum Role { SortRole = Qt::UserRole };

  using QAbstractTableModel::QAbstractTableModel;

  void setRuns(std::vector<RunSummary> runs);
  /// The run that is being trained here and how far it is. The steps of those that another program trains end in "…".
  void setCurrent(const std::filesystem::path& folder, int64_t step);
  /// `shown`: what the window shows, bold; `live`: the window's own training, over or not, with a sign. Both are
  /// spoken.
  void setMarked(const std::filesystem::path& shown, const std::filesystem::path& live);
  /// The current run's newest accuracies, ahead of what its files told when they were listed.
  void addPoints(const std::vector<MetricPoint>& points);
  bool anyElsewhere() const;  ///< a run that another program trains
  const RunSummary& run(int row) const { return runs_[static_cast<size_t>(row)]; }
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  bool isCurrent(const RunSummary& run) const;
  bool isElsewhere(const RunSummary& run) const;
  QStringList standing(const RunSummary& run) const;  ///< what tells it from the other runs, in words
  void freshen(RunSummary& run) const;
  void findKeys();
  const RunSummary::Accuracy* accuracy(const RunSummary& run, int column) const;  ///< null: it does not measure that
  QVariant shown(const RunSummary& run, int column) const;
  QVariant sortValue(const RunSummary& run, int column) const;

  std::vector<RunSummary> runs_;
  std::filesystem::path current_, shown_, live_;
  int64_t currentStep_ = 0;
  std::vector<std::vector<RunSummary::Accuracy>> fresh_;  // the current run's newest, by lane
  int64_t freshStep_ = -1;
  /// By column, from Clean on: metricKey() of what any run measures. So those of one name that differ in their settings
  /// from run to run stand below each other, as those of different data do; the cell's tip tells.
  std::vector<std::string> keys_{"clean"};
};

/// A preset's title in the window's language; an unknown name comes back as it is.
QString presetTitle(const std::string& name);

}  // namespace sparring::ui
