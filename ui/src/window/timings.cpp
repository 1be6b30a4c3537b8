#include "window/timings.h"

#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

#include "curves/curvesview.h"
#include "curves/plotoverlay.h"
#include "digits/samplearea.h"
#include "digits/sampleview.h"
#include "session/session.h"
#include "window/mainwindow.h"
#include "window/pages.h"

namespace sparring::ui {
namespace {

double seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

/// On the clock of CLOCK_BOOTTIME, to a hundredth; 0 where it cannot be read.
double processStart() {
  std::ifstream file("/proc/self/stat");
  std::string word;
  std::getline(file, word, ')');  // the program's name may hold spaces
  for (int field = 3; field <= 22; ++field) file >> word;
  return file ? std::stod(word) / double(sysconf(_SC_CLK_TCK)) : 0;
}

double sinceStart() { return 1000 * (seconds(CLOCK_BOOTTIME) - processStart()); }

}  // namespace

Timings::Timings(MainWindow& window)
    : window_(window), losses_(window.pages().get<CurvesView>().lossPlot().findChild<PlotOverlay*>()) {
  window.installEventFilter(this);
  window.samples().area().installEventFilter(this);
  connect(&window.session(), &Session::updated, this, &Timings::onUpdate);
}

bool Timings::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Paint) return false;
  const auto& digits = static_cast<const SampleArea&>(window_.samples().area());
  double& first = watched == &window_ ? painted_ : paintedDigits_;
  if (first > 0 || (watched != &window_ && !digits.hasReal())) return false;
  // queued: when the paint that has just begun is on the screen
  QMetaObject::invokeMethod(
      this,
      [&first] {
        if (first == 0) first = sinceStart();
      },
      Qt::QueuedConnection);
  return false;
}

void Timings::onUpdate(const Update& update) {
  if (!window_.session().running()) return losses_.end();
  const Moment now{seconds(CLOCK_MONOTONIC), seconds(CLOCK_THREAD_CPUTIME_ID), update.step};
  if (!began_) began_ = now;
  last_ = now;
  const auto accuracy = [](const MetricPoint& point) { return isAccuracy(point.metric); };
  // without new losses there is nothing to paint, and an evaluation keeps them waiting
  if (update.points.empty() || std::any_of(update.points.begin(), update.points.end(), accuracy)) losses_.begin();
}

void Timings::print() const {
  std::printf("first paint: %.0f ms\n", painted_);
  std::printf("first paint with digits: %.0f ms\n", paintedDigits_);
  if (!began_ || last_->wall <= began_->wall) return;
  const double wall = last_->wall - began_->wall;
  std::printf("training: %lld steps in %.2f s\n", static_cast<long long>(last_->step - began_->step), wall);
  std::printf("longest gap between paints of the losses: %.1f ms\n", losses_.longestMs());
  std::printf("the window's thread: %.2f %% of a processor\n", 100 * (last_->thread - began_->thread) / wall);
}

}  // namespace sparring::ui
