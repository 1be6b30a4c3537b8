#include "data/childprocess.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
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
                           const std::filesystem::path& workingFolder, const std::filesystem::path& errorLog) {
  SpawnOptions options;
  posix_spawn_file_actions_addopen(&options.files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&options.files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&options.files, STDERR_FILENO, errorLog.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addchdir_np(&options.files, workingFolder.c_str());
  // a group of its own: a kill reaches the program's children too, and Ctrl-C in a terminal is ours to handle
  posix_spawnattr_setflags(&options.attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&options.attributes, 0);

  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const int failure = posix_spawnp(&pid_, program.c_str(), &options.files, &options.attributes, argv.data(), environ);
  if (failure != 0) {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be started: %2."), {program, std::strerror(failure)}});
  }
}

ChildProcess::~ChildProcess() {
  if (exitCode()) return;
  kill(-pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
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
