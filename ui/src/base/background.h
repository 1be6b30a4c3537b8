// Work off the window's thread, its result handed back on it.
#pragma once

#include <QObject>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "sparring/error.h"

namespace sparring::ui {

/// What a piece of work came to: a value or the reason why not.
template <class T>
struct Outcome {
  std::optional<T> value;
  std::optional<Error> error;
};

/// Runs one job at a time that counts: starting another makes the results of earlier ones unwanted, they are dropped.
/// All calls from the thread of the object unless said otherwise. The destructor joins, so a long job should watch a
/// flag of its own.
class Background : public QObject {
 public:
  using QObject::QObject;
  ~Background() override { threads_.clear(); }

  /// `work` runs on a thread of its own and may throw; `done(Outcome<result>)` runs on this object's thread.
  template <class Work, class Done>
  void run(Work work, Done done) {
    using Result = decltype(work());
    const int job = ++current_;
    ++unfinished_;
    threads_.emplace_back([this, job, work = std::move(work), done = std::move(done)]() mutable {
      auto outcome = std::make_shared<Outcome<Result>>();
      try {
        outcome->value = work();
      } catch (const Error& error) {
        outcome->error = error;
      } catch (const std::exception& error) {
        outcome->error = errorOf(error);
      }
      tell([this, job, outcome, done = std::make_shared<Done>(std::move(done))] {
        if (--unfinished_ == 0) threads_.clear();  // all have ended: joining takes no time
        if (job == current_) (*done)(std::move(*outcome));
      });
    });
  }

  /// From any thread that ends before this object: `news` runs on this object's thread, in the order told.
  void tell(std::function<void()> news);

  /// The result of what is running is no longer wanted.
  void drop() { ++current_; }
  bool busy() const { return unfinished_ > 0; }

 protected:
  void customEvent(QEvent*) override;

 private:
  int current_ = 0;
  int unfinished_ = 0;
  std::mutex mutex_;
  std::vector<std::function<void()>> told_;  // guarded by the mutex
  std::vector<std::jthread> threads_;        // last: they tell
};

}  // namespace sparring::ui
