// Parallel coordinates: an upright axis for each quantity, a line through all of them for each run. No widget.
#pragma once

#include <QColor>
#include <QFont>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "base/theme.h"
#include "sweep/axisscale.h"

class QPainter;

namespace sparring::ui {

struct ParallelAxis {
  QString name;
  QString brief;  ///< where the name has no room
  AxisScale scale;
  std::vector<double> values;  ///< by line; not finite: the line ends before
  bool operator==(const ParallelAxis&) const = default;
};

/// A stretch of an axis, in shares of its length from its beginning, which is below.
struct Brush {
  double from = 0, to = 1;
  bool holds(double share) const { return share >= from && share <= to; }
  bool operator==(const Brush&) const = default;
};
using Brushes = std::vector<std::optional<Brush>>;  ///< by axis

class ParallelDrawing {
 public:
  /// The last axis gives the lines their colours; `more`: the higher the better there.
  ParallelDrawing(std::vector<ParallelAxis> axes, bool more, QSizeF size, const QFont& font);

  int axes() const { return int(axes_.size()); }
  const ParallelAxis& axis(int i) const { return axes_[size_t(i)]; }
  size_t lines() const { return lines_.size(); }
  QSizeF size() const { return size_; }
  double em() const { return em_; }
  QRectF rect() const { return rect_; }
  double x(int axis) const;
  double y(double share) const { return rect_.bottom() - share * rect_.height(); }
  double share(double y) const;  ///< within [0,1]

  std::optional<int> axisAt(QPointF at) const;  ///< near enough to be meant
  /// Of those in `among` the nearest, where one is near enough.
  std::optional<size_t> lineAt(QPointF at, const std::vector<bool>& among) const;
  std::vector<bool> within(const Brushes& brushes) const;  ///< by line

  /// The lines, the best last.
  const std::vector<size_t>& order() const { return order_; }
  QColor colour(size_t line, theme::Tone tone) const;  ///< without a value on the last axis the grid's
  void paintLine(QPainter& painter, size_t line, theme::Tone tone, double opacity, double width) const;
  /// `chosen`: the one that the keyboard is on; -1: none.
  void paintAxes(QPainter& painter, theme::Tone tone, const Brushes& brushes, int chosen) const;

 private:
  void paintAxis(QPainter& painter, int axis, theme::Tone tone, bool chosen) const;
  void paintBrush(QPainter& painter, int axis, const Brush& brush, theme::Tone tone) const;

  std::vector<ParallelAxis> axes_;
  bool more_;
  QSizeF size_;
  QFont font_;
  double em_;
  QRectF rect_;
  std::vector<QPolygonF> lines_;
  std::vector<double> shares_;  // of the last axis, by line; NaN: none
  std::vector<size_t> order_;
};

}  // namespace sparring::ui
