#include "process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace sparring::test {
namespace {

std::vector<std::string> environmentFor(const std::filesystem::path& folder) {
  std::vector<std::string> variables = {"SPARRING_DATA=" + (folder / "no-data").string()};
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

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const std::filesystem::path& folder) {
  static int count = 0;
  err_ = folder / ("stderr-" + std::to_string(count++));
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) check(errno, "pipe");
  out_ = ends[0];
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  std::vector<std::string> words = {SPARRING_CLI};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environmentFor(folder);
  const int problem =
      posix_spawn(&pid_, SPARRING_CLI, &actions, nullptr, pointers(words).data(), pointers(variables).data());
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
