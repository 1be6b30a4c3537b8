// Holds a run that has ended against what its preset promised.
#pragma once

#include <QObject>

#include "base/job.h"
#include "base/notice.h"

namespace sparring::ui {

class Session;

/// Where a recorded run keeps to its preset to the end, the preset's expectations are measured on its last checkpoint,
/// on a thread of its own; each is told as a notice, a warning where it is not met.
class PromiseCheck : public QObject {
  Q_OBJECT
 public:
  /// `session` must outlive all calls.
  explicit PromiseCheck(Session& session, QObject* parent = nullptr);

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);

 private:
  void onRunFinished();

  Session& session_;
  Job job_;  // last: its destructor joins
};

}  // namespace sparring::ui
