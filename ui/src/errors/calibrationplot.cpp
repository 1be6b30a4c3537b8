#include "errors/calibrationplot.h"

#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kLeft = 3.6, kBottom = 2.5, kTop = 0.5, kRight = 0.9;

}  // namespace

CalibrationPlot::CalibrationPlot(QWidget* parent) : TileArea(parent) {}

void CalibrationPlot::setCalibration(const Calibration& calibration) {
  calibration_ = calibration;
  contentChanged();
}

QSize CalibrationPlot::sizeHint() const { return QSize(16, 16) * fontMetrics().height(); }
QSize CalibrationPlot::minimumSizeHint() const { return QSize(9, 9) * fontMetrics().height(); }

QRectF CalibrationPlot::square(QSizeF size) const {
  const double em = fontMetrics().height();
  const double side = std::min(size.width() - (kLeft + kRight) * em, size.height() - (kTop + kBottom) * em);
  return QRectF(std::round(kLeft * em), std::round(kTop * em), std::floor(side), std::floor(side));
}

std::vector<QRectF> CalibrationPlot::place(QSizeF size) const {
  const QRectF all = square(size);
  std::vector<QRectF> columns;
  for (int i = 0; i < 10; ++i)
    columns.emplace_back(all.left() + i * all.width() / 10, all.top(), all.width() / 10, all.height());
  return columns;
}

void CalibrationPlot::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const QRectF all = square(size);
  painter.fillRect(all, theme::paper(tone));
  paintAxes(painter, all, tone);
  const std::vector<QRectF> columns = place(size);
  for (size_t i = 0; i < columns.size(); ++i)
    if (calibration_.bins[i].share.count > 0) paintBin(painter, calibration_.bins[i], columns[i], tone);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme::muted(tone), std::max(1.0, 0.08 * fontMetrics().height()), Qt::DashLine));
  painter.drawLine(all.bottomLeft(), all.topRight());
}

void CalibrationPlot::paintAxes(QPainter& painter, const QRectF& all, theme::Tone tone) const {
  const double em = fontMetrics().height();
  QFont small = font();
  small.setPointSizeF(0.85 * small.pointSizeF());
  painter.setFont(small);
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (int i = 0; i <= 4; ++i) {
    const double x = std::round(all.left() + i * all.width() / 4), y = std::round(all.bottom() - i * all.height() / 4);
    painter.setPen(theme::grid(tone));
    painter.drawLine(QPointF(all.left(), y), QPointF(all.right(), y));
    painter.drawLine(QPointF(x, all.top()), QPointF(x, all.bottom()));
    painter.setPen(theme::muted(tone));
    const QString value = QString::number(25 * i);
    painter.drawText(QRectF(all.left() - 2.4 * em, y - em, 2.1 * em, 2 * em), Qt::AlignVCenter | Qt::AlignRight, value);
    painter.drawText(QRectF(x - 2 * em, all.bottom(), 4 * em, 1.3 * em), Qt::AlignCenter, value);
  }
  painter.drawText(QRectF(all.left() - em, all.bottom() + 1.2 * em, all.width() + 2 * em, 1.2 * em), Qt::AlignCenter,
                   tr("Confidence, %"));
  painter.save();
  painter.translate(all.left() - kLeft * em, all.bottom());
  painter.rotate(-90);
  painter.drawText(QRectF(-em, 0, all.height() + 2 * em, 1.2 * em), Qt::AlignCenter, tr("Accuracy, %"));
  painter.restore();
}

/// A bar as high as the accuracy with the 95 % interval on it; what is missing to the confidence is red, what is beyond
/// it yellow.
void CalibrationPlot::paintBin(QPainter& painter, const Calibration::Bin& bin, const QRectF& column,
                               theme::Tone tone) const {
  const auto y = [&](double share) { return std::round(column.bottom() - share * column.height()); };
  const QRectF inner =
      QRectF(std::round(column.left()) + 1, column.top(), std::floor(column.width()) - 1, column.height());
  const double right = y(bin.share.value()), sure = y(bin.confidence);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(QRectF(inner.left(), std::max(right, sure), inner.width(), column.bottom() - std::max(right, sure)),
                   theme::faded(theme::accent(tone), 0.55));
  painter.fillRect(QRectF(inner.left(), std::min(right, sure), inner.width(), std::abs(right - sure)),
                   theme::faded(right > sure ? theme::bad(tone) : theme::warning(tone), 0.5));
  const auto interval = bin.share.interval();
  const double x = std::round(inner.center().x());
  painter.fillRect(QRectF(x, y(interval.high), 1, y(interval.low) - y(interval.high)), theme::ink(tone));
}

void CalibrationPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, size(), theme::tone());
  if (hasFocus() && current() >= 0) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawTileFrame(painter, tileRect(current()), theme::accent(), fontMetrics().height());
  }
}

void CalibrationPlot::enlarge(int bin) {
  const QRect column = tileRect(bin).toRect();
  QToolTip::showText(mapToGlobal(column.center()), describe(bin), this, column);
}

QString CalibrationPlot::describe(int index) const {
  const Calibration::Bin& bin = calibration_.bins[size_t(index)];
  const QString range = QStringLiteral("%1–%2 %").arg(10 * index).arg(10 * (index + 1));
  if (bin.share.count == 0) return tr("Confidence %1: no image").arg(range);
  const auto interval = bin.share.interval();
  return tr("Confidence %1: %2 images, on average %3 sure and %4 right (95 % interval %5 to %6)")
      .arg(range, QLocale().toString(qlonglong(bin.share.count)), percentText(bin.confidence),
           percentText(bin.share.value()), percentText(interval.low), percentText(interval.high));
}

QString CalibrationPlot::words(const Calibration& calibration) {
  double over = 0;
  int64_t count = 0;
  for (const auto& bin : calibration.bins) {
    if (bin.share.count == 0) continue;
    over += double(bin.share.count) * (bin.confidence - bin.share.value());
    count += bin.share.count;
  }
  const QString error = percentText(calibration.error());
  if (count == 0 || calibration.error() < 0.01)
    return tr("Expected calibration error %1: the confidence can be taken at its word.").arg(error);
  return (over > 0 ? tr("Expected calibration error %1: surer than it is right, by %2 on average.")
                   : tr("Expected calibration error %1: more often right than it is sure, by %2 on average."))
      .arg(error, percentText(std::abs(over) / double(count)));
}

}  // namespace sparring::ui
