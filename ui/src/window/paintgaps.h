// How evenly a widget is painted.
#pragma once

#include <QElapsedTimer>
#include <QEvent>
#include <QWidget>
#include <algorithm>

namespace sparring::ui {

/// Counts a widget's paints and keeps the longest time between two of them, from the first one after begin() on.
class PaintGaps : public QObject {
 public:
  explicit PaintGaps(QWidget* watched) { watched->installEventFilter(this); }

  void begin() {
    counting_ = true;
    sincePaint_.invalidate();
  }
  void end() { counting_ = false; }

  int paints() const { return paints_; }
  double longestMs() const { return double(longest_) / 1e6; }

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (!counting_ || event->type() != QEvent::Paint) return false;
    if (sincePaint_.isValid()) longest_ = std::max(longest_, sincePaint_.nsecsElapsed());
    sincePaint_.start();
    ++paints_;
    return false;
  }

 private:
  QElapsedTimer sincePaint_;
  qint64 longest_ = 0;  // nanoseconds
  int paints_ = 0;
  bool counting_ = false;
};

}  // namespace sparring::ui
