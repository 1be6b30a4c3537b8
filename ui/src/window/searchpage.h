// A page of the Help menu that can be searched. It opens beside the window and does not block it.
#pragma once

#include <QDialog>
#include <vector>

class QLineEdit;
class QTextBrowser;

namespace sparring::ui {

/// What the page shows, in the order of the page.
struct PageSection {
  struct Entry {
    QString html;
    QString words;        ///< what a search looks in
    QString anchor = {};  ///< by which show() finds it; empty: by none
  };
  QString title;
  std::vector<Entry> entries;
  bool table = false;  ///< the entries are rows of one
};

class SearchPage : public QDialog {
  Q_OBJECT
 public:
  SearchPage(const QString& title, std::vector<PageSection> sections, QSize size, QWidget* parent);

  /// Opens it, or brings it to the front, with that entry at the top; empty: as it is.
  void showAt(const QString& anchor = {});

 private:
  void filter();

  std::vector<PageSection> sections_;
  QLineEdit* search_ = nullptr;
  QTextBrowser* text_ = nullptr;
};

}  // namespace sparring::ui
