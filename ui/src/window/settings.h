// What the window remembers between two starts.
#pragma once

#include <QByteArray>
#include <QSet>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/theme.h"
#include "measure/cadence.h"
#include "sparring/params.h"

namespace sparring::ui {

/// A typed face on QSettings. Reading never fails: what is missing, broken or of an older version is the default.
/// Where the store cannot be written, settings last until the program ends.
class Settings {
 public:
  /// `file`: an .ini file to use instead of the user's own store (tests, --settings).
  explicit Settings(const QString& file = {});

  /// The store could not be read or written.
  bool broken() const;

  QByteArray geometry() const;
  QByteArray layout() const;
  void setWindow(const QByteArray& geometry, const QByteArray& layout);

  QByteArray pages() const;  ///< Pages::saveState()
  void setPages(const QByteArray& state);
  QByteArray runs() const;  ///< RunsPanel::saveState()
  void setRuns(const QByteArray& state);

  /// The parameters of the last session; nothing where there are none or they are no longer valid.
  std::optional<Params> params() const;
  QString preset() const;
  void setParams(const Params& params, const QString& preset);

  QString theme() const;     ///< "light", "dark" or "system"
  QString language() const;  ///< "en", "zh_CN", or empty: as the machine's locale says
  void setTheme(const QString& theme);
  void setLanguage(const QString& language);
  int textSize() const;  ///< in percent
  void setTextSize(int percent);

  Cadence cadence() const;  ///< of measuring a training
  void setCadence(Cadence cadence);

  /// How far a lesson was taken.
  struct LessonProgress {
    size_t step = 0;        ///< where it goes on
    bool finished = false;  ///< it was once taken to its end
  };
  LessonProgress lessonProgress(const QString& id) const;
  void setLessonProgress(const QString& id, const LessonProgress& progress);
  QSet<QString> finishedLessons() const;
  bool tourSeen() const;
  void setTourSeen();

  QString runsFolder() const;  ///< that was chosen; empty: the usual one
  void setRunsFolder(const QString& folder);

  std::map<std::string, std::string> movedData() const;  ///< DataKeeper::moved()
  void setMovedData(const std::map<std::string, std::string>& moved);

  QString exportFolder() const;  ///< where the last picture or table went; empty: none yet
  void setExportFolder(const QString& folder);

  QString folder() const;  ///< where the last file was opened or saved
  void setFolder(const QString& folder);

  QStringList foldedGroups() const;  ///< keys of the parameter groups that are folded away
  bool hasFoldedGroups() const;
  void setFoldedGroups(const QStringList& groups);

 private:
  std::unique_ptr<QSettings> store_;
};

/// The theme's mode by the name the settings keep.
theme::Mode themeMode(const QString& name);

}  // namespace sparring::ui
