// The line over the tabs: which of the pages they are of.
#pragma once

#include <QTabBar>
#include <map>
#include <vector>

namespace sparring::ui {

struct PageGroup;
class Pages;

/// Choosing a group opens the page of it that was looked at last; whoever opens a page chooses its group.
class PageGroups : public QTabBar {
  Q_OBJECT
 public:
  /// `pages` must outlive it.
  PageGroups(Pages& pages, QWidget* parent);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void follow();  ///< the page that is shown
  void open(int tab);
  void retranslate();

  Pages& pages_;
  std::vector<const PageGroup*> groups_;  // those that have a page, a tab each
  std::map<const PageGroup*, int> last_;  // the page of it that was shown last
};

}  // namespace sparring::ui
