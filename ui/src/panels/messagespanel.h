// Everything that was said, with its time and step.
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QSortFilterProxyModel>
#include <QWidget>
#include <deque>
#include <functional>
#include <optional>

#include "base/notice.h"
#include "base/throttle.h"
#include "sparring/trainer.h"

class QCheckBox;
class QComboBox;
class QTableView;

namespace sparring::ui {

/// One line of the log. `text` is asked whenever the line is drawn, so that it follows the language.
struct LogLine {
  QDateTime time;
  QString run = {};  ///< the name of the training that went on then; empty: none
  int64_t step = -1;
  Severity severity = Severity::Info;
  std::function<QString()> text;
};

class MessagesModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Time, Run, Step, Kind, Text, ColumnCount };
  enum Role { TroubleRole = Qt::UserRole };  ///< it is a warning or an error
  using QAbstractTableModel::QAbstractTableModel;

  void add(LogLine line);
  void clear();
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::deque<LogLine> lines_;  // newest last, bounded
};

/// The lines of one run, or of all; all of them, or warnings and errors alone.
class MessagesFilter : public QSortFilterProxyModel {
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setRun(const std::optional<QString>& run);  ///< nothing: every run
  void setTroublesOnly(bool only);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  std::optional<QString> run_;
  bool troublesOnly_ = false;
};

class MessagesPanel : public QWidget {
  Q_OBJECT
 public:
  explicit MessagesPanel(QWidget* parent = nullptr);
  void add(const Notice& notice);
  void setRun(const QString& run) { run_ = run; }  ///< what is said from now on belongs to
  void add(const Event& event);                    ///< an edit, a phase, a command; warnings come as notices
  MessagesModel& model() { return model_; }
  int troubles() const { return troubles_; }  ///< warnings and errors since they were last looked at
  /// Whether nothing covers it: another tab's dock lies over it, and Qt takes both for visible.
  void setInSight(bool inSight);

 Q_SIGNALS:
  void troublesChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void addLine(int64_t step, Severity severity, std::function<QString()> text);
  void clear();
  void choose();
  void copySelected();
  void retranslate();

  QString run_;
  Throttle heights_;  // of lines, which wrap
  MessagesModel model_;
  MessagesFilter filter_;
  int troubles_ = 0;
  bool inSight_ = false;
  QWidget* choice_ = nullptr;  // there as soon as there is something to choose
  QComboBox* runs_ = nullptr;  // data: a run's name; the first: every run
  QCheckBox* troublesOnly_ = nullptr;
  QTableView* table_ = nullptr;
  class QAction* copy_ = nullptr;
  class QAction* clear_ = nullptr;
};

}  // namespace sparring::ui
