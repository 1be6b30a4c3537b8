// The menu bar.
#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace sparring::ui {

class Actions;
class LessonMenu;
class Pages;

class Menus : public QObject {
  Q_OBJECT
 public:
  Menus(QMainWindow* window, const Actions& actions, const Pages& pages, const QList<QDockWidget*>& docks,
        LessonMenu& learn);
  void retranslate();

 private:
  QMenu* file_;
  QMenu* edit_;
  QMenu* training_;
  QMenu* presets_;
  QMenu* view_;
  QMenu* themes_;
  QMenu* languages_;
  LessonMenu& learn_;
  QMenu* help_;
};

}  // namespace sparring::ui
