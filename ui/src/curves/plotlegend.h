// The legend above a plot: a button a metric, and with several lanes a button a lane.
#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <set>
#include <string>
#include <vector>

#include "base/theme.h"
#include "sparring/metrics.h"

namespace sparring::ui {

/// How a curve is drawn: colour, and the pen's dash pattern.
struct LineLook {
  Qt::PenStyle dash = Qt::SolidLine;
  /// Line and lane are kept rather than a colour, so that the same look can be drawn in either tone.
  int line = 0;  ///< of theme::line()
  int lane = 0;
  int lanes = 1;
  enum class Colour { Metric, Lane, Muted, Ink } colour = Colour::Metric;
  QColor in(theme::Tone tone) const;
};

class LegendButton : public QAbstractButton {
  Q_OBJECT
 public:
  LegendButton(const QString& text, LineLook look, QWidget* parent);
  QSize sizeHint() const override;
  void paint(QPainter& painter, const QRectF& rect, theme::Tone tone) const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  LineLook look_;
};

class PlotLegend : public QWidget {
  Q_OBJECT
 public:
  PlotLegend(std::vector<Metric> metrics, QWidget* parent);

  /// Make the buttons anew; what was hidden stays hidden.
  void setLanes(const std::vector<double>& lambdas);
  void setMetrics(std::vector<Metric> metrics);
  const std::vector<Metric>& metrics() const { return metrics_; }
  /// Another run whose curves lie beside; empty: none.
  void setBeside(const QString& run);
  bool showsBeside() const { return besideOn_ && !beside_.isEmpty(); }
  bool besideOn() const { return besideOn_; }  ///< where there is one
  void setBesideOn(bool on);
  /// Of one series of that run: fine, and dashed otherwise than this run's.
  LineLook besideLook(Metric metric, int lane) const;

  bool shows(Metric metric, int lane) const;
  /// Look of one series. Dashes tell the metric, and with one lane so does the colour; with several that tells the
  /// lane, and what all lanes share has none.
  LineLook look(Metric metric, int lane) const;
  QString name(Metric metric) const;

  /// Keys of the metrics that are not shown, those among them that no run on show has.
  const std::set<std::string>& hidden() const { return hidden_; }
  void setHidden(std::set<std::string> keys);
  bool hidesAny() const;  ///< of what stands here, lanes too
  void showAll();

  LegendButton* button(Metric metric) const;
  LegendButton* laneButton(int lane) const;  ///< null with one lane
  LegendButton* besideButton() const { return besideButton_; }

  /// Draws all buttons in lines of at most `width`; returns the height used.
  double paint(QPainter& painter, QPointF topLeft, double width, theme::Tone tone) const;

 Q_SIGNALS:
  void changed();
  void besideToggled(bool on);  ///< by the user; after changed()

 private:
  LegendButton* add(const QString& text, LineLook look, bool on, const QString& tip);
  void rebuild();
  int lanes() const { return int(lambdas_.size()); }
  size_t place(Metric metric) const;

  std::vector<Metric> metrics_;
  std::vector<int> lines_;  // by metric
  std::vector<double> lambdas_{1.0};
  std::set<std::string> hidden_;
  std::vector<LegendButton*> metricButtons_;
  std::vector<LegendButton*> laneButtons_;
  QString beside_;
  bool besideOn_ = true;
  LegendButton* besideButton_ = nullptr;  // null where there is nothing beside
};

}  // namespace sparring::ui
