#include "base/notice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace sparring::ui {
namespace {

QString inLanguage(const char* context, const Message& message) {
  const QString sentence = QCoreApplication::translate(context, message.text.c_str());
  return QString::fromStdString(Message{sentence.toStdString(), message.args}.str());
}

}  // namespace

Notice Notice::of(const Error& error, int64_t step) {
  return {Severity::Error, error.cause(), error.hint(), "core", NoticeAction::None, step};
}

Notice Notice::written(const QString& path) {
  return {Severity::Info,
          {QT_TRANSLATE_NOOP("notices", "Written: %1"), {QDir::toNativeSeparators(path).toStdString()}},
          {},
          "notices",
          NoticeAction::OpenFile,
          -1,
          path};
}

Notice Notice::exported(const QStringList& paths) {
  const QFileInfo first(paths.front());
  Notice notice = written(paths.front());
  notice.action = NoticeAction::ShowFolder;
  notice.file = first.isDir() && paths.size() == 1 ? paths.front() : first.absolutePath();
  if (paths.size() > 1)
    notice.cause = {QT_TRANSLATE_NOOP("notices", "%1 files were written to %2."),
                    {std::to_string(paths.size()), QDir::toNativeSeparators(first.absolutePath()).toStdString()}};
  return notice;
}

QString Notice::causeText() const { return inLanguage(context, cause); }
QString Notice::hintText() const { return hint.empty() ? QString() : inLanguage(context, hint); }

QString actionText(NoticeAction action) {
  switch (action) {
    case NoticeAction::None:
      return {};
    case NoticeAction::FetchData:
      return QCoreApplication::translate("notices", "Fetch it");
    case NoticeAction::CancelFetch:
      return QCoreApplication::translate("notices", "Cancel");
    case NoticeAction::NewRun:
      return QCoreApplication::translate("notices", "New run with it");
    case NoticeAction::ChooseData:
      return QCoreApplication::translate("notices", "Choose a folder…");
    case NoticeAction::OpenRunsFolder:
      return QCoreApplication::translate("notices", "Open the folder");
    case NoticeAction::OpenFile:
      return QCoreApplication::translate("notices", "Open it");
    case NoticeAction::ShowFolder:
      return QCoreApplication::translate("notices", "Show in its folder");
    case NoticeAction::ShowHints:
      return QCoreApplication::translate("notices", "What to do");
  }
  return {};
}

QString severityText(Severity severity) {
  switch (severity) {
    case Severity::Info:
      return QCoreApplication::translate("notices", "Note");
    case Severity::Warning:
      return QCoreApplication::translate("notices", "Warning");
    case Severity::Error:
      return QCoreApplication::translate("notices", "Error");
  }
  return {};
}

}  // namespace sparring::ui
