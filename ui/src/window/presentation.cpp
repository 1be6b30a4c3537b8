#include "window/presentation.h"

#include <QApplication>
#include <QCursor>
#include <QDockWidget>
#include <QPainter>
#include <chrono>

#include "base/theme.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

constexpr double kLarger = 1.6;
constexpr auto kFollowing = 16ms;
constexpr int kDiameter = 56, kPen = 4;  // pixels, of the ring

/// Lies at the mouse and takes nothing from it.
class MouseRing : public QWidget {
 public:
  explicit MouseRing(QWidget* window) : QWidget(window) {
    setObjectName("mouse ring");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    resize(kDiameter, kDiameter);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF round = QRectF(rect()).adjusted(kPen, kPen, -kPen, -kPen);
    const bool pressed = QApplication::mouseButtons() != Qt::NoButton;
    painter.setBrush(theme::faded(theme::warning(), pressed ? 0.45 : 0.15));
    painter.setPen(QPen(theme::paper(), kPen + 2));
    painter.drawEllipse(round);
    painter.setPen(QPen(theme::warning(), kPen));
    painter.drawEllipse(round);
  }
};

}  // namespace

Presentation::Presentation(QMainWindow* window, QDockWidget* stays)
    : QObject(window), window_(window), stays_(stays), ring_(new MouseRing(window)) {
  timer_.setInterval(kFollowing);
  connect(&timer_, &QTimer::timeout, this, &Presentation::follow);
}

void Presentation::setOn(bool on) {
  if (on == on_) return;
  on_ = on;
  if (on)
    begin();
  else
    end();
  Q_EMIT changed(on);
}

void Presentation::begin() {
  layout_ = window_->saveState();
  geometry_ = window_->saveGeometry();
  states_ = window_->windowState();
  text_ = theme::textSize();
  for (auto* dock : window_->findChildren<QDockWidget*>())
    if (dock != stays_) dock->hide();
  window_->setWindowState(states_ | Qt::WindowFullScreen);
  theme::setTextSize(*qApp, int(kLarger * text_));
  timer_.start();
}

void Presentation::end() {
  timer_.stop();
  ring_->hide();
  theme::setTextSize(*qApp, text_);
  const bool stays = stays_->isVisible();
  window_->setWindowState(states_ & ~Qt::WindowFullScreen);
  window_->restoreGeometry(geometry_);
  window_->restoreState(layout_);
  stays_->setVisible(stays);  // a lesson may have been opened or left meanwhile
}

void Presentation::follow() {
  const QPoint place = window_->mapFromGlobal(QCursor::pos());
  const bool inside = window_->rect().contains(place) && window_->isActiveWindow();
  ring_->setVisible(inside);
  if (!inside) return;
  const QPoint corner = place - QPoint(kDiameter / 2, kDiameter / 2);
  if (corner != ring_->pos()) {
    ring_->move(corner);
    ring_->raise();
  }
  static Qt::MouseButtons last;
  if (last != QApplication::mouseButtons()) ring_->update();
  last = QApplication::mouseButtons();
}

}  // namespace sparring::ui
