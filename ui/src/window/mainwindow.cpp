#include "window/mainwindow.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>
#include <utility>

#include "anatomy/anatomyview.h"
#include "base/export.h"
#include "base/icons.h"
#include "base/language.h"
#include "base/text.h"
#include "base/theme.h"
#include "coach/coach.h"
#include "coach/coachpanel.h"
#include "digits/pairsview.h"
#include "digits/sampleview.h"
#include "digits/shownpictures.h"
#include "export/exportdialog.h"
#include "lesson/lessonmenu.h"
#include "lesson/lessonview.h"
#include "library/runcells.h"
#include "library/runspanel.h"
#include "measure/examiner.h"
#include "measure/measurementstatus.h"
#include "panels/headline.h"
#include "panels/messagebar.h"
#include "panels/messagespanel.h"
#include "panels/phasebar.h"
#include "panels/scrubber.h"
#include "panels/statusline.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "session/session.h"
#include "shown/shown.h"
#include "sparring/expectations.h"
#include "widgets/spokenchoices.h"
#include "window/actions.h"
#include "window/exports.h"
#include "window/filecommands.h"
#include "window/lessondesk.h"
#include "window/menus.h"
#include "window/pagegroups.h"
#include "window/placing.h"
#include "window/presentation.h"
#include "window/settings.h"
#include "window/toolbar.h"

namespace sparring::ui {
namespace {

constexpr double kRightShare = 0.265;  ///< of the width: ten digits side by side are readable
constexpr int kNarrowestRight = 260, kWidestRight = 520;
constexpr int kBottomDock = 150;

void check(QActionGroup* group, const QString& data) {
  for (auto* action : group->actions()) action->setChecked(action->data().toString() == data);
}

}  // namespace

MainWindow::MainWindow(Settings& settings, Language& language, const std::filesystem::path& runs,
                       const std::vector<PageRow>& pages)
    : settings_(settings), language_(language), session_(std::make_unique<Session>(runs)) {
  setExportFolder(settings_.exportFolder());
  setObjectName("window");
  nameChoices();
  setWindowIcon(applicationIcon());
  actions_ = new Actions(this);
  files_ = new FileCommands(*session_, settings_, this);
  examiner_ = new Examiner(*session_, this);
  shown_ = new Shown(*session_, *examiner_, this);
  makeViews(runs, pages);
  makeDocks();
  makeLessons();
  menus_ = new Menus(this, *actions_, *pages_,
                     {parameterDock_, sampleDock_, pairDock_, runDock_, messageDock_, hintDock_}, *learn_);
  new ShownPictures(*shown_, *samples_, *pairs_, this);
  standing_ = new MeasurementStatus(*session_, *examiner_, this);
  exports_ = new Exports(*shown_, *pages_, *samples_, *pairs_, this);
  connectSession();
  connectActions();
  connectViews();
  connectScrubber();
  connectLessons();
  addKeys();
  retranslate();
  restore();
  pages_->currentWidget()->setFocus();  // so that Space starts, and is not typed somewhere
}

// The trainer ends with the window: within 100 ms and the time of a checkpoint.
MainWindow::~MainWindow() {
  hide();                     // a field that has the keyboard hands its value on while there is still a session
  delete exports_->dialog();  // what it writes is dropped while there is still what it shows
  panel_->disconnect(this);
  session_->disconnect();
}

void MainWindow::makeViews(const std::filesystem::path& runs, const std::vector<PageRow>& pages) {
  toolbar_ = new ToolBar(*actions_, this);
  addToolBar(toolbar_);
  bar_ = new MessageBar(this);
  headline_ = new Headline(this);
  pages_ = new Pages(pages, *shown_, this);
  anatomy_ = pages_->findChild<AnatomyView*>();
  insertActions(actions_->resetLayout, pages_->showActions());  // their keys hold all over the window
  pages_->setObjectName("pages");                               // lessons point at these by their names
  scrubber_ = new Scrubber(this);
  scrubber_->setObjectName("scrubber");
  auto* middle = new QWidget(this);
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  middle_ = new QSplitter(this);
  middle_->setChildrenCollapsible(false);
  auto* first = new QWidget(middle_);
  auto* ofFirst = new QVBoxLayout(first);
  ofFirst->setContentsMargins(0, 0, 0, 0);
  ofFirst->setSpacing(0);
  ofFirst->addWidget(headline_);
  ofFirst->addWidget(new PageGroups(*pages_, first));
  ofFirst->addWidget(pages_, 1);
  column->addWidget(middle_, 1);
  column->addWidget(bar_);  // under the views: a notice must not push away the tab that somebody is about to click
  column->addWidget(scrubber_);
  setCentralWidget(middle);
  panel_ = new ParameterPanel(this);
  samples_ = new SampleView(this);
  pairs_ = new PairsView(this);
  runs_ = new RunsPanel(runs, this);
  messages_ = new MessagesPanel(this);
  lessonView_ = new LessonView(*shown_, this);
  coach_ = new Coach(*session_, *shown_, this);
  hints_ = new CoachPanel(*coach_, this);
  status_ = new StatusLine(this);
  statusBar()->setSizeGripEnabled(false);
  statusBar()->setContentsMargins(0, 0, 0, 0);
  statusBar()->addPermanentWidget(status_, 1);
}

QDockWidget* MainWindow::addDock(const char* name, QWidget* content, Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(this);
  dock->setObjectName(name);  // saveState() knows it by that
  dock->setWidget(content);
  addDockWidget(area, dock);
  return dock;
}

void MainWindow::makeDocks() {
  setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
  setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
  parameterDock_ = addDock("parameters", panel_, Qt::LeftDockWidgetArea);
  lessonDock_ = addDock("lesson", lessonView_, Qt::RightDockWidgetArea);
  sampleDock_ = addDock("samples", samples_, Qt::RightDockWidgetArea);
  pairDock_ = addDock("pairs", pairs_, Qt::RightDockWidgetArea);
  runDock_ = addDock("runs", runs_, Qt::BottomDockWidgetArea);
  messageDock_ = addDock("messages", messages_, Qt::BottomDockWidgetArea);
  hintDock_ = addDock("coach", hints_, Qt::BottomDockWidgetArea);
  tabifyDockWidget(runDock_, messageDock_);
  tabifyDockWidget(messageDock_, hintDock_);
  // their tabs are title enough
  for (auto* dock : {runDock_, messageDock_, hintDock_}) dock->setTitleBarWidget(new QWidget(dock));
  runDock_->raise();
  resizeDocks({sampleDock_, pairDock_}, {55, 45}, Qt::Vertical);
  resizeDocks({runDock_}, {kBottomDock}, Qt::Vertical);
  lessonDock_->hide();
  defaultLayout_ = saveState();
}

void MainWindow::restore() {
  if (!restoreGeometry(settings_.geometry())) {
    const Opening opening = openingFor(screen()->availableSize(), frameSize() - size());
    resize(opening.size);
    if (opening.maximised) setWindowState(windowState() | Qt::WindowMaximized);
  }
  usualLayout_ = !restoreState(settings_.layout());
  lessonDock_->hide();  // none is taken yet
  pages_->restoreState(settings_.pages());
  runs_->restoreState(settings_.runs());
  examiner_->setCadence(settings_.cadence());
  if (settings_.hasFoldedGroups()) panel_->setFolded(settings_.foldedGroups());
  check(actions_->themes, settings_.theme());
  check(actions_->languages, language_.name());
}

void MainWindow::resetLayout() {
  for (auto* dock : {parameterDock_, sampleDock_, pairDock_, runDock_, messageDock_, hintDock_})
    dock->setFloating(false);
  restoreState(defaultLayout_);
  lessonDock_->setVisible(lessons_->taken());
  runDock_->raise();
  shareWidth();
  resizeDocks({runDock_}, {kBottomDock}, Qt::Vertical);
}

void MainWindow::shareWidth() {
  const int right = std::clamp(int(kRightShare * width()), kNarrowestRight, kWidestRight);
  resizeDocks({parameterDock_, sampleDock_}, {panel_->minimumSizeHint().width(), right}, Qt::Horizontal);
}

void MainWindow::open(const std::string& presetName) {
  if (settings_.broken())
    notice(
        {Severity::Warning,
         {QT_TRANSLATE_NOOP("notices", "The window's settings could not be read: it starts with the usual ones."), {}},
         {}});
  const auto last = settings_.params();
  if (!presetName.empty())
    session_->open(preset(presetName).params, presetName);
  else if (last)
    session_->open(*last, settings_.preset().toStdString());
  else
    session_->open(presets().front().params, presets().front().name);
  runs_->refresh();
}

void MainWindow::onUpdate(const Update& update) {
  if (session_->begun())
    for (const auto& event : update.events) messages_->add(event);
  if (session_->active()) runs_->addPoints(update.points);
}

void MainWindow::refresh() {
  const Update& now = session_->now();
  const auto run = session_->begun() ? now.folder : std::filesystem::path();
  if (!run.empty() && run != run_) former_ = std::exchange(run_, run);
  actions_->update({.running = session_->running(),
                    .active = session_->active(),
                    .begun = session_->begun(),
                    .finished = session_->ended() && now.state == State::Finished,
                    .folder = !shown_->folder().empty(),
                    .former = !former_.empty()});
  panel_->setWaiting(session_->active(), session_->waiting());
  const bool past = !shown_->opened().empty();
  const int64_t last = shown_->trace().last, step = shown_->step().value_or(last);
  toolbar_->setPreset(shown_->begun() ? shown_->preset() : std::string(), session_->preset().name);
  toolbar_->setDevice(session_->params().device);
  toolbar_->setLanes(shown_->begun() ? shown_->trace().lambdas : std::vector<double>(), shown_->lane());
  if (past)
    toolbar_->setPast(step, last);
  else
    toolbar_->setFigures(now);
  status_->show(now, session_->begun(), session_->data().loading(), session_->data().broken());
  status_->setPast(QString::fromStdString(shown_->opened().filename().string()), past ? step : 0);
  runs_->setCurrent(session_->active() ? now.folder : std::filesystem::path(), now.step);
  runs_->setMarked(shown_->begun() ? shown_->folder() : std::filesystem::path(), run);
  messages_->setRun(QString::fromStdString(run.filename().string()));
  hints_->setLive(session_->active() && shown_->opened().empty());
  setExportRun(shown_->begun() ? QString::fromStdString(shown_->folder().filename().string()) : QString());
  if (anatomy_) anatomy_->setRunning(session_->running(), actions_->step->isEnabled());
  refreshLambdaHint();
  refreshDataHint();
  refreshHeadline();
}

// What the preset's own data are, everybody knows.
void MainWindow::refreshDataHint() {
  const DataKeeper& data = session_->data();
  const std::string& wished = session_->params().data;
  QString hint;
  if (wished == data.wanted() && !data.loading()) {
    if (data.broken())
      hint = data.problem()->causeText();
    else if (data.data() && wished != session_->preset().params.data)
      hint = dataText(*data.data());
  }
  panel_->field("data").setHint(hint);
}

// An edit before the joint phase changes nothing to be seen yet: it is said when it will.
void MainWindow::refreshLambdaHint() {
  const Update& now = session_->now();
  QString hint;
  if (lambdaEdited_ && session_->active() && now.phase != Phase::Joint) {
    const auto from = PhaseBar::beginOf(Phase::Joint, now);
    hint =
        from ? tr("λ acts in the joint phase, from step %1.").arg(stepText(*from)) : tr("λ acts in the joint phase.");
  }
  panel_->field("lambda").setHint(hint);
}

void MainWindow::refreshHeadline() {
  const std::string locale = language_.name().toStdString();
  if (!shown_->opened().empty()) {
    const QString name = QString::fromStdString(shown_->opened().filename().string());
    const QString title = presetTitle(shown_->preset());
    headline_->show(tr("Looking at a run"), title.isEmpty() ? name : title + QString::fromUtf8(" · ") + name,
                    QString::fromStdString(shown_->opened().string()), tr("Back to the training"));
    return;
  }
  const Preset& wished = session_->preset();
  const Preset& preset = session_->begun() ? session_->begunPreset() : wished;
  const auto in = [&locale](const auto& words) { return QString::fromStdString(words.in(locale)); };
  QString title = in(preset.title), text = in(preset.expectation);
  if (!follows(shown_->params(), preset)) text = tr("Changed from this preset, so its outcome is not promised here.");
  if (!session_->begun()) {
    title = tr("Next run: %1").arg(title);
    text = tr("Press New run (Space).") + " " + text;
  }
  if (const auto& fork = session_->wishedFork()) {
    text = tr("Next run: goes on from %1, step %2, with the settings as they are now. Ctrl+Z takes it back.")
               .arg(QString::fromStdString(fork->origin.run.filename().string()), stepText(fork->origin.step));
  } else if (session_->begun() && wished.name != preset.name) {
    text = tr("Next run: %1").arg(in(wished.title)) + QString::fromUtf8(". ") + text;
  }
  headline_->show(title, text, in(preset.help), {});
}

// Only now its width is known.
void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (std::exchange(usualLayout_, false)) shareWidth();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  closeBeside();  // the docks that made room for it are a part of the layout
  presentation_->setOn(false);
  settings_.setWindow(saveGeometry(), saveState());
  settings_.setFoldedGroups(panel_->folded());
  settings_.setPages(pages_->saveState());
  settings_.setRuns(runs_->saveState());
  settings_.setCadence(examiner_->cadence());
  settings_.setExportFolder(exportFolder());
  QMainWindow::closeEvent(event);
}

bool MainWindow::event(QEvent* event) {
  // Space starts and pauses, except where it presses a button, opens a choice or picks a line.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
    const QWidget* focus = focusWidget();
    if (focus &&
        (focus->inherits("QAbstractButton") || focus->inherits("QComboBox") || focus->inherits("QAbstractItemView"))) {
      event->accept();
      return true;
    }
  }
  return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && standing_) {
    retranslate();
    standing_->tell();
  }
}

void MainWindow::nameMessages() {
  const int troubles = messages_->troubles();
  messageDock_->setWindowTitle(troubles > 0 ? tr("Messages (%1 !)").arg(troubles) : tr("Messages"));
}

void MainWindow::nameHints() {
  const size_t count = coach_->hints().size();
  hintDock_->setWindowTitle(count > 0 ? tr("Coach (%1 !)").arg(count) : tr("Coach"));
}

void MainWindow::retranslate() {
  setWindowTitle(tr("Sparring"));
  actions_->retranslate();
  menus_->retranslate();
  parameterDock_->setWindowTitle(tr("Parameters"));
  sampleDock_->setWindowTitle(tr("Digits"));
  pairDock_->setWindowTitle(tr("Adversarial pairs"));
  runDock_->setWindowTitle(tr("Runs"));
  lessonDock_->setWindowTitle(tr("Lesson"));
  nameMessages();
  nameHints();
  delete reference_;  // it speaks the other language
  refresh();
}

}  // namespace sparring::ui
