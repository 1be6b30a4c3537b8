// A reliability diagram: how often the classifier is right, against how sure it says it is.
#pragma once

#include "base/theme.h"
#include "sparring/assessment.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

/// One bin of confidences a tile. On the dashed diagonal confidence is what accuracy turns out to be.
class CalibrationPlot : public TileArea {
  Q_OBJECT
 public:
  explicit CalibrationPlot(QWidget* parent);

  void setCalibration(const Calibration& calibration);
  /// The expected calibration error in words, and which way it errs.
  static QString words(const Calibration& calibration);

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int rowLength() const override { return 1; }
  QString describe(int bin) const override;

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  void enlarge(int bin) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QRectF square(QSizeF size) const;
  void paintAxes(QPainter& painter, const QRectF& square, theme::Tone tone) const;
  void paintBin(QPainter& painter, const Calibration::Bin& bin, const QRectF& column, theme::Tone tone) const;

  Calibration calibration_;
};

}  // namespace sparring::ui
