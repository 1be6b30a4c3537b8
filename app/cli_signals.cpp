#include "cli_signals.h"

#include <atomic>
#include <csignal>

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
}

bool stopRequested() { return requests.load() > 0; }

}  // namespace sparring::cli
