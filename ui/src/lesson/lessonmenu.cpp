#include "lesson/lessonmenu.h"

#include <QLocale>

#include "base/text.h"
#include "lesson/lessontext.h"

namespace sparring::ui {

LessonMenu::LessonMenu(QWidget* parent) : QMenu(parent) {
  setToolTipsVisible(true);
  connect(this, &QMenu::aboutToShow, this, &LessonMenu::fill);
}

void LessonMenu::add(const Lesson& lesson) {
  const bool done = finished_.contains(QString::fromStdString(lesson.id));
  const QString title = lessonText(lesson.title).replace("&", "&&");
  // behind the tab stands, at the right edge, what keys have there otherwise
  auto* action = addAction((done ? QString::fromUtf8("✓ ") + title : title) + '\t' +
                           tr("about %1 min").arg(QLocale().toString(lesson.minutes, 'g', 3)));
  action->setData(QString::fromStdString(lesson.id));
  const QString about = lessonText(lesson.about) + (done ? " " + tr("You have finished it.") : QString());
  action->setToolTip("<p>" + about.toHtmlEscaped() + "</p>");
  connect(action, &QAction::triggered, this, [this, lesson] { Q_EMIT lessonAsked(lesson); });
}

void LessonMenu::fill() {
  clear();
  for (const Lesson& lesson : lessons()) add(lesson);
  const OwnLessons own = ownLessons(folder_);
  if (!own.lessons.empty() || !own.problems.empty()) addSection(tr("Your own"));
  for (const Lesson& lesson : own.lessons) add(lesson);
  for (const Error& problem : own.problems) {
    auto* action = addAction(QString::fromUtf8("! ") + text(problem.cause()).replace("&", "&&"));
    action->setToolTip("<p>" + text(problem).toHtmlEscaped() + "</p>");
    connect(action, &QAction::triggered, this, [this, problem] { Q_EMIT problemFound(problem); });
  }
  addSeparator();
  connect(addAction(tr("&Write a lesson…")), &QAction::triggered, this, &LessonMenu::writeAsked);
  auto* folder = addAction(tr("Show the &folder of your lessons"));
  folder->setToolTip(QString::fromStdString(folder_.string()).toHtmlEscaped());
  connect(folder, &QAction::triggered, this, &LessonMenu::folderAsked);
}

}  // namespace sparring::ui
