#include "measure/measurementstatus.h"

#include "base/text.h"
#include "measure/examiner.h"
#include "session/session.h"

namespace sparring::ui {

MeasurementStatus::MeasurementStatus(const Session& session, const Examiner& examiner, QObject* parent)
    : QObject(parent), session_(session), examiner_(examiner) {
  connect(&session, &Session::updated, this, &MeasurementStatus::refresh);
  connect(&session, &Session::runChanged, this, &MeasurementStatus::refresh);
  connect(&session, &Session::runFinished, this, &MeasurementStatus::refresh);
  connect(&examiner, &Examiner::progressChanged, this, &MeasurementStatus::refresh);
  connect(&examiner, &Examiner::cadenceChanged, this, &MeasurementStatus::refresh);
}

QString MeasurementStatus::sentence() const {
  if (examiner_.recalling()) return tr("Its networks are being read.");
  switch (examiner_.work()) {
    case Examiner::Work::Shown:
      return tr("It is being measured now: %1.").arg(percentText(examiner_.progress().share(), 0));
    case Examiner::Work::Other:
      return tr("Another run is being measured now.");
    default:
      return examiner_.run().empty() ? unmeasured()
                                     : tr("This run has not been measured here. \"Measure all\" on the page Robustness "
                                          "does it.");
  }
}

QString MeasurementStatus::unmeasured() const {
  if (!session_.begun()) return tr("Press New run (Space).");
  if (session_.now().state == State::Failed) return tr("The training has failed: the messages below say why.");
  if (!session_.active()) return tr("The training has ended. \"Measure all\" on the page Robustness measures it.");
  if (!session_.running()) return tr("The training is paused. \"Measure all\" on the page Robustness measures it now.");
  switch (examiner_.cadence().when) {
    case Cadence::When::Evaluations:
      return tr("The training runs and is measured at its next evaluation.");
    case Cadence::When::Seconds:
      return tr("The training runs and is measured every %1 seconds.").arg(examiner_.cadence().seconds);
    case Cadence::When::Never:
      break;
  }
  return tr("The training runs and is measured when it ends, or now by \"Measure all\" on the page Robustness.");
}

void MeasurementStatus::tell() {
  told_ = sentence();
  Q_EMIT changed(told_);
}

void MeasurementStatus::refresh() {
  if (sentence() != told_) tell();
}

}  // namespace sparring::ui
