#include "sparring/signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <ctime>

namespace sparring {
namespace {

constexpr int kEndedBySignal = 128;      // a shell adds the signal's number
constexpr int64_t kHaste = 500'000'000;  // nanoseconds

std::atomic<int> first{0};
std::atomic<int64_t> firstAt{0};
int ends[2] = {-1, -1};  // a pipe: the handler writes, who waits reads
static_assert(std::atomic<int64_t>::is_always_lock_free, "a signal handler may touch nothing else");

int64_t now() {
  timespec time = {};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * int64_t(1'000'000'000) + time.tv_nsec;
}

// Calls only what a handler may.
void onStopSignal(int signal) {
  const int error = errno;
  int none = 0;
  if (first.compare_exchange_strong(none, signal)) {
    firstAt = now();
    [[maybe_unused]] const ssize_t ignored = write(ends[1], "", 1);
  } else if ((signal == SIGINT || signal == SIGTERM) && firstAt > 0 && now() - firstAt >= kHaste) {
    _exit(kEndedBySignal + signal);
  }
  errno = error;
}

bool isIgnored(int signal) {
  struct sigaction current = {};
  return sigaction(signal, nullptr, &current) == 0 && current.sa_handler == SIG_IGN;
}

}  // namespace

void catchStopSignals() {
  if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return;  // no descriptor left: signals end the process
  struct sigaction action = {};
  action.sa_handler = onStopSignal;
  action.sa_flags = SA_RESTART;  // file writes under way are not to fail for it
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
  for (const int signal : {SIGHUP, SIGPIPE})
    if (!isIgnored(signal)) sigaction(signal, &action, nullptr);
}

int stopSignal() { return first; }

int stopDescriptor() { return ends[0]; }

}  // namespace sparring
