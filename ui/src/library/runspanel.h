// The runs on this machine: find one, look at it again, take it up, name, compare, report or remove it.
#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/background.h"
#include "base/notice.h"
#include "base/throttle.h"
#include "library/runstree.h"
#include "sparring/compare.h"

class QAction;
class QComboBox;
class QLabel;
class QTreeView;

namespace sparring::ui {

class FilterLine;

class RunsPanel : public QWidget {
  Q_OBJECT
 public:
  /// `runs`: the folder that is listed.
  explicit RunsPanel(std::filesystem::path runs, QWidget* parent = nullptr);
  ~RunsPanel() override;

  void setFolder(std::filesystem::path runs);  ///< lists another folder
  void refresh();                              ///< lists anew, off the window's thread
  /// The run that is being trained (empty: none) and its step; it is listed anew now and then.
  void setCurrent(const std::filesystem::path& folder, int64_t step);
  /// Marks the run that is shown, whose row is selected when it becomes that, and the window's own, over or not.
  void setMarked(const std::filesystem::path& shown, const std::filesystem::path& live);

  /// News of that run: its accuracies are shown as soon as they exist.
  void addPoints(const std::vector<MetricPoint>& points);

  /// Columns, groups and order, for the window's settings: a JSON object.
  QByteArray saveState() const;
  void restoreState(const QByteArray& state);

  QTreeView& table() { return *table_; }
  RunsTree& model() { return model_; }
  FilterLine& filter() { return *filter_; }
  QComboBox& grouping() { return *grouping_; }
  void select(const std::filesystem::path& run);

 Q_SIGNALS:
  void openAsked(const std::filesystem::path& run);
  void besideAsked(const std::filesystem::path& run);  ///< is to be shown beside the one that is
  void resumeAsked(const std::filesystem::path& run);
  void compareAsked(const std::filesystem::path& run);                       ///< it is to be the baseline
  void contendersAsked(const std::vector<sparring::Contender>& contenders);  ///< are to be held against each other
  void reportAsked(const std::filesystem::path& run);
  void forkAsked(const std::filesystem::path& run);   ///< the next run is to go on from its end
  void movedAsked(const std::filesystem::path& run);  ///< its data are elsewhere now
  void labelled(const std::filesystem::path& run);    ///< it has another name, note, star or tags
  void noticed(const sparring::ui::Notice& notice);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Listing;

  QWidget* makeBar();
  void makeTable();
  void makeActions();
  bool watch();
  void accept(std::vector<LibraryRun> runs);
  std::filesystem::path selected() const;  ///< the one run that is selected; empty: none or several
  QModelIndexList selectedRows() const;
  std::vector<std::filesystem::path> selectedRuns() const;
  std::vector<Contender> contenders() const;
  void keepAround(const std::function<void()>& change);
  void fitColumns();
  void updateActions();
  void updateCount();
  void label(const std::filesystem::path& run, const std::function<void(RunLabels&)>& change);
  void editLabels();
  void removeSelected();
  void retranslate();

  std::filesystem::path runs_;
  std::filesystem::path current_, shown_;
  std::vector<std::filesystem::path> chosen_;  // what is selected, or will be as soon as it is listed
  int64_t step_ = 0;                           // of the current one
  Throttle count_;
  RunsTree model_;
  FilterLine* filter_ = nullptr;
  QComboBox* grouping_ = nullptr;
  QLabel* number_ = nullptr;
  QTreeView* table_ = nullptr;
  QLabel* empty_ = nullptr;
  QAction* open_ = nullptr;
  QAction* beside_ = nullptr;
  QAction* resume_ = nullptr;
  QAction* compare_ = nullptr;
  QAction* baseline_ = nullptr;
  QAction* labels_ = nullptr;
  QAction* star_ = nullptr;
  QAction* folder_ = nullptr;
  QAction* report_ = nullptr;
  QAction* fork_ = nullptr;
  QAction* moved_ = nullptr;
  QAction* remove_ = nullptr;
  std::vector<std::string> fitted_;  // the columns whose widths were set
  bool changing_ = false;            // the selection is being put back
  QTimer again_;
  QFileSystemWatcher watcher_;  // of the folder: runs that others begin or remove
  Throttle news_;
  QTimer soon_;
  int looks_ = 0;  // left for the run that the folder's change announced
  std::shared_ptr<Listing> listing_;
  Background lister_;
};

}  // namespace sparring::ui
