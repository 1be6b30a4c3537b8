// One long piece of work off the window's thread: how far it is, and an end to it.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

#include "base/background.h"

namespace sparring::ui {

/// The calling thread lets all others of the machine go first: a training beside it keeps its pace.
void stepBack();

/// All calls and signals on the thread of the object. The work's thread steps back behind all others of the machine.
class Job : public QObject {
  Q_OBJECT
 public:
  explicit Job(QObject* parent = nullptr);
  ~Job() override;  ///< cancels, and waits for the few milliseconds until that is noticed

  /// What the work tells as it goes on, on its own thread; false: it is to end.
  using Watch = std::function<bool(int64_t done, int64_t total)>;

  /// Cancels what is running; of that `done` is never called. `work(watch)` runs on a thread of its own and may throw,
  /// `done(Outcome<result>)` follows on this one.
  template <class Work, class Done>
  void start(Work work, Done done) {
    cancel();
    running_ = std::make_shared<Shared>();
    look_.start();
    worker_.run(
        [shared = running_, work = std::move(work)]() mutable {
          stepBack();
          return work(Watch([shared](int64_t done, int64_t total) {
            shared->total = total;
            shared->done = done;
            return !shared->cancelled;
          }));
        },
        [this, done = std::move(done)](auto outcome) {
          running_.reset();
          look_.stop();
          done(std::move(outcome));
        });
  }
  void cancel();
  bool busy() const { return running_ != nullptr; }

  struct Progress {
    int64_t done = 0;
    int64_t total = 0;  ///< in the work's own unit; 0 until it is known
    double share() const { return total > 0 ? double(done) / double(total) : 0; }
  };
  Progress progress() const;

 Q_SIGNALS:
  void progressed();  ///< ten times a second while busy

 private:
  /// What the work's thread and this one both see.
  struct Shared {
    std::atomic<bool> cancelled = false;
    std::atomic<int64_t> done = 0, total = 0;
  };

  std::shared_ptr<Shared> running_;  // null: nothing runs
  QTimer look_;
  Background worker_;  // last: its destructor joins
};

}  // namespace sparring::ui
