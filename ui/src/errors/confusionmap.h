// Which class is read as which: a heat map with the true class down, the verdict across, a class's accuracy at the end.
#pragma once

#include <cstdint>

#include "base/theme.h"
#include "sparring/assessment.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

/// Cells by row: a verdict each, then the class's accuracy. Right verdicts are muted, so that errors are what one sees.
class ConfusionMap : public TileArea {
  Q_OBJECT
 public:
  explicit ConfusionMap(QWidget* parent);

  /// `kind`: of the images, which names the classes.
  void setLane(const LaneAssessment& lane, const ImageKind& kind);
  /// The cell whose images are shown elsewhere; -1: none.
  void setMarked(int cell);

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int rowLength() const override { return lane_.classes() + 1; }  ///< the last one is the accuracy
  QString describe(int cell) const override;

 Q_SIGNALS:
  void chosen(int cell);  ///< by a click or Enter

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  void enlarge(int cell) override { Q_EMIT chosen(cell); }
  void paintEvent(QPaintEvent* event) override;

 private:
  int rowOf(int cell) const { return cell / rowLength(); }
  int columnOf(int cell) const { return cell % rowLength(); }
  QFont boldFont() const;
  double namesWidth() const;  ///< of the classes, left of the rows
  double above() const;       ///< height of what stands above the cells
  void paintCell(QPainter& painter, int row, int column, const QRectF& cell, theme::Tone tone) const;
  void paintAccuracy(QPainter& painter, int row, const QRectF& cell, theme::Tone tone) const;
  void paintAxes(QPainter& painter, const std::vector<QRectF>& cells, theme::Tone tone) const;

  LaneAssessment lane_;
  ImageKind kind_;
  int64_t mostErrors_ = 0;  // of any cell off the diagonal
  double leastShare_ = 0;   // where the whiskers' axis begins
  int marked_ = -1;
};

}  // namespace sparring::ui
