#include "window/actions.h"

#include <QLocale>
#include <QWidget>

#include "base/icons.h"
#include "base/language.h"
#include "base/text.h"
#include "sparring/presets.h"

namespace sparring::ui {
namespace {

QAction* checkable(QActionGroup* group, const QVariant& data) {
  auto* action = new QAction(group);
  action->setCheckable(true);
  action->setData(data);
  group->addAction(action);
  return action;
}

/// How the presets stand in the menu.
struct PresetGroup {
  std::string name;  ///< Preset::group
  const char* title;
};
const PresetGroup kPresetGroups[] = {{"start", QT_TRANSLATE_NOOP("sparring::ui::Actions", "Start here")},
                                     {"opponents", QT_TRANSLATE_NOOP("sparring::ui::Actions", "Opponents")},
                                     {"published", QT_TRANSLATE_NOOP("sparring::ui::Actions", "As published")},
                                     {"failures", QT_TRANSLATE_NOOP("sparring::ui::Actions", "How it fails")}};

}  // namespace

Actions::Actions(QWidget* window) : QObject(window), window_(window) {
  start = make(Qt::Key_Space);
  step = make(Qt::Key_Period);
  stop = make(Qt::CTRL | Qt::Key_Period);
  newRun = make(QKeySequence::New);
  fork = make(Qt::CTRL | Qt::Key_K);
  former = make(Qt::CTRL | Qt::Key_B);
  live = make(Qt::CTRL | Qt::Key_L);
  openSettings = make(QKeySequence::Open);
  saveSettings = make(QKeySequence::Save);
  openRun = make(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
  openRunsFolder = make();
  chooseRunsFolder = make();
  exportAny = make(Qt::CTRL | Qt::Key_E);
  quit = make(QKeySequence::Quit);
  undo = make(QKeySequence::Undo);
  redo = make();
  redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
  find = make(QKeySequence::Find);
  larger = make(QKeySequence::ZoomIn);
  larger->setShortcuts({QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
  smaller = make(QKeySequence::ZoomOut);
  usualSize = make(Qt::CTRL | Qt::Key_0);
  present = make(Qt::Key_F11);
  present->setCheckable(true);
  nextPanel = make(Qt::Key_F6);
  resetLayout = make();
  shortcuts = make(Qt::Key_F1);
  reference = make(Qt::SHIFT | Qt::Key_F1);
  tour = make();
  about = make();

  themes = new QActionGroup(this);
  for (const char* theme : {"system", "light", "dark"}) checkable(themes, theme);
  languages = new QActionGroup(this);
  for (const auto& language : Language::all()) checkable(languages, language.name)->setText(language.title);
  presets = new QActionGroup(this);
  for (const auto& preset : sparring::presets()) checkable(presets, QString::fromStdString(preset.name));
  for (const PresetGroup& group : kPresetGroups) {
    presetMenu << new QAction(this);
    presetMenu.back()->setSeparator(true);
    for (QAction* action : presets->actions())
      if (preset(action->data().toString().toStdString()).group == group.name) presetMenu << action;
  }

  step->setIcon(icon(Glyph::Step));
  stop->setIcon(icon(Glyph::Stop));
  newRun->setIcon(icon(Glyph::Restart));
  live->setIcon(icon(Glyph::Live));
  quit->setMenuRole(QAction::QuitRole);
  about->setMenuRole(QAction::AboutRole);
  retranslate();
}

QAction* Actions::make(const QKeySequence& key) {
  auto* action = new QAction(this);
  if (!key.isEmpty()) action->setShortcut(key);
  window_->addAction(action);
  return action;
}

void Actions::update(const Situation& situation) {
  if (situation == situation_) return;  // asked many times a second
  situation_ = situation;
  apply();
}

QString Actions::startText() const {
  return !situation_.begun ? tr("&New run") : situation_.running ? tr("&Pause") : tr("&Continue");
}

QString Actions::startTip() const {
  if (situation_.running) return tr("Pause the training (%1)");
  if (situation_.finished)
    return "<p>" +
           tr("This run has been through all its steps. \"New run\" begins another and leaves it in the list.") +
           "</p>";
  return situation_.begun ? tr("Go on where the training was left (%1)") : tr("Start the training (%1)");
}

void Actions::apply() {
  const bool running = situation_.running;
  start->setIcon(icon(running ? Glyph::Pause : Glyph::Start));
  start->setText(startText());
  start->setIconText(withoutMnemonic(start->text()));
  const QString tip = startTip();
  start->setToolTip(tip.contains("%1") ? tip.arg(start->shortcut().toString(QKeySequence::NativeText)) : tip);
  start->setEnabled(!situation_.finished);
  newRun->setVisible(situation_.begun);  // before that it is what `start` says, and the key goes with it
  start->setShortcuts(situation_.begun ? QList<QKeySequence>{Qt::Key_Space}
                                       : QList<QKeySequence>{Qt::Key_Space, QKeySequence::New});
  step->setEnabled(!running && (situation_.active || !situation_.begun));
  stop->setEnabled(situation_.active);
  former->setVisible(situation_.former);
  fork->setEnabled(situation_.folder);
}

void Actions::retranslate() {
  const auto name = [](QAction* action, const QString& text, const QString& tip = {}) {
    action->setText(text);
    action->setIconText(withoutMnemonic(text));
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    if (!tip.isEmpty()) action->setToolTip(key.isEmpty() ? tip : QString("%1 (%2)").arg(tip, key));
  };
  name(step, tr("Single s&tep"), tr("Train one step, then pause"));
  name(stop, tr("St&op"), tr("End the training with a checkpoint"));
  name(newRun, tr("&New run"), tr("Begin another run with the settings as they are; this one stays in the list"));
  name(fork, tr("&Continue from here as another run"),
       tr("The next run begins with the networks of this run's last checkpoint up to the step looked at"));
  name(former, tr("&Former run"), tr("Look at the run before this one"));
  name(live, tr("Back to &live"), tr("Show the training and its newest step"));
  name(openSettings, tr("&Open settings…"));
  name(saveSettings, tr("&Save settings…"));
  name(openRun, tr("Open &run folder…"));
  name(openRunsFolder, tr("Show the folder of &runs"));
  name(chooseRunsFolder, tr("&Choose the folder of runs…"),
       tr("List the runs of another folder, as the command line writes them, and keep new ones there"));
  name(exportAny, tr("&Export…"),
       tr("Write figures, tables, the report, a comparison, or a run over its steps as an animation"));
  name(quit, tr("&Quit"));
  name(undo, tr("&Undo"), tr("Take back the last change of the settings"));
  name(redo, tr("&Redo"), tr("Make the change of the settings again that was taken back"));
  name(find, tr("&Find a parameter"));
  name(larger, tr("&Larger text"));
  name(smaller, tr("&Smaller text"));
  name(usualSize, tr("&Usual text size"));
  name(present, tr("Pr&esentation"));
  name(nextPanel, tr("Next &panel"));
  name(resetLayout, tr("&Reset the layout"));
  name(shortcuts, tr("&Keyboard"));
  name(reference, tr("&Parameter reference"));
  name(tour, tr("&Tour of the window"));
  name(about, tr("&About Sparring"));
  const QString themeNames[] = {tr("&System"), tr("&Light"), tr("&Dark")};
  for (int i = 0; i < 3; ++i) themes->actions()[i]->setText(themeNames[i]);
  const std::string locale = QLocale().name().toStdString();
  auto group = std::begin(kPresetGroups);
  for (auto* action : presetMenu)
    if (action->isSeparator()) action->setText(tr((group++)->title));
  for (auto* action : presets->actions()) {
    const Preset& preset = sparring::preset(action->data().toString().toStdString());
    // behind the tab stands, at the right edge, what keys have there otherwise
    action->setText(QString::fromStdString(preset.title.in(locale)).replace("&", "&&") + '\t' +
                    tr("about %1 min").arg(QLocale().toString(preset.minutes, 'g', preset.minutes < 1 ? 1 : 2)));
    action->setToolTip("<p>" + QString::fromStdString(preset.help.in(locale)).toHtmlEscaped() + "</p>");
  }
  apply();
}

}  // namespace sparring::ui
