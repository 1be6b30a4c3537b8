// The small drawings of a verdict: a badge that tells its kind, and a difference on a scale.
#pragma once

#include <QWidget>

#include "base/theme.h"
#include "sparring/findings.h"

namespace sparring::ui {

/// What a badge tells. Its sign tells it too: colour alone is not seen by all.
enum class Mark { Gain, Cost, Equal, Doubt, Pass, Unknown };
Mark markOf(Finding::Kind kind);
Mark markOf(Check::Verdict verdict);
QString markText(Mark mark);  ///< in the current language
QColor markColour(Mark mark, theme::Tone tone = theme::tone());
QString markSign(Mark mark);

class Badge : public QWidget {
  Q_OBJECT
 public:
  Badge(Mark mark, const QString& words, QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Mark mark_;
};

/// What differences are drawn on.
struct DifferenceScale {
  double from = -0.1, to = 0.1;  ///< shares; 0 lies between them

  /// Ends on tens of points, so that it seldom changes.
  static DifferenceScale of(const std::vector<Finding>& findings);
};

/// A difference of two shares with its 95 % interval.
class DifferenceBar : public QWidget {
  Q_OBJECT
 public:
  DifferenceBar(const Finding& finding, DifferenceScale scale, QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Finding finding_;
  DifferenceScale scale_;
};

}  // namespace sparring::ui
