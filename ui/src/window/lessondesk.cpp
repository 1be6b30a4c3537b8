#include "window/lessondesk.h"

#include <QDesktopServices>
#include <QDir>
#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QTimer>
#include <QUrl>
#include <algorithm>

#include "lesson/lessoneditor.h"
#include "lesson/lessonmenu.h"
#include "lesson/lessonview.h"
#include "shown/shown.h"
#include "sparring/nearest.h"
#include "widgets/pointat.h"
#include "widgets/viewpage.h"
#include "window/pages.h"
#include "window/settings.h"
#include "window/tried.h"

namespace sparring::ui {
namespace {

constexpr const char* kNoteId = "note";
constexpr double kLessonShare = 0.5;                 // of the window's height, for a lesson that opens
constexpr double kReading = 0.45, kLookedAt = 0.32;  // the same, for it and for what is to be looked at below it

bool isParameterName(const std::string& name) {
  return std::ranges::any_of(paramTable(), [&](const ParamRow& row) { return row.key == name; });
}

[[noreturn]] void noSuch(const char* cause, const std::string& name, size_t step, const std::string& what,
                         const std::vector<std::string>& there) {
  const std::string near = nearest(what, there);
  std::string all;
  for (const std::string& one : there) all += (all.empty() ? "" : ", ") + one;
  throw Error({cause, {name, std::to_string(step), what}},
              near.empty() ? Message{QT_TRANSLATE_NOOP("core", "There are: %1."), {all}}
                           : Message{QT_TRANSLATE_NOOP("core", "Did you mean \"%1\"?"), {near}},
              Error::Kind::Usage);
}

}  // namespace

void checkLesson(const Lesson& lesson, const std::string& name, const Pages& pages, const QWidget& window) {
  for (size_t i = 0; i < lesson.steps.size(); ++i) {
    const LessonStep& step = lesson.steps[i];
    const std::vector<std::string> ids = pages.ids();
    if (!step.page.empty() && std::ranges::find(ids, step.page) == ids.end())
      noSuch(QT_TRANSLATE_NOOP("core", "%1, step %2: there is no page \"%3\"."), name, i + 1, step.page, ids);
    if (step.point.empty() || isParameterName(step.point)) continue;
    if (!window.findChild<QWidget*>(QString::fromStdString(step.point)))
      noSuch(QT_TRANSLATE_NOOP("core", "%1, step %2: there is no \"%3\" to point at."), name, i + 1, step.point,
             {"start", "preset", "lanes", "pages", "scrubber", "parameters", "samples", "pairs", "runs", "messages"});
  }
}

LessonDesk::LessonDesk(const Room& room) : QObject(room.window), room_(room), pointer_(new PointAt(room.window)) {
  LessonView* view = room_.view;
  connect(view, &LessonView::stepShown, this, &LessonDesk::showStep);
  connect(view, &LessonView::startAsked, this, &LessonDesk::start);
  connect(view, &LessonView::progressed, this, &LessonDesk::keep);
  connect(view, &LessonView::left, this, [this] {
    pointer_->point(nullptr);
    room_.dock->hide();
  });
  connect(room_.dock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
    if (!visible && room_.dock->isHidden()) pointer_->point(nullptr);
  });
  connect(room_.menu, &LessonMenu::lessonAsked, this,
          [this](const Lesson& lesson) { tried(*this, [&] { open(lesson); }); });
  connect(room_.menu, &LessonMenu::problemFound, this,
          [this](const Error& error) { Q_EMIT noticed(Notice::of(error)); });
  connect(room_.menu, &LessonMenu::writeAsked, this, [this] { write(); });
  connect(room_.menu, &LessonMenu::folderAsked, this, [this] {
    const QString path = QString::fromStdString(folder().string());
    QDir().mkpath(path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
  });
  connect(room_.menu, &QMenu::aboutToShow, this, &LessonDesk::showFinished);
  room_.menu->setFolder(folder());
  showFinished();
}

std::filesystem::path LessonDesk::folder() const { return ownLessonsFolder(room_.shown->runsFolder()); }

bool LessonDesk::taken() const { return room_.view->lesson().has_value(); }

void LessonDesk::open(const std::string& name) {
  if (const Lesson* shipped = findLesson(lessons(), name)) return open(*shipped);
  if (name.ends_with(".json")) return open(readLesson(name));
  const OwnLessons own = ownLessons(folder());
  if (const Lesson* one = findLesson(own.lessons, name)) return open(*one);
  std::string all;
  for (const auto* list : {&lessons(), &own.lessons})
    for (const Lesson& lesson : *list) all += (all.empty() ? "" : ", ") + lesson.id;
  throw Error({QT_TRANSLATE_NOOP("core", "There is no lesson \"%1\"."), {name}},
              {QT_TRANSLATE_NOOP("core", "There are: %1."), {all}}, Error::Kind::Usage);
}

void LessonDesk::open(const Lesson& lesson) {
  checkLesson(lesson, lesson.id, *room_.pages, *room_.window);
  const Settings::LessonProgress kept = room_.settings->lessonProgress(QString::fromStdString(lesson.id));
  showDock();
  room_.view->open(lesson, kept.step);
}

void LessonDesk::showNote(const QString& title, const QString& note) {
  Lesson lesson;
  lesson.id = kNoteId;
  lesson.title.en = lesson.title.zh = title.toStdString();
  lesson.steps.push_back({});
  lesson.steps.front().text.en = lesson.steps.front().text.zh = note.toStdString();
  showDock();
  room_.view->open(lesson);
}

// Beside the pages, where it takes none of their room; what else stands there gets smaller. Where the column there is
// too narrow to read in, under the parameters: a window does not grow past its screen for a lesson.
void LessonDesk::showDock() {
  const bool opens = room_.dock->isHidden();
  const QSize size = room_.window->size();
  room_.dock->show();
  room_.dock->raise();
  if (!opens) return;
  if (room_.window->isVisible()) return place(size);
  QTimer::singleShot(0, this, [this, size] { place(size); });  // a window that is not shown yet has no room to share
}

void LessonDesk::place(QSize size) {
  QMainWindow* window = room_.window;
  if (window->layout()->minimumSize().width() > size.width()) {
    window->addDockWidget(Qt::LeftDockWidgetArea, room_.dock);
    window->layout()->activate();  // or the least size is that of before
    window->resize(size);
  }
  window->resizeDocks({room_.dock}, {int(kLessonShare * size.height())}, Qt::Vertical);
}

void LessonDesk::leave() {
  if (taken()) room_.view->leave();
}

void LessonDesk::showStep(const LessonStep& step) {
  if (!step.page.empty()) room_.pages->setCurrentWidget(&room_.pages->page(QString::fromStdString(step.page)));
  QWidget* target = nullptr;
  if (isParameterName(step.point)) {
    target = room_.bring(step.point);
  } else if (!step.point.empty()) {
    target = room_.window->findChild<QWidget*>(QString::fromStdString(step.point));
    if (auto* dock = qobject_cast<QDockWidget*>(target)) {
      dock->show();
      dock->raise();
      makeRoomFor(dock);
    }
  }
  pointer_->point(target);
}

// What a step sends the eye to is not to be a strip under the lesson.
void LessonDesk::makeRoomFor(QDockWidget* dock) {
  if (room_.window->dockWidgetArea(dock) != room_.window->dockWidgetArea(room_.dock)) return;
  const int height = room_.window->height();
  room_.window->resizeDocks({room_.dock, dock}, {int(kReading * height), int(kLookedAt * height)}, Qt::Vertical);
}

void LessonDesk::start(const LessonStep& step) {
  tried(*this, [&] {
    const Params params = lessonParams(step, room_.shown->wished());
    Q_EMIT startAsked(params, step.preset.empty() ? room_.shown->wishedPreset() : step.preset);
  });
}

void LessonDesk::keep(const QString& id, int step, bool finished) {
  if (id == kNoteId) return;
  Settings::LessonProgress kept = room_.settings->lessonProgress(id);
  kept.step = finished ? 0 : static_cast<size_t>(step);
  kept.finished = kept.finished || finished;
  room_.settings->setLessonProgress(id, kept);
  showFinished();
}

void LessonDesk::showFinished() {
  room_.menu->setFolder(folder());
  room_.menu->setFinished(room_.settings->finishedLessons());
}

LessonEditor& LessonDesk::write() {
  if (!editor_) {
    LessonEditor::Help help;
    help.shown = room_.shown;
    help.folder = [this] { return folder(); };
    help.pages = room_.pages->ids();
    help.page = [this] { return room_.pages->currentId(); };
    help.check = [this](const Lesson& lesson) { checkLesson(lesson, lesson.id, *room_.pages, *room_.window); };
    editor_ = new LessonEditor(help, room_.window);
    connect(editor_, &LessonEditor::previewAsked, this, [this](const Lesson& lesson, int step) {
      tried(*this, [&] {
        checkLesson(lesson, lesson.id, *room_.pages, *room_.window);
        showDock();
        room_.view->open(lesson, static_cast<size_t>(step));
      });
    });
    connect(editor_, &LessonEditor::written, this,
            [this](const QString& path) { Q_EMIT noticed(Notice::written(path)); });
  }
  editor_->show();
  editor_->raise();
  editor_->activateWindow();
  return *editor_;
}

}  // namespace sparring::ui
