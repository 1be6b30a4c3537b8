// How long a run has been going, over its pauses.
#pragma once

#include <chrono>
#include <optional>

namespace sparring {

class Stopwatch {
 public:
  void start() { since_ = Clock::now(); }
  bool going() const { return since_.has_value(); }
  void stop() {
    spent_ = seconds();
    since_.reset();
  }
  double seconds() const {
    return spent_ + (since_ ? std::chrono::duration<double>(Clock::now() - *since_).count() : 0);
  }

 private:
  using Clock = std::chrono::steady_clock;
  double spent_ = 0;  ///< before `since_`
  std::optional<Clock::time_point> since_;
};

}  // namespace sparring
