// What mattered in a sweep: a bar with its interval for each parameter that varied.
#pragma once

#include <vector>

#include "sparring/sweep.h"
#include "widgets/figure.h"

namespace sparring::ui {

/// "The higher the better: ρ = 0.71 (0.42–0.87), 36 combinations."
QString influenceText(const Influence& influence, bool more);

class InfluenceFigure : public Figure {
 public:
  /// `more`: the higher the metric the better.
  InfluenceFigure(QString title, std::vector<Influence> influences, bool more, QSizeF size, const QFont& font);

  void paint(QPainter& painter, theme::Tone tone) const override;
  int places() const override { return int(influences_.size()); }
  std::optional<int> placeAt(QPointF at) const override;
  Readout readout(int place, theme::Tone tone) const override;

 private:
  double x(double value) const;
  QRectF rowOf(int place) const;
  void paintRow(QPainter& painter, int place, theme::Tone tone) const;

  QString title_;
  std::vector<Influence> influences_;
  bool more_;
  QSizeF size_;
  QFont font_;
  double em_, names_;
  QRectF rect_;
};

}  // namespace sparring::ui
