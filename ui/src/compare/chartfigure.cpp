#include "compare/chartfigure.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kChartTop = 1.8;
constexpr double kChartBelow = 2.9;
constexpr double kLegendGap = 1.9;
constexpr double kLegendLine = 1.3;
constexpr double kChartDot = 0.28;
constexpr double kChartLine = 0.13;
constexpr double kBandOpacity = 0.18;
constexpr int kMostPlaces = 200;  ///< of lines: arrow keys should get along

QColor colourOf(size_t i, theme::Tone tone) {
  return QColor(QString::fromStdString(chartColour(i, tone == theme::Tone::Dark)));
}

QColor bandOf(size_t i, theme::Tone tone) {
  QColor colour = colourOf(i, tone);
  colour.setAlphaF(kBandOpacity);
  return colour;
}

double widest(const std::vector<std::string>& labels, const QFont& font) {
  double width = 0;
  for (const std::string& label : labels)
    width = std::max(width, QFontMetricsF(font).horizontalAdvance(QString::fromStdString(label)));
  return width;
}

/// The point of a line nearest to x that has a value.
const ChartPoint* nearestPoint(const ChartSeries& series, double x) {
  const ChartPoint* nearest = nullptr;
  for (const ChartPoint& point : series.points)
    if (std::isfinite(point.y) && (!nearest || std::abs(point.x - x) < std::abs(nearest->x - x))) nearest = &point;
  return nearest;
}

}  // namespace

ChartFigure::ChartFigure(Chart chart, QSizeF size, const QFont& font, theme::Tone)
    : chart_(std::move(chart)),
      across_(chartX(chart_)),
      upwards_(chartY(chart_)),
      size_(size),
      font_(font),
      em_(QFontMetricsF(font).height()) {
  const double left = widest(upwards_.labels, font) + 0.8 * em_ + (chart_.yTitle.empty() ? 0 : 1.4 * em_);
  const double top = placeLegend();
  rect_ = QRectF(left, top, std::max(size.width() - left - em_, 1.0),
                 std::max(size.height() - top - kChartBelow * em_, 1.0));
  std::set<double> all;
  for (const ChartSeries& series : chart_.series)
    for (const ChartPoint& point : series.points)
      if (std::isfinite(point.y)) all.insert(point.x);
  places_.assign(all.begin(), all.end());
  if (places_.size() > kMostPlaces) {
    std::vector<double> few;
    for (size_t i = 0; i < kMostPlaces; ++i) few.push_back(places_[i * (places_.size() - 1) / (kMostPlaces - 1)]);
    places_ = std::move(few);
  }
}

double ChartFigure::placeLegend() {
  double at = em_ / 2, line = kChartTop * em_;
  for (const ChartSeries& series : chart_.series) {
    const double width = QFontMetricsF(font_).horizontalAdvance(QString::fromStdString(series.name)) + kLegendGap * em_;
    if (at + width > size_.width() && at > em_) {
      at = em_ / 2;
      line += kLegendLine * em_;
    }
    legend_.emplace_back(at, line);
    at += width;
  }
  return line + 1.6 * em_;
}

void ChartFigure::paintLegend(QPainter& painter, theme::Tone tone) const {
  for (size_t i = 0; i < legend_.size(); ++i) {
    painter.setPen(Qt::NoPen);
    if (hasBand(chart_.series[i])) {
      painter.setBrush(bandOf(i, tone));
      painter.drawRect(QRectF(legend_[i].x(), legend_[i].y() + 0.15 * em_, 2 * kChartDot * em_, 0.9 * em_));
    }
    painter.setBrush(colourOf(i, tone));
    painter.drawEllipse(legend_[i] + QPointF(kChartDot, 0.6) * em_, kChartDot * em_, kChartDot * em_);
    painter.setPen(theme::ink(tone));
    const QString name = QString::fromStdString(chart_.series[i].name);
    painter.drawText(QRectF(legend_[i].x() + 0.8 * em_, legend_[i].y(), size_.width(), 1.2 * em_),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
  }
}

double ChartFigure::x(double value) const {
  return rect_.left() + (value - across_.low) / (across_.high - across_.low) * rect_.width();
}
double ChartFigure::y(double value) const {
  return rect_.bottom() - (value - upwards_.low) / (upwards_.high - upwards_.low) * rect_.height();
}

QString ChartFigure::valueText(double value, bool percent) const {
  return percent ? percentText(value) : localNumber(value);
}

std::optional<int> ChartFigure::placeAt(QPointF at) const {
  if (places_.empty() || !rect_.adjusted(-em_, 0, em_, 0).contains(at)) return {};
  const auto nearest = std::ranges::min_element(places_, {}, [&](double place) { return std::abs(x(place) - at.x()); });
  return int(nearest - places_.begin());
}

Figure::Readout ChartFigure::readout(int place, theme::Tone tone) const {
  const double at = places_[size_t(place)];
  Readout readout{{x(at), rect_.center().y()}, {}, {}};
  readout.title = QString::fromStdString(chart_.xTitle) + QStringLiteral(": ") +
                  (chart_.percentX ? percentText(at) : localNumber(at));
  for (size_t i = 0; i < chart_.series.size(); ++i) {
    const ChartPoint* point = nearestPoint(chart_.series[i], at);
    if (!point || (!chart_.series[i].line && point->x != at)) continue;
    QString value = valueText(point->y, chart_.percentY);
    if (point->yHigh > point->yLow)
      value += QStringLiteral(" (%1–%2)")
                   .arg(valueText(point->yLow, chart_.percentY), valueText(point->yHigh, chart_.percentY));
    readout.rows.push_back(
        {QString::fromStdString(chart_.series[i].name), value, colourOf(i, tone), QPointF(x(point->x), y(point->y))});
  }
  return readout;
}

void ChartFigure::paint(QPainter& painter, theme::Tone tone) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(QPointF(), size_), theme::paper(tone));
  painter.setFont(font_);
  paintLegend(painter, tone);
  paintAxes(painter, tone);
  painter.setClipRect(rect_.adjusted(-em_ / 3, -em_ / 3, em_ / 3, em_ / 3));
  for (size_t i = 0; i < chart_.series.size(); ++i) paintBand(painter, i, tone);
  for (size_t i = 0; i < chart_.series.size(); ++i) paintSeries(painter, i, tone);
  painter.setClipping(false);
}

void ChartFigure::paintAxes(QPainter& painter, theme::Tone tone) const {
  QFont bold = font_;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(theme::ink(tone));
  painter.drawText(QRectF(em_ / 2, 0, size_.width() - em_, kChartTop * em_), Qt::AlignLeft | Qt::AlignVCenter,
                   QString::fromStdString(chart_.title));
  painter.setFont(font_);
  double free = -1e9;  // labels do not run into each other
  for (size_t i = 0; i < across_.ticks.size(); ++i) {
    const double at = x(across_.ticks[i]);
    painter.setPen(QPen(theme::grid(tone), 1));
    painter.drawLine(QPointF(at, rect_.top()), QPointF(at, rect_.bottom()));
    const QString label = QString::fromStdString(across_.labels[i]);
    const double half = QFontMetricsF(font_).horizontalAdvance(label) / 2 + 0.3 * em_;
    if (at - half < free) continue;
    free = at + half;
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(at - half, rect_.bottom() + 0.2 * em_, 2 * half, 1.2 * em_), Qt::AlignCenter, label);
  }
  for (size_t i = 0; i < upwards_.ticks.size(); ++i) {
    const double at = y(upwards_.ticks[i]);
    painter.setPen(QPen(theme::grid(tone), 1));
    painter.drawLine(QPointF(rect_.left(), at), QPointF(rect_.right(), at));
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(0, at - 0.6 * em_, rect_.left() - 0.4 * em_, 1.2 * em_), Qt::AlignRight | Qt::AlignVCenter,
                     QString::fromStdString(upwards_.labels[i]));
  }
  painter.setPen(theme::muted(tone));
  const QString xTitle = QString::fromStdString(chart_.xTitle) + QStringLiteral(" →");
  painter.drawText(QRectF(rect_.left(), rect_.bottom() + 1.4 * em_, rect_.width(), 1.4 * em_),
                   Qt::AlignVCenter | Qt::AlignRight, xTitle);
  const double noted = rect_.width() - QFontMetricsF(font_).horizontalAdvance(xTitle) - em_;
  painter.drawText(QRectF(rect_.left(), rect_.bottom() + 1.4 * em_, noted, 1.4 * em_), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetricsF(font_).elidedText(QString::fromStdString(chart_.note), Qt::ElideRight, noted));
  if (chart_.yTitle.empty()) return;
  painter.save();
  painter.translate(0.8 * em_, rect_.center().y());
  painter.rotate(-90);
  painter.drawText(QRectF(-rect_.height() / 2, -0.7 * em_, rect_.height(), 1.4 * em_), Qt::AlignCenter,
                   QString::fromStdString(chart_.yTitle));
  painter.restore();
}

/// Above and below a line, from gap to gap.
void ChartFigure::paintBand(QPainter& painter, size_t i, theme::Tone tone) const {
  if (!chart_.series[i].line) return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(bandOf(i, tone));
  QPolygonF above, below;
  const auto close = [&] {
    std::reverse(below.begin(), below.end());
    painter.drawPolygon(above + below);
    above.clear();
    below.clear();
  };
  for (const ChartPoint& point : chart_.series[i].points) {
    if (!std::isfinite(point.y) || !(point.yLow < point.yHigh)) {
      close();
      continue;
    }
    above << QPointF(x(point.x), y(point.yHigh));
    below << QPointF(x(point.x), y(point.yLow));
  }
  close();
}

void ChartFigure::paintSeries(QPainter& painter, size_t i, theme::Tone tone) const {
  const ChartSeries& series = chart_.series[i];
  const QColor colour = colourOf(i, tone);
  painter.setPen(QPen(colour, kChartLine * em_, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  if (series.line) {
    QPolygonF path;
    for (const ChartPoint& point : series.points) {
      if (std::isfinite(point.y)) {
        path << QPointF(x(point.x), y(point.y));
        continue;
      }
      painter.drawPolyline(path);
      path.clear();
    }
    painter.drawPolyline(path);
    return;
  }
  for (const ChartPoint& point : series.points) {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
    const QPointF at(x(point.x), y(point.y));
    if (point.xHigh > point.xLow) painter.drawLine(QPointF(x(point.xLow), at.y()), QPointF(x(point.xHigh), at.y()));
    if (point.yHigh > point.yLow) painter.drawLine(QPointF(at.x(), y(point.yLow)), QPointF(at.x(), y(point.yHigh)));
    painter.save();
    painter.setPen(QPen(theme::paper(tone), 1));
    painter.setBrush(colour);
    painter.drawEllipse(at, kChartDot * em_, kChartDot * em_);
    painter.restore();
  }
}

}  // namespace sparring::ui
