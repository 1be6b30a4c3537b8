#include "frontierdrawing.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "labelplacer.h"
#include "text.h"

namespace sparring {
namespace {

struct Frontier {
  Q_DECLARE_TR_FUNCTIONS(frontier)
};

// In heights of the font.
constexpr double kInset = 0.7;  ///< from the frame to the ends of the axes: a dot at 100 % is whole
constexpr double kDot = 0.36;
constexpr double kLine = 0.13;

constexpr size_t kBands = 24;         ///< shades along a trail
constexpr size_t kMostBeads = 60;     ///< a longer trail has no dot at every evaluation
constexpr double kOldest = 0.10;      ///< opacity of a trail's beginning
constexpr double kStandsBack = 0.22;  ///< opacity of lanes that others stand out from

QColor faded(QColor colour, double opacity) {
  colour.setAlphaF(float(opacity));
  return colour;
}

QString labelOf(const std::vector<int>& lanes, const Evaluations& evaluations) {
  if (lanes.size() > 1 && lanes.size() == evaluations.lambdas().size())
    return Frontier::tr("all %1 λ").arg(evaluations.lanes());
  QStringList values;
  for (const int lane : lanes) values << numberText(evaluations.lambdas()[size_t(lane)]);
  return QStringLiteral("λ = %1").arg(values.join(QStringLiteral(", ")));
}

/// Points from `from` towards `to`.
QPolygonF arrow(QPointF from, QPointF to, double size) {
  const QLineF way = QLineF(from, to).unitVector();
  const QPointF ahead(way.dx() * size, way.dy() * size), aside(-ahead.y(), ahead.x());
  return {{from + ahead, from - 0.6 * ahead + aside, from - 0.6 * ahead - aside}};
}

}  // namespace

FrontierDrawing::FrontierDrawing(const Evaluations& evaluations, FrontierContent content, QSizeF size, QFont font)
    : evaluations_(evaluations), content_(std::move(content)), font_(std::move(font)), size_(size) {
  const QFontMetricsF metrics(font_);
  em_ = metrics.height();
  const double left = metrics.horizontalAdvance(percentText(0.888, 1)) + 0.9 * em_;
  frame_ = QRectF(QPointF(left, 2.0 * em_), QPointF(size.width() - 1.3 * em_, size.height() - 2.9 * em_));
}

QPointF FrontierDrawing::at(const Evaluation& evaluation) const {
  const double inset = kInset * em_;
  const auto share = [](double value, ShareRange axis) { return (value - axis.from) / axis.width(); };
  return {frame_.left() + inset + share(evaluation.clean, content_.axes.clean) * (frame_.width() - 2 * inset),
          frame_.bottom() - inset -
              share(evaluation.of(content_.robust), content_.axes.robust) * (frame_.height() - 2 * inset)};
}

double FrontierDrawing::clean(double x) const {
  const double inset = kInset * em_;
  return content_.axes.clean.from +
         (x - frame_.left() - inset) / (frame_.width() - 2 * inset) * content_.axes.clean.width();
}

double FrontierDrawing::robust(double y) const {
  const double inset = kInset * em_;
  return content_.axes.robust.from +
         (frame_.bottom() - inset - y) / (frame_.height() - 2 * inset) * content_.axes.robust.width();
}

QString FrontierDrawing::robustText(const Evaluation& evaluation) const {
  return percentText(evaluation.of(content_.robust));
}

bool FrontierDrawing::shows(const Evaluation& evaluation) const {
  return !std::isnan(evaluation.clean) && !std::isnan(evaluation.of(content_.robust));
}

bool FrontierDrawing::standsOut(int lane) const {
  return content_.chosen.empty() ||
         std::find(content_.chosen.begin(), content_.chosen.end(), lane) != content_.chosen.end();
}

std::optional<TrailPoint> FrontierDrawing::nearest(QPointF place, double reach) const {
  std::optional<TrailPoint> found;
  for (int lane = 0; lane < evaluations_.lanes(); ++lane) {
    if (!standsOut(lane)) continue;
    const auto trail = evaluations_.trail(lane, content_.until);
    for (size_t i = 0; i < trail.size(); ++i) {
      if (!shows(trail[i]) || !frame_.contains(at(trail[i]))) continue;
      const QPointF away = at(trail[i]) - place;
      if (const double distance = std::hypot(away.x(), away.y()); distance <= reach) {
        reach = distance;
        found = {lane, i};
      }
    }
  }
  return found;
}

void FrontierDrawing::paint(QPainter& painter, theme::Tone tone) const {
  painter.setFont(font_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(QPointF(), size_), theme::paper(tone));
  paintGrid(painter, tone);
  paintHeader(painter, tone);
  painter.save();
  painter.setClipRect(frame_);
  for (const int lane : paintingOrder()) paintTrail(painter, lane, tone);
  painter.setPen(QPen(faded(theme::muted(tone), 0.7), 0.07 * em_, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(join());
  paintPresent(painter, tone);
  painter.restore();
}

/// What stands out lies above.
std::vector<int> FrontierDrawing::paintingOrder() const {
  std::vector<int> order = evaluations_.byLambda();
  std::stable_partition(order.begin(), order.end(), [this](int lane) { return !standsOut(lane); });
  return order;
}

void FrontierDrawing::paintGrid(QPainter& painter, theme::Tone tone) const {
  const double inset = kInset * em_;
  const std::vector<double> across = ticks(content_.axes.clean, std::clamp(int(frame_.width() / (5 * em_)), 2, 10));
  const std::vector<double> up = ticks(content_.axes.robust, std::clamp(int(frame_.height() / (2.4 * em_)), 2, 10));
  const auto line = [&](QPointF from, QPointF to) {
    painter.setPen(QPen(theme::grid(tone), 1));
    painter.drawLine(from, to);
    painter.setPen(theme::muted(tone));
  };
  for (const double share : across) {
    const double x = at({.clean = share}).x();
    line({x, frame_.top()}, {x, frame_.bottom()});
    painter.drawText(QRectF(x - 4 * em_, frame_.bottom() + 0.1 * em_, 8 * em_, 1.2 * em_), Qt::AlignCenter,
                     percentText(share, tickDecimals(across)));
  }
  for (const double share : up) {
    const double y = frame_.bottom() - inset -
                     (share - content_.axes.robust.from) / content_.axes.robust.width() * (frame_.height() - 2 * inset);
    line({frame_.left(), y}, {frame_.right(), y});
    painter.drawText(QRectF(0, y - em_, frame_.left() - 0.4 * em_, 2 * em_), Qt::AlignVCenter | Qt::AlignRight,
                     percentText(share, tickDecimals(up)));
  }
}

void FrontierDrawing::paintHeader(QPainter& painter, theme::Tone tone) const {
  QFont bold = font_;
  bold.setWeight(QFont::DemiBold);
  const QRectF top(0.7 * em_, 0.3 * em_, size_.width() - 1.6 * em_, 1.4 * em_);
  const QRectF bottom(frame_.left(), size_.height() - 1.6 * em_, frame_.width(), 1.4 * em_);
  const QString upwards = QStringLiteral("↑ ") + label(content_.robust);
  painter.setPen(theme::ink(tone));
  painter.setFont(bold);
  painter.drawText(top, Qt::AlignVCenter | Qt::AlignLeft, upwards);
  painter.drawText(bottom, Qt::AlignVCenter | Qt::AlignRight, label(Metric::Clean) + QStringLiteral(" →"));
  painter.setFont(font_);
  painter.setPen(theme::muted(tone));
  const auto trail = evaluations_.trail(0, content_.until);
  if (trail.empty()) return;
  QString note = Frontier::tr("step %1").arg(stepText(trail.back().step));
  const QString advice = Frontier::tr("up and right is better");
  const double room = top.width() - QFontMetricsF(bold).horizontalAdvance(upwards) - 2 * em_;
  if (const QString longer = note + QStringLiteral(" · ") + advice;
      QFontMetricsF(font_).horizontalAdvance(longer) <= room)
    note = longer;
  painter.drawText(top, Qt::AlignVCenter | Qt::AlignRight, note);
}

void FrontierDrawing::paintTrail(QPainter& painter, int lane, theme::Tone tone) const {
  const auto trail = evaluations_.trail(lane, content_.until);
  const double strength = standsOut(lane) ? 1 : kStandsBack;
  const QColor colour = theme::lane(lane, evaluations_.lanes(), tone);
  const auto opacity = [&](size_t i) {  // by age: the present is what counts
    const double age = trail.size() < 2 ? 1 : double(i) / double(trail.size() - 1);
    return strength * (kOldest + (1 - kOldest) * age * age);
  };
  const size_t band = std::max<size_t>(1, (trail.size() + kBands - 1) / kBands);
  painter.setBrush(Qt::NoBrush);
  for (size_t begin = 0; begin + 1 < trail.size(); begin += band) {
    QPolygonF line;
    const size_t end = std::min(begin + band, trail.size() - 1);
    for (size_t i = begin; i <= end; ++i)
      if (shows(trail[i])) line << at(trail[i]);
    painter.setPen(QPen(faded(colour, opacity(end)), kLine * em_, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(line);
  }
  if (trail.size() > kMostBeads) return;
  painter.setPen(Qt::NoPen);
  for (size_t i = 0; i < trail.size(); ++i) {
    if (!shows(trail[i])) continue;
    painter.setBrush(faded(colour, opacity(i)));
    painter.drawEllipse(at(trail[i]), 0.16 * em_, 0.16 * em_);
  }
}

/// From λ to λ: the frontier as it is now.
QPolygonF FrontierDrawing::join() const {
  QPolygonF line;
  for (const int lane : evaluations_.byLambda())
    if (const auto trail = evaluations_.trail(lane, content_.until); !trail.empty() && shows(trail.back()))
      line << at(trail.back());
  return line;
}

/// Where the lanes are now. A lane outside of the frame has an arrow at its edge.
void FrontierDrawing::paintPresent(QPainter& painter, theme::Tone tone) const {
  const double dot = kDot * em_;
  std::vector<Present> presents;
  LabelPlacer placer(frame_.adjusted(2, 2, -2, -2), 0.75 * em_);
  for (const int lane : paintingOrder()) {
    const auto trail = evaluations_.trail(lane, content_.until);
    if (trail.empty() || !shows(trail.back())) continue;
    const QPointF there = at(trail.back());
    const QPointF here(std::clamp(there.x(), frame_.left() + dot, frame_.right() - dot),
                       std::clamp(there.y(), frame_.top() + dot, frame_.bottom() - dot));
    const double strength = standsOut(lane) ? 1 : kStandsBack;
    painter.setPen(QPen(faded(theme::paper(tone), strength), 0.1 * em_));
    painter.setBrush(faded(theme::lane(lane, evaluations_.lanes(), tone), strength));
    if (here == there)
      painter.drawEllipse(here, dot, dot);
    else
      painter.drawPolygon(arrow(here, there, 1.2 * dot));
    if (!standsOut(lane)) continue;
    keepOffTrail(placer, lane);
    placer.keepClear(QRectF(here - QPointF(dot, dot), QSizeF(2 * dot, 2 * dot)));
    const auto same = std::find_if(presents.begin(), presents.end(),
                                   [&](const Present& present) { return (present.at - here).manhattanLength() < 1; });
    if (same != presents.end())
      same->lanes.push_back(lane);
    else
      presents.push_back({here, {lane}, here != there ? robustText(trail.back()) : QString()});
  }
  keepOff(placer, join());
  for (const Present& present : presents) paintLabel(painter, present, placer, tone);
}

/// The stretch of the trail near its end is what a label would lie upon.
void FrontierDrawing::keepOffTrail(LabelPlacer& placer, int lane) const {
  const auto trail = evaluations_.trail(lane, content_.until);
  QPolygonF line;
  for (const Evaluation& evaluation : trail.last(std::min<size_t>(trail.size(), 12)))
    if (shows(evaluation)) line << at(evaluation);
  keepOff(placer, line);
}

void FrontierDrawing::keepOff(LabelPlacer& placer, const QPolygonF& line) const {
  for (qsizetype i = 1; i < line.size(); ++i) {
    const QLineF piece(line[i - 1], line[i]);
    const int samples = std::clamp(int(piece.length() / (0.5 * em_)), 1, 40);
    for (int sample = 0; sample < samples; ++sample)
      if (const QPointF point = piece.pointAt(double(sample) / samples); frame_.contains(point))
        placer.ratherNotOn(point);
  }
}

void FrontierDrawing::paintLabel(QPainter& painter, const Present& present, LabelPlacer& placer,
                                 theme::Tone tone) const {
  QString text = labelOf(present.lanes, evaluations_);
  if (!present.outside.isEmpty()) text += QStringLiteral(": ") + present.outside;
  const QFontMetricsF metrics(font_);
  const QRectF place = placer.place(present.at, {metrics.horizontalAdvance(text), 0.95 * em_});
  const QColor colour = theme::lane(present.lanes.front(), evaluations_.lanes(), tone);
  const QPointF near(std::clamp(present.at.x(), place.left() - 2, place.right() + 2),
                     std::clamp(present.at.y(), place.top() + 0.4 * em_, place.bottom() - 0.3 * em_));
  if ((near - present.at).manhattanLength() > 1.3 * em_) {  // which dot it belongs to is no longer plain
    painter.setPen(QPen(faded(colour, 0.6), 1));
    painter.drawLine(present.at, near);
  }
  const QPointF base(place.left(), place.center().y() + 0.5 * (metrics.ascent() - metrics.descent()));
  QPainterPath halo;
  halo.addText(base, font_, text);
  painter.strokePath(halo,
                     QPen(faded(theme::paper(tone), 0.85), 0.22 * em_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setPen(theme::mix(colour, theme::ink(tone), 0.45));
  painter.drawText(base, text);
}

void FrontierDrawing::paintReadout(QPainter& painter, const TrailPoint& point, const QStringList& lines,
                                   theme::Tone tone) const {
  const auto trail = evaluations_.trail(point.lane, content_.until);
  if (point.index >= trail.size() || lines.isEmpty()) return;
  const QPointF here = at(trail[point.index]);
  const double ring = 1.35 * kDot * em_, pad = 0.5 * em_, lineHeight = 1.15 * em_;
  painter.setFont(font_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme::ink(tone), 0.12 * em_));
  painter.setBrush(theme::lane(point.lane, evaluations_.lanes(), tone));
  painter.drawEllipse(here, ring, ring);
  double width = 0;
  for (const QString& line : lines) width = std::max(width, QFontMetricsF(font_).horizontalAdvance(line));
  QRectF box(0, 0, width + 2 * pad, double(lines.size()) * lineHeight + pad);
  // beside the point, on the side with more room
  box.moveLeft(here.x() < frame_.center().x() ? here.x() + em_ : here.x() - em_ - box.width());
  box.moveTop(std::clamp(here.y() - 0.5 * box.height(), 0.0, std::max(0.0, size_.height() - box.height())));
  painter.setPen(QPen(theme::mix(theme::paper(tone), theme::ink(tone), 0.2), 1));
  painter.setBrush(faded(theme::mix(theme::paper(tone), theme::ink(tone), tone == theme::Tone::Dark ? 0.07 : 0), 0.96));
  painter.drawRoundedRect(box, 0.5 * pad, 0.5 * pad);
  QRectF line(box.left() + pad, box.top() + 0.5 * pad, width, lineHeight);
  for (qsizetype i = 0; i < lines.size(); ++i, line.translate(0, lineHeight)) {
    painter.setPen(i == 0 ? theme::ink(tone) : theme::muted(tone));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, lines[i]);
  }
}

}  // namespace sparring
