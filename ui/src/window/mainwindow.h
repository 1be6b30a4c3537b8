// The window: docks around the pages, and who tells whom.
#pragma once

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <filesystem>
#include <memory>

#include "base/notice.h"
#include "base/throttle.h"
#include "sparring/coach.h"
#include "sparring/trainer.h"
#include "window/pages.h"

class QDockWidget;
class QSplitter;

namespace sparring::ui {

class Actions;
class AnatomyView;
class BesidePane;
class Coach;
class CoachPanel;
class Examiner;
class Exports;
class FileCommands;
class Headline;
class Language;
class LessonDesk;
class LessonMenu;
class LessonView;
class MessageBar;
class MessagesPanel;
class PairsView;
class Presentation;
class ParameterPanel;
class RunsPanel;
class SampleView;
class Scrubber;
class SearchPage;
class Session;
class Settings;
class Shown;
class MeasurementStatus;
class StatusLine;
class ToolBar;
class Tour;
class Menus;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  /// `settings` and `language` outlive the window. `runs`: where runs are written and listed. `pages`: what is in the
  /// middle of it.
  MainWindow(Settings& settings, Language& language, const std::filesystem::path& runs,
             const std::vector<PageRow>& pages = pageRows());
  ~MainWindow() override;

  /// Loads the last parameters (or those of `preset`) and their data. Once, after show().
  void open(const std::string& preset = {});

  Session& session() { return *session_; }
  ParameterPanel& panel() { return *panel_; }
  Actions& actions() { return *actions_; }
  MessageBar& messageBar() { return *bar_; }
  MessagesPanel& messages() { return *messages_; }
  Coach& coach() { return *coach_; }
  CoachPanel& hints() { return *hints_; }
  RunsPanel& runs() { return *runs_; }
  /// Lists the runs there and writes new ones there, from now on.
  void useRunsFolder(const std::filesystem::path& folder);
  Scrubber& scrubber() { return *scrubber_; }
  Examiner& examiner() { return *examiner_; }
  Shown& shown() { return *shown_; }
  StatusLine& status() { return *status_; }
  FileCommands& files() { return *files_; }
  Pages& pages() { return *pages_; }
  BesidePane* beside() { return beside_; }  ///< null: one run is shown
  SampleView& samples() { return *samples_; }
  Headline& headline() { return *headline_; }
  LessonDesk& lessons() { return *lessons_; }
  Presentation& presentation() { return *presentation_; }
  Tour& tour() { return *tour_; }
  /// Begins the tour where nobody has seen it yet.
  void welcome();

  void resetLayout();
  /// A run beside the one that is shown, on every page where that makes sense, moved by the same scrubber.
  void showBeside(const std::filesystem::path& run);
  void closeBeside();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QDockWidget* addDock(const char* name, QWidget* content, Qt::DockWidgetArea area);
  void makeViews(const std::filesystem::path& runs, const std::vector<PageRow>& pages);
  void makeDocks();
  void connectSession();
  void connectActions();
  void connectViews();
  void connectAnatomy();
  void connectScrubber();
  void makeBeside();
  void placeBeside();
  int widthOfTwo() const;
  /// For two pages side by side, by what lies at their sides; how wide they will be together.
  int makeRoom(int wanted);
  int64_t lastShown() const;
  void makeLessons();
  void connectLessons();
  void makeTour();
  QWidget* bringField(const std::string& key);  ///< into sight, the keyboard stays where it is
  void saveSettings();
  void markSteps();
  void restore();
  void shareWidth();  ///< among the docks at the sides
  void addKeys();

  void notice(const Notice& notice);
  void carryOut(NoticeAction action);
  void applyParam(const QString& key, const QString& text);
  void applyParam(const QString& key, const QString& text, int slide);
  bool wishesStand();  ///< what is typed is handed on; false, with the focus there, where something is not valid
  void startOrPause();
  void newRun();
  void setTextSize(int percent);
  void wish(const Params& params, const std::string& preset);
  void applySettings(const std::vector<std::string>& settings);
  void applyHint(const Hint& hint);
  void showHints();
  void nameMovedData(const std::filesystem::path& run);
  void chooseData();
  void onUpdate(const Update& update);
  void refresh();  ///< actions, toolbar, status line, headline
  void refreshHeadline();
  void refreshLambdaHint();
  void refreshDataHint();
  void showTraining();
  void nameMessages();
  void nameHints();
  void retranslate();

  Settings& settings_;
  Language& language_;
  std::unique_ptr<Session> session_;
  Actions* actions_ = nullptr;
  FileCommands* files_ = nullptr;
  Exports* exports_ = nullptr;
  Examiner* examiner_ = nullptr;
  Shown* shown_ = nullptr;
  MeasurementStatus* standing_ = nullptr;
  ToolBar* toolbar_ = nullptr;
  ParameterPanel* panel_ = nullptr;
  MessageBar* bar_ = nullptr;
  Headline* headline_ = nullptr;
  Pages* pages_ = nullptr;
  AnatomyView* anatomy_ = nullptr;  // where it is among them
  QSplitter* middle_ = nullptr;  // the pages, and beside them
  BesidePane* beside_ = nullptr;
  QHash<QDockWidget*, int> folded_;  // to make room for it, with their widths
  Scrubber* scrubber_ = nullptr;
  std::unique_ptr<Throttle> marked_;  // the signs below it
  SampleView* samples_ = nullptr;
  PairsView* pairs_ = nullptr;
  RunsPanel* runs_ = nullptr;
  MessagesPanel* messages_ = nullptr;
  Coach* coach_ = nullptr;
  CoachPanel* hints_ = nullptr;
  StatusLine* status_ = nullptr;
  QDockWidget* parameterDock_ = nullptr;
  QDockWidget* sampleDock_ = nullptr;
  QDockWidget* pairDock_ = nullptr;
  QDockWidget* runDock_ = nullptr;
  QDockWidget* messageDock_ = nullptr;
  QDockWidget* lessonDock_ = nullptr;
  LessonView* lessonView_ = nullptr;
  LessonMenu* learn_ = nullptr;
  LessonDesk* lessons_ = nullptr;
  Presentation* presentation_ = nullptr;
  Tour* tour_ = nullptr;
  QDockWidget* hintDock_ = nullptr;
  Menus* menus_ = nullptr;
  QPointer<SearchPage> reference_;  // where it is open
  QByteArray defaultLayout_;
  bool usualLayout_ = true;             // nothing is remembered of the docks
  bool lambdaEdited_ = false;           // since the training began
  std::filesystem::path run_, former_;  // the session's, and the one before it
};

}  // namespace sparring::ui
