#include "data/childprocess.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sparring/error.h"

extern char** environ;

namespace sparring {

namespace {

/// posix_spawn's two option objects, released in any case.
struct SpawnOptions {
  SpawnOptions() {
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
  }
  ~SpawnOptions() {
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
  }
  SpawnOptions(const SpawnOptions&) = delete;
  SpawnOptions& operator=(const SpawnOptions&) = delete;

  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
};

}  // namespace

ChildProcess::ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
                           const ChildOptions& options) {
  SpawnOptions spawn;
  int ends[2] = {-1, -1};
  if (options.talks) {
    // a socket, unlike a pipe, can be written to without a signal when nobody reads any more
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be started: %2."), {program, std::strerror(errno)}});
    posix_spawn_file_actions_adddup2(&spawn.files, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&spawn.files, ends[1], STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&spawn.files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&spawn.files, STDOUT_FILENO, options.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
  }
  posix_spawn_file_actions_addopen(&spawn.files, STDERR_FILENO, options.errorLog.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  posix_spawn_file_actions_addchdir_np(&spawn.files, options.workingFolder.c_str());
  // a group of its own: a kill reaches the program's children too, and Ctrl-C in a terminal is ours to handle
  posix_spawnattr_setflags(&spawn.attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&spawn.attributes, 0);

  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  // of two settings of one name the first counts
  std::vector<char*> environment;
  for (const std::string& setting : options.environment) environment.push_back(const_cast<char*>(setting.c_str()));
  for (char** inherited = environ; *inherited; ++inherited) environment.push_back(*inherited);
  environment.push_back(nullptr);
  const int failure =
      posix_spawnp(&pid_, program.c_str(), &spawn.files, &spawn.attributes, argv.data(), environment.data());
  if (options.talks) close(ends[1]);
  line_ = ends[0];
  if (failure != 0) {
    if (line_ >= 0) close(line_);
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be started: %2."), {program, std::strerror(failure)}});
  }
}

ChildProcess::~ChildProcess() {
  if (line_ >= 0) close(line_);
  if (exitCode()) return;
  kill(-pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

void ChildProcess::ask(int signal) {
  if (!exitCode()) kill(-pid_, signal);
}

void ChildProcess::say(const std::string& line) {
  const std::string text = line + "\n";
  for (size_t sent = 0; sent < text.size();) {
    const ssize_t n = send(line_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;  // hear() will tell
    sent += static_cast<size_t>(n);
  }
}

std::optional<std::string> ChildProcess::hear(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (true) {
    if (const size_t end = heard_.find('\n'); end != std::string::npos) {
      std::string line = heard_.substr(0, end);
      heard_.erase(0, end + 1);
      return line;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    if (left <= 0) return {};
    pollfd waiting{line_, POLLIN, 0};
    const int ready = poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return {};
    char text[512];
    const ssize_t n = recv(line_, text, sizeof text, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return {};
    heard_.append(text, static_cast<size_t>(n));
  }
}

std::optional<int> ChildProcess::exitCode() {
  if (exitCode_) return exitCode_;
  int status = 0;
  const pid_t ended = waitpid(pid_, &status, WNOHANG);
  if (ended == pid_) {
    exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  } else if (ended < 0 && errno == ECHILD) {
    exitCode_ = 0;  // SIGCHLD is ignored in this process, so nobody knows: its results will tell
  }
  return exitCode_;
}

}  // namespace sparring
