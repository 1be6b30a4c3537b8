// The frontier in the window: one trail a lane, clean accuracy to the right, robust accuracy upwards.
#pragma once

#include <QPixmap>
#include <QWidget>
#include <optional>
#include <vector>

#include "frontier/frontierdrawing.h"

namespace sparring::ui {

/// Mouse: hovering tells an evaluation, the wheel zooms (over an axis: that axis), a drag pans, a double click fits.
/// Keyboard: left/right along a trail, up/down from lane to lane, +/- zoom, Home or 0 fits.
/// The drawing is made anew only after a change, and only when the widget is seen; hovering paints over it.
class FrontierPlot : public QWidget {
  Q_OBJECT
 public:
  /// `evaluations` must outlive the plot; call dataChanged() after it has changed.
  explicit FrontierPlot(const Evaluations& evaluations, QWidget* parent = nullptr);

  void dataChanged();
  void setUntil(std::optional<int64_t> step);  ///< trails up to this step; none: all
  void setRobust(Metric metric);               ///< an accuracy under attack; Clean: there is none
  Metric robust() const { return robust_; }
  void setExtent(Extent extent);
  Extent extent() const { return extent_; }
  void fit();                              ///< forgets the zoom made by hand
  void setChosen(std::vector<int> lanes);  ///< these stand out; empty: all do
  void setEmptyText(const QString& text);  ///< shown while nothing was evaluated

  FrontierAxes axes() const;
  QPointF pointOf(const TrailPoint& point) const;                          ///< in this widget
  std::optional<TrailPoint> current() const { return current_; }           ///< hovered, or walked to by keys
  QStringList readout() const;                                             ///< what is told of it
  void paintTo(QPaintDevice& device, QSize size, theme::Tone tone) const;  ///< the drawing without the readout
  QImage picture(QSize size, double scale, theme::Tone tone) const;

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  FrontierDrawing drawing(QSizeF size) const;
  void renew();  ///< the drawing is out of date
  bool blank() const { return evaluations_.empty() || robust_ == Metric::Clean; }
  void setAxes(const FrontierAxes& axes);
  void zoom(QPointF at, double factor);
  void setCurrent(std::optional<TrailPoint> point);
  bool walk(int key);

  const Evaluations& evaluations_;
  std::optional<int64_t> until_;
  Metric robust_;
  Extent extent_ = Extent::Lanes;
  std::optional<FrontierAxes> byHand_;
  std::vector<int> chosen_;
  QString emptyText_;
  std::optional<TrailPoint> current_;
  std::optional<QPointF> dragged_;  // from where
  QPixmap drawn_;                   // null: out of date
};

}  // namespace sparring::ui
