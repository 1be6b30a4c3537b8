// The pages in the middle of the window, made from a table: a page is a class and a row of it.
#pragma once

#include <QKeyCombination>
#include <QList>
#include <QTabWidget>
#include <vector>

#include "base/notice.h"
#include "sparring/params.h"

class QAction;

namespace sparring::ui {

class Shown;
class ViewPage;

/// A drawing or picture of a page that the File menu writes, too.
struct PageExport {
  const char* name;                         ///< as the page's header knows it
  const char* title;                        ///< "Export &frontier…"
  QKeyCombination key = QKeyCombination();  ///< none
};

/// One page. Its tab, its entry in the View menu, its key, its entries in the File menu, its place in the saved state
/// and where its notices go follow from this.
struct PageRow {
  const char* id;       ///< names it in the saved state and in code: "errors"
  const char* title;    ///< with the menu's mnemonic: "&Errors"
  const char* tip;      ///< of the tab
  QKeyCombination key;  ///< opens it
  ViewPage* (*make)(Shown& shown, QWidget* parent);
  std::vector<PageExport> exports = {};
};

/// In the order of the tabs. Titles and tips are of the context "pages".
const std::vector<PageRow>& pageRows();

/// For a row: a page whose constructor takes what every page takes.
template <class Page>
ViewPage* makePage(Shown& shown, QWidget* parent) {
  return new Page(shown, parent);
}

class Pages : public QTabWidget {
  Q_OBJECT
 public:
  /// `shown` must outlive all calls.
  Pages(const std::vector<PageRow>& rows, Shown& shown, QWidget* parent = nullptr);

  /// The page of this class, which must be there.
  template <class Page>
  Page& get() const {
    return *findChild<Page*>();
  }
  ViewPage& page(const QString& id) const;  ///< which must be there
  void showPage(const QString& id);         ///< with the keyboard on it
  std::vector<std::string> ids() const;     ///< in the order of the tabs
  std::string currentId() const;

  const QList<QAction*>& showActions() const { return shows_; }      ///< a page each, in the order of the tabs
  const QList<QAction*>& exportActions() const { return exports_; }  ///< for the File menu

  void openImage(qint64 index);               ///< of the test set, on the page that shows it closely
  void setStanding(const QString& standing);  ///< for the pages that have nothing to show yet

  /// The page and what the user set on the pages, for the window's settings: a JSON object.
  QByteArray saveState() const;
  void restoreState(const QByteArray& state);

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);
  void wishAsked(const sparring::Params& params, const std::string& preset);  ///< as a page's
  void runsChanged();                                                         ///< likewise

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  int indexOf(const QString& id) const;  ///< -1: there is none
  ViewPage& at(int index) const;
  void add(const PageRow& row, Shown& shown);
  QString usualTitle(int index) const;
  void nameTabs();  ///< pages that have a title of their own just now have it, where all tabs have room
  void retranslate();

  std::vector<PageRow> rows_;
  QList<QAction*> shows_;
  QList<QAction*> exports_;  // of all rows, one after the other
};

}  // namespace sparring::ui
