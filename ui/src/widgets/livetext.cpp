#include "widgets/livetext.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

namespace sparring::ui {

LiveText::LiveText(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); }

void LiveText::setText(const QString& text) {
  if (text == text_) return;
  text_ = text;
  setAccessibleName(text);
  if (const int width = widthOf(text); width > widest_) {
    widest_ = width;
    updateGeometry();
  }
  update(contentsRect());
}

int LiveText::widthOf(const QString& text) const { return fontMetrics().horizontalAdvance(text); }

QSize LiveText::sizeHint() const {
  const QMargins margins = contentsMargins();
  return QSize(widest_ + margins.left() + margins.right(), fontMetrics().height() + margins.top() + margins.bottom());
}

void LiveText::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(contentsRect(), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text_);
}

void LiveText::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::FontChange && event->type() != QEvent::LanguageChange) return;
  widest_ = widthOf(text_);
  updateGeometry();
}

}  // namespace sparring::ui
