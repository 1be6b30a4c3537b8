// All parameters, made from the core's table and nothing else.
#pragma once

#include <QPalette>
#include <QWidget>
#include <map>
#include <optional>
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
  /// Shows the settings of a run that is looked at, to be read and not changed, with those marked that differ from the
  /// wished ones; nothing: the wished ones again.
  void setLooked(const std::optional<Params>& params);
  size_t differing() const;  ///< how many of those that matter to that run differ
  /// The value of `key` could not be applied.
  void showProblem(const std::string& key, const Error& error);
  /// Hands on what was typed and not yet applied.
  void commit();
  /// The first field whose text is not valid; null where all are.
  const ParameterField* firstInvalid() const;
  /// Brings a field into sight and the keyboard to it.
  void reveal(const std::string& key);
  /// The key of the field that has the keyboard; empty where none has.
  QString focused() const;
  /// What stands below the fields: what is wrong with a value, or is to be known of one. Empty for nothing.
  QString message() const;

  ParameterField& field(const std::string& key);  ///< a key of the table

  QStringList folded() const;  ///< groups folded away, by their untranslated name
  void setFolded(const QStringList& groups);
  void focusFilter();

 Q_SIGNALS:
  void edited(const QString& key, const QString& text);
  void varyAsked(const QString& key);  ///< in a sweep
  void newRunAsked();                  ///< "New run with them"
  void useAsked();                     ///< the settings that are looked at are to be the wished ones

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeBar(QLabel* words, QPushButton* button);
  void filter(const QString& words);
  void showWhatMatters();
  void updateProblem();
  void updateMessage();
  void updateWaiting();
  void updateLooked();
  void tint(const QPalette& palette);
  void retranslate();

  Params wished_;
  std::optional<Params> looked_;
  QPalette tint_;  // of the fields while a run is looked at
  size_t waitingCount_ = 0;
  QLineEdit* filter_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QLabel* message_ = nullptr;  // of a single field
  QLabel* problem_ = nullptr;  // of all together
  QLabel* nothing_ = nullptr;
  QWidget* waitingBar_ = nullptr;
  QLabel* waitingText_ = nullptr;
  QPushButton* newRun_ = nullptr;
  QWidget* lookedBar_ = nullptr;  // likewise, of a run that is looked at
  QLabel* lookedText_ = nullptr;
  QPushButton* use_ = nullptr;
  std::vector<ParameterGroup*> groups_;
  std::map<std::string, ParameterField*> fields_;
};

}  // namespace sparring::ui
