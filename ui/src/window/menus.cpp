#include "window/menus.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include "window/actions.h"
#include "window/pages.h"

namespace sparring::ui {

Menus::Menus(QMainWindow* window, const Actions& a, const Pages& pages, const QList<QDockWidget*>& docks)
    : QObject(window) {
  const auto menu = [bar = window->menuBar()] { return bar->addMenu(QString()); };
  file_ = menu();
  file_->addActions({a.openSettings, a.saveSettings});
  file_->addSeparator();
  file_->addActions({a.openRun, a.openRunsFolder});
  file_->addSeparator();
  file_->addActions(pages.exportActions());
  file_->addActions({a.exportDigits, a.exportPairs, a.exportReport});
  file_->addSeparator();
  file_->addAction(a.quit);

  training_ = menu();
  training_->addActions({a.start, a.step, a.stop, a.reset, a.restart});
  training_->addSeparator();
  training_->addAction(a.live);
  presets_ = training_->addMenu(QString());
  presets_->setToolTipsVisible(true);
  presets_->addActions(a.presets->actions());

  view_ = menu();
  view_->addAction(a.find);
  view_->addSeparator();
  view_->addActions(pages.showActions());
  view_->addSeparator();
  for (auto* dock : docks) view_->addAction(dock->toggleViewAction());
  view_->addSeparator();
  themes_ = view_->addMenu(QString());
  themes_->addActions(a.themes->actions());
  languages_ = view_->addMenu(QString());
  languages_->addActions(a.languages->actions());
  view_->addSeparator();
  view_->addAction(a.resetLayout);

  help_ = menu();
  help_->addActions({a.shortcuts, a.reference, a.about});
}

void Menus::retranslate() {
  file_->setTitle(tr("&File"));
  training_->setTitle(tr("&Training"));
  presets_->setTitle(tr("&Preset"));
  view_->setTitle(tr("&View"));
  themes_->setTitle(tr("&Theme"));
  languages_->setTitle(tr("&Language"));
  help_->setTitle(tr("&Help"));
}

}  // namespace sparring::ui
