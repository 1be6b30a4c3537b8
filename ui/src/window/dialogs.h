// The pages of the Help menu. Each opens beside the window and does not block it.
#pragma once

class QString;
class QWidget;

namespace sparring::ui {

class Actions;
class SearchPage;

/// Version, what the program was built with, licence.
void showAbout(QWidget* parent);

/// Every key the window and its views know.
void showShortcuts(const Actions& actions, QWidget* parent);

/// Every parameter with its meaning, from the core's table, at `key` where one is given. `open`: the page where it
/// stands already, else null. Returns the page.
SearchPage* showReference(const QString& key, SearchPage* open, QWidget* parent);

}  // namespace sparring::ui
