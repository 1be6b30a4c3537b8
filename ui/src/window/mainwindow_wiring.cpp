// Who tells whom in the window, and what a notice's button or a preset sets going.
#include <QApplication>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileDialog>
#include <QUrl>
#include <limits>

#include "anatomy/anatomyview.h"
#include "base/language.h"
#include "base/text.h"
#include "base/theme.h"
#include "coach/coach.h"
#include "coach/coachpanel.h"
#include "digits/pairsview.h"
#include "digits/sampleview.h"
#include "generator/qualities.h"
#include "library/runspanel.h"
#include "measure/examiner.h"
#include "measure/measurementstatus.h"
#include "panels/headline.h"
#include "panels/messagebar.h"
#include "panels/messagespanel.h"
#include "panels/scrubber.h"
#include "parameters/parametereditor.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterpanel.h"
#include "session/session.h"
#include "shown/shown.h"
#include "sweep/sweepview.h"
#include "widgets/tilearea.h"
#include "window/actions.h"
#include "window/besidepane.h"
#include "window/dialogs.h"
#include "window/exports.h"
#include "window/filecommands.h"
#include "window/mainwindow.h"
#include "window/placing.h"
#include "window/presentation.h"
#include "window/promisecheck.h"
#include "window/searchpage.h"
#include "window/settings.h"
#include "window/toolbar.h"
#include "window/undokeys.h"

namespace sparring::ui {
namespace {

constexpr int kTextStep = 10;  // percent
constexpr std::chrono::seconds kMarked{1};

}  // namespace

void MainWindow::connectSession() {
  connect(session_.get(), &Session::updated, this, &MainWindow::onUpdate);
  connect(session_.get(), &Session::figuresChanged, this, &MainWindow::refresh);
  connect(session_.get(), &Session::noticed, this, &MainWindow::notice);
  connect(session_.get(), &Session::paramsChanged, this, [this] {
    panel_->setParams(session_->params(), session_->preset().params);
    settings_.setParams(session_->params(), QString::fromStdString(session_->preset().name));
    refresh();
  });
  connect(session_.get(), &Session::waitingChanged, this, &MainWindow::refresh);
  connect(session_.get(), &Session::runChanged, this, [this] {
    lambdaEdited_ = false;
    if (session_->begun()) bar_->beginRun();
    refresh();
  });
  connect(session_.get(), &Session::runFinished, runs_, &RunsPanel::refresh);
  connect(session_.get(), &Session::forkWished, this, [this] {
    if (!shown_->opened().empty()) shown_->backToSession();  // whose settings these are
    parameterDock_->show();
    refresh();
  });
  DataKeeper& data = session_->data();
  data.setMoved(settings_.movedData());
  connect(session_.get(), &Session::dataFound, this, [this, &data](const auto& run) {
    settings_.setMovedData(data.moved());
    shown_->openRun(run);
  });
  connect(&data, &DataKeeper::loaded, this, [this, &data] {
    if (!data.standIn()) bar_->withdraw(NoticeAction::FetchData);
    bar_->withdraw(NoticeAction::ChooseData);
    refresh();
  });
  connect(&data, &DataKeeper::failed, this, &MainWindow::refresh);
  connect(&data, &DataKeeper::fetchProgress, this, [this](const QString& what, qint64 done, qint64 total) {
    bar_->showProgress(tr("Fetching: %1").arg(what), done, total, NoticeAction::CancelFetch);
  });
  connect(&data, &DataKeeper::fetchEnded, bar_, &MessageBar::endProgress);
}

void MainWindow::connectActions() {
  Actions& a = *actions_;
  const auto on = [this](QAction* action, auto work) { connect(action, &QAction::triggered, this, work); };
  on(a.start, [this] { startOrPause(); });
  on(a.newRun, [this] { newRun(); });
  on(a.step, [this] {
    if (!wishesStand()) return;
    session_->singleStep();
    showTraining();
  });
  on(a.stop, [this] { session_->stop(); });
  on(a.fork, [this] { session_->fork(shown_->folder(), shown_->step().value_or(shown_->trace().last)); });
  on(a.former, [this] { shown_->openRun(former_); });
  on(a.live, [this] { shown_->backToSession(); });
  on(a.openSettings, [this] { files_->openSettings(); });
  on(a.saveSettings, [this] { saveSettings(); });
  on(a.openRun, [this] {
    if (const auto run = files_->askRunFolder(); !run.empty()) shown_->openRun(run);
  });
  on(a.openRunsFolder, [this] { files_->showRunsFolder(); });
  on(a.chooseRunsFolder, [this] {
    if (const auto folder = files_->askRunsFolder(); !folder.empty()) useRunsFolder(folder);
  });
  on(a.exportAny, [this] { exports_->open(); });
  on(a.quit, [this] { close(); });
  on(a.find, [this] {
    parameterDock_->show();
    panel_->focusFilter();
  });
  on(a.larger, [this] { setTextSize(theme::textSize() + kTextStep); });
  on(a.smaller, [this] { setTextSize(theme::textSize() - kTextStep); });
  on(a.usualSize, [this] { setTextSize(theme::kUsualText); });
  on(a.resetLayout, [this] { resetLayout(); });
  on(a.shortcuts, [this] { showShortcuts(*actions_, this); });
  on(a.reference, [this] { reference_ = showReference(panel_->focused(), reference_, this); });
  on(a.about, [this] { showAbout(this); });
  connect(a.presets, &QActionGroup::triggered, this, [this](QAction* action) {
    const Preset& chosen = preset(action->data().toString().toStdString());
    wish(chosen.params, chosen.name);
  });
  connect(a.themes, &QActionGroup::triggered, this, [this](QAction* action) {
    settings_.setTheme(action->data().toString());
    theme::apply(*qApp, themeMode(settings_.theme()));
  });
  connect(a.languages, &QActionGroup::triggered, this, [this](QAction* action) {
    settings_.setLanguage(action->data().toString());
    language_.use(settings_.language());
  });
}

void MainWindow::connectViews() {
  connect(panel_, &ParameterPanel::edited, this, qOverload<const QString&, const QString&>(&MainWindow::applyParam));
  connectAnatomy();
  connect(panel_, &ParameterPanel::varyAsked, this, [this](const QString& key) {
    auto* sweep = pages_->findChild<SweepView*>();
    if (!sweep) return;
    pages_->showPage(QStringLiteral("sweep"));
    sweep->vary(key.toStdString());
  });
  connect(panel_, &ParameterPanel::newRunAsked, this, &MainWindow::newRun);
  connect(toolbar_, &ToolBar::deviceChosen, this, [this](const QString& device) { applyParam("device", device); });
  connect(bar_, &MessageBar::actionTriggered, this, &MainWindow::carryOut);
  connect(bar_, &MessageBar::openAsked, this,
          [](const QString& file) { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
  connect(headline_, &Headline::buttonClicked, shown_, &Shown::backToSession);
  connect(toolbar_, &ToolBar::laneChosen, shown_, &Shown::chooseLane);
  connect(shown_, &Shown::changed, this, [this](Shown::What what) {
    const bool past = !shown_->opened().empty();
    if (what & (Shown::Run | Shown::Step) || (past && what & Shown::News))
      panel_->setLooked(past ? std::optional(shown_->paramsThen()) : std::nullopt);
    if (what & (Shown::Run | Shown::Lane) || (past && what & (Shown::Step | Shown::Last))) refresh();
  });
  connect(panel_, &ParameterPanel::useAsked, this, [this] { wish(shown_->paramsThen(), shown_->preset()); });
  connect(shown_, &Shown::noticed, this, &MainWindow::notice);
  connect(runs_, &RunsPanel::noticed, this, &MainWindow::notice);
  connect(runs_, &RunsPanel::openAsked, shown_, &Shown::openRun);
  connect(runs_, &RunsPanel::besideAsked, this, &MainWindow::showBeside);
  connect(runs_, &RunsPanel::forkAsked, this,
          [this](const auto& run) { session_->fork(run, std::numeric_limits<int64_t>::max()); });
  connect(runs_, &RunsPanel::movedAsked, this, &MainWindow::nameMovedData);
  connect(runs_, &RunsPanel::resumeAsked, this, [this](const auto& run) { session_->resume(run); });
  connect(runs_, &RunsPanel::compareAsked, examiner_, &Examiner::compareWith);
  connect(runs_, &RunsPanel::contendersAsked, this, [this](const std::vector<Contender>& contenders) {
    shown_->comparison().compare(contenders);
    pages_->showPage(QStringLiteral("compare"));
  });
  connect(examiner_, &Examiner::failed, this, &MainWindow::notice);
  connect(runs_, &RunsPanel::reportAsked, exports_, &Exports::openReport);
  connect(exports_, &Exports::noticed, this, &MainWindow::notice);
  connect(files_, &FileCommands::noticed, this, &MainWindow::notice);
  connect(pages_, &Pages::noticed, this, &MainWindow::notice);
  connect(pages_, &Pages::wishAsked, this, &MainWindow::wish);
  connect(pages_, &Pages::runsChanged, runs_, &RunsPanel::refresh);
  connect(messages_, &MessagesPanel::troublesChanged, this, &MainWindow::nameMessages);
  connect(messageDock_, &QDockWidget::visibilityChanged, messages_, &MessagesPanel::setInSight);
  for (TileArea* area : {&samples_->area(), &pairs_->area()})
    connect(area, &TileArea::imageAsked, pages_, &Pages::openImage);
  connect(pages_, &Pages::exportAsked, exports_, &Exports::openWith);
  connect(samples_, &SampleView::exportAsked, exports_, &Exports::openWith);
  connect(pairs_, &PairsView::exportAsked, exports_, &Exports::openWith);
  if (auto* qualities = pages_->findChild<Qualities*>())
    connect(qualities, &Qualities::measured, coach_, &Coach::addQuality);
  connect(coach_, &Coach::changed, this, &MainWindow::nameHints);
  connect(coach_, &Coach::noticed, this, &MainWindow::notice);
  connect(hints_, &CoachPanel::applyAsked, this, &MainWindow::applyHint);
  connect(new PromiseCheck(*session_, this), &PromiseCheck::noticed, this, &MainWindow::notice);
  connect(standing_, &MeasurementStatus::changed, pages_, &Pages::setStanding);
  standing_->tell();
}

void MainWindow::connectAnatomy() {
  if (!anatomy_) return;
  // its pulls are others than the panel's
  connect(anatomy_, &AnatomyView::edited, this,
          [this](const QString& key, const QString& text, int slide) { applyParam(key, text, -slide); });
  connect(anatomy_, &AnatomyView::revealAsked, this, [this](const QString& key) {
    parameterDock_->show();
    panel_->reveal(key.toStdString());
  });
  connect(anatomy_, &AnatomyView::stepAsked, this, [this](Learning who) {
    if (!wishesStand()) return;
    session_->singleStep(who);
    showTraining();
  });
  connect(anatomy_, &AnatomyView::paceAsked, session_.get(), &Session::setPace);
}

void MainWindow::markSteps() {
  const Trace& trace = shown_->trace();
  std::vector<StepMark> marks;
  for (const Event& event : trace.events) {
    if (event.kind == Event::Kind::Edit) marks.push_back({StepMark::Kind::Edit, event.step, briefText(event)});
    if (event.kind == Event::Kind::Phase && event.step > 0)
      marks.push_back({StepMark::Kind::Phase, event.step, phaseLabel(event.key)});
  }
  if (const auto best = trace.bestStep(shown_->lane()))
    marks.push_back({StepMark::Kind::Best, *best, tr("Most robust")});
  scrubber_->setMarks(std::move(marks));
}

void MainWindow::connectScrubber() {
  marked_ = std::make_unique<Throttle>(kMarked, [this] { markSteps(); });
  connect(scrubber_, &Scrubber::scrubbed, shown_, &Shown::setStep);
  connect(shown_, &Shown::changed, this, [this](Shown::What what) {
    if (what & Shown::Step && beside_) beside_->shown().setStep(shown_->step());
  });
  connect(scrubber_, &Scrubber::liveAsked, shown_, &Shown::backToSession);
  scrubber_->setStops([this] {
    const Trace& trace = shown_->trace();
    return ScrubStops{trace.evaluations(), trace.phaseBegins()};
  });
  connect(shown_, &Shown::changed, this, [this](Shown::What what) {
    if (what & Shown::Step && scrubber_->step() != shown_->step()) scrubber_->setStep(shown_->step());
    if (what & Shown::Run) scrubber_->setPast(!shown_->opened().empty());
    if (what & (Shown::Run | Shown::Last)) scrubber_->setLast(lastShown());
    if (what & Shown::Run) marked_->now();
    if (what & (Shown::News | Shown::Lane)) marked_->ask();
  });
}

void MainWindow::notice(const Notice& notice) {
  bar_->add(notice);
  messages_->add(notice);
}

void MainWindow::useRunsFolder(const std::filesystem::path& folder) {
  session_->setRuns(folder);
  runs_->setFolder(folder);
  settings_.setRunsFolder(QString::fromStdString(folder.string()));
}

// Who sets a training going wants to see it.
void MainWindow::showTraining() {
  if (session_->active() && !shown_->opened().empty()) shown_->backToSession();
}

void MainWindow::carryOut(NoticeAction action) {
  switch (action) {
    case NoticeAction::None:
    case NoticeAction::OpenFile:
    case NoticeAction::ShowFolder:
      break;
    case NoticeAction::ShowHints:
      showHints();
      break;
    case NoticeAction::FetchData:
      session_->data().fetch();
      break;
    case NoticeAction::CancelFetch:
      session_->data().cancelFetch();
      break;
    case NoticeAction::NewRun:
      newRun();
      break;
    case NoticeAction::ChooseData:
      chooseData();
      break;
    case NoticeAction::OpenRunsFolder:
      files_->showRunsFolder();
      break;
  }
}

bool MainWindow::wishesStand() {
  panel_->commit();
  const ParameterField* bad = panel_->firstInvalid();
  if (!bad) return true;
  parameterDock_->show();
  panel_->reveal(bad->row().key);
  notice({Severity::Warning,
          {QT_TRANSLATE_NOOP("notices", "Nothing was started: what is typed for \"%1\" is not valid."),
           {label(bad->row()).toStdString()}},
          {QT_TRANSLATE_NOOP("notices", "Correct it, or press Esc there to have the former value back."), {}}});
  return false;
}

// Never over what there is: a run that has been through stays until another is asked for.
void MainWindow::startOrPause() {
  if (session_->running()) {
    session_->pause();
  } else {
    if (!wishesStand()) return;
    if (session_->ended())
      session_->resume(session_->now().folder);
    else
      session_->toggle();
    showTraining();
  }
  refresh();
}

void MainWindow::newRun() {
  if (!wishesStand()) return;
  session_->newRun();
  showTraining();
}

void MainWindow::setTextSize(int percent) {
  theme::setTextSize(*qApp, percent);
  if (!presentation_->on()) settings_.setTextSize(theme::textSize());
}

void MainWindow::addKeys() {
  new UndoKeys(*actions_->undo, *actions_->redo, this);
  QUndoStack& history = session_->history();
  connect(actions_->undo, &QAction::triggered, &history, [this, &history] {
    panel_->commit();
    history.undo();
  });
  connect(actions_->redo, &QAction::triggered, &history, &QUndoStack::redo);
  connect(&history, &QUndoStack::canUndoChanged, actions_->undo, &QAction::setEnabled);
  connect(&history, &QUndoStack::canRedoChanged, actions_->redo, &QAction::setEnabled);
  actions_->undo->setEnabled(false);
  actions_->redo->setEnabled(false);
  connect(actions_->nextPanel, &QAction::triggered, this, [this] {
    focusNext({toolbar_, panel_, pages_, beside_ ? static_cast<QWidget*>(beside_) : pages_, scrubber_, samples_, pairs_,
               runs_, messages_, hints_});
  });
}

void MainWindow::nameMovedData(const std::filesystem::path& run) {
  const QString folder = QFileDialog::getExistingDirectory(
      this, tr("Where the data of %1 are now").arg(QString::fromStdString(run.filename().string())),
      settings_.folder());
  if (!folder.isEmpty()) session_->findData(run, folder.toStdString());
}

void MainWindow::chooseData() {
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Choose a folder of IDX files"), settings_.folder());
  if (!folder.isEmpty()) applyParam("data", folder);
}

void MainWindow::applyParam(const QString& key, const QString& text) {
  applyParam(key, text, panel_->field(key.toStdString()).editor().slide());
}

void MainWindow::applyParam(const QString& key, const QString& text, int slide) {
  try {
    session_->setParam(key.toStdString(), text.toStdString(), slide);
    if (key == "lambda" && session_->active()) lambdaEdited_ = true;
    refresh();
  } catch (const Error& error) {
    panel_->showProblem(key.toStdString(), error);
  }
}

// As one step of the history. They are about the experiment: the machine's settings stay, and a training that goes on
// keeps its own until the next run.
void MainWindow::wish(const Params& params, const std::string& preset) {
  session_->setParams(onMachineOf(session_->params(), params), preset);
  if (!shown_->opened().empty()) shown_->backToSession();  // whose settings these are
}

// What helps a run that was opened is meant for its settings, not for those that wait.
void MainWindow::applySettings(const std::vector<std::string>& settings) {
  const bool opened = !shown_->opened().empty();
  Params params = opened ? shown_->paramsThen() : session_->params();
  for (const std::string& setting : settings) setParam(params, setting);
  wish(params, opened ? shown_->preset() : session_->preset().name);
  parameterDock_->show();
  panel_->reveal(settings.front().substr(0, settings.front().find('=')));
}

void MainWindow::showHints() {
  hintDock_->show();
  hintDock_->raise();
  hints_->setFocus();
}

// A fork where the advice is to go back; an edit of the training that goes on where that can take it; else the wish for
// the next run.
void MainWindow::applyHint(const Hint& hint) {
  if (hint.from && !shown_->folder().empty()) {
    session_->fork(shown_->folder(), *hint.from, hint.remedy);
  } else if (isLive(hint) && session_->active() && shown_->opened().empty()) {
    for (const std::string& setting : hint.remedy) {
      const size_t equals = setting.find('=');
      applyParam(QString::fromStdString(setting.substr(0, equals)), QString::fromStdString(setting.substr(equals + 1)));
    }
  } else {
    applySettings(hint.remedy);
  }
}

}  // namespace sparring::ui
