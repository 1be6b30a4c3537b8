#include "window/menus.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include "lesson/lessonmenu.h"
#include "window/actions.h"
#include "window/pages.h"

namespace sparring::ui {

Menus::Menus(QMainWindow* window, const Actions& a, const Pages& pages, const QList<QDockWidget*>& docks,
             LessonMenu& learn)
    : QObject(window), learn_(learn) {
  const auto menu = [bar = window->menuBar()] { return bar->addMenu(QString()); };
  file_ = menu();
  file_->addActions({a.openSettings, a.saveSettings});
  file_->addSeparator();
  file_->addActions({a.openRun, a.openRunsFolder, a.chooseRunsFolder});
  file_->addSeparator();
  file_->addAction(a.exportAny);
  file_->addSeparator();
  file_->addAction(a.quit);

  edit_ = menu();
  edit_->addActions({a.undo, a.redo});
  edit_->addSeparator();
  edit_->addAction(a.find);

  training_ = menu();
  training_->addActions({a.start, a.newRun, a.fork, a.step, a.stop});
  training_->addSeparator();
  training_->addActions({a.former, a.live});
  presets_ = training_->addMenu(QString());
  presets_->setToolTipsVisible(true);
  presets_->addActions(a.presetMenu);

  view_ = menu();
  for (int i = 0; i < pages.count(); ++i) {
    if (i > 0 && pages.groupOf(i) != pages.groupOf(i - 1)) view_->addSeparator();
    view_->addAction(pages.showActions()[i]);
  }
  view_->addSeparator();
  for (auto* dock : docks) view_->addAction(dock->toggleViewAction());
  view_->addSeparator();
  themes_ = view_->addMenu(QString());
  themes_->addActions(a.themes->actions());
  languages_ = view_->addMenu(QString());
  languages_->addActions(a.languages->actions());
  view_->addActions({a.larger, a.smaller, a.usualSize, a.present});
  view_->addSeparator();
  view_->addActions({a.nextPanel, a.resetLayout});

  window->menuBar()->addMenu(&learn_);

  help_ = menu();
  help_->addActions({a.shortcuts, a.reference, a.tour, a.about});
}

void Menus::retranslate() {
  file_->setTitle(tr("&File"));
  edit_->setTitle(tr("&Edit"));
  training_->setTitle(tr("&Training"));
  presets_->setTitle(tr("&Preset"));
  view_->setTitle(tr("&View"));
  themes_->setTitle(tr("&Theme"));
  languages_->setTitle(tr("&Language"));
  learn_.setTitle(tr("&Learn"));
  help_->setTitle(tr("&Help"));
}

}  // namespace sparring::ui
