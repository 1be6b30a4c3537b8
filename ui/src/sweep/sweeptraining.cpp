#include "sweep/sweeptraining.h"

#include <QCoreApplication>
#include <chrono>
#include <condition_variable>

#include "base/job.h"
#include "sparring/error.h"

namespace sparring::ui {
namespace {

constexpr std::chrono::milliseconds kAdvance{200};

/// Until then, or until it is told to stop.
void pauseFor(std::chrono::milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace

SweepTraining::SweepTraining(QObject* parent) : QObject(parent) {}

SweepTraining::~SweepTraining() = default;

std::filesystem::path SweepTraining::usualProgram() {
  return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString()) / "sparring-cli";
}

void SweepTraining::start(const std::filesystem::path& folder, std::function<SweepFolder()> open,
                          const std::filesystem::path& program) {
  if (std::error_code none; !std::filesystem::exists(program, none))
    throw Error(
        {QT_TRANSLATE_NOOP("core", "%1 is not there: it trains the runs of a sweep."), {program.string()}},
        {QT_TRANSLATE_NOOP("core", "Put the program sparring-cli beside the window's, as it is installed."), {}});
  folder_ = folder;
  news_ = {};
  problem_.reset();
  busy_ = true;
  stopping_ = opened_ = false;
  thread_ = std::jthread([this, open = std::move(open), program](const std::stop_token& stop) {
    stepBack();
    std::optional<Error> problem;
    try {
      carryOut(stop, open, program);
    } catch (const Error& error) {
      problem = error;
    } catch (const std::exception& error) {
      problem = errorOf(error);
    }
    told_.tell([this, problem] {
      busy_ = false;
      news_.running.clear();
      problem_ = problem;
      Q_EMIT changed();
    });
  });
  Q_EMIT changed();
}

void SweepTraining::stop() {
  if (!busy_) return;
  stopping_ = true;
  thread_.request_stop();
  Q_EMIT changed();
}

// The processes end with the thread that began them, so it is one thread from beginning to end.
void SweepTraining::carryOut(const std::stop_token& stop, const std::function<SweepFolder()>& open,
                             const std::filesystem::path& program) {
  const auto sweep = runSweep(open(), program);
  told_.tell([this] {
    opened_ = true;
    Q_EMIT changed();
  });
  std::vector<size_t> running;
  while (sweep->busy() && !stop.stop_requested()) {
    const auto ended = sweep->advance();
    if (const auto now = sweep->running(); !ended.empty() || now != running) {
      running = now;
      told_.tell([this, ended, now] {
        news_.running = {now.begin(), now.end()};
        for (const auto& one : ended)
          if (one.result)
            news_.failures.erase(one.job.run);
          else
            news_.failures[one.job.run] = one.failure;
        Q_EMIT changed();
      });
    }
    pauseFor(kAdvance, stop);
  }
}

}  // namespace sparring::ui
