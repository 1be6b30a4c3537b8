// What the curves cost while a real training goes on: a million points in them, new ones with every pull.
//
// usage: curves_bench [POINTS [SECONDS]]    (on a display, or with QT_QPA_PLATFORM=offscreen)
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "base/theme.h"
#include "curves/curvesview.h"
#include "curves/plotoverlay.h"
#include "session/session.h"
#include "window/paintgaps.h"

namespace {

using namespace sparring;
using namespace sparring::ui;

constexpr Metric kLosses[] = {Metric::L, Metric::LambdaLAdv, Metric::LTotal, Metric::D, Metric::G};

/// Falling curves under noise, as losses are.
std::vector<MetricPoint> history(int64_t count) {
  std::vector<MetricPoint> points;
  uint32_t state = 1;
  for (int64_t step = 1; int64_t(points.size()) < count; ++step)
    for (const Metric metric : kLosses) {
      state = state * 1664525u + 1013904223u;
      const double noise = double(state) / 4294967296.0;
      points.push_back({step, metric, 0, (0.05 + std::exp(-double(step) / 2e4)) * (1 + int(metric)) * (0.5 + noise)});
    }
  return points;
}

double threadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

}  // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  const int64_t count = argc > 1 ? std::atoll(argv[1]) : 1000000;
  const int seconds = argc > 2 ? std::atoi(argv[2]) : 10;
  theme::apply(app, theme::Mode::Light);

  QTemporaryDir folder;
  Session session(folder.path().toStdString());
  Params params = preset("seed-repaired").params;
  params.metricsEvery = 1;
  params.evaluateEvery = params.checkpointEvery = 0;  // while those go on there is nothing new to paint
  session.open(params, "seed-repaired");
  (void)QTest::qWaitFor([&] { return session.now().state == State::Ready; }, 60000);
  session.start();

  CurvesView view;
  view.resize(620, 480);  // as in a window of 1280x800
  view.show();
  view.append(history(count));
  const int64_t before = int64_t(view.store().lastStep());
  QObject::connect(&session, &Session::updated, &view, [&](const Update& update) {
    std::vector<MetricPoint> points = update.points;
    for (MetricPoint& point : points) point.step += before;
    view.append(points);
  });
  const double first = view.store().lastStep();
  (void)QTest::qWaitFor([&] { return view.store().lastStep() > first; }, 60000);

  PaintGaps gaps(view.lossPlot().findChild<PlotOverlay*>());
  QElapsedTimer wall;
  wall.start();
  const double start = threadSeconds();
  const int64_t from = session.now().step;
  gaps.begin();
  QTimer::singleShot(seconds * 1000, &app, &QApplication::quit);
  QApplication::exec();
  const double spent = threadSeconds() - start, elapsed = double(wall.nsecsElapsed()) / 1e9;
  std::printf("%lld points, %lld steps in %.1f s\n", static_cast<long long>(count),
              static_cast<long long>(session.now().step - from), elapsed);
  std::printf("paints %.1f per second, longest gap %.1f ms\n", gaps.paints() / elapsed, gaps.longestMs());
  std::printf("the window's thread %.1f %% of a processor, %.2f ms per paint\n", 100 * spent / elapsed,
              1000 * spent / gaps.paints());
}
