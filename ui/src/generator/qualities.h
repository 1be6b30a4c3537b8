// How good the generators of what the window shows were found to be, step by step.
#pragma once

#include <QObject>
#include <filesystem>
#include <map>
#include <memory>

#include "base/notice.h"
#include "base/timeline.h"
#include "measure/qualitymeter.h"
#include "shown/shown.h"

namespace sparring::ui {

/// Measures each new generator cheaply, and all of it when asked. The window's thread.
class Qualities : public QObject {
  Q_OBJECT
 public:
  /// `shown` must outlive all calls.
  Qualities(Shown& shown, QualityMaker make, QObject* parent = nullptr);

  bool drawsDigits() const;  ///< whether the run that is looked at trains a generator that does
  void measureAll();
  void cancel() { meter_.cancel(); }
  bool busy() const { return meter_.busy(); }

  using Quality = std::shared_ptr<const GeneratorQuality>;
  bool alarming() const;   ///< newest() holds an alarm
  Quality newest() const;  ///< at the step looked at; null before the first
  Quality full() const;    ///< the last that was measured fully; it may be of an earlier step

 Q_SIGNALS:
  void changed();                              ///< newest() and full() are to be read anew
  void progressed(qint64 done, qint64 total);  ///< of a full measurement, as QualityMeter tells it
  void ended();
  void noticed(const sparring::ui::Notice& notice);
  /// Of the session's training, as it is now.
  void measured(std::shared_ptr<const sparring::GeneratorQuality> quality);

 private:
  struct OfRun {
    Timeline<Quality> all, full;
  };

  void read(Shown::What what);
  void measure(bool full);
  Quality at(const Timeline<Quality> OfRun::*which) const;

  Shown& shown_;
  std::shared_ptr<const Model> model_;           // the last that was told of
  std::map<std::filesystem::path, OfRun> runs_;  // the session's under the empty path
  std::filesystem::path measured_;               // the run under way or measured last
  QualityMeter meter_;
};

}  // namespace sparring::ui
