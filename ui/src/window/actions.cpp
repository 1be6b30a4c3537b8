#include "window/actions.h"

#include <QLocale>
#include <QWidget>

#include "base/icons.h"
#include "base/language.h"
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

}  // namespace

Actions::Actions(QWidget* window) : QObject(window), window_(window) {
  start = make(Qt::Key_Space);
  step = make(Qt::Key_Period);
  stop = make(Qt::CTRL | Qt::Key_Period);
  reset = make(Qt::CTRL | Qt::Key_R);
  restart = make(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
  live = make(Qt::CTRL | Qt::Key_L);
  openSettings = make(QKeySequence::Open);
  saveSettings = make(QKeySequence::Save);
  openRun = make(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
  openRunsFolder = make();
  exportDigits = make();
  exportPairs = make();
  exportReport = make(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
  quit = make(QKeySequence::Quit);
  find = make(QKeySequence::Find);
  resetLayout = make();
  shortcuts = make(Qt::Key_F1);
  reference = make(Qt::SHIFT | Qt::Key_F1);
  about = make();

  themes = new QActionGroup(this);
  for (const char* theme : {"system", "light", "dark"}) checkable(themes, theme);
  languages = new QActionGroup(this);
  for (const auto& language : Language::all()) checkable(languages, language.name)->setText(language.title);
  presets = new QActionGroup(this);
  for (const auto& preset : sparring::presets()) checkable(presets, QString::fromStdString(preset.name));

  step->setIcon(icon(Glyph::Step));
  stop->setIcon(icon(Glyph::Stop));
  reset->setIcon(icon(Glyph::Reset));
  restart->setIcon(icon(Glyph::Restart));
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

QString Actions::startTip() const {
  if (situation_.running) return tr("Pause the training (%1)");
  if (situation_.paused) return tr("Resume the training (%1)");
  if (situation_.begun && !situation_.active)
    return "<p>" +
           tr("Begin a new run from step 0 (%1). To go on with one that has ended, choose \"Resume training\" in the "
              "table of runs.") +
           "</p>";
  return tr("Start the training (%1)");
}

void Actions::apply() {
  const bool running = situation_.running;
  start->setIcon(icon(running ? Glyph::Pause : Glyph::Start));
  start->setText(running ? tr("&Pause") : situation_.paused ? tr("Res&ume") : tr("&Start"));
  start->setToolTip(startTip().arg(start->shortcut().toString(QKeySequence::NativeText)));
  step->setEnabled(!running);
  stop->setEnabled(situation_.active);
  reset->setEnabled(situation_.begun);
  exportReport->setEnabled(situation_.folder);
}

void Actions::retranslate() {
  const auto name = [](QAction* action, const QString& text, const QString& tip = {}) {
    action->setText(text);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    if (!tip.isEmpty()) action->setToolTip(key.isEmpty() ? tip : QString("%1 (%2)").arg(tip, key));
  };
  name(step, tr("Single s&tep"), tr("Train one step, then pause"));
  name(stop, tr("St&op"), tr("End the training with a checkpoint"));
  name(reset, tr("&Reset"), tr("Back to step 0 with the settings as they are"));
  name(restart, tr("R&estart"), tr("Reset and start"));
  name(live, tr("Back to &live"), tr("Show the training and its newest step"));
  name(openSettings, tr("&Open settings…"));
  name(saveSettings, tr("&Save settings…"));
  name(openRun, tr("Open &run folder…"));
  name(openRunsFolder, tr("Show the folder of &runs"));
  name(exportDigits, tr("Export &digits…"));
  name(exportPairs, tr("Export adversarial &pairs…"));
  name(exportReport, tr("Export r&eport…"));
  name(quit, tr("&Quit"));
  name(find, tr("&Find a parameter"));
  name(resetLayout, tr("&Reset the layout"));
  name(shortcuts, tr("&Keyboard"));
  name(reference, tr("&Parameter reference"));
  name(about, tr("&About Sparring"));
  const QString themeNames[] = {tr("&System"), tr("&Light"), tr("&Dark")};
  for (int i = 0; i < 3; ++i) themes->actions()[i]->setText(themeNames[i]);
  const std::string locale = QLocale().name().toStdString();
  for (auto* action : presets->actions()) {
    const Preset& preset = sparring::preset(action->data().toString().toStdString());
    action->setText(QString::fromStdString(preset.title.in(locale)).replace("&", "&&"));
    action->setToolTip("<p>" + QString::fromStdString(preset.help.in(locale)).toHtmlEscaped() + "</p>");
  }
  apply();
}

}  // namespace sparring::ui
