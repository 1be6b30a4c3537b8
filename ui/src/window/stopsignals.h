// Ctrl-C in the terminal that the window was started from, and the end of the session: the window closes as by hand.
#pragma once

#include <QObject>
#include <functional>

namespace sparring::ui {

/// Hears the signals that ask a program to end (sparring/signals.h) and calls `asked` once, with the signal's number,
/// from the event loop of the thread that made it. A second one by a person ends the process at once.
class StopSignals : public QObject {
 public:
  explicit StopSignals(std::function<void(int signal)> asked, QObject* parent = nullptr);
};

}  // namespace sparring::ui
