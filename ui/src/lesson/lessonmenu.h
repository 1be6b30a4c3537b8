// The Learn menu: the shipped lessons and the user's own.
#pragma once

#include <QMenu>
#include <QSet>
#include <filesystem>

#include "sparring/lesson.h"

namespace sparring::ui {

/// Reads the user's own lessons each time it opens.
class LessonMenu : public QMenu {
  Q_OBJECT
 public:
  explicit LessonMenu(QWidget* parent);

  void setFolder(const std::filesystem::path& folder) { folder_ = folder; }  ///< of the user's own
  void setFinished(const QSet<QString>& ids) { finished_ = ids; }            ///< lessons that were taken to the end

 Q_SIGNALS:
  void lessonAsked(const sparring::Lesson& lesson);
  void problemFound(const sparring::Error& error);  ///< with one of the user's own
  void writeAsked();
  void folderAsked();

 private:
  void fill();
  void add(const Lesson& lesson);

  std::filesystem::path folder_;
  QSet<QString> finished_;
};

}  // namespace sparring::ui
