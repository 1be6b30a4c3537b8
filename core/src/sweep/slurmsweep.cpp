#include <algorithm>
#include <chrono>
#include <thread>

#include "sparring/error.h"
#include "sparring/sweeprunner.h"
#include "sweep/slurmarray.h"
#include "sweep/slurmcommand.h"
#include "sweep/slurmfolder.h"
#include "sweep/sweeplog.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kSubmits{60}, kTells{30};
constexpr std::chrono::seconds kEnds{75};  // Slurm itself waits for 30 between asking jobs to end and killing them
// From one look to the next: a twentieth of the time since it was begun, within these.
constexpr std::chrono::milliseconds kSoonest{100}, kLatest{15'000};
constexpr std::chrono::milliseconds kAgain{500};  // while jobs end that were asked to
constexpr std::chrono::seconds kShows{10};  // until a job that was submitted when a process was killed is in the queue
constexpr int kLooks = 2;                   // of which none shows a task any more: then it is over

/// What is known of a task of an array that has been submitted.
struct Watched {
  bool awaited = false;  ///< it was submitted or seen by this process, which so tells what becomes of it
  bool over = false;
  int gone = 0;  ///< looks in a row that showed it ended, or not at all
};

struct Outstanding {
  SlurmArray array;
  std::vector<Watched> tasks;
  bool over() const { return std::ranges::all_of(tasks, &Watched::over); }
};

bool hasResult(const std::vector<SweepResult>& results, int64_t budget) {
  return std::ranges::find(results, budget, &SweepResult::budget) != results.end();
}

/// Results that have come to the folder, which go into `results`; those runs have not failed.
std::vector<SweepRunner::Ended> newResults(const SweepFolder& folder, SweepResults& results, std::set<size_t>& failed) {
  std::vector<SweepRunner::Ended> ended;
  const int64_t whole = budgetsOf(folder.spec(), results.size()).back();
  for (size_t run = 0; run < results.size(); ++run) {
    if (hasResult(results[run], whole)) continue;
    auto now = folder.resultsOf(run);
    for (const SweepResult& one : now)
      if (!hasResult(results[run], one.budget)) ended.push_back({{run, one.budget}, one, {}});
    if (now.size() > results[run].size()) failed.erase(run);
    results[run] = std::move(now);
  }
  return ended;
}

/// The job of a task. A place is one only once the array before it has ended.
std::optional<SweepJob> jobIn(const SweepFolder& folder, const SweepResults& results, const SlurmTask& task) {
  if (const auto place = placeOf(task.work, task.budget)) {
    const auto promoted = promotedTo(folder.spec(), results, task.budget);
    if (*place > promoted.size()) return {};
    return SweepJob{promoted[*place - 1], task.budget};
  }
  const auto run = std::ranges::find(folder.runs(), task.work, &SweepRun::name);
  if (run == folder.runs().end()) return {};
  return SweepJob{static_cast<size_t>(run - folder.runs().begin()), task.budget};
}

}  // namespace

struct SlurmSweep::Impl {
  Impl(const SweepFolder& folder, fs::path cli) : program(std::move(cli)), home(folder.path()) {
    for (SlurmArray& array : home.arrays()) {
      const size_t tasks = array.tasks.size();
      arrays.push_back({std::move(array), std::vector<Watched>(tasks)});
    }
  }

  fs::path program;
  SlurmFolder home;
  std::vector<Outstanding> arrays;
  std::optional<SlurmCommand> looking;
  std::optional<std::vector<SlurmState>> accounted;  ///< of this look
  std::optional<Clock::time_point> looked;
  Clock::time_point begun = Clock::now();

  std::vector<SlurmArray> plain() const {
    std::vector<SlurmArray> list;
    for (const Outstanding& one : arrays) list.push_back(one.array);
    return list;
  }

  bool looksNow() const {
    if (!looked) return true;
    const auto apart = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun) / 20;
    return Clock::now() - *looked >= std::clamp(apart, kSoonest, kLatest);
  }

  /// The id that sbatch gives to the last array.
  std::string submitted() {
    SlurmCommand sbatch(home.path(), {"sbatch", "--parsable", home.script(arrays.back().array.number).string()});
    if (!sbatch.wait(kSubmits))
      throw Error({QT_TRANSLATE_NOOP("core", "sbatch does not answer."), {}},
                  {QT_TRANSLATE_NOOP("core", "Try again later: the same command goes on."), {}});
    const std::string id = submittedId(sbatch.answer());
    if (sbatch.succeeded() && !id.empty()) return id;
    const std::string words = sbatch.words();
    arrays.pop_back();
    home.note(plain());
    throw Error(
        {QT_TRANSLATE_NOOP("core", "sbatch refuses the jobs: %1"), {words}},
        {QT_TRANSLATE_NOOP("core", "What it takes is the cluster's: --partition, --time, --cpus, --sbatch LINE."), {}});
  }

  void submit(const SweepFolder& folder, const SweepResults& results, const std::set<size_t>& failed) {
    SlurmScript script{folder.spec(), fs::absolute(folder.path()), {}, {}, program, {}};
    for (const auto& tasks : slurmTasks(folder.spec(), folder.runs(), results, failed)) {
      arrays.push_back({home.add(tasks, script), std::vector<Watched>(tasks.size(), {.awaited = true})});
      home.note(plain());
      script.after = arrays.back().array.id = submitted();
      home.note(plain());
    }
  }

  /// What squeue says, once it has said it.
  std::optional<std::vector<SlurmState>> states() {
    if (!looking) {
      if (!looksNow()) return {};
      try {
        looking.emplace(home.path(), squeueWords(plain()));
      } catch (const Error&) {
        if (!looked) throw;  // else it was there, and is again
        looked = Clock::now();
      }
    }
    if (!looking || !looking->over()) return {};
    looked = Clock::now();
    std::optional<std::vector<SlurmState>> said;
    if (looking->succeeded()) said = parseQueue(looking->answer());
    looking.reset();
    return said;
  }

  /// What sacct says, asked once a look. Waits for it.
  const std::vector<SlurmState>& accounts() {
    if (accounted) return *accounted;
    accounted.emplace();
    try {
      SlurmCommand sacct(home.path(), sacctWords(plain()));
      if (sacct.wait(kTells) && sacct.succeeded()) accounted = parseAccounting(sacct.answer());
    } catch (const Error&) {  // a cluster may have none
    }
    return *accounted;
  }

  /// Slurm's word for how a task ended, "" where nobody knows.
  std::string endOf(const std::vector<SlurmState>& states, const SlurmArray& array, size_t task) {
    if (const SlurmState* state = stateOf(states, array, task)) return state->state;
    const SlurmState* state = stateOf(accounts(), array, task);
    return state ? state->state : std::string();
  }

  std::string whyEnded(const std::string& end, const fs::path& sweep, const Outstanding& one, size_t task) const {
    const bool slurmsDoing = isOver(end) && end != "FAILED" && end != "COMPLETED";
    if (slurmsDoing) return "Slurm: " + end;
    const fs::path log = sweepLog(sweep, one.array.tasks[task].work);
    std::error_code none;
    const std::string words = fs::exists(log, none) ? lastWords(log) : std::string();
    if (!words.empty()) return words;
    return "Slurm: " + (end.empty() ? "it is gone" : end) + " (" + home.said(one.array.number).filename().string() +
           ")";
  }

  void watch(Outstanding& one, const std::vector<SlurmState>& states) const {
    for (const SlurmState& state : states)
      if (state.name == one.array.name) one.array.id = state.id;
    const bool mayStillShow = one.array.id.empty() && Clock::now() - begun < kShows;
    for (size_t task = 0; task < one.tasks.size(); ++task) {
      Watched& watched = one.tasks[task];
      const SlurmState* state = stateOf(states, one.array, task);
      const bool there = state && !isOver(state->state);
      watched.awaited = watched.awaited || there;
      watched.gone = there || mayStillShow ? 0 : watched.gone + 1;
    }
  }

  /// Whether a task is over; what has failed with it.
  std::optional<Ended> settle(Outstanding& one, size_t task, const std::vector<SlurmState>& states,
                              const SweepFolder& folder, const SweepResults& results) {
    Watched& watched = one.tasks[task];
    if (watched.over || watched.gone == 0) return {};
    const auto job = jobIn(folder, results, one.array.tasks[task]);
    const bool done = job && hasResult(results[job->run], job->budget);
    watched.over = done || watched.gone >= kLooks;
    if (!watched.over || done || !watched.awaited || !job) return {};
    return Ended{*job, {}, whyEnded(endOf(states, one.array, task), folder.path(), one, task)};
  }

  void cancel() {
    looking.reset();
    // the last first: none is to begin because the one before it has ended
    for (auto one = arrays.rbegin(); one != arrays.rend(); ++one)
      SlurmCommand(home.path(), {"scancel", "--name=" + one->array.name}).wait(kTells);
    const auto until = Clock::now() + kEnds;
    while (Clock::now() < until) {
      SlurmCommand squeue(home.path(), squeueWords(plain()));
      if (squeue.wait(kTells) && squeue.succeeded() &&
          std::ranges::all_of(parseQueue(squeue.answer()), [](const auto& one) { return isOver(one.state); })) {
        arrays.clear();
        home.note({});
        return;
      }
      std::this_thread::sleep_for(kAgain);
    }
  }
};

SlurmSweep::SlurmSweep(SweepFolder folder, fs::path program)
    : SweepRunner(std::move(folder)), impl_(std::make_unique<Impl>(folder_, std::move(program))) {}

SlurmSweep::~SlurmSweep() {
  try {
    if (waits()) impl_->cancel();
  } catch (const std::exception&) {  // the next process finds them
  }
}

bool SlurmSweep::waits() const { return !impl_->arrays.empty(); }

std::vector<SweepRunner::Ended> SlurmSweep::advance() {
  if (!waits()) {
    impl_->submit(folder_, results_, failed_);
    return {};
  }
  const auto states = impl_->states();
  if (!states) return {};
  impl_->accounted.reset();
  std::vector<Ended> ended = newResults(folder_, results_, failed_);
  for (Outstanding& one : impl_->arrays) {
    impl_->watch(one, *states);
    for (size_t task = 0; task < one.tasks.size(); ++task)
      if (auto failure = impl_->settle(one, task, *states, folder_, results_)) {
        failed_.insert(failure->job.run);
        ended.push_back(std::move(*failure));
      }
    if (!one.over()) break;  // those after it have not begun
  }
  if (std::erase_if(impl_->arrays, [](const Outstanding& one) { return one.over(); }) > 0)
    impl_->home.note(impl_->plain());
  return ended;
}

}  // namespace sparring
