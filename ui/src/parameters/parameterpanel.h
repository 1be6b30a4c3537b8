// All parameters, made from the core's table and nothing else.
#pragma once

#include <QWidget>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sparring/error.h"
#include "sparring/params.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace sparring::ui {

class ParameterField;
class ParameterGroup;

class ParameterPanel : public QWidget {
  Q_OBJECT
 public:
  explicit ParameterPanel(QWidget* parent = nullptr);
  ~ParameterPanel() override;

  void setParams(const Params& wished, const Params& preset);
  /// `training`: one is under way. `waiting`: keys whose value waits for the next start.
  void setWaiting(bool training, const std::set<std::string>& waiting);
  /// The value of `key` could not be applied.
  void showProblem(const std::string& key, const Error& error);
  /// Hands on what was typed and not yet applied.
  void commit();
  /// The first field whose text is not valid; null where all are.
  const ParameterField* firstInvalid() const;
  /// Brings a field into sight and the keyboard to it.
  void reveal(const std::string& key);
  /// What stands below the fields: what is wrong with a value, or is to be known of one. Empty for nothing.
  QString message() const;

  ParameterField& field(const std::string& key);  ///< a key of the table

  QStringList folded() const;  ///< groups folded away, by their untranslated name
  void setFolded(const QStringList& groups);
  void focusFilter();

 Q_SIGNALS:
  void edited(const QString& key, const QString& text);
  void newRunAsked();  ///< "New run with them"

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void filter(const QString& words);
  void showWhatMatters();
  void updateProblem();
  void updateMessage();
  void fit();
  void updateWaiting();
  void retranslate();

  Params wished_;
  size_t waitingCount_ = 0;
  QLineEdit* filter_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QLabel* message_ = nullptr;  // of a single field
  QLabel* problem_ = nullptr;  // of all together
  QLabel* nothing_ = nullptr;
  QWidget* waitingBar_ = nullptr;
  QLabel* waitingText_ = nullptr;
  QPushButton* newRun_ = nullptr;
  std::vector<ParameterGroup*> groups_;
  std::map<std::string, ParameterField*> fields_;
};

}  // namespace sparring::ui
