#include "measure/qualitymeter.h"

#include <atomic>
#include <chrono>

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto kLook = 100ms;

}  // namespace

struct QualityMeter::Shared {
  std::atomic<bool> cancelled = false;
  std::atomic<int64_t> done = 0, total = 0;
};

QualityMeter::QualityMeter(QualityMaker make, QObject* parent) : QObject(parent), make_(std::move(make)) {
  look_.setInterval(kLook);
  connect(&look_, &QTimer::timeout, this, [this] {
    if (running_ && full_) Q_EMIT progressed(running_->done, running_->total);
  });
}

QualityMeter::~QualityMeter() {
  if (running_) running_->cancelled = true;
}

void QualityMeter::start(const Subject& subject, bool full, Done done) {
  cancel();
  full_ = full;
  running_ = std::make_shared<Shared>();
  look_.start();
  if (full) Q_EMIT progressed(0, 0);
  worker_.run(
      [make = make_, subject, full, shared = running_] {
        stepBack();
        return make(subject, full, [shared](int64_t done, int64_t total) {
          shared->total = total;
          shared->done = done;
          return !shared->cancelled;
        });
      },
      [this, done = std::move(done)](auto outcome) {
        running_.reset();
        look_.stop();
        done(std::move(outcome));
        Q_EMIT ended();
      });
}

void QualityMeter::cancel() {
  if (!running_) return;
  running_->cancelled = true;
  running_.reset();
  look_.stop();
  worker_.drop();
  Q_EMIT ended();
}

}  // namespace sparring::ui
