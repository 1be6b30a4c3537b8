#include "window/stopsignals.h"

#include <QSocketNotifier>
#include <utility>

#include "sparring/signals.h"

namespace sparring::ui {

StopSignals::StopSignals(std::function<void(int signal)> asked, QObject* parent) : QObject(parent) {
  catchStopSignals();
  auto* notifier = new QSocketNotifier(stopDescriptor(), QSocketNotifier::Read, this);
  connect(notifier, &QSocketNotifier::activated, this, [notifier, asked = std::move(asked)] {
    notifier->setEnabled(false);  // the descriptor stays readable
    asked(stopSignal());
  });
}

}  // namespace sparring::ui
