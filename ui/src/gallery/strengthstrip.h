// What the lanes read in one digit while an attack grows: a row a lane, strengths to the right.
#pragma once

#include <QWidget>
#include <vector>

#include "base/theme.h"
#include "gallery/galleryquery.h"

namespace sparring::ui {

/// Its marker is a slider: click, drag and arrow keys move it.
class StrengthStrip : public QWidget {
  Q_OBJECT
 public:
  explicit StrengthStrip(QWidget* parent);

  void setSweep(StrengthSweep sweep, std::vector<double> lambdas, const QString& symbol);
  void setStrength(double strength, double most);
  /// What the lanes read at the strength that is shown, [lane].
  void setNow(std::vector<Gallery::Verdict> now, int label);

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void strengthAsked(double strength);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRectF field(QSizeF size) const;  ///< where the strengths lie
  void paintLane(QPainter& painter, size_t lane, const QRectF& row, theme::Tone tone) const;
  void askAt(double x);
  double nowWidth() const;  ///< of the verdicts at the marker
  QString verdictText(const Gallery::Verdict& verdict) const;
  QFont smallFont() const;

  StrengthSweep sweep_;
  std::vector<double> lambdas_;
  QString symbol_;
  double strength_ = 0, most_ = 1;
  std::vector<Gallery::Verdict> now_;
  int label_ = 0;
};

}  // namespace sparring::ui
