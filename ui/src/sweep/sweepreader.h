// Reads the sweep that is looked at, again and again, off the window's thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/background.h"
#include "sweep/sweepcontents.h"

namespace sparring::ui {

/// All calls and signals on the window's thread; all return at once.
class SweepReader : public QObject {
  Q_OBJECT
 public:
  explicit SweepReader(QObject* parent = nullptr);

  /// Looks at the sweep of a folder; empty: at none.
  void open(const std::filesystem::path& folder);
  void setNews(const SweepNews& news);  ///< of that sweep, where this process carries it out
  void setWatching(bool on);            ///< reads about once a second while there is something to come
  void again();

  const std::filesystem::path& folder() const { return folder_; }
  const std::shared_ptr<const SweepContents>& contents() const { return contents_; }  ///< null: none, or not read yet
  const std::optional<Error>& problem() const { return problem_; }

 Q_SIGNALS:
  void changed();  ///< contents() or problem() are others

 private:
  std::filesystem::path folder_;
  SweepNews news_;
  std::shared_ptr<const SweepContents> contents_;
  std::optional<Error> problem_;
  bool reading_ = false, waits_ = false;  // one is under way, and another is asked for behind it
  QTimer look_;
  Background reader_;
};

}  // namespace sparring::ui
