// Labels beside points: near, inside the frame, not upon each other. No widget.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace sparring::ui {

/// Finds a place for one label after the other; what is placed later keeps clear of what was placed before.
class LabelPlacer {
 public:
  /// `frame`: where labels may lie. `gap`: from a dot to its label, pixels.
  LabelPlacer(QRectF frame, double gap);

  void keepClear(QRectF area);      ///< no label upon this: a dot
  void keepOffBar(QRectF bar);      ///< worse than being some way off: a stroke through the text
  void ratherNotOn(QPointF point);  ///< a little worse: a piece of a trail

  QRectF place(QPointF dot, QSizeF label);

 private:
  /// Stops counting where it is no longer below `least`.
  double cost(const QRectF& label, QPointF dot, double least) const;

  QRectF frame_;
  double gap_;
  std::vector<QRectF> taken_;
  std::vector<QRectF> bars_;
  std::vector<QPointF> trails_;
};

}  // namespace sparring::ui
