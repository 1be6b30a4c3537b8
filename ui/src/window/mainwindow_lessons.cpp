// Lessons, the class room and the tour in the window.
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QShortcut>
#include <QTabBar>
#include <QTimer>

#include "base/text.h"
#include "digits/sampleview.h"
#include "lesson/lessonmenu.h"
#include "lesson/lessonview.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "shown/shown.h"
#include "widgets/pointat.h"
#include "window/actions.h"
#include "window/filecommands.h"
#include "window/lessondesk.h"
#include "window/mainwindow.h"
#include "window/presentation.h"
#include "window/savesettings.h"
#include "window/settings.h"
#include "window/toolbar.h"
#include "window/tour.h"

namespace sparring::ui {
namespace {

constexpr std::chrono::milliseconds kWelcome{700};  // the window stands there first

QRect tabOf(QWidget* pages, const QString& id) {
  const auto* tabs = static_cast<Pages*>(pages);
  const std::vector<std::string> ids = tabs->ids();
  const auto found = std::ranges::find(ids, id.toStdString());
  if (found == ids.end()) return {};
  const QRect tab = tabs->tabBar()->tabRect(int(found - ids.begin()));
  return {tabs->tabBar()->mapTo(tabs, tab.topLeft()), tab.size()};
}

}  // namespace

void MainWindow::makeLessons() {
  learn_ = new LessonMenu(this);
  lessons_ = new LessonDesk({.window = this,
                             .dock = lessonDock_,
                             .view = lessonView_,
                             .menu = learn_,
                             .pages = pages_,
                             .shown = shown_,
                             .settings = &settings_,
                             .bring = [this](const std::string& key) { return bringField(key); }});
  presentation_ = new Presentation(this, lessonDock_);
  makeTour();
}

QWidget* MainWindow::bringField(const std::string& key) {
  const QPointer<QWidget> focus = QApplication::focusWidget();
  parameterDock_->show();
  panel_->reveal(key);
  if (focus) focus->setFocus();
  return &panel_->field(key);
}

void MainWindow::connectLessons() {
  connect(lessons_, &LessonDesk::noticed, this, &MainWindow::notice);
  connect(lessons_, &LessonDesk::startAsked, this, [this](const Params& params, const std::string& preset) {
    wish(params, preset);
    newRun();
  });
  connect(files_, &FileCommands::exerciseOpened, this, [this](const Exercise& exercise, const QString& name) {
    const std::vector<std::string> ids = pages_->ids();
    if (std::ranges::find(ids, exercise.page) != ids.end()) pages_->showPage(QString::fromStdString(exercise.page));
    if (!exercise.note.empty()) lessons_->showNote(name, QString::fromStdString(exercise.note));
  });
  connect(actions_->present, &QAction::toggled, presentation_, &Presentation::setOn);
  connect(presentation_, &Presentation::changed, actions_->present, &QAction::setChecked);
  auto* back = new QShortcut(Qt::Key_Escape, this);
  back->setEnabled(false);
  connect(back, &QShortcut::activated, presentation_, [this] { presentation_->setOn(false); });
  connect(presentation_, &Presentation::changed, back, &QShortcut::setEnabled);
  connect(actions_->tour, &QAction::triggered, tour_, &Tour::begin);
}

void MainWindow::saveSettings() {
  const int page = pages_->currentIndex();
  SaveSettings dialog(pages_->tabText(page), this);
  if (dialog.exec() != QDialog::Accepted) return;
  files_->saveSettings({dialog.note().toStdString(), dialog.withPage() ? pages_->currentId() : std::string()});
}

void MainWindow::makeTour() {
  const auto whole = [](QWidget* widget) { return [widget] { return widget; }; };
  std::vector<TourStop> stops;
  stops.push_back({[this] { return toolbar_->findChild<QWidget*>("start"); },
                   {},
                   [] { return tr("This starts a training, and pauses it: the space bar does the same."); }});
  stops.push_back({whole(panel_), {}, [] {
                     return tr(
                         "Everything that can be set. λ says how much the opponent's samples weigh. Most fields "
                         "can be changed while the training runs.");
                   }});
  stops.push_back({whole(pages_), [](QWidget* pages) { return tabOf(pages, "curves"); },
                   [] { return tr("Curves: losses and accuracies as they come. Beside it are the other pages."); }});
  stops.push_back({whole(samples_), {}, [] {
                     return tr("The digits that the generator draws, or the real ones where there is none.");
                   }});
  stops.push_back({whole(pages_), [](QWidget* pages) { return tabOf(pages, "verdict"); },
                   [] { return tr("The verdict: what robustness was gained, and whether it is to be believed."); }});
  stops.push_back({[this] { return menuBar(); },
                   [this](QWidget*) { return menuBar()->actionGeometry(learn_->menuAction()); },
                   [] { return tr("Lessons begin here. The first takes six minutes."); }});
  tour_ = new Tour(std::move(stops), lessons_->pointer(), this);
}

void MainWindow::welcome() {
  if (settings_.tourSeen()) return;
  settings_.setTourSeen();
  QTimer::singleShot(kWelcome, tour_, &Tour::begin);
}

}  // namespace sparring::ui
