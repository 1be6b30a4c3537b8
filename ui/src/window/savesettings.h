// What goes into a settings file beside the settings: a note and the page to open, for an exercise to hand out.
#pragma once

#include <QDialog>

class QCheckBox;
class QPlainTextEdit;

namespace sparring::ui {

class SaveSettings : public QDialog {
  Q_OBJECT
 public:
  /// `page`: the title of the page that is open.
  SaveSettings(const QString& page, QWidget* parent);

  QString note() const;
  bool withPage() const;

 private:
  QPlainTextEdit* note_;
  QCheckBox* page_;
};

}  // namespace sparring::ui
