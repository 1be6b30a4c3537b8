#include "sweep/scaleframe.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace sparring::ui {
namespace {

constexpr double kEdge = 0.04;  ///< of the length, on both sides of numbers
constexpr int kMostAcross = 6, kMostUpwards = 7;
constexpr double kWidestLabel = 7;  ///< heights of the font

double widestOf(const AxisScale& scale, const QFont& font) {
  double width = 0;
  for (const auto& tick : scale.ticks(kMostUpwards))
    width = std::max(width, QFontMetricsF(font).horizontalAdvance(tick.text));
  return width;
}

}  // namespace

ScaleFrame::ScaleFrame(Head head, AxisScale across, AxisScale upwards, QSizeF size, const QFont& font, double right)
    : head_(std::move(head)),
      across_(std::move(across)),
      upwards_(std::move(upwards)),
      size_(size),
      font_(font),
      em_(QFontMetricsF(font).height()) {
  const double left = std::min(widestOf(upwards_, font_), kWidestLabel * em_) + 2.2 * em_;
  rect_ = QRectF(left, 2.2 * em_, std::max(1.0, size.width() - left - right * em_),
                 std::max(1.0, size.height() - 5.0 * em_));
}

double ScaleFrame::inset(const AxisScale& scale, double value) {
  const double share = scale.share(value);
  return scale.choices.isEmpty() ? kEdge + share * (1 - 2 * kEdge) : share;
}

void ScaleFrame::paint(QPainter& painter, theme::Tone tone) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(QPointF(), size_), theme::paper(tone));
  QFont bold = font_;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(theme::ink(tone));
  const QRectF title(em_ / 2, 0.2 * em_, size_.width() - em_, 1.6 * em_);
  painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(bold).elidedText(head_.title, Qt::ElideRight, title.width()));
  painter.setFont(font_);
  const QFontMetricsF metrics(font_);
  double free = -1e9;
  for (const auto& tick : across_.ticks(kMostAcross)) {
    const double at = x(across_.value(tick.share));
    painter.setPen(QPen(theme::grid(tone), 1));
    painter.drawLine(QPointF(at, rect_.top()), QPointF(at, rect_.bottom()));
    const double half = metrics.horizontalAdvance(tick.text) / 2 + 0.3 * em_;
    if (at - half < free) continue;
    free = at + half;
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(at - half, rect_.bottom() + 0.2 * em_, 2 * half, 1.2 * em_), Qt::AlignCenter, tick.text);
  }
  for (const auto& tick : upwards_.ticks(kMostUpwards)) {
    const double at = y(upwards_.value(tick.share));
    painter.setPen(QPen(theme::grid(tone), 1));
    painter.drawLine(QPointF(rect_.left(), at), QPointF(rect_.right(), at));
    painter.setPen(theme::muted(tone));
    const QRectF label(1.8 * em_, at - 0.6 * em_, rect_.left() - 2.2 * em_, 1.2 * em_);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(tick.text, Qt::ElideRight, label.width() + 1));
  }
  painter.setPen(theme::muted(tone));
  painter.drawText(QRectF(rect_.left(), rect_.bottom() + 1.4 * em_, rect_.width(), 1.3 * em_),
                   Qt::AlignRight | Qt::AlignVCenter, head_.across + QStringLiteral(" →"));
  const bool room = head_.briefly.isEmpty() || metrics.horizontalAdvance(head_.upwards) <= rect_.height();
  const QString& upwards = room ? head_.upwards : head_.briefly;
  painter.save();
  painter.translate(0.9 * em_, rect_.center().y());
  painter.rotate(-90);
  painter.drawText(QRectF(-rect_.height() / 2, -0.7 * em_, rect_.height(), 1.4 * em_), Qt::AlignCenter,
                   metrics.elidedText(upwards, Qt::ElideRight, rect_.height()));
  painter.restore();
}

}  // namespace sparring::ui
