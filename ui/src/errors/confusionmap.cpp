#include "errors/confusionmap.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kLeft = 2.5;  ///< axis title and class
constexpr double kTop = 2.5;
constexpr double kAccuracy = 7.4;
constexpr double kBeforeAccuracy = 0.5;
constexpr double kSmallestCell = 1.2, kLargestCell = 3.2;

int rowOf(int cell) { return cell / ConfusionMap::kColumns; }
int columnOf(int cell) { return cell % ConfusionMap::kColumns; }

QFont sized(QFont font, double share) {
  font.setPointSizeF(share * font.pointSizeF());
  return font;
}

}  // namespace

ConfusionMap::ConfusionMap(QWidget* parent) : TileArea(parent) {}

void ConfusionMap::setLane(const LaneAssessment& lane) {
  lane_ = lane;
  mostErrors_ = 0;
  leastShare_ = 1;
  for (int row = 0; row < 10; ++row) {
    for (int column = 0; column < 10; ++column)
      if (row != column) mostErrors_ = std::max(mostErrors_, lane.confusion[size_t(row)][size_t(column)]);
    if (lane.ofClass(row).count > 0) leastShare_ = std::min(leastShare_, lane.ofClass(row).interval().low);
  }
  leastShare_ = std::floor(10 * leastShare_) / 10;
  contentChanged();
}

void ConfusionMap::setMarked(int cell) {
  if (cell == marked_) return;
  marked_ = cell;
  update();
}

QSize ConfusionMap::sizeHint() const {
  const double em = fontMetrics().height();
  return QSizeF((kLeft + 10 * 1.7 + kAccuracy) * em, (kTop + 10 * 1.7) * em).toSize();
}

QSize ConfusionMap::minimumSizeHint() const {
  const double em = fontMetrics().height();
  return QSizeF((kLeft + 10 * kSmallestCell + kAccuracy) * em, (kTop + 10 * kSmallestCell) * em).toSize();
}

std::vector<QRectF> ConfusionMap::place(QSizeF size) const {
  const double em = fontMetrics().height();
  const double across = (size.width() - (kLeft + kBeforeAccuracy + kAccuracy) * em) / 10;
  const double down = (size.height() - kTop * em) / 10;
  // whole pixels, so that the gaps are even
  const double side = std::floor(std::clamp(std::min(across, down), kSmallestCell * em, kLargestCell * em));
  const double left = std::round(kLeft * em), top = std::round(kTop * em);
  std::vector<QRectF> cells;
  for (int row = 0; row < 10; ++row) {
    for (int column = 0; column < 10; ++column) cells.emplace_back(left + column * side, top + row * side, side, side);
    cells.emplace_back(left + 10 * side + kBeforeAccuracy * em, top + row * side, kAccuracy * em, side);
  }
  return cells;
}

void ConfusionMap::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const std::vector<QRectF> cells = place(size);
  painter.setRenderHint(QPainter::Antialiasing, false);
  paintAxes(painter, cells, tone);
  for (int cell = 0; cell < int(cells.size()); ++cell) {
    const QRectF& at = cells[size_t(cell)];
    if (columnOf(cell) < 10)
      paintCell(painter, rowOf(cell), columnOf(cell), at, tone);
    else
      paintAccuracy(painter, rowOf(cell), at, tone);
  }
}

void ConfusionMap::paintAxes(QPainter& painter, const std::vector<QRectF>& cells, theme::Tone tone) const {
  const double em = fontMetrics().height();
  const QRectF first = cells.front(), last = cells[size_t(9 * kColumns + 9)], accuracy = cells[10];
  painter.setPen(theme::muted(tone));
  painter.setFont(sized(font(), 0.85));
  painter.drawText(QRectF(first.left(), 0, last.right() - first.left(), 1.2 * em), Qt::AlignCenter, tr("Verdict"));
  painter.drawText(QRectF(accuracy.left(), 0, accuracy.width(), 1.2 * em), Qt::AlignCenter, tr("Accuracy"));
  painter.save();
  painter.translate(0, last.bottom());
  painter.rotate(-90);
  painter.drawText(QRectF(0, 0, last.bottom() - first.top(), 1.2 * em), Qt::AlignCenter, tr("True class"));
  painter.restore();
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  painter.setFont(bold);
  painter.setPen(theme::ink(tone));
  for (int i = 0; i < 10; ++i) {
    const QRectF top = cells[size_t(i)], side = cells[size_t(i * kColumns)];
    painter.drawText(QRectF(top.left(), first.top() - 1.3 * em, top.width(), 1.3 * em), Qt::AlignCenter,
                     QString::number(i));
    painter.drawText(QRectF(first.left() - 1.3 * em, side.top(), 1.3 * em, side.height()), Qt::AlignCenter,
                     QString::number(i));
  }
}

void ConfusionMap::paintCell(QPainter& painter, int row, int column, const QRectF& cell, theme::Tone tone) const {
  const int64_t count = lane_.confusion[size_t(row)][size_t(column)];
  const QColor empty = theme::paper(tone);
  QColor ground = empty, text = theme::muted(tone);
  if (row == column) {
    ground = theme::mix(empty, theme::muted(tone), 0.16);
  } else if (count > 0) {
    // the root keeps single errors visible beside the most frequent one
    ground = theme::mix(empty, theme::bad(tone), 0.12 + 0.88 * std::sqrt(double(count) / double(mostErrors_)));
    const QColor ink = theme::ink(tone);
    text = theme::contrast(ink, ground) >= theme::contrast(empty, ground) ? ink : empty;
  }
  painter.fillRect(cell.adjusted(0, 0, -1, -1), ground);
  if (count == 0) return;
  const QString number = QString::number(count);
  const double room = (cell.width() - 3) / QFontMetricsF(font()).horizontalAdvance(number);
  painter.setFont(sized(font(), std::clamp(room, 0.65, 0.9)));
  painter.setPen(text);
  painter.drawText(cell, Qt::AlignCenter, number);
}

void ConfusionMap::paintAccuracy(QPainter& painter, int row, const QRectF& cell, theme::Tone tone) const {
  const Share share = lane_.ofClass(row);
  if (share.count == 0) return;
  const double em = fontMetrics().height();
  painter.setFont(sized(font(), 0.9));
  painter.setPen(theme::ink(tone));
  painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft, percentText(share.value()));
  const double left = cell.left() + 3.8 * em, width = cell.right() - left - 2;
  const auto x = [&](double value) { return left + width * (value - leastShare_) / (1 - leastShare_); };
  const auto interval = share.interval();
  const double y = std::round(cell.center().y());
  painter.fillRect(QRectF(left, y, width, 1), theme::grid(tone));
  const double thick = std::max(2.0, std::round(0.16 * em));
  painter.fillRect(QRectF(x(interval.low), y - thick / 2, x(interval.high) - x(interval.low), thick),
                   theme::faded(theme::accent(tone), 0.5));
  const double dot = std::max(5.0, std::round(0.4 * em));
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme::accent(tone));
  painter.drawEllipse(QPointF(x(share.value()), y), dot / 2, dot / 2);
  painter.restore();
}

void ConfusionMap::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, size(), theme::tone());
  const double em = fontMetrics().height();
  if (marked_ >= 0) drawTileFrame(painter, tileRect(marked_).adjusted(-1, -1, 0, 0), theme::ink(), em);
  if (hasFocus() && current() >= 0)
    drawTileFrame(painter, tileRect(current()).adjusted(-1, -1, 0, 0), theme::accent(), em);
}

QString ConfusionMap::describe(int cell) const {
  const int row = rowOf(cell), column = columnOf(cell);
  const Share share = lane_.ofClass(row);
  if (column == 10) {
    if (share.count == 0) return tr("No test image of class %1").arg(row);
    const auto interval = share.interval();
    return tr("%1 of %2 digits of class %3 read rightly: %4, 95 % interval %5 to %6")
        .arg(share.right)
        .arg(share.count)
        .arg(row)
        .arg(percentText(share.value()), percentText(interval.low), percentText(interval.high));
  }
  return (row == column ? tr("%1 of %2 digits of class %3 read as %4, which is right")
                        : tr("%1 of %2 digits of class %3 read as %4"))
      .arg(lane_.confusion[size_t(row)][size_t(column)])
      .arg(share.count)
      .arg(row)
      .arg(column);
}

}  // namespace sparring::ui
