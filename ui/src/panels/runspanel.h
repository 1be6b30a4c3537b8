// The runs on this machine: look at one again, take it up, report it, remove it.
#pragma once

#include <QFileSystemWatcher>
#include <QTimer>
#include <QWidget>
#include <filesystem>

#include "base/background.h"
#include "base/notice.h"
#include "base/throttle.h"
#include "panels/runsmodel.h"

class QAction;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace sparring::ui {

class RunsPanel : public QWidget {
  Q_OBJECT
 public:
  /// `runs`: the folder that is listed.
  explicit RunsPanel(std::filesystem::path runs, QWidget* parent = nullptr);

  void setFolder(std::filesystem::path runs);  ///< lists another folder
  void refresh();                              ///< lists anew, off the window's thread
  /// The run that is being trained (empty: none) and its step; it is listed anew now and then.
  void setCurrent(const std::filesystem::path& folder, int64_t step);
  /// Marks the run that is shown, whose row is selected when it becomes that, and the window's own, over or not.
  void setMarked(const std::filesystem::path& shown, const std::filesystem::path& live);

  /// News of that run: its accuracies are shown as soon as they exist.
  void addPoints(const std::vector<MetricPoint>& points);

  QTableView& table() { return *table_; }
  RunsModel& model() { return model_; }

 Q_SIGNALS:
  void openAsked(const std::filesystem::path& run);
  void resumeAsked(const std::filesystem::path& run);
  void compareAsked(const std::filesystem::path& run);  ///< it is to be the baseline
  void reportAsked(const std::filesystem::path& run);
  void forkAsked(const std::filesystem::path& run);   ///< the next run is to go on from its end
  void movedAsked(const std::filesystem::path& run);  ///< its data are elsewhere now
  void noticed(const sparring::ui::Notice& notice);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeActions();
  bool watch();
  std::filesystem::path selected() const;
  void select(const std::filesystem::path& run);
  void updateActions();
  void removeSelected();
  void retranslate();

  std::filesystem::path runs_;
  std::filesystem::path current_, shown_;
  std::filesystem::path chosen_;  // what is selected, or will be as soon as it is listed
  int64_t step_ = 0;              // of the current one
  Throttle count_;
  RunsModel model_;
  QSortFilterProxyModel* sorted_ = nullptr;
  QTableView* table_ = nullptr;
  QLabel* empty_ = nullptr;
  QAction* open_ = nullptr;
  QAction* resume_ = nullptr;
  QAction* compare_ = nullptr;
  QAction* folder_ = nullptr;
  QAction* report_ = nullptr;
  QAction* fork_ = nullptr;
  QAction* moved_ = nullptr;
  QAction* remove_ = nullptr;
  QTimer again_;
  QFileSystemWatcher watcher_;  // of the folder: runs that others begin or remove
  Throttle news_;
  QTimer soon_;
  int looks_ = 0;  // left for the run that the folder's change announced
  Background lister_;
};

}  // namespace sparring::ui
