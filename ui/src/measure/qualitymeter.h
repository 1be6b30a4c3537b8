// Measures generators on a thread of its own: cheaply whenever new networks come, fully when asked.
#pragma once

#include <QObject>
#include <cstdint>
#include <functional>
#include <memory>

#include "measure/measurement.h"
#include "sparring/quality.h"

namespace sparring::ui {

/// What measures: called off the window's thread; may throw. `progress` as in Model::quality().
using QualityMaker = std::function<GeneratorQuality(const Subject& subject, bool full,
                                                    const std::function<bool(int64_t, int64_t)>& progress)>;

/// All calls and signals on the thread of the object.
class QualityMeter : public QObject {
  Q_OBJECT
 public:
  explicit QualityMeter(QualityMaker make, QObject* parent = nullptr);

  using Done = std::function<void(Outcome<GeneratorQuality>)>;
  /// Cancels what is running; of that `done` is never called.
  void start(const Subject& subject, bool full, Done done);
  void cancel();
  bool busy() const { return job_.busy(); }
  bool full() const { return full_; }  ///< what is running is a full measurement

 Q_SIGNALS:
  void progressed(qint64 done, qint64 total);  ///< ten times a second while a full measurement runs
  void ended();                                ///< done, failed or cancelled

 private:
  QualityMaker make_;
  bool full_ = false;
  Job job_;  // last: its destructor joins
};

/// Model::quality() of the subject's networks.
QualityMaker qualityMaker();

}  // namespace sparring::ui
