// What `--timings` prints when the program ends: how soon it painted, how evenly, and what the window costs.
#pragma once

#include <QObject>
#include <cstdint>
#include <optional>

#include "sparring/trainer.h"
#include "window/paintgaps.h"

namespace sparring::ui {

class MainWindow;

/// Watches a window from before it is shown. Times count from the start of the process.
class Timings : public QObject {
 public:
  explicit Timings(MainWindow& window);

  /// Milliseconds to the first paint, and to the first with digits in it. While training: the longest time between two
  /// paints of the losses, where new ones came with every pull, and the share of a processor that the window's thread
  /// took.
  void print() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void onUpdate(const Update& update);

  /// A moment of the training.
  struct Moment {
    double wall, thread;  // seconds
    int64_t step;
  };
  MainWindow& window_;
  PaintGaps losses_;
  double painted_ = 0;  // milliseconds; 0: not yet
  double paintedDigits_ = 0;
  std::optional<Moment> began_, last_;
};

}  // namespace sparring::ui
