#include "cli_signals.h"

#include <unistd.h>

#include <csignal>
#include <thread>

#include "sparring/signals.h"

namespace sparring::cli {

void catchStopSignals() {
  sparring::catchStopSignals();
  // Who computes must not take them: oneDNN's products use the stack pointer for other things, and the handler's frame
  // would be written over what is there. A thread that does nothing takes them; all that begin later follow this one.
  // SIGPIPE alone goes to whoever writes, and inside write() the stack is what it seems.
  std::thread([] {
    while (true) pause();
  }).detach();
  sigset_t stop;
  sigemptyset(&stop);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&stop, signal);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
}

bool stopRequested() { return stopSignal() != 0; }

}  // namespace sparring::cli
