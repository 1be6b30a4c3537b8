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
constexpr double kMapLeft = 2.5;  ///< axis title and class
constexpr double kMapTop = 2.5;
constexpr double kAccuracy = 7.4;
constexpr double kBeforeAccuracy = 0.5;
constexpr double kSmallestCell = 1.2, kLargestCell = 3.2;
constexpr double kSmallestMap = 11;  ///< cells of many classes are smaller than that, so that the map fits
constexpr double kName = 1.3;        ///< room for a number or letter
constexpr double kWidestName = 6;
constexpr double kLegible = 1.0;  ///< cells lower than that hold no text; every second, third … class is named

QFont sized(QFont font, double share) {
  font.setPointSizeF(share * font.pointSizeF());
  return font;
}

}  // namespace

ConfusionMap::ConfusionMap(QWidget* parent) : TileArea(parent) {}

void ConfusionMap::setLane(const LaneAssessment& lane, const ImageKind& kind) {
  lane_ = lane;
  kind_ = kind;
  mostErrors_ = 0;
  leastShare_ = 1;
  for (int row = 0; row < lane.classes(); ++row) {
    for (int column = 0; column < lane.classes(); ++column)
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

QFont ConfusionMap::boldFont() const {
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  return bold;
}

double ConfusionMap::namesWidth() const {
  const double em = fontMetrics().height();
  double widest = 0;
  for (int c = 0; c < lane_.classes(); ++c)
    widest = std::max(widest, QFontMetricsF(boldFont()).horizontalAdvance(className(kind_, c)) + 0.4 * em);
  return std::clamp(widest, kName * em, kWidestName * em);
}

// Longer names than a letter stand on end above their columns.
double ConfusionMap::above() const {
  const double em = fontMetrics().height(), names = namesWidth();
  return std::round(names > kSmallestCell * 1.5 * em ? (kMapTop - kName) * em + names : kMapTop * em);
}

QSize ConfusionMap::sizeHint() const {
  const double em = fontMetrics().height();
  return QSizeF((kMapLeft - kName + 10 * 1.7 + kAccuracy) * em + namesWidth(), above() + 10 * 1.7 * em).toSize();
}

QSize ConfusionMap::minimumSizeHint() const {
  const double em = fontMetrics().height();
  return QSizeF((kMapLeft - kName + kSmallestMap + kAccuracy) * em + namesWidth(), above() + kSmallestMap * em)
      .toSize();
}

std::vector<QRectF> ConfusionMap::place(QSizeF size) const {
  const double em = fontMetrics().height();
  const int n = lane_.classes();
  std::vector<QRectF> cells;
  if (n == 0) return cells;
  const double left = std::round((kMapLeft - kName) * em + namesWidth()), top = above();
  const double across = (size.width() - left - (kBeforeAccuracy + kAccuracy) * em) / n;
  const double down = (size.height() - top) / n;
  const double smallest = std::min(kSmallestCell, kSmallestMap / n) * em;
  // whole pixels, so that the gaps are even
  const double side = std::max(1.0, std::floor(std::clamp(std::min(across, down), smallest, kLargestCell * em)));
  for (int row = 0; row < n; ++row) {
    for (int column = 0; column < n; ++column) cells.emplace_back(left + column * side, top + row * side, side, side);
    cells.emplace_back(left + n * side + kBeforeAccuracy * em, top + row * side, kAccuracy * em, side);
  }
  return cells;
}

void ConfusionMap::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const std::vector<QRectF> cells = place(size);
  if (cells.empty()) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  paintAxes(painter, cells, tone);
  for (int cell = 0; cell < int(cells.size()); ++cell) {
    const QRectF& at = cells[size_t(cell)];
    if (columnOf(cell) < lane_.classes())
      paintCell(painter, rowOf(cell), columnOf(cell), at, tone);
    else
      paintAccuracy(painter, rowOf(cell), at, tone);
  }
}

void ConfusionMap::paintAxes(QPainter& painter, const std::vector<QRectF>& cells, theme::Tone tone) const {
  const double em = fontMetrics().height();
  const int n = lane_.classes();
  const QRectF first = cells.front(), last = cells[cells.size() - 2], accuracy = cells[size_t(n)];
  painter.setPen(theme::muted(tone));
  painter.setFont(sized(font(), 0.85));
  painter.drawText(QRectF(first.left(), 0, last.right() - first.left(), 1.2 * em), Qt::AlignCenter, tr("Read as"));
  painter.drawText(QRectF(accuracy.left(), 0, accuracy.width(), 1.2 * em), Qt::AlignCenter, tr("Accuracy"));
  painter.save();
  painter.translate(0, last.bottom());
  painter.rotate(-90);
  painter.drawText(QRectF(0, 0, last.bottom() - first.top(), 1.2 * em), Qt::AlignCenter, tr("True class"));
  painter.restore();
  painter.setFont(boldFont());
  painter.setPen(theme::ink(tone));
  const double room = namesWidth();
  const bool onEnd = above() > std::round(kMapTop * em), letters = room <= kName * em;
  // where cells are lower than a line, every second, third … class is named
  const int each = int(std::ceil(kLegible * em / std::max(first.height(), 1.0)));
  const double line = std::max(first.height(), kLegible * em);
  for (int i = 0; i < n; i += std::max(1, each)) {
    const QString name = QFontMetricsF(boldFont()).elidedText(className(kind_, i), Qt::ElideRight, room);
    const QPointF top = cells[size_t(i)].center(), side = cells[size_t(i * rowLength())].center();
    painter.drawText(QRectF(first.left() - room, side.y() - line / 2, room - (letters ? 0 : 0.3 * em), line),
                     letters ? Qt::AlignCenter : int(Qt::AlignVCenter | Qt::AlignRight), name);
    if (!onEnd) {
      const double wide = std::max(first.width(), room);
      painter.drawText(QRectF(top.x() - wide / 2, first.top() - kName * em, wide, kName * em), Qt::AlignCenter, name);
      continue;
    }
    painter.save();
    painter.translate(top.x(), first.top());
    painter.rotate(-90);
    painter.drawText(QRectF(0.3 * em, -line / 2, room, line), Qt::AlignVCenter | Qt::AlignLeft, name);
    painter.restore();
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
  const double gap = cell.width() > 4 ? 1 : 0;
  painter.fillRect(cell.adjusted(0, 0, -gap, -gap), ground);
  if (count == 0 || cell.height() < kLegible * fontMetrics().height()) return;
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
  const bool legible = cell.height() >= kLegible * em;
  if (legible) painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft, percentText(share.value()));
  const double left = cell.left() + 3.8 * em, width = cell.right() - left - 2;
  const auto x = [&](double value) { return left + width * (value - leastShare_) / (1 - leastShare_); };
  const auto interval = share.interval();
  const double y = std::round(cell.center().y());
  painter.fillRect(QRectF(left, y, width, 1), theme::grid(tone));
  const double thick = legible ? std::max(2.0, std::round(0.16 * em)) : 1;
  painter.fillRect(QRectF(x(interval.low), y - thick / 2, x(interval.high) - x(interval.low), thick),
                   theme::faded(theme::accent(tone), 0.5));
  const double dot = legible ? std::max(5.0, std::round(0.4 * em)) : std::clamp(cell.height(), 2.0, 5.0);
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
  const QString name = className(kind_, row);
  if (column == lane_.classes()) {
    if (share.count == 0) return tr("No test image of class %1").arg(name);
    const auto interval = share.interval();
    return (kind_.digits ? tr("%1 of %2 digits of class %3 read rightly: %4, 95 % interval %5 to %6")
                         : tr("%1 of %2 images of class %3 read rightly: %4, 95 % interval %5 to %6"))
        .arg(share.right)
        .arg(share.count)
        .arg(name, percentText(share.value()), percentText(interval.low), percentText(interval.high));
  }
  const QString right = kind_.digits ? tr("%1 of %2 digits of class %3 read as %4, which is right")
                                     : tr("%1 of %2 images of class %3 read as %4, which is right");
  const QString other =
      kind_.digits ? tr("%1 of %2 digits of class %3 read as %4") : tr("%1 of %2 images of class %3 read as %4");
  return (row == column ? right : other)
      .arg(lane_.confusion[size_t(row)][size_t(column)])
      .arg(share.count)
      .arg(name, className(kind_, column));
}

}  // namespace sparring::ui
