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
struct ChosenImages;

/// One page. Its tab, its entry in the View menu, its key, its place in the saved state, in Export and where its
/// notices go follow from this.
struct PageRow {
  const char* id;       ///< names it in the saved state and in code: "errors"
  const char* title;    ///< with the menu's mnemonic: "&Errors"
  const char* tip;      ///< of the tab
  const char* group;    ///< whose tab opens the line of tabs that it is in: see pageGroups()
  QKeyCombination key;  ///< opens it
  ViewPage* (*make)(Shown& shown, QWidget* parent);
  bool several = false;   ///< it shows many runs, whichever is looked at: there is no second run beside that
  bool networks = false;  ///< it shows what networks do: those of a training come as soon as it is seen
  bool measured = false;  ///< it shows what was measured of the weights of the step looked at
};

/// Pages that answer questions of one kind. Titles and tips are of the context "pages".
struct PageGroup {
  const char* id;
  const char* title;
  const char* tip;
};
const std::vector<PageGroup>& pageGroups();

/// In the order of the tabs, group by group. Titles and tips are of the context "pages".
const std::vector<PageRow>& pageRows();

/// For a row: a page whose constructor takes what every page takes.
template <class Page>
ViewPage* makePage(Shown& shown, QWidget* parent) {
  return new Page(shown, parent);
}

/// Only the pages of one group have tabs at a time: that of the page shown.
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
  const std::vector<PageRow>& rows() const { return rows_; }
  const PageRow& current() const { return rows_[size_t(currentIndex())]; }
  void showPage(const QString& id);  ///< with the keyboard on it
  void open(int index);              ///< likewise, with the keyboard where it is
  QString groupOf(int index) const { return rows_[size_t(index)].group; }
  std::vector<std::string> ids() const;  ///< in the order of the tabs
  std::string currentId() const;

  const QList<QAction*>& showActions() const { return shows_; }  ///< a page each, in the order of the tabs
  QString usualTitle(int index) const;                           ///< what the tab says where it does not say more

  void openImage(qint64 index);  ///< of the test set, on the page that shows it closely
  void readImage(qint64 index);  ///< likewise, on the page where one is read and changed
  void openImages(const ChosenImages& images);
  void setStanding(const QString& standing);  ///< for the pages that have nothing to show yet

  /// The page and what the user set on the pages, for the window's settings: a JSON object.
  QByteArray saveState() const;
  void restoreState(const QByteArray& state);

 Q_SIGNALS:
  void imageOpened(qint64 index);  ///< openImage() was called
  void noticed(const sparring::ui::Notice& notice);
  void exportAsked(const QString& item);                                      ///< as a page's
  void wishAsked(const sparring::Params& params, const std::string& preset);  ///< as a page's
  void runsChanged();                                                         ///< likewise

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  int indexOf(const QString& id) const;  ///< -1: there is none
  ViewPage& at(int index) const;
  void add(const PageRow& row, Shown& shown);
  void watch();
  void nameTabs();  ///< pages that have a title of their own just now have it, where all tabs have room
  void retranslate();

  Shown& shown_;
  std::vector<PageRow> rows_;
  QList<QAction*> shows_;
};

}  // namespace sparring::ui
