#include "widgets/pointat.h"

#include <QPainter>
#include <chrono>

#include "base/theme.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kFollowing = 100ms;
constexpr int kRing = 3, kHalo = 2;     // pixels
constexpr int kMargin = kRing + kHalo;  // between the target and the outside
constexpr double kRoundness = 6;

}  // namespace

PointAt::PointAt(QWidget* window) : QWidget(window) {
  setObjectName("pointer");
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
  timer_.setInterval(kFollowing);
  connect(&timer_, &QTimer::timeout, this, &PointAt::follow);
}

void PointAt::point(QWidget* target, const QRect& part) {
  target_ = target;
  part_ = part;
  if (target) {
    timer_.start();
  } else {
    timer_.stop();
  }
  follow();
}

// What a scroll area cuts off is not pointed at.
QRect PointAt::around() const {
  if (!target_ || !target_->isVisible() || target_->window() != window()) return {};
  QRect rect = part_.isEmpty() ? target_->rect() : part_ & target_->rect();
  rect &= target_->visibleRegion().boundingRect();
  if (rect.isEmpty()) return {};
  return QRect(target_->mapTo(window(), rect.topLeft()), rect.size());
}

void PointAt::follow() {
  const QRect rect = around();
  if (rect.isEmpty()) return hide();
  setGeometry(rect.adjusted(-kMargin, -kMargin, kMargin, kMargin) & parentWidget()->rect());
  if (isHidden()) show();
  raise();
}

void PointAt::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double half = kHalo + kRing / 2.0;
  const QRectF ring = QRectF(rect()).adjusted(half, half, -half, -half);
  painter.setPen(QPen(theme::paper(), kRing + 2 * kHalo));  // so that it stands out on whatever lies there
  painter.drawRoundedRect(ring, kRoundness, kRoundness);
  painter.setPen(QPen(theme::bad(), kRing));
  painter.drawRoundedRect(ring, kRoundness, kRoundness);
}

}  // namespace sparring::ui
