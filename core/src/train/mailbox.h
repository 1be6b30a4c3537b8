// The trainer's two channels: commands in, snapshots out. Everything in here is guarded by the one mutex.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

#include "sparring/trainer.h"

namespace sparring {

struct Command {
  enum class Kind { Start, Pause, Step, Stop, Edit, Snapshot, Pace };
  Kind kind;
  std::string key = {}, value = {};  ///< Edit
  Learning who = Learning::All;      ///< Step
  double pace = 0;                   ///< Pace
};

class Mailbox {
 public:
  // --- the faces' side
  void send(Command command) {
    const std::lock_guard lock(mutex_);
    commands_.push_back(std::move(command));
    changed_.notify_all();
  }
  std::optional<Update> take() {
    const std::lock_guard lock(mutex_);
    if (!dirty_) return {};
    dirty_ = false;
    auto points = std::move(update_.points);
    auto events = std::move(update_.events);
    update_.points.clear();
    update_.events.clear();
    Update out = update_;
    out.points = std::move(points);
    out.events = std::move(events);
    return out;
  }
  void waitUntilResting() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended() || (commands_.empty() && !busy_ && resting()); });
  }

  // --- the trainer's side
  /// The next command; blocks for one where `block`. Until the next call the trainer counts as busy with it.
  std::optional<Command> next(bool block) {
    std::unique_lock lock(mutex_);
    busy_ = false;
    changed_.notify_all();
    if (block) changed_.wait(lock, [&] { return !commands_.empty(); });
    if (commands_.empty()) return {};
    busy_ = true;
    Command command = std::move(commands_.front());
    commands_.pop_front();
    return command;
  }
  /// Until a command comes, or that much time has passed.
  void restFor(std::chrono::duration<double> time) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, time, [&] { return !commands_.empty(); });
  }
  template <class Change>
  void publish(Change change) {
    const std::lock_guard lock(mutex_);
    change(update_);
    dirty_ = true;
    changed_.notify_all();
  }

 private:
  bool ended() const { return update_.state == State::Stopped || update_.state == State::Failed; }
  bool resting() const {
    return update_.state == State::Ready || update_.state == State::Paused || update_.state == State::Finished;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Command> commands_;
  Update update_;
  bool dirty_ = false;
  bool busy_ = false;
};

}  // namespace sparring
