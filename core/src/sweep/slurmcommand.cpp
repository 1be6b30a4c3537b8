#include "sweep/slurmcommand.h"

#include <algorithm>
#include <thread>

#include "base/text.h"
#include "io/file.h"
#include "sparring/error.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr int64_t kAnswerLimit = 16 << 20;  // bytes: ten thousand lines, and room
constexpr std::chrono::milliseconds kGlance{10};

ChildProcess started(const std::vector<std::string>& words, const fs::path& output, const fs::path& errors) {
  std::error_code none;
  for (const fs::path& file : {output, errors}) fs::remove(file, none);  // another may still write it
  try {
    return ChildProcess(words.front(), {words.begin() + 1, words.end()}, {.errorLog = errors, .output = output});
  } catch (const Error& error) {
    throw Error(error.cause(), {QT_TRANSLATE_NOOP("core",
                                                  "Slurm's commands must be on the PATH: run this where sbatch is, or "
                                                  "on this machine alone (--runner local)."),
                                {}});
  }
}

std::string whole(const fs::path& path) {
  try {
    return readFile(path, kAnswerLimit);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

SlurmCommand::SlurmCommand(const fs::path& folder, const std::vector<std::string>& words)
    : output_(folder / (words.front() + ".out")),
      errors_(folder / (words.front() + ".err")),
      child_(started(words, output_, errors_)) {}

bool SlurmCommand::over() { return child_.exitCode().has_value(); }

bool SlurmCommand::wait(std::chrono::seconds atMost) {
  const auto until = std::chrono::steady_clock::now() + atMost;
  while (!over() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(kGlance);
  return over();
}

bool SlurmCommand::succeeded() { return child_.exitCode() == 0; }
std::string SlurmCommand::answer() const { return whole(output_); }

std::string SlurmCommand::words() const {
  std::string text(trimmed(whole(errors_)));
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace sparring
