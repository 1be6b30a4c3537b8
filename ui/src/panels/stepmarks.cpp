#include "panels/stepmarks.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "base/theme.h"

namespace sparring::ui {

StepMarks::StepMarks(QWidget* parent) : QWidget(parent) { setFixedHeight(fontMetrics().height() / 2); }

void StepMarks::setMarks(std::vector<StepMark> marks) {
  marks_ = std::move(marks);
  setAccessibleDescription(told());
  update();
}

void StepMarks::setLast(int64_t step) {
  if (step == last_) return;
  last_ = step;
  update();
}

void StepMarks::setInset(int pixels) {
  inset_ = pixels;
  update();
}

double StepMarks::x(int64_t step) const {
  const double share = last_ > 0 ? double(step) / double(last_) : 0;
  return inset_ + share * (width() - 2 * inset_);
}

const StepMark* StepMarks::at(double place) const {
  const StepMark* nearest = nullptr;
  for (const StepMark& mark : marks_)
    if (std::abs(x(mark.step) - place) <= height() &&
        (!nearest || std::abs(x(mark.step) - place) < std::abs(x(nearest->step) - place)))
      nearest = &mark;
  return nearest;
}

QString StepMarks::told() const {
  QStringList lines;
  for (const StepMark& mark : marks_) lines << tr("%1, step %2").arg(mark.text, stepText(mark.step));
  return lines.join(u'\n');
}

bool StepMarks::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  if (const StepMark* mark = at(help->pos().x()))
    QToolTip::showText(help->globalPos(), tr("%1, step %2").arg(mark->text, stepText(mark->step)), this);
  else
    QToolTip::hideText();
  return true;
}

void StepMarks::mousePressEvent(QMouseEvent* event) {
  if (const StepMark* mark = at(event->position().x())) Q_EMIT stepAsked(mark->step);
}

void StepMarks::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double h = height(), half = h / 2 - 1;
  for (const StepMark& mark : marks_) {
    const double at = x(mark.step);
    if (mark.kind == StepMark::Kind::Phase) {
      painter.setPen(QPen(theme::muted(), 1.5));
      painter.drawLine(QPointF(at, 0), QPointF(at, h));
      continue;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.kind == StepMark::Kind::Best ? theme::good() : theme::accent());
    if (mark.kind == StepMark::Kind::Best)
      painter.drawEllipse(QPointF(at, h / 2), half, half);
    else
      painter.drawPolygon(QPolygonF{{at, 0}, {at + half, h}, {at - half, h}});
  }
}

}  // namespace sparring::ui
