// The runs of a sweep as rows, in an order that is chosen, all or those that a brush leaves.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <vector>

#include "sweep/sweepcontents.h"

namespace sparring::ui {

class SweepTable : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;

  /// Null: none. `budget`: what the figures are of, none: as far as each came.
  void setContents(std::shared_ptr<const SweepContents> contents, std::optional<int64_t> budget);
  /// Which runs have a row; empty: all.
  void setFilter(std::vector<bool> kept);
  void retranslate();

  size_t runAt(int row) const { return order_[size_t(row)]; }
  int rowOf(size_t run) const;  ///< -1: it has none
  QString csv() const;          ///< as it stands, with keys and plain numbers

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

  static QString stateText(RunState state);

 private:
  enum class Column { Run, Varied, Seed, Step, Value, Seconds, State };
  struct Place {
    Column column;
    size_t varied = 0;  // which of the varied parameters
  };
  bool seeded() const { return contents_->plan->spec().seeds > 1; }
  Place placeOf(int column) const;
  QString shown(size_t run, Place place) const;
  double number(size_t run, Place place) const;  // to be sorted by; NaN: nothing there
  QString title(Place place) const;
  void arrange();

  std::shared_ptr<const SweepContents> contents_;
  std::optional<int64_t> budget_;
  std::vector<bool> kept_;
  std::vector<size_t> order_;  // by row
  int sortColumn_ = 0;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace sparring::ui
