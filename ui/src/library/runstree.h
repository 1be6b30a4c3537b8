// The recorded runs as rows: filtered, in order, in groups that fold.
#pragma once

#include <QAbstractItemModel>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sparring/library.h"

namespace sparring::ui {

class RunsTree : public QAbstractItemModel {
  Q_OBJECT
 public:
  using QAbstractItemModel::QAbstractItemModel;

  void setRuns(std::vector<LibraryRun> runs);
  const std::vector<LibraryRun>& all() const { return runs_; }
  /// The run that is being trained here and how far it is. The steps of those that another program trains end in "…".
  void setCurrent(const std::filesystem::path& folder, int64_t step);
  /// `shown`: what the window shows, bold; `live`: the window's own training, over or not, with a sign. Both are
  /// spoken.
  void setMarked(const std::filesystem::path& shown, const std::filesystem::path& live);
  /// The current run's newest accuracies, ahead of what its files told when they were listed.
  void addPoints(const std::vector<MetricPoint>& points);
  bool anyElsewhere() const;  ///< a run that another program trains

  void setFilter(RunFilter filter);
  void setGrouping(Grouping grouping);
  Grouping grouping() const { return grouping_; }
  /// What is in the columns behind the name; none: what tells the runs apart, and what they came to.
  void setColumns(std::vector<std::string> columns);
  bool usualColumns() const { return chosen_.empty(); }
  const std::vector<std::string>& columns() const { return columns_; }
  /// By that column, ties by those sorted by before.
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
  const std::vector<std::string>& order() const { return order_; }  ///< as sortRuns() takes it
  void setOrder(std::vector<std::string> order);
  int shownRuns() const { return shownRuns_; }

  /// Null for the row of a group.
  const LibraryRun* run(const QModelIndex& index) const;
  std::vector<const LibraryRun*> runsOf(const QModelIndex& index) const;  ///< of a group all
  QModelIndex indexOf(const std::filesystem::path& run, int column = 0) const;
  void retranslate();

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;  ///< the name, which may be typed
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 Q_SIGNALS:
  void nameTyped(const std::filesystem::path& run, const QString& name);

 private:
  /// A row of the first level: a run by itself, or a group.
  struct Node {
    std::string group;         // empty: none
    std::vector<size_t> runs;  // places in runs_
    std::vector<int> depths;   // of forks, by run
  };

  bool isCurrent(const LibraryRun& run) const;
  bool isElsewhere(const LibraryRun& run) const;
  QStringList standing(const LibraryRun& run) const;  ///< what tells it from the other runs, in words
  void freshen(LibraryRun& run) const;
  void rebuild();
  void findColumns(const std::vector<LibraryRun>& shown);
  QString shown(const LibraryRun& run, const std::string& key) const;
  QString branch(const QModelIndex& index) const;  ///< before the name of a fork among those it belongs to
  QString ofGroup(const Node& node, const std::string& key) const;
  QVariant ofGroup(const Node& node, int column, int role) const;

  std::vector<LibraryRun> runs_;
  RunFilter filter_;
  Grouping grouping_ = Grouping::None;
  std::vector<std::string> chosen_, columns_{"name"}, order_{"-started"};
  std::vector<Node> nodes_;
  int shownRuns_ = 0;
  std::filesystem::path current_, shown_, live_;
  int64_t currentStep_ = 0;
  std::vector<std::vector<RunSummary::Accuracy>> fresh_;  // the current run's newest, by lane
  int64_t freshStep_ = -1;
};

}  // namespace sparring::ui
