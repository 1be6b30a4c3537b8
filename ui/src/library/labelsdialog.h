// A run's name, note, star and tags, typed.
#pragma once

#include <QDialog>

#include "sparring/library.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace sparring::ui {

class LabelsDialog : public QDialog {
  Q_OBJECT
 public:
  /// `tags`: those that other runs have, to be completed.
  LabelsDialog(const QString& folder, const RunLabels& labels, const QStringList& tags, QWidget* parent = nullptr);

  RunLabels labels() const;
  QLineEdit& name() { return *name_; }
  QLineEdit& tags() { return *tags_; }
  QPlainTextEdit& note() { return *note_; }

 private:
  QLineEdit* name_ = nullptr;
  QLineEdit* tags_ = nullptr;
  QPlainTextEdit* note_ = nullptr;
  QCheckBox* star_ = nullptr;
};

}  // namespace sparring::ui
