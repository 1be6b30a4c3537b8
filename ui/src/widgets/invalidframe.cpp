#include "widgets/invalidframe.h"

#include <QEvent>
#include <QPainter>

#include "base/theme.h"

namespace sparring::ui {

InvalidFrame::InvalidFrame(QWidget* framed) : QWidget(framed) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  framed->installEventFilter(this);
  setGeometry(framed->rect());
  hide();
}

bool InvalidFrame::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) {
    setGeometry(parentWidget()->rect());
    raise();
  }
  return QWidget::eventFilter(watched, event);
}

void InvalidFrame::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme::bad(), 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

}  // namespace sparring::ui
