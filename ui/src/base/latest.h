// Requests that come faster than they can be met: one is worked on at a time, of those that wait only the newest.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include "base/background.h"

namespace sparring::ui {

/// All calls on the thread of the object. The destructor asks the running work to stop, and joins.
class Latest : public QObject {
 public:
  using Superseded = std::atomic<bool>;

  using QObject::QObject;
  ~Latest() override { *superseded_ = true; }

  /// `work(superseded)` runs on a thread of its own; when `superseded` turns true a newer request waits, and long work
  /// should end. `done(Outcome<result>)` follows on this thread, superseded or not: a picture that is a little late is
  /// better than none.
  template <class Work, class Done>
  void ask(Work work, Done done) {
    *superseded_ = true;
    next_ = [this, work = std::move(work), done = std::move(done)] {
      superseded_ = std::make_shared<Superseded>(false);
      worker_.run([work, superseded = superseded_] { return work(*superseded); },
                  [this, done](auto outcome) {
                    running_ = false;
                    done(std::move(outcome));
                    advance();
                  });
    };
    advance();
  }

  /// Nothing asked for so far is wanted any longer: it is not told of.
  void drop() {
    *superseded_ = true;
    next_ = nullptr;
    worker_.drop();
    running_ = false;
  }

  bool busy() const { return running_ || next_; }

 private:
  void advance() {
    if (running_ || !next_) return;
    running_ = true;
    std::exchange(next_, nullptr)();
  }

  bool running_ = false;
  std::function<void()> next_;
  std::shared_ptr<Superseded> superseded_ = std::make_shared<Superseded>(false);
  Background worker_;
};

}  // namespace sparring::ui
