// What the File menu does: settings files, run folders.
#pragma once

#include <QObject>
#include <filesystem>

#include "base/notice.h"
#include "sparring/lesson.h"

class QWidget;

namespace sparring::ui {

class Session;
class Settings;

/// Asks for paths and carries out. What fails, and what was written where, is said through noticed().
class FileCommands : public QObject {
  Q_OBJECT
 public:
  FileCommands(Session& session, Settings& settings, QWidget* window);

  void openSettings();
  /// `exercise`: what goes into the file beside the settings.
  void saveSettings(const Exercise& exercise);
  /// Reads a settings file or a run's config.json into the session.
  void readSettings(const QString& path);
  void writeSettings(const QString& path, const Exercise& exercise = {});

  /// Asks for a run's folder; empty when cancelled.
  std::filesystem::path askRunFolder();
  std::filesystem::path askRunsFolder();  ///< empty: none was chosen
  void showRunsFolder();

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);
  /// Settings were opened that carry a note or a page. `name`: the file's.
  void exerciseOpened(const sparring::Exercise& exercise, const QString& name);

 private:
  void written(const QString& path);

  Session& session_;
  Settings& settings_;
  QWidget* window_;
};

}  // namespace sparring::ui
