// The button that a dialog of the Help menu ends with.
#pragma once

#include <QPushButton>

class QDialog;

namespace sparring::ui {

class CloseButton : public QPushButton {
  Q_OBJECT
 public:
  explicit CloseButton(QDialog* dialog);
};

}  // namespace sparring::ui
