// The lanes as a table: λ and the accuracies of the last evaluation.
#pragma once

#include <QAbstractTableModel>
#include <cstdint>
#include <optional>
#include <vector>

#include "frontier/evaluations.h"

namespace sparring::ui {

/// Rows in ascending order of λ. In each column the best value is bold, unless all are equally good.
class LaneModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Lambda, Clean };          ///< behind Clean, the accuracies under attack
  enum Role { BestRole = Qt::UserRole };  ///< bool

  /// `evaluations` must outlive the model; call refresh() after it has changed.
  explicit LaneModel(const Evaluations& evaluations, QObject* parent = nullptr);

  void refresh();
  void setUntil(std::optional<int64_t> step);                                   ///< none: the newest evaluation
  Metric metric(int column) const { return metrics_[size_t(column - Clean)]; }  ///< of an accuracy's column
  int lane(int row) const { return lanes_[size_t(row)]; }
  double value(int row, int column) const;  ///< an accuracy; NaN where nothing was measured

  /// Tab-separated with a head line, accuracies in percent; no rows: all.
  QString tsv(const std::vector<int>& rows = {}) const;

  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString cell(int row, int column) const;
  std::string key(int column) const { return metricKey(metric(column), metrics_); }
  bool best(int row, int column) const;

  const Evaluations& evaluations_;
  std::optional<int64_t> until_;
  std::vector<int> lanes_;       // by row
  std::vector<Metric> metrics_;  // by column, from Clean on
};

}  // namespace sparring::ui
