// Where the lanes are now: dots, their labels, and the readout of one evaluation.
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "base/text.h"
#include "frontier/frontierdrawing.h"
#include "frontier/labelplacer.h"

namespace sparring::ui {
namespace {

constexpr double kInterval = 0.4;  ///< opacity
constexpr double kWhisker = 0.1;   ///< width, in heights of the font

struct PresentText {
  Q_DECLARE_TR_FUNCTIONS(frontier)
};

QString labelOf(const std::vector<int>& lanes, const Evaluations& evaluations) {
  if (lanes.size() > 1 && lanes.size() == evaluations.lambdas().size())
    return PresentText::tr("all %1 λ").arg(evaluations.lanes());
  QStringList values;
  for (const int lane : lanes) values << localNumber(evaluations.lambdas()[size_t(lane)]);
  return QStringLiteral("λ = %1").arg(values.join(QStringLiteral(", ")));
}

/// Points from `from` towards `to`.
QPolygonF arrow(QPointF from, QPointF to, double size) {
  const QLineF way = QLineF(from, to).unitVector();
  const QPointF ahead(way.dx() * size, way.dy() * size), aside(-ahead.y(), ahead.x());
  return {{from + ahead, from - 0.6 * ahead + aside, from - 0.6 * ahead - aside}};
}

}  // namespace

/// Where the lanes are now. A lane outside of the frame has an arrow at its edge.
void FrontierDrawing::paintPresent(QPainter& painter, theme::Tone tone) const {
  const double dot = kDot * em_;
  std::vector<Present> presents;
  LabelPlacer placer(frame_.adjusted(2, 2, -2, -2), 0.55 * em_);
  for (const int lane : paintingOrder()) {
    const auto trail = evaluations_.trail(lane, content_.until);
    if (trail.empty() || !shows(trail.back())) continue;
    const QPointF there = at(trail.back());
    const QPointF here(std::clamp(there.x(), frame_.left() + dot, frame_.right() - dot),
                       std::clamp(there.y(), frame_.top() + dot, frame_.bottom() - dot));
    const double strength = standsOut(lane) ? 1 : kStandsBack;
    const QColor colour = theme::lane(lane, evaluations_.lanes(), tone);
    if (here == there) {
      painter.setPen(QPen(theme::faded(colour, kInterval * strength), kWhisker * em_, Qt::SolidLine, Qt::FlatCap));
      for (const QPolygonF& whisker : interval(trail.back())) {
        painter.drawPolyline(whisker);
        const double half = 0.5 * kWhisker * em_;
        if (standsOut(lane)) placer.keepOffBar(whisker.boundingRect().adjusted(-half, -half, half, half));
      }
    }
    painter.setPen(QPen(theme::faded(theme::paper(tone), strength), 0.1 * em_));
    painter.setBrush(theme::faded(colour, strength));
    if (here == there)
      painter.drawEllipse(here, dot, dot);
    else
      painter.drawPolygon(arrow(here, there, 1.4 * dot));
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

/// A cross as wide and as tall as chance alone may have moved the dot.
std::array<QPolygonF, 2> FrontierDrawing::interval(const Evaluation& evaluation) const {
  const double robust = evaluation.of(content_.robust);
  const ShareRange across = evaluations_.interval(evaluation.clean), up = evaluations_.interval(robust);
  return {QPolygonF({at(across.from, robust), at(across.to, robust)}),
          QPolygonF({at(evaluation.clean, up.from), at(evaluation.clean, up.to)})};
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
  const double pad = 0.25 * em_;
  const QSizeF size(metrics.horizontalAdvance(text) + 2 * pad, 0.95 * em_);
  const QRectF place = placer.place(present.at, size).adjusted(pad, 0, -pad, 0);
  const QColor colour = theme::lane(present.lanes.front(), evaluations_.lanes(), tone);
  const QPointF near(std::clamp(present.at.x(), place.left() - 2, place.right() + 2),
                     std::clamp(present.at.y(), place.top() + 0.4 * em_, place.bottom() - 0.3 * em_));
  if ((near - present.at).manhattanLength() > 1.3 * em_) {  // which dot it belongs to is no longer plain
    painter.setPen(QPen(theme::faded(colour, 0.6), 1));
    painter.drawLine(present.at, near);
  }
  const QPointF base(place.left(), place.center().y() + 0.5 * (metrics.ascent() - metrics.descent()));
  QPainterPath halo;
  halo.addText(base, font_, text);
  painter.strokePath(
      halo, QPen(theme::faded(theme::paper(tone), 0.85), 0.22 * em_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
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
  painter.setBrush(
      theme::faded(theme::mix(theme::paper(tone), theme::ink(tone), tone == theme::Tone::Dark ? 0.07 : 0), 0.96));
  painter.drawRoundedRect(box, 0.5 * pad, 0.5 * pad);
  QRectF line(box.left() + pad, box.top() + 0.5 * pad, width, lineHeight);
  for (qsizetype i = 0; i < lines.size(); ++i, line.translate(0, lineHeight)) {
    painter.setPen(i == 0 ? theme::ink(tone) : theme::muted(tone));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, lines[i]);
  }
}

}  // namespace sparring::ui
