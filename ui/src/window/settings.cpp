#include "window/settings.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "sparring/error.h"

namespace sparring::ui {
namespace {

// Raised when docks or toolbars change so that an old layout would hide something.
constexpr int kLayoutVersion = 1;

}  // namespace

Settings::Settings(const QString& file)
    : store_(file.isEmpty()
                 ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, "sparring", "sparring")
                 : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

bool Settings::broken() const {
  store_->sync();
  return store_->status() != QSettings::NoError;
}

QByteArray Settings::geometry() const { return store_->value("window/geometry").toByteArray(); }

QByteArray Settings::layout() const {
  if (store_->value("window/version").toInt() != kLayoutVersion) return {};
  return store_->value("window/layout").toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& layout) {
  store_->setValue("window/geometry", geometry);
  store_->setValue("window/layout", layout);
  store_->setValue("window/version", kLayoutVersion);
}

// The curves' state had a key of its own once: it is read as long as nothing newer was written.
QByteArray Settings::pages() const {
  const QByteArray state = store_->value("centre/state").toByteArray();
  if (!store_->contains("curves/state")) return state;
  QJsonObject all = QJsonDocument::fromJson(state).object();
  all["curves"] = QJsonDocument::fromJson(store_->value("curves/state").toByteArray()).object();
  return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void Settings::setPages(const QByteArray& state) {
  store_->setValue("centre/state", state);
  store_->remove("curves/state");
}

QByteArray Settings::runs() const { return store_->value("runs/state").toByteArray(); }

void Settings::setRuns(const QByteArray& state) { store_->setValue("runs/state", state); }

std::optional<Params> Settings::params() const {
  const QString json = store_->value("params/json").toString();
  if (json.isEmpty()) return {};
  try {
    Params params = paramsFromJson(json.toStdString());
    validate(params);
    return params;
  } catch (const Error&) {
    return {};  // written by another version: the preset's values are better than none
  }
}

QString Settings::preset() const { return store_->value("params/preset").toString(); }

void Settings::setParams(const Params& params, const QString& preset) {
  store_->setValue("params/json", QString::fromStdString(paramsToJson(params)));
  store_->setValue("params/preset", preset);
}

QString Settings::theme() const {
  const QString theme = store_->value("look/theme").toString();
  return theme == "light" || theme == "dark" ? theme : "system";
}

QString Settings::language() const { return store_->value("look/language").toString(); }
void Settings::setTheme(const QString& theme) { store_->setValue("look/theme", theme); }
void Settings::setLanguage(const QString& language) { store_->setValue("look/language", language); }

int Settings::textSize() const { return store_->value("look/text", theme::kUsualText).toInt(); }
void Settings::setTextSize(int percent) { store_->setValue("look/text", percent); }

Cadence Settings::cadence() const { return Cadence::of(store_->value("examiner/cadence").toString()); }
void Settings::setCadence(Cadence cadence) { store_->setValue("examiner/cadence", cadence.name()); }

Settings::LessonProgress Settings::lessonProgress(const QString& id) const {
  const int step = store_->value("lessons/" + id + "/step").toInt();
  return {static_cast<size_t>(std::max(0, step)), store_->value("lessons/" + id + "/finished").toBool()};
}

void Settings::setLessonProgress(const QString& id, const LessonProgress& progress) {
  store_->setValue("lessons/" + id + "/step", static_cast<int>(progress.step));
  store_->setValue("lessons/" + id + "/finished", progress.finished);
}

QSet<QString> Settings::finishedLessons() const {
  QSet<QString> ids;
  store_->beginGroup("lessons");
  for (const QString& id : store_->childGroups())
    if (store_->value(id + "/finished").toBool()) ids << id;
  store_->endGroup();
  return ids;
}

bool Settings::tourSeen() const { return store_->value("help/tour seen").toBool(); }
void Settings::setTourSeen() { store_->setValue("help/tour seen", true); }

QString Settings::runsFolder() const { return store_->value("runs/folder").toString(); }
void Settings::setRunsFolder(const QString& folder) { store_->setValue("runs/folder", folder); }

std::map<std::string, std::string> Settings::movedData() const {
  std::map<std::string, std::string> moved;
  const QVariantMap kept = store_->value("runs/moved data").toMap();
  for (auto it = kept.begin(); it != kept.end(); ++it) moved[it.key().toStdString()] = it->toString().toStdString();
  return moved;
}

void Settings::setMovedData(const std::map<std::string, std::string>& moved) {
  QVariantMap kept;
  for (const auto& [name, folder] : moved) kept[QString::fromStdString(name)] = QString::fromStdString(folder);
  store_->setValue("runs/moved data", kept);
}

QString Settings::exportFolder() const { return store_->value("files/exports").toString(); }
void Settings::setExportFolder(const QString& folder) { store_->setValue("files/exports", folder); }

QString Settings::folder() const { return store_->value("files/folder", QDir::homePath()).toString(); }
void Settings::setFolder(const QString& folder) { store_->setValue("files/folder", folder); }

QStringList Settings::foldedGroups() const { return store_->value("panel/folded").toStringList(); }
bool Settings::hasFoldedGroups() const { return store_->contains("panel/folded"); }
void Settings::setFoldedGroups(const QStringList& groups) { store_->setValue("panel/folded", groups); }

theme::Mode themeMode(const QString& name) {
  return name == "dark" ? theme::Mode::Dark : name == "light" ? theme::Mode::Light : theme::Mode::System;
}

}  // namespace sparring::ui
