// The line that runs are looked for in: it completes keys and values, and says what it does not understand.
#pragma once

#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>
#include <functional>
#include <vector>

#include "sparring/library.h"

class QCompleter;

namespace sparring::ui {

class FilterLine : public QLineEdit {
  Q_OBJECT
 public:
  /// `runs`: those whose values it offers.
  FilterLine(std::function<const std::vector<LibraryRun>&()> runs, QWidget* parent = nullptr);

  QString problem() const { return problem_; }  ///< empty: it is understood
  QStringList offered() const { return words_.stringList(); }

 Q_SIGNALS:
  void filtered(const sparring::RunFilter& filter);  ///< a moment after the last key; of what is understood alone

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void offer();
  void take(const QString& word);
  void read();
  void retranslate();

  std::function<const std::vector<LibraryRun>&()> runs_;
  QStringListModel words_;
  QCompleter* completer_ = nullptr;
  Completions completions_;
  QTimer pause_;
  QString problem_;
};

}  // namespace sparring::ui
