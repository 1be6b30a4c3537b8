#include "measure/qualitymeter.h"

#include <algorithm>

namespace sparring::ui {
namespace {

constexpr int64_t kDigits = 1000;  ///< always as many: the figures depend on it

}  // namespace

QualityMeter::QualityMeter(QualityMaker make, QObject* parent) : QObject(parent), make_(std::move(make)) {
  connect(&job_, &Job::progressed, this, [this] {
    const auto [done, total] = job_.progress();
    if (full_) Q_EMIT progressed(done, total);
  });
}

void QualityMeter::start(const Subject& subject, bool full, Done done) {
  cancel();
  full_ = full;
  if (full) Q_EMIT progressed(0, 0);
  job_.start([make = make_, subject, full](const Job::Watch& watch) { return make(subject, full, watch); },
             [this, done = std::move(done)](auto outcome) {
               done(std::move(outcome));
               Q_EMIT ended();
             });
}

void QualityMeter::cancel() {
  if (!job_.busy()) return;
  job_.cancel();
  Q_EMIT ended();
}

QualityMaker qualityMaker() {
  return [](const Subject& subject, bool full, const std::function<bool(int64_t, int64_t)>& progress) {
    return subject.model->quality(*subject.data, std::min(kDigits, subject.data->test.count()), full, progress);
  };
}

}  // namespace sparring::ui
