#include "window/filecommands.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>
#include <QWidget>

#include "base/export.h"
#include "session/session.h"
#include "window/settings.h"
#include "window/tried.h"

namespace sparring::ui {
namespace {

// No settings file is larger; whatever is, was opened by mistake.
constexpr qint64 kLargestSettings = 1 << 20;

QByteArray readSmall(const QString& path) {
  QFile file(path);
  if (const QFileInfo found(path); found.exists() && !found.isFile())
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is not a plain file."), {path.toStdString()}},
                {QT_TRANSLATE_NOOP("core", "Put the file itself there, or name another."), {}});
  if (!file.open(QIODevice::ReadOnly))
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 cannot be read: %2."), {path.toStdString(), file.errorString().toStdString()}},
        {QT_TRANSLATE_NOOP("core", "Check that it exists and that you may read it."), {}});
  if (file.size() > kLargestSettings)
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 is too large for a settings file."), {path.toStdString()}},
        {QT_TRANSLATE_NOOP("core", "A settings file is a small JSON text, as \"Save settings\" writes it."), {}});
  return file.readAll();
}

}  // namespace

FileCommands::FileCommands(Session& session, Settings& settings, QWidget* window)
    : QObject(window), session_(session), settings_(settings), window_(window) {}

void FileCommands::written(const QString& path) { Q_EMIT noticed(Notice::written(path)); }

void FileCommands::openSettings() {
  const QString path = QFileDialog::getOpenFileName(window_, tr("Open settings"), settings_.folder(),
                                                    tr("Settings (*.json);;All files (*)"));
  if (path.isEmpty()) return;
  settings_.setFolder(QFileInfo(path).absolutePath());
  readSettings(path);
}

void FileCommands::readSettings(const QString& path) {
  tried(*this, [&] {
    const std::string json = readSmall(path).toStdString();
    const Exercise exercise = exerciseFromJson(json);
    session_.setParams(paramsFromJson(json), session_.preset().name);
    if (!exercise.empty()) Q_EMIT exerciseOpened(exercise, QFileInfo(path).completeBaseName());
  });
}

void FileCommands::saveSettings(const Exercise& exercise) {
  QString path = QFileDialog::getSaveFileName(window_, tr("Save settings"), settings_.folder() + "/sparring.json",
                                              tr("Settings (*.json)"));
  if (path.isEmpty()) return;
  if (QFileInfo(path).suffix().isEmpty()) path += ".json";
  settings_.setFolder(QFileInfo(path).absolutePath());
  writeSettings(path, exercise);
}

void FileCommands::writeSettings(const QString& path, const Exercise& exercise) {
  if (tried(*this,
            [&] { writeWhole(path, QByteArray::fromStdString(settingsToJson(session_.params(), exercise) + "\n")); }))
    written(path);
}

std::filesystem::path FileCommands::askRunFolder() {
  return QFileDialog::getExistingDirectory(window_, tr("Open a run's folder"),
                                           QString::fromStdString(session_.runs().string()))
      .toStdString();
}

std::filesystem::path FileCommands::askRunsFolder() {
  const QString now = QString::fromStdString(session_.runs().string());
  return QFileDialog::getExistingDirectory(window_, tr("Folder of runs"), now).toStdString();
}

void FileCommands::showRunsFolder() {
  const QString folder = QString::fromStdString(session_.runs().string());
  QDir().mkpath(folder);
  QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

}  // namespace sparring::ui
