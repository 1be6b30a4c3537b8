#include "process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

extern char** environ;

namespace sparring::test {
namespace {

// Of two of one name the first counts.
std::vector<std::string> environmentFor(const std::filesystem::path& folder, std::vector<std::string> variables) {
  variables.push_back("SPARRING_DATA=" + (folder / "no-data").string());
  for (char** variable = environ; *variable; ++variable) {
    if (std::strncmp(*variable, "SPARRING_", 9) != 0) variables.push_back(*variable);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

void check(int problem, const char* what) {
  if (problem != 0) throw std::runtime_error(std::string(what) + ": " + std::strerror(problem));
}

/// What signals do in a child that is spawned while this lives: what they usually do, whatever this process inherited,
/// except those that are to be ignored.
class Signals {
 public:
  explicit Signals(const std::vector<int>& ignored) {
    sigset_t usual, none;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) sigaddset(&usual, signal);
    for (const int signal : ignored) {
      sigdelset(&usual, signal);
      before_.emplace_back(signal, std::signal(signal, SIG_IGN));
    }
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ~Signals() {
    posix_spawnattr_destroy(&attributes);
    for (const auto& [signal, handler] : before_) std::signal(signal, handler);
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  posix_spawnattr_t attributes;

 private:
  std::vector<std::pair<int, void (*)(int)>> before_;
};

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                 const Surroundings& surroundings) {
  static int count = 0;
  err_ = folder / ("stderr-" + std::to_string(count++));
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) check(errno, "pipe");
  out_ = ends[0];
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  if (!surroundings.out.empty()) posix_spawn_file_actions_addopen(&actions, 1, surroundings.out.c_str(), O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  for (const int fd : surroundings.closed) posix_spawn_file_actions_addclose(&actions, fd);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  std::vector<std::string> words = {SPARRING_CLI};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environmentFor(folder, surroundings.environment);
  const Signals signals(surroundings.ignored);
  const int problem = posix_spawn(&pid_, SPARRING_CLI, &actions, &signals.attributes, pointers(words).data(),
                                  pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  check(problem, "posix_spawn");
}

Process::~Process() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  if (out_ >= 0) close(out_);
}

std::optional<std::string> Process::readLine() {
  size_t end;
  while ((end = buffer_.find('\n')) == std::string::npos) {
    char chunk[4096];
    const ssize_t got = read(out_, chunk, sizeof chunk);
    if (got <= 0) return {};
    buffer_.append(chunk, static_cast<size_t>(got));
  }
  std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 1);
  return line;
}

void Process::send(int signal) { kill(pid_, signal); }

void Process::waitUntilItCatches(int signal) const {
  const std::string name = "SigCgt:";
  siginfo_t ended = {};
  while (waitid(P_PID, pid_, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == 0) {
    std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with(name) && std::stoull(line.substr(name.size()), nullptr, 16) >> (signal - 1) & 1) return;
  }
}

void Process::closeOutput() { close(std::exchange(out_, -1)); }

Result Process::finish() {
  Result result;
  while (auto line = readLine()) result.out += *line + "\n";
  result.out += buffer_;
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  if (WIFEXITED(status)) result.exitCode = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  std::ostringstream err;
  err << std::ifstream(err_).rdbuf();
  result.err = err.str();
  return result;
}

}  // namespace sparring::test
