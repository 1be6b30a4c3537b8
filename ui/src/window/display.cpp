#include "window/display.h"

#include <QGuiApplication>

#include "sparring/error.h"

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#endif

namespace sparring::ui {

#ifdef Q_OS_LINUX
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 10s;  // over a slow network a display takes seconds

/// Opens a window system's connection in this process, a copy of the program, and ends it: in silence, without a core.
[[noreturn]] void tryOut(int argc, char** argv) {
  const rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  if (const int silence = open("/dev/null", O_WRONLY); silence >= 0) dup2(silence, STDERR_FILENO);
  const QGuiApplication probe(argc, argv);
  _exit(0);
}

/// Whether a QGuiApplication can be made. What Qt would choose and whether that answers, Qt alone knows, and it aborts
/// where it does not: so a copy of this process, which has no threads yet, tries.
bool opens(int argc, char** argv) {
  const pid_t copy = fork();
  if (copy < 0) return true;
  if (copy == 0) tryOut(argc, argv);
  const auto end = std::chrono::steady_clock::now() + kPatience;
  int status = 0;
  while (waitpid(copy, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      kill(copy, SIGKILL);
      waitpid(copy, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(1ms);
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

void requireDisplay(int argc, char** argv) {
  const Message hint{"Train without a window: `sparring-cli train --preset seed-repaired`.", {}};
  const bool named = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
                     qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
  if (!named) throw Error({"There is no display to open a window on.", {}}, hint);
  if (!opens(argc, argv))
    throw Error({"The display does not answer, or Qt has no plugin for it (xcb for X11, qt6-wayland for Wayland).", {}},
                hint);
}
#else
void requireDisplay(int, char**) {}
#endif

}  // namespace sparring::ui
