// One row of the panel: label, editor, what is wrong with it, the way back.
#pragma once

#include <QWidget>
#include <optional>

#include "sparring/error.h"
#include "sparring/params.h"

class QAction;
class QLabel;
class QToolButton;

namespace sparring::ui {

class ParameterEditor;

/// Checks while one types, applies on Enter, on leaving the field and while sliding. What is invalid stays as typed,
/// framed, and is never handed on; Esc brings the former value back. The panel shows message(), so that no row moves
/// under the pointer.
class ParameterField : public QWidget {
  Q_OBJECT
 public:
  ParameterField(const ParamRow& row, QWidget* parent);

  const ParamRow& row() const { return row_; }
  ParameterEditor& editor() { return *editor_; }
  bool valid() const { return problem_.empty(); }

  /// The wished value and that of the preset. What is being typed stays unless the value has changed under it.
  void setValue(const QString& value, const QString& presetValue);
  /// The value of a run that is looked at, to be read and not changed; nothing: the wished one again.
  void setLooked(const std::optional<QString>& value);
  bool differs() const { return looked_ && *looked_ != value_; }  ///< the run's value and the wished one
  /// Whether the parameter plays a part beside the others' values.
  void setMatters(bool matters) { matters_ = matters; }
  bool matters() const { return matters_; }
  /// Whether a training is under way, and whether this row's value waits for the next one.
  void setRestart(bool training, bool waiting);
  /// The window could not apply the value.
  void showProblem(const Error& error);
  /// Something to know about the value, where there is no problem to tell; empty for none.
  void setHint(const QString& hint);
  /// What is wrong with what was typed, or the hint; empty for neither.
  QString message() const;
  /// Hands on what was typed, if it is valid.
  void commit();
  /// Label, key or help contain `words`, in the language shown.
  bool matches(const QString& words) const;

 Q_SIGNALS:
  void edited(const QString& key, const QString& text);
  void told();                         ///< message() is another
  void varyAsked(const QString& key);  ///< in a sweep

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void check();
  /// What is in the editor, as the core would write it; as typed where it is not valid.
  QString canonical() const;
  void goBack();
  void updateMarks();
  void updateName();
  void fitLabel();
  void retranslate();

  const ParamRow& row_;
  QString value_;
  QString presetValue_;
  std::optional<QString> looked_;
  Message problem_;
  QString hint_;
  QString tip_;
  QString told_;  // the message that was last told of
  bool matters_ = true;
  bool training_ = false;
  bool waiting_ = false;
  QLabel* label_ = nullptr;
  QAction* vary_ = nullptr;
  QLabel* restart_ = nullptr;
  ParameterEditor* editor_ = nullptr;
  QToolButton* back_ = nullptr;
};

}  // namespace sparring::ui
