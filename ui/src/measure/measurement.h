// One measurement of networks, on a thread of its own.
#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/job.h"
#include "session/datakeeper.h"
#include "sparring/model.h"

namespace sparring::ui {

/// What is measured, and the images it is measured on. One model for all who look at these networks.
struct Subject {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Dataset> data;
  std::filesystem::path run = {};  ///< whose checkpoint it is; what was measured of it is kept there
};

/// The last checkpoint of a run (or that of `step`), and its data. Throws Error: not there, or no longer what the run
/// was trained on.
Subject readSubject(const std::filesystem::path& run, const KnownData& data, std::optional<int64_t> step = {});

/// For a run that has ended: twice as sharp as Suite::quick(), and over in seconds.
Suite endSuite();

using Assessed = std::shared_ptr<const Assessment>;

/// All calls on the thread of the object. The measuring threads step back behind all others of the machine.
class Measurement : public QObject {
  Q_OBJECT
 public:
  explicit Measurement(QObject* parent = nullptr);

  struct Result {
    Subject subject;
    Assessed assessment;
  };
  using Done = std::function<void(Outcome<Result>)>;

  /// Cancels what is running; of that `done` is never called. `subject` runs on the measuring thread and may throw.
  void start(std::function<Subject()> subject, const Suite& suite, Done done);
  void cancel();
  bool busy() const { return job_.busy(); }

  using Progress = Job::Progress;  ///< in images on their way through a network
  Progress progress() const { return job_.progress(); }
  Assessed partial() const;  ///< what there is so far; null before the first probe

 Q_SIGNALS:
  void progressed();  ///< ten times a second while busy

 private:
  struct Partial;

  std::shared_ptr<Partial> partial_;  // null: nothing is measured
  Job job_;                           // last: its destructor joins
};

}  // namespace sparring::ui
