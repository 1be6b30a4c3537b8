#include "curves/plotoverlay.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

#include "base/text.h"

namespace sparring::ui {

PlotOverlay::PlotOverlay(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
}

void PlotOverlay::setFrame(const PlotFrame& frame) {
  frame_ = frame;
  update();
}

void PlotOverlay::setHover(std::optional<Hover> hover) {
  if (!hover && !hover_) return;
  hover_ = std::move(hover);
  update();
}

void PlotOverlay::setScrub(std::optional<double> step) {
  if (step == scrub_) return;
  scrub_ = step;
  update();
}

void PlotOverlay::setEmptyText(const QString& text) {
  if (text == emptyText_) return;
  emptyText_ = text;
  update();
}

void PlotOverlay::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!emptyText_.isEmpty()) {
    painter.setPen(theme::muted());
    const double pad = 2.0 * fontMetrics().height();
    painter.drawText(frame_.rect.adjusted(pad, 0, -pad, 0), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
  }
  if (scrub_) paintScrub(painter);
  if (hover_) paintHover(painter);
}

void PlotOverlay::paintScrub(QPainter& painter) const {
  const double x = frame_.x(*scrub_), grip = 0.45 * fontMetrics().height();
  if (x < frame_.rect.left() - 0.5 || x > frame_.rect.right() + 0.5) return;
  painter.setPen(QPen(theme::accent(), 2));
  painter.drawLine(QPointF(x, frame_.rect.top()), QPointF(x, frame_.rect.bottom()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme::accent());
  const double top = frame_.rect.top();
  painter.drawPolygon(QPolygonF({{x - grip, top}, {x + grip, top}, {x, top + 1.2 * grip}}));
}

void PlotOverlay::paintHover(QPainter& painter) const {
  const double x = frame_.x(hover_->step);
  if (x < frame_.rect.left() || x > frame_.rect.right()) return;
  painter.setPen(QPen(theme::mix(theme::paper(), theme::ink(), 0.45), 1));
  painter.drawLine(QPointF(x, frame_.rect.top()), QPointF(x, frame_.rect.bottom()));
  const double dot = 0.22 * fontMetrics().height();
  for (const Row& row : hover_->rows) {
    for (const Cell& cell : row.cells) {
      if (!cell.dot || !frame_.rect.contains(*cell.dot)) continue;
      painter.setPen(QPen(theme::paper(), 1.5));
      painter.setBrush(cell.colour);
      painter.drawEllipse(*cell.dot, dot, dot);
    }
  }
  paintReadout(painter, x);
}

void PlotOverlay::paintReadout(QPainter& painter, double x) const {
  const QFontMetricsF metrics(font());
  const double em = metrics.height(), pad = 0.5 * em, lineHeight = 1.15 * em;
  // column widths: the names, then equal columns of numbers
  double names = 0, column = 0;
  size_t columns = 1;
  for (const Head& head : hover_->heads) column = std::max(column, metrics.horizontalAdvance(head.text));
  for (const Row& row : hover_->rows) {
    names = std::max(names, metrics.horizontalAdvance(row.name) + (row.swatch.isValid() ? 0.9 * em : 0));
    columns = std::max(columns, row.cells.size());
    for (const Cell& cell : row.cells) column = std::max(column, metrics.horizontalAdvance(cell.text));
  }
  column += 1.5 * pad;
  double width = std::max(metrics.horizontalAdvance(hover_->title), names + double(columns) * column);
  QRectF note;
  if (!hover_->note.isEmpty()) {
    const double most = std::min(std::max(width, 18 * em), std::max(width, frame_.rect.width() - 4 * pad));
    note = metrics.boundingRect(QRectF(0, 0, most, 1e4), Qt::TextWordWrap, hover_->note);
    width = std::max(width, note.width());
  }
  const double lines = 1.0 + (hover_->heads.empty() ? 0 : 1) + double(hover_->rows.size());
  QRectF box(0, 0, width + 2 * pad, lines * lineHeight + note.height() + 1.2 * pad);
  // to the right of the crosshair, or to its left where there is no room
  const double gap = 1.2 * pad;
  box.moveLeft(x + gap + box.width() <= frame_.rect.right() ? x + gap : x - gap - box.width());
  box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, this->width() - box.width())));
  box.moveTop(std::min(frame_.rect.top() + 1.4 * em, std::max(0.0, this->height() - box.height())));
  QColor background = theme::mix(theme::paper(), theme::ink(), theme::tone() == theme::Tone::Dark ? 0.07 : 0.0);
  background.setAlphaF(0.96f);
  painter.setPen(QPen(theme::mix(theme::paper(), theme::ink(), 0.2), 1));
  painter.setBrush(background);
  painter.drawRoundedRect(box, 0.5 * pad, 0.5 * pad);

  const QRectF inner = box.adjusted(pad, 0.6 * pad, -pad, -0.6 * pad);
  const QRectF line(inner.left(), inner.top(), inner.width(), lineHeight);
  painter.setPen(theme::muted());
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, hover_->title);
  paintTable(painter, line.translated(0, lineHeight), inner.width() - double(columns) * column, column);
  if (!hover_->note.isEmpty()) {
    painter.setPen(theme::warning());
    painter.drawText(QRectF(inner.left(), inner.top() + lines * lineHeight, inner.width(), note.height()),
                     Qt::TextWordWrap, hover_->note);
  }
}

/// Heads, then rows, from `line` downwards. Numbers stand right in their columns.
void PlotOverlay::paintTable(QPainter& painter, QRectF line, double firstColumn, double column) const {
  const double em = QFontMetricsF(font()).height();
  const auto cellRect = [&](size_t i) {
    return QRectF(line.left() + firstColumn + double(i) * column, line.top(), column, line.height());
  };
  for (size_t i = 0; i < hover_->heads.size(); ++i) {
    painter.setPen(hover_->heads[i].colour);
    painter.drawText(cellRect(i), Qt::AlignVCenter | Qt::AlignRight, hover_->heads[i].text);
  }
  if (!hover_->heads.empty()) line.translate(0, line.height());
  for (const Row& row : hover_->rows) {
    double left = line.left();
    if (row.swatch.isValid()) {
      painter.setPen(QPen(row.swatch, 0.16 * em, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(QPointF(left + 1, line.center().y()), QPointF(left + 0.55 * em, line.center().y()));
      left += 0.9 * em;
    }
    painter.setPen(theme::ink());
    painter.drawText(QRectF(left, line.top(), line.width(), line.height()), Qt::AlignVCenter | Qt::AlignLeft, row.name);
    for (size_t i = 0; i < row.cells.size(); ++i)
      painter.drawText(cellRect(i), Qt::AlignVCenter | Qt::AlignRight, row.cells[i].text);
    line.translate(0, line.height());
  }
}

}  // namespace sparring::ui
