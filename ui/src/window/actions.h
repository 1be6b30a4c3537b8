// Everything the window can be told, each once: menus, toolbar and keys share these. What pages can be told, Pages has.
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QObject>

namespace sparring::ui {

class Actions : public QObject {
  Q_OBJECT
 public:
  explicit Actions(QWidget* window);

  /// Which of them make sense. `running`: a step is being trained. `active`: the training can go on. `begun`: there is
  /// one, or was. `finished`: it has been through all its steps. `folder`: the run that is shown has one. `former`:
  /// there was a run before it.
  struct Situation {
    bool running = false;
    bool active = false;
    bool begun = false;
    bool finished = false;
    bool folder = false;
    bool former = false;
    bool operator==(const Situation&) const = default;
  };
  void update(const Situation& situation);
  void retranslate();

  // Run
  QAction* start;   ///< begins the first, pauses, continues; never begins over what there is
  QAction* newRun;  ///< begins another
  QAction* step;
  QAction* stop;
  QAction* fork;  ///< the next run goes on from the step that is looked at
  QAction* former;
  QAction* live;
  // File
  QAction* openSettings;
  QAction* saveSettings;
  QAction* openRun;
  QAction* openRunsFolder;
  QAction* chooseRunsFolder;
  QAction* exportAny;
  QAction* quit;
  // Edit
  QAction* undo;
  QAction* redo;
  QAction* find;
  // View
  QAction* larger;
  QAction* smaller;
  QAction* usualSize;
  QAction* present;  ///< for a class room, checkable
  QAction* nextPanel;
  QAction* resetLayout;
  QActionGroup* themes;        ///< data: "system", "light", "dark"
  QActionGroup* languages;     ///< data: locale name
  QActionGroup* presets;       ///< data: preset name
  QList<QAction*> presetMenu;  ///< the same in groups, each below a separator with its title
  // Help
  QAction* shortcuts;
  QAction* reference;
  QAction* tour;
  QAction* about;

 private:
  QAction* make(const QKeySequence& key = {});
  void apply();
  QString startText() const;
  QString startTip() const;  ///< with a place for the key

  QWidget* window_;
  Situation situation_;
};

}  // namespace sparring::ui
