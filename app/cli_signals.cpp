#include "cli_signals.h"

#include <atomic>
#include <csignal>
#include <thread>

#include <unistd.h>

namespace sparring::cli {
namespace {

constexpr int kEndedBySignal = 130;

std::atomic<int> requests{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch nothing else");

void onStopSignal(int) {
  if (requests.fetch_add(1) > 0) _exit(kEndedBySignal);
}

}  // namespace

void catchStopSignals() {
  struct sigaction action = {};
  action.sa_handler = onStopSignal;
  action.sa_flags = SA_RESTART;  // file writes under way are not to fail for it
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);

  // Who computes must not take them: oneDNN's products use the stack pointer for other things, and the handler's frame
  // would be written over what is there. A thread that does nothing takes them; all that begin later follow this one.
  std::thread([] {
    while (true) pause();
  }).detach();
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGINT);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
}

bool stopRequested() { return requests.load() > 0; }

}  // namespace sparring::cli
