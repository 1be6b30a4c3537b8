// How evenly parallel coordinates of many runs are painted while a brush is dragged.
// brush_bench [RUNS [AXES [SECONDS]]], in the window's usual platform or with QT_QPA_PLATFORM=offscreen.
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTableView>
#include <QTest>
#include <cmath>
#include <cstdio>
#include <fstream>

#include "base/theme.h"
#include "sweep/parallelplot.h"
#include "sweep/sweepviews.h"
#include "window/paintgaps.h"

using namespace sparring;
using namespace sparring::ui;

namespace {

/// A sweep whose runs have all come to something, in a new folder.
std::filesystem::path makeSweep(int runs, int axes) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "brush-bench";
  std::filesystem::remove_all(folder);
  SweepSpec spec;
  const char* varied[] = {"lr.classifier=1e-5..1e-2", "lr.generator=1e-5..1e-2",
                          "epsilon=0.01..0.3",        "lambda=0.1..4",
                          "momentum=0..0.99",         "teacher.weight=0..1",
                          "fake.share=0..0.9",        "loss.classifier=squared,cross-entropy"};
  for (int i = 0; i + 1 < axes && i < int(std::size(varied)); ++i) spec.vary.push_back(parseVariation(varied[i]));
  spec.strategy = "sobol";
  spec.runs = runs;
  spec.steps = 100;
  const SweepFolder sweep = SweepFolder::make(folder, spec);
  std::filesystem::create_directories(folder / "results");
  for (size_t run = 0; run < sweep.runs().size(); ++run) {
    const double value = 0.5 + 0.4 * std::sin(0.01 * double(run) + 300 * sweep.runs()[run].params.lrClassifier);
    std::ofstream(folder / "results" / (sweep.runs()[run].name + ".json"))
        << R"([{"budget": 100, "step": 100, "value": )" << value << R"(, "lane": 0, "seconds": 2.5}])";
    std::filesystem::create_directories(sweep.runFolder(run));
  }
  return folder;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  theme::apply(app, theme::Mode::Light);
  const auto argument = [&](int i, int usual) { return argc > i ? std::atoi(argv[i]) : usual; };
  const auto folder = makeSweep(argument(1, 1000), argument(2, 6));
  SweepViews views(nullptr);
  views.resize(1280, 800);
  QElapsedTimer clock;
  clock.start();
  const auto contents = std::make_shared<const SweepContents>(readSweep(openSweep(folder), {}));
  std::printf("plan and results read in %lld ms\n", static_cast<long long>(clock.restart()));
  views.setContents(contents);
  views.setLook(SweepLook::Parallel);
  views.show();
  (void)QTest::qWaitForWindowExposed(&views);
  ParallelPlot& plot = views.parallel();
  QTest::qWait(1000);
  std::printf("shown; %zu lines, %d axes\n", plot.drawing().lines(), plot.drawing().axes());
  PaintGaps gaps(&plot);
  int moves = 0;
  const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButtons buttons) {
    QMouseEvent event(type, at, plot.mapToGlobal(at), Qt::LeftButton, buttons, {});
    QApplication::sendEvent(&plot, &event);
  };
  const auto at = [&](int axis, double share) { return QPointF(plot.drawing().x(axis), plot.drawing().y(share)); };
  std::vector<double> handled;
  for (int axis = 0; axis < 2; ++axis) {
    send(QEvent::MouseButtonPress, at(axis, 0.02), Qt::LeftButton);
    clock.restart();
    gaps.begin();
    const qint64 whole = 500LL * argument(3, 5);
    while (clock.elapsed() < whole) {
      QElapsedTimer one;
      one.start();
      send(QEvent::MouseMove, at(axis, 0.5 + 0.48 * std::sin(double(clock.elapsed()) / 300)), Qt::LeftButton);
      handled.push_back(double(one.nsecsElapsed()) / 1e6);
      ++moves;
      QTest::qWait(4);
    }
    gaps.end();
    send(QEvent::MouseButtonRelease, at(axis, 0.7), Qt::NoButton);
  }
  std::ranges::sort(handled);
  std::printf("%d moves of the mouse, %d paints; longest gap between paints %.1f ms\n", moves, gaps.paints(),
              gaps.longestMs());
  std::printf("a move is handled in %.2f ms (median), %.2f ms at most; kept at the end %td, rows in the table %d\n",
              handled[handled.size() / 2], handled.back(), std::ranges::count(plot.kept(), true),
              views.model().rowCount());
  std::filesystem::remove_all(folder);
  return 0;
}
