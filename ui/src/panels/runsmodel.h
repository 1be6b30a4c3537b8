// The recorded runs as a table.
#pragma once

#include <QAbstractTableModel>
#include <filesystem>
#include <optional>
#include <vector>

#include "sparring/run.h"

namespace sparring::ui {

class RunsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Started, PresetName, Adversary, Lambda, Steps, Clean, Noise, Fgsm, ColumnCount };
  enum Role { SortRole = Qt::UserRole };

  using QAbstractTableModel::QAbstractTableModel;

  void setRuns(std::vector<RunSummary> runs);
  /// The run that is being trained and how far it is; drawn bold.
  void setCurrent(const std::filesystem::path& folder, int64_t step);
  /// The current run's newest accuracies, ahead of what its files told when they were listed.
  void addPoints(const std::vector<MetricPoint>& points);
  const RunSummary& run(int row) const { return runs_[static_cast<size_t>(row)]; }
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  void freshen(RunSummary& run) const;
  QVariant shown(const RunSummary& run, int column) const;
  QVariant sortValue(const RunSummary& run, int column) const;

  std::vector<RunSummary> runs_;
  std::filesystem::path current_;
  int64_t currentStep_ = 0;
  std::optional<double> clean_, noise_, fgsm_;  // the current run's, since it became that
};

/// A preset's title in the window's language; an unknown name comes back as it is.
QString presetTitle(const std::string& name);

}  // namespace sparring::ui
