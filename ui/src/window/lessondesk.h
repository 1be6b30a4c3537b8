// Lessons in the window: which is taken, how far, and what a step shows.
#pragma once

#include <QObject>
#include <QPointer>
#include <QSize>
#include <filesystem>
#include <functional>

#include "base/notice.h"
#include "sparring/lesson.h"

class QDockWidget;
class QMainWindow;

namespace sparring::ui {

class LessonEditor;
class LessonMenu;
class LessonView;
class Pages;
class PointAt;
class Settings;
class Shown;

/// Throws Error (Usage) where a step names a page of the window that is not there, or a part of it. `name` stands for
/// the file in what is said.
void checkLesson(const Lesson& lesson, const std::string& name, const Pages& pages, const QWidget& window);

class LessonDesk : public QObject {
  Q_OBJECT
 public:
  /// What it works with, all of which must outlive it. `bring` brings the field of a parameter into sight and gives it.
  struct Room {
    QMainWindow* window;
    QDockWidget* dock;
    LessonView* view;
    LessonMenu* menu;
    Pages* pages;
    Shown* shown;
    Settings* settings;
    std::function<QWidget*(const std::string& key)> bring;
  };
  explicit LessonDesk(const Room& room);

  /// A lesson by its id, or by the path of its file. Throws Error: (Usage) there is none, naming those that there are;
  /// what is wrong with the file.
  void open(const std::string& name);
  void open(const Lesson& lesson);
  /// A note that came with settings: a lesson of one step.
  void showNote(const QString& title, const QString& note);
  void leave();
  bool taken() const;     ///< one is open
  LessonEditor& write();  ///< opens the editor
  PointAt& pointer() { return *pointer_; }

 Q_SIGNALS:
  void startAsked(const sparring::Params& params, const std::string& preset);  ///< a new run with these
  void noticed(const sparring::ui::Notice& notice);

 private:
  void showDock();
  void place(QSize size);  ///< the dock, in a window that has been that large
  void showStep(const LessonStep& step);
  void makeRoomFor(QDockWidget* dock);
  void start(const LessonStep& step);
  void keep(const QString& id, int step, bool finished);
  void showFinished();
  std::filesystem::path folder() const;

  Room room_;
  PointAt* pointer_;
  QPointer<LessonEditor> editor_;
};

}  // namespace sparring::ui
