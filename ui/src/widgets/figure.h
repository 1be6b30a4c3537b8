// A drawing of shares, in percent upwards, that can be read place by place. Plain painting, no widget.
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "base/theme.h"
#include "sparring/assessment.h"

class QPainter;

namespace sparring::ui {

class Figure {
 public:
  virtual ~Figure() = default;

  virtual void paint(QPainter& painter, theme::Tone tone) const = 0;

  /// What can be read, from left to right: strengths, levels.
  virtual int places() const = 0;
  virtual std::optional<int> placeAt(QPointF at) const = 0;

  struct Row {
    QString name;
    QString value;
    QColor colour;
    std::optional<QPointF> mark;  ///< where its value stands in the drawing
  };
  struct Readout {
    QPointF at;  ///< what it points to
    QString title;
    std::vector<Row> rows;
    QString text() const;  ///< for those who hear it
  };
  virtual Readout readout(int place, theme::Tone tone) const = 0;  ///< 0 <= place < places()
};

/// The box of a readout beside its place, inside of `size`.
void paintReadout(QPainter& painter, const Figure::Readout& readout, QSizeF size, const QFont& font, theme::Tone tone);

/// "84.5 % (82.1–86.6)": with its 95 % interval.
QString shareText(const Share& share);

struct LegendEntry {
  QString name;
  QColor colour;
  enum class Sign { Line, Dashes, Box } sign = Sign::Line;
};

/// Title, legend, a frame with the percents of a share at its left.
class PercentFrame {
 public:
  struct Head {
    QString title;
    QString note;  ///< at the right, where there is room
    std::vector<LegendEntry> legend;
    int classes = 10;  ///< a guess would be right once in so many
  };
  /// `below`: room under the frame, in heights of the font.
  PercentFrame(Head head, QSizeF size, const QFont& font, double below);

  QRectF rect() const { return rect_; }
  double em() const { return em_; }
  double y(double share) const { return rect_.bottom() - share * rect_.height(); }

  /// Paper, title, legend, grid and percents; what a guess would reach is marked.
  void paint(QPainter& painter, theme::Tone tone) const;
  /// A share's 95 % interval as an upright bar with ends.
  void paintInterval(QPainter& painter, double x, const Share& share, double width, const QColor& colour) const;

 private:
  std::vector<QPointF> placeLegend(double* bottom) const;
  double legendWidth(const LegendEntry& entry) const;
  void paintHead(QPainter& painter, theme::Tone tone) const;
  void paintLegend(QPainter& painter, theme::Tone tone) const;

  Head head_;
  QSizeF size_;
  QFont font_;
  double em_;
  QRectF rect_;
};

}  // namespace sparring::ui
