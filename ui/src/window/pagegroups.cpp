#include "window/pagegroups.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

#include "window/pages.h"

namespace sparring::ui {

PageGroups::PageGroups(Pages& pages, QWidget* parent) : QTabBar(parent), pages_(pages) {
  setObjectName("pageGroups");
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  for (const PageGroup& group : pageGroups()) {
    int first = 0;
    while (first < pages_.count() && pages_.groupOf(first) != group.id) ++first;
    if (first == pages_.count()) continue;
    groups_.push_back(&group);
    last_[&group] = first;
    addTab(QString());
  }
  retranslate();
  follow();
  connect(&pages_, &QTabWidget::currentChanged, this, &PageGroups::follow);
  connect(this, &QTabBar::currentChanged, this, &PageGroups::open);
}

void PageGroups::follow() {
  const QString id = pages_.groupOf(pages_.currentIndex());
  const auto group = std::ranges::find_if(groups_, [&id](const PageGroup* one) { return id == one->id; });
  if (group == groups_.end()) return;
  last_[*group] = pages_.currentIndex();
  setCurrentIndex(int(group - groups_.begin()));
}

void PageGroups::open(int tab) { pages_.open(last_.at(groups_[size_t(tab)])); }

void PageGroups::changeEvent(QEvent* event) {
  QTabBar::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PageGroups::retranslate() {
  setAccessibleName(QCoreApplication::translate("pages", "Kinds of pages"));
  for (int i = 0; i < count(); ++i) {
    setTabText(i, QCoreApplication::translate("pages", groups_[size_t(i)]->title));
    setTabToolTip(i, QCoreApplication::translate("pages", groups_[size_t(i)]->tip));
  }
}

}  // namespace sparring::ui
