// Everything that was said, with its time and step.
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QWidget>
#include <deque>
#include <functional>

#include "base/notice.h"
#include "sparring/trainer.h"

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

class MessagesPanel : public QWidget {
  Q_OBJECT
 public:
  explicit MessagesPanel(QWidget* parent = nullptr);
  void add(const Notice& notice);
  void setRun(const QString& run) { run_ = run; }  ///< what is said from now on belongs to
  void add(const Event& event);                    ///< an edit, a phase, a command; warnings come as notices
  MessagesModel& model() { return model_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void addLine(int64_t step, Severity severity, std::function<QString()> text);
  void copySelected();
  void retranslate();

  QString run_;
  MessagesModel model_;
  QTableView* table_ = nullptr;
  class QAction* copy_ = nullptr;
  class QAction* clear_ = nullptr;
};

}  // namespace sparring::ui
