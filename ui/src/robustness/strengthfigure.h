// Accuracy against the strength of one attack: a curve for every classifier, with its 95 % intervals.
#pragma once

#include <string>

#include "widgets/figure.h"

namespace sparring::ui {

/// One classifier's curve. The clean accuracy stands at strength 0.
struct StrengthLine {
  QString name;
  int lane = 0;
  int lanes = 1;
  bool pinned = false;    ///< of another assessment: in grey
  bool baseline = false;  ///< dashed
  Share clean;
  std::vector<Curve::Point> points;

  QColor colour(theme::Tone tone) const;
};

struct StrengthContent {
  std::string attack;
  std::string key;
  QString title;
  QString note;
  std::vector<StrengthLine> lines;
  int classes = 10;       ///< of the images
  bool outdated = false;  ///< newer curves are on their way: these are drawn pale
};

class StrengthFigure : public Figure {
 public:
  StrengthFigure(StrengthContent content, QSizeF size, const QFont& font, theme::Tone tone);

  void paint(QPainter& painter, theme::Tone tone) const override;
  int places() const override { return int(strengths_.size()); }
  std::optional<int> placeAt(QPointF at) const override;
  Readout readout(int place, theme::Tone tone) const override;

 private:
  double x(double strength) const;
  void paintAxis(QPainter& painter, theme::Tone tone) const;
  void paintLine(QPainter& painter, const StrengthLine& line, theme::Tone tone) const;

  StrengthContent content_;
  QFont font_;
  std::vector<double> strengths_;  // 0 and all that were measured, ascending
  PercentFrame frame_;
};

}  // namespace sparring::ui
