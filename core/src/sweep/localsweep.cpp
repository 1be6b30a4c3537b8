#include <signal.h>

#include <algorithm>
#include <list>
#include <thread>

#include "data/childprocess.h"
#include "io/file.h"
#include "sparring/error.h"
#include "sparring/run.h"
#include "sparring/sweep.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr char kLogsFolder[] = "logs";
constexpr int64_t kLogLimit = 1 << 20;
constexpr std::chrono::seconds kPatience{30};  // for those that were asked to end

/// The sentence it ended with.
std::string lastWords(const fs::path& log) {
  try {
    const std::string text = readFile(log, kLogLimit);
    const size_t error = text.rfind("error: ");
    return error == text.npos ? text.substr(0, 200) : text.substr(error + 7, text.find('\n', error) - error - 7);
  } catch (const Error& problem) {
    return problem.cause().str();
  }
}

}  // namespace

struct LocalSweep::Impl {
  struct Running {
    SweepJob job;
    std::unique_ptr<ChildProcess> child;
  };

  SweepFolder folder;
  fs::path program;
  SweepResults results;
  std::list<Running> running;
  std::set<size_t> failed;

  std::set<size_t> aside() const {
    std::set<size_t> runs = failed;
    for (const Running& one : running) runs.insert(one.job.run);
    return runs;
  }

  fs::path log(const SweepJob& job) const {
    return folder.path() / kLogsFolder / (folder.runs()[job.run].name + ".log");
  }

  bool begin(const SweepJob& job) {
    if (isBeingTrained(folder.runFolder(job.run))) return false;  // the end of one that was broken off
    fs::create_directories(folder.path() / kLogsFolder);
    ChildOptions options;
    options.errorLog = fs::absolute(log(job));
    const std::string threads = std::to_string(threadsOf(folder.spec()));
    const std::vector<std::string> arguments = {
        "sweep", "--work",   folder.runs()[job.run].name,         "--budget", std::to_string(job.budget), "--threads",
        threads, "--resume", fs::absolute(folder.path()).string()};
    running.push_back({job, std::make_unique<ChildProcess>(program.string(), arguments, options)});
    return true;
  }
};

LocalSweep::LocalSweep(SweepFolder folder, fs::path program)
    : impl_(std::make_unique<Impl>(Impl{std::move(folder), std::move(program), {}, {}, {}})) {
  impl_->results = impl_->folder.results();
}

LocalSweep::~LocalSweep() {
  for (auto& one : impl_->running) one.child->ask(SIGTERM);
  const auto until = std::chrono::steady_clock::now() + kPatience;
  for (auto& one : impl_->running)
    while (!one.child->exitCode() && std::chrono::steady_clock::now() < until)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

std::vector<LocalSweep::Ended> LocalSweep::advance() {
  std::vector<Ended> ended;
  for (auto it = impl_->running.begin(); it != impl_->running.end();) {
    const auto code = it->child->exitCode();
    if (!code) {
      ++it;
      continue;
    }
    Ended one{it->job, {}, {}};
    auto& results = impl_->results[one.job.run];
    results = impl_->folder.resultsOf(one.job.run);
    if (const auto found = std::ranges::find(results, one.job.budget, &SweepResult::budget); found != results.end())
      one.result = *found;
    else
      one.failure = *code == 0 ? std::string() : lastWords(impl_->log(one.job));
    if (!one.result) impl_->failed.insert(one.job.run);
    ended.push_back(std::move(one));
    it = impl_->running.erase(it);
  }
  while (std::ssize(impl_->running) < impl_->folder.spec().jobs) {
    const auto job = nextJob(impl_->folder.spec(), impl_->results, impl_->aside());
    if (!job || !impl_->begin(*job)) break;
  }
  return ended;
}

bool LocalSweep::busy() const {
  return !impl_->running.empty() || nextJob(impl_->folder.spec(), impl_->results, impl_->aside());
}

const SweepFolder& LocalSweep::folder() const { return impl_->folder; }
const SweepResults& LocalSweep::results() const { return impl_->results; }
std::vector<size_t> LocalSweep::failed() const { return {impl_->failed.begin(), impl_->failed.end()}; }

}  // namespace sparring
