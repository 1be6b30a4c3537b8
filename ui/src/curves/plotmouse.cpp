#include "curves/plotmouse.h"

#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>
#include <cmath>

#include "curves/plotview.h"

namespace sparring::ui {

PlotMouse::PlotMouse(PlotView* view, QWidget* canvas) : QObject(view), view_(view), canvas_(canvas) {
  canvas->setMouseTracking(true);
  canvas->installEventFilter(this);
}

bool PlotMouse::eventFilter(QObject*, QEvent* event) {
  switch (event->type()) {
    case QEvent::Wheel:
      return wheel(static_cast<QWheelEvent*>(event));
    case QEvent::MouseButtonPress:
      return press(static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
      return move(static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
      return release(static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
      drag_ = Drag::None;
      view_->fit();
      return true;
    case QEvent::Leave:
      view_->hoverAt({});
      return false;
    default:
      return false;
  }
}

bool PlotMouse::wheel(QWheelEvent* event) {
  const QPoint turn = event->angleDelta();
  if (std::abs(turn.x()) > std::abs(turn.y())) {  // a touchpad's sideways swipe, or Alt + wheel
    view_->pan(QPointF(0.5 * turn.x(), 0));
    return true;
  }
  const double factor = std::pow(0.85, turn.y() / 120.0);  // 120 is one notch
  const QRect plot = view_->plotRect().translated(-canvas_->pos());
  const QPointF at = event->position();
  const bool overValueAxis = at.x()<plot.left(), overStepAxis = at.y()> plot.bottom();
  const bool values = overValueAxis || (!overStepAxis && (event->modifiers() & Qt::ControlModifier));
  if (values)
    view_->zoomValues(at.y() + canvas_->y(), factor);
  else
    view_->zoomSteps(at.x() + canvas_->x(), factor);
  view_->hoverAt(at.x() + canvas_->x());
  event->accept();
  return true;
}

bool PlotMouse::press(QMouseEvent* event) {
  view_->setFocus(Qt::MouseFocusReason);
  if (event->button() != Qt::LeftButton) return false;
  drag_ = nearScrub(event->position()) || (event->modifiers() & Qt::ShiftModifier) ? Drag::Scrub : Drag::Pan;
  last_ = event->position();
  if (event->modifiers() & Qt::ShiftModifier) view_->dragScrub(last_.x() + canvas_->x());
  return true;
}

bool PlotMouse::move(QMouseEvent* event) {
  const QPointF at = event->position();
  if (drag_ == Drag::Scrub) {
    view_->dragScrub(at.x() + canvas_->x());
  } else if (drag_ == Drag::Pan) {
    canvas_->setCursor(Qt::ClosedHandCursor);
    view_->pan(at - last_);
  } else if (nearScrub(at)) {
    canvas_->setCursor(Qt::SizeHorCursor);
  } else {
    canvas_->unsetCursor();
  }
  last_ = at;
  view_->hoverAt(at.x() + canvas_->x());
  return true;
}

bool PlotMouse::release(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return false;
  drag_ = Drag::None;
  canvas_->unsetCursor();
  return true;
}

bool PlotMouse::nearScrub(QPointF position) const {
  const std::optional<double> x = view_->scrubX();
  return x && std::abs(position.x() + canvas_->x() - *x) <= 0.4 * canvas_->fontMetrics().height();
}

}  // namespace sparring::ui
