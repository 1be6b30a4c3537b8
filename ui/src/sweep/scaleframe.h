// Title, two axes with their names and ticks, and the room between them. No widget.
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include "base/theme.h"
#include "sweep/axisscale.h"

class QPainter;

namespace sparring::ui {

class ScaleFrame {
 public:
  struct Head {
    QString title, across, upwards;
    QString briefly = {};  ///< `upwards` where that has no room
  };
  /// `right`: room beside the rectangle, in heights of the font.
  ScaleFrame(Head head, AxisScale across, AxisScale upwards, QSizeF size, const QFont& font, double right = 1);

  QRectF rect() const { return rect_; }
  double em() const { return em_; }
  const AxisScale& across() const { return across_; }
  const AxisScale& upwards() const { return upwards_; }
  double x(double value) const { return rect_.left() + inset(across_, value) * rect_.width(); }
  double y(double value) const { return rect_.bottom() - inset(upwards_, value) * rect_.height(); }

  /// Paper, title, names, ticks and grid.
  void paint(QPainter& painter, theme::Tone tone) const;

 private:
  static double inset(const AxisScale& scale, double value);  ///< numbers keep off the edges

  Head head_;
  AxisScale across_, upwards_;
  QSizeF size_;
  QFont font_;
  double em_;
  QRectF rect_;
};

}  // namespace sparring::ui
