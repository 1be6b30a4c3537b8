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

  /// Which of them make sense. `running`: a step is being trained. `paused`: one can be resumed. `active`: the training
  /// can go on. `folder`: the run that is shown has one.
  struct Situation {
    bool running = false;
    bool paused = false;
    bool active = false;
    bool begun = false;
    bool folder = false;
    bool operator==(const Situation&) const = default;
  };
  void update(const Situation& situation);
  void retranslate();

  // Run
  QAction* start;
  QAction* step;
  QAction* stop;
  QAction* reset;
  QAction* restart;
  QAction* live;
  // File
  QAction* openSettings;
  QAction* saveSettings;
  QAction* openRun;
  QAction* openRunsFolder;
  QAction* exportDigits;
  QAction* exportPairs;
  QAction* exportReport;
  QAction* quit;
  // View
  QAction* find;
  QAction* resetLayout;
  QActionGroup* themes;     ///< data: "system", "light", "dark"
  QActionGroup* languages;  ///< data: locale name
  QActionGroup* presets;    ///< data: preset name
  // Help
  QAction* shortcuts;
  QAction* reference;
  QAction* about;

 private:
  QAction* make(const QKeySequence& key = {});
  void apply();
  QString startTip() const;  ///< with a place for the key

  QWidget* window_;
  Situation situation_;
};

}  // namespace sparring::ui
