#include <signal.h>

#include <algorithm>
#include <list>
#include <thread>

#include "data/childprocess.h"
#include "sparring/run.h"
#include "sparring/sweeprunner.h"
#include "sweep/sweeplog.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds kPatience{30};  // for those that were asked to end

}  // namespace

struct LocalSweep::Impl {
  struct Running {
    SweepJob job;
    std::unique_ptr<ChildProcess> child;
  };

  fs::path program;
  std::list<Running> running = {};

  std::set<size_t> aside(std::set<size_t> runs) const {
    for (const Running& one : running) runs.insert(one.job.run);
    return runs;
  }

  bool begin(const SweepFolder& folder, const SweepJob& job) {
    if (isBeingTrained(folder.runFolder(job.run))) return false;  // the end of one that was broken off
    const std::string& name = folder.runs()[job.run].name;
    const fs::path log = sweepLog(folder.path(), name);
    fs::create_directories(log.parent_path());
    ChildOptions options;
    options.errorLog = fs::absolute(log);
    const std::string threads = std::to_string(threadsOf(folder.spec()));
    const std::vector<std::string> arguments = {"sweep",
                                                "--work",
                                                name,
                                                "--budget",
                                                std::to_string(job.budget),
                                                "--threads",
                                                threads,
                                                "--resume",
                                                fs::absolute(folder.path()).string()};
    running.push_back({job, std::make_unique<ChildProcess>(program.string(), arguments, options)});
    return true;
  }
};

LocalSweep::LocalSweep(SweepFolder folder, fs::path program)
    : SweepRunner(std::move(folder)), impl_(std::make_unique<Impl>(Impl{std::move(program)})) {}

LocalSweep::~LocalSweep() {
  for (auto& one : impl_->running) one.child->ask(SIGTERM);
  const auto until = std::chrono::steady_clock::now() + kPatience;
  for (auto& one : impl_->running)
    while (!one.child->exitCode() && std::chrono::steady_clock::now() < until)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

std::vector<SweepRunner::Ended> LocalSweep::advance() {
  std::vector<Ended> ended;
  for (auto it = impl_->running.begin(); it != impl_->running.end();) {
    const auto code = it->child->exitCode();
    if (!code) {
      ++it;
      continue;
    }
    Ended one{it->job, {}, {}};
    auto& results = results_[one.job.run];
    results = folder_.resultsOf(one.job.run);
    if (const auto found = std::ranges::find(results, one.job.budget, &SweepResult::budget); found != results.end())
      one.result = *found;
    else
      one.failure = *code == 0 ? std::string() : lastWords(sweepLog(folder_.path(), folder_.runs()[one.job.run].name));
    if (!one.result) failed_.insert(one.job.run);
    ended.push_back(std::move(one));
    it = impl_->running.erase(it);
  }
  while (std::ssize(impl_->running) < folder_.spec().jobs) {
    const auto job = nextJob(folder_.spec(), results_, impl_->aside(failed_));
    if (!job || !impl_->begin(folder_, *job)) break;
  }
  return ended;
}

std::vector<size_t> LocalSweep::running() const {
  std::vector<size_t> runs;
  for (const auto& one : impl_->running) runs.push_back(one.job.run);
  return runs;
}

bool LocalSweep::waits() const { return !impl_->running.empty(); }

}  // namespace sparring
