// Work that is asked for often and done at most so often.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <chrono>
#include <functional>
#include <utility>

namespace sparring::ui {

/// The first call works at once, those that follow too soon are done together when the pause is over: the last one
/// asked for is never lost. One thread.
class Throttle {
 public:
  /// Figures and pictures that change more often cannot be read, only paid for.
  static constexpr std::chrono::milliseconds kReadable{100};

  Throttle(std::chrono::milliseconds pause, std::function<void()> work) : pause_(pause), work_(std::move(work)) {
    later_.setSingleShot(true);
    later_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&later_, &QTimer::timeout, &later_, [this] { now(); });
  }

  void setPause(std::chrono::milliseconds pause) { pause_ = pause; }

  void ask() {
    if (later_.isActive()) return;
    const auto waited = since_.isValid() ? std::chrono::milliseconds(since_.elapsed()) : pause_;
    if (waited >= pause_)
      now();
    else
      later_.start(pause_ - waited);
  }

  /// Works whatever the pause, and does what is waiting with it.
  void now() {
    later_.stop();
    since_.start();
    work_();
  }

 private:
  std::chrono::milliseconds pause_;
  std::function<void()> work_;
  QElapsedTimer since_;  ///< the last work
  QTimer later_;
};

}  // namespace sparring::ui
