#include "widgets/barchart.h"

#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kTitle = 1.3, kFigure = 1.1, kLabel = 1.3;
constexpr double kWidest = 4.5;

QFont small(QFont font) {
  font.setPointSizeF(0.8 * font.pointSizeF());
  return font;
}

}  // namespace

BarChart::BarChart(QWidget* parent) : TileArea(parent) {}

void BarChart::setTitle(const QString& title) {
  title_ = title;
  setAccessibleName(title);
  update();
}

void BarChart::setBars(std::vector<Bar> bars, double top, std::optional<double> line, const QString& lineName) {
  bars_ = std::move(bars);
  top_ = top;
  line_ = line;
  lineName_ = lineName;
  contentChanged();
}

QSize BarChart::sizeHint() const { return QSize(18, 9) * fontMetrics().height(); }
QSize BarChart::minimumSizeHint() const { return QSize(9, 6) * fontMetrics().height(); }

double BarChart::above() const { return std::round((kTitle + kFigure) * fontMetrics().height()); }

std::vector<QRectF> BarChart::place(QSizeF size) const {
  const double em = fontMetrics().height(), count = std::max<double>(1, double(bars_.size()));
  const double width = std::floor(std::min(kWidest * em, size.width() / count));
  const double height = std::floor(size.height() - above() - kLabel * em);
  std::vector<QRectF> columns;
  for (size_t i = 0; i < bars_.size(); ++i) columns.emplace_back(double(i) * width, above(), width, height);
  return columns;
}

void BarChart::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const double em = fontMetrics().height();
  const std::vector<QRectF> columns = place(size);
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  painter.setFont(bold);
  painter.setPen(theme::ink(tone));
  painter.drawText(QRectF(0, 0, size.width(), kTitle * em), Qt::AlignVCenter | Qt::AlignLeft, title_);
  if (columns.empty()) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (size_t i = 0; i < columns.size(); ++i) paintBar(painter, bars_[i], columns[i], tone);
  const double left = columns.front().left(), right = columns.back().right(), bottom = columns.front().bottom();
  painter.fillRect(QRectF(left, bottom, right - left, 1), theme::muted(tone));
  if (!line_) return;
  const double y = std::round(bottom - columns.front().height() * std::min(1.0, *line_ / top_));
  painter.setPen(QPen(theme::warning(tone), 1, Qt::DashLine));
  painter.drawLine(QPointF(left, y), QPointF(right, y));
  painter.setFont(small(font()));
  painter.setPen(theme::warning(tone));
  painter.drawText(QRectF(left, 0, size.width() - left, kTitle * em), Qt::AlignVCenter | Qt::AlignRight, lineName_);
}

void BarChart::paintBar(QPainter& painter, const Bar& bar, const QRectF& column, theme::Tone tone) const {
  const double em = fontMetrics().height(), gap = std::round(0.15 * column.width());
  const QRectF inner = column.adjusted(gap, 0, -gap, 0);
  painter.fillRect(inner, theme::mix(theme::paper(tone), theme::muted(tone), 0.08));
  double top = column.bottom();
  if (!std::isnan(bar.value)) {
    top = std::round(column.bottom() - column.height() * std::clamp(bar.value / top_, 0.0, 1.0));
    painter.fillRect(QRectF(inner.left(), top, inner.width(), column.bottom() - top),
                     bar.alarm ? theme::bad(tone) : theme::accent(tone));
  }
  painter.setFont(small(font()));
  painter.setPen(bar.alarm ? theme::bad(tone) : theme::ink(tone));
  painter.drawText(QRectF(column.left() - gap, top - kFigure * em, column.width() + 2 * gap, kFigure * em),
                   Qt::AlignCenter, bar.figure);
  painter.setPen(theme::muted(tone));
  painter.drawText(QRectF(column.left(), column.bottom(), column.width(), kLabel * em), Qt::AlignCenter,
                   QFontMetricsF(painter.font()).elidedText(bar.label, Qt::ElideRight, column.width()));
}

void BarChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, size(), theme::tone());
  if (hasFocus() && current() >= 0)
    drawTileFrame(painter, tileRect(current()), theme::accent(), fontMetrics().height());
}

void BarChart::enlarge(int index) {
  const QRect column = tileRect(index).toRect();
  QToolTip::showText(mapToGlobal(column.center()), describe(index), this, column);
}

}  // namespace sparring::ui
