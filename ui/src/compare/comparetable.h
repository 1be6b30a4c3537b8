// A comparison as rows and columns: what differs between the runs, what each came to.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "sparring/compare.h"

namespace sparring::ui {

class CompareTable : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setRuns(std::shared_ptr<const ComparedRuns> runs);  ///< null: none
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  /// Which metric a column is of; -1: none.
  int metricOfColumn(int column) const;
  QString shown(const ComparedRow& row, int column) const;
  QVariant colour(const ComparedFigure& figure) const;

  std::shared_ptr<const ComparedRuns> runs_;
};

}  // namespace sparring::ui
