// The pages of the Help menu. Each opens beside the window and does not block it.
#pragma once

class QDialog;
class QWidget;

namespace sparring::ui {

class Actions;

/// Version, what the program was built with, licence.
QDialog* showAbout(QWidget* parent);

/// Every key the window and its views know.
QDialog* showShortcuts(const Actions& actions, QWidget* parent);

/// Every parameter with its meaning, from the core's table.
QDialog* showReference(QWidget* parent);

}  // namespace sparring::ui
