// What the mouse does in a plot: zoom, pan, fit, scrub, readout.
#pragma once

#include <QObject>
#include <QPointF>
#include <optional>

class QMouseEvent;
class QWheelEvent;

namespace sparring::ui {

class PlotView;

/// Listens to the events of the widget the plot is drawn in and calls the view.
class PlotMouse : public QObject {
  Q_OBJECT
 public:
  PlotMouse(PlotView* view, QWidget* canvas);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool wheel(QWheelEvent* event);
  bool press(QMouseEvent* event);
  bool move(QMouseEvent* event);
  bool release(QMouseEvent* event);
  bool nearScrub(QPointF position) const;

  PlotView* view_;
  QWidget* canvas_;
  enum class Drag { None, Pan, Scrub } drag_ = Drag::None;
  QPointF last_;
};

}  // namespace sparring::ui
