// What can be written, each a value: a figure, a table, a page, a folder, an animation.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <functional>

namespace sparring::ui {

struct ExportItem {
  QString id;                      ///< of the window's items the only one: "frontier", "frontier-table"
  std::function<QString()> title;  ///< in the language of now, as in a menu: "Trails as CSV…"
  QStringList suffixes;            ///< of the files that it can be, the usual one first; empty text: a folder
  std::function<QString()> file;   ///< the file's name without the run's and without a suffix
  std::function<bool()> there;     ///< whether there is something to write now
  /// Writes what is shown now. `scale`: pixels of a picture for each logical one. Throws Error.
  std::function<void(const QString& path, double scale)> write = {};
  /// Instead, of an animation: what is shown now, as one of its frames; null where there is nothing at this step.
  std::function<QImage(double scale)> frame = {};
};

}  // namespace sparring::ui
