// Which digit is read as which: a heat map with the true class down, the verdict across, a class's accuracy at the end.
#pragma once

#include <array>
#include <cstdint>

#include "base/theme.h"
#include "sparring/assessment.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

/// Cells by row: ten verdicts, then the class's accuracy. Right verdicts are muted, so that errors are what one sees.
class ConfusionMap : public TileArea {
  Q_OBJECT
 public:
  static constexpr int kColumns = 11;  ///< cells of a row; the last one is the accuracy

  explicit ConfusionMap(QWidget* parent);

  void setLane(const LaneAssessment& lane);
  /// The cell whose digits are shown elsewhere; -1: none.
  void setMarked(int cell);

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int rowLength() const override { return kColumns; }
  QString describe(int cell) const override;

 Q_SIGNALS:
  void chosen(int cell);  ///< by a click or Enter

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  void enlarge(int cell) override { Q_EMIT chosen(cell); }
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintCell(QPainter& painter, int row, int column, const QRectF& cell, theme::Tone tone) const;
  void paintAccuracy(QPainter& painter, int row, const QRectF& cell, theme::Tone tone) const;
  void paintAxes(QPainter& painter, const std::vector<QRectF>& cells, theme::Tone tone) const;

  LaneAssessment lane_;
  int64_t mostErrors_ = 0;  // of any cell off the diagonal
  double leastShare_ = 0;   // where the whiskers' axis begins
  int marked_ = -1;
};

}  // namespace sparring::ui
