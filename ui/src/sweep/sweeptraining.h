// A sweep that this process carries out, on a thread of its own.
#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>

#include "base/background.h"
#include "sparring/sweeprunner.h"
#include "sweep/sweepcontents.h"

namespace sparring::ui {

/// All calls and signals on the window's thread; all but the destructor return at once. The sweep's thread, and with it
/// the processes that it begins, step back behind the window and its training.
class SweepTraining : public QObject {
  Q_OBJECT
 public:
  explicit SweepTraining(QObject* parent = nullptr);
  ~SweepTraining() override;  ///< ends what runs, with checkpoints, and waits: see ~SweepRunner()

  /// sparring-cli beside this program.
  static std::filesystem::path usualProgram();

  /// Makes or opens the sweep of `folder` by `open`, on the sweep's thread, and carries it out. Only where nothing is
  /// busy(). Throws Error: `program` is not there.
  void start(const std::filesystem::path& folder, std::function<SweepFolder()> open,
             const std::filesystem::path& program);
  void stop();  ///< with checkpoints; changed() tells when all have ended

  bool busy() const { return busy_; }
  bool stopping() const { return busy_ && stopping_; }
  bool opened() const { return opened_; }  ///< its folder is there
  const std::filesystem::path& folder() const { return folder_; }
  const SweepNews& news() const { return news_; }                   ///< of folder(), the ended one's too
  const std::optional<Error>& problem() const { return problem_; }  ///< that ended it

 Q_SIGNALS:
  void changed();

 private:
  void carryOut(const std::stop_token& stop, const std::function<SweepFolder()>& open,
                const std::filesystem::path& program);

  std::filesystem::path folder_;
  SweepNews news_;
  std::optional<Error> problem_;
  bool busy_ = false, stopping_ = false, opened_ = false;
  Background told_;
  std::jthread thread_;  // last: it tells
};

}  // namespace sparring::ui
