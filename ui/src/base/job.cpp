#include "base/job.h"

#include <chrono>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 100ms;

}  // namespace

void stepBack() {
#ifdef Q_OS_LINUX
  // Linux takes 0 for the calling thread, and what that starts inherits it; a refusal costs nothing but pace
  constexpr int kNice = 10;
  (void)setpriority(PRIO_PROCESS, 0, kNice);
#endif
}

Job::Job(QObject* parent) : QObject(parent) {
  look_.setInterval(kLook);
  connect(&look_, &QTimer::timeout, this, &Job::progressed);
}

Job::~Job() { cancel(); }

void Job::cancel() {
  if (!running_) return;
  running_->cancelled = true;
  running_.reset();
  look_.stop();
  worker_.drop();
}

Job::Progress Job::progress() const { return running_ ? Progress{running_->done, running_->total} : Progress{}; }

}  // namespace sparring::ui
