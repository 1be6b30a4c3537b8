#include "window/closebutton.h"

#include <QDialog>

namespace sparring::ui {

CloseButton::CloseButton(QDialog* dialog) : QPushButton(tr("Close"), dialog) {
  setAutoDefault(false);  // Enter belongs to what the dialog is about
  connect(this, &QPushButton::clicked, dialog, &QDialog::close);
}

}  // namespace sparring::ui
