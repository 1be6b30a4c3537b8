// A sentence for the person in front of the window, kept translatable until it is drawn.
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <string>
#include <vector>

#include "sparring/error.h"

namespace sparring::ui {

enum class Severity { Info, Warning, Error };

/// What the button of a notice does; the window carries it out.
enum class NoticeAction {
  None,
  FetchData,
  CancelFetch,
  NewRun,
  ChooseData,
  OpenRunsFolder,
  OpenFile,
  ShowFolder,
  ShowHints
};

/// Cause and hint as in an Error. `context` is the translation context of both sentences: "core" for what the core
/// says, "notices" for the window's own. `args` of the messages stay as they are.
struct Notice {
  Severity severity = Severity::Info;
  Message cause;
  Message hint;
  const char* context = "notices";
  NoticeAction action = NoticeAction::None;
  int64_t step = -1;  ///< the run's step it belongs to, or -1
  QString file = {};  ///< of OpenFile; of ShowFolder the folder

  static Notice of(const Error& error, int64_t step = -1);
  static Notice written(const QString& path);  ///< a file stands there now
  /// Files, or folders, stand there now: at least one, all in one folder.
  static Notice exported(const QStringList& paths);

  QString causeText() const;  ///< in the current language
  QString hintText() const;
};

/// The button's text in the current language; empty for None.
QString actionText(NoticeAction action);

/// The severity as a word in the current language.
QString severityText(Severity severity);

}  // namespace sparring::ui

Q_DECLARE_METATYPE(sparring::ui::Notice)
