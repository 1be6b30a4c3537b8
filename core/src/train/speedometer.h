// Steps a second over the last half second or so.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace sparring {

class Speedometer {
 public:
  void restart(int64_t step) {
    mark_ = Clock::now();
    step_ = step;
  }
  /// A new reading, where it is time for one.
  std::optional<double> reading(int64_t step) {
    const double elapsed = std::chrono::duration<double>(Clock::now() - mark_).count();
    if (elapsed < (first_ ? 0.1 : 0.5)) return {};
    const double rate = static_cast<double>(step - step_) / elapsed;
    first_ = false;
    restart(step);
    return rate;
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point mark_ = Clock::now();
  int64_t step_ = 0;
  bool first_ = true;
};

}  // namespace sparring
