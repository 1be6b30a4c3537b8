#include "frontier/frontierdrawing.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "base/metrictext.h"
#include "base/text.h"

namespace sparring::ui {
namespace {

struct Frontier {
  Q_DECLARE_TR_FUNCTIONS(frontier)
};

// In heights of the font.
constexpr double kInset = 0.7;  ///< from the frame to the ends of the axes: a dot at 100 % is whole
constexpr double kBead = 0.16;
constexpr double kLine = 0.13;

constexpr size_t kBands = 24;     ///< shades along a trail
constexpr size_t kBeads = 40;     ///< the latest evaluations have a dot each
constexpr size_t kOlder = 100;    ///< before them at most so many are drawn: strokes cost time
constexpr double kOldest = 0.10;  ///< opacity of a trail's beginning

/// The latest evaluations, and of the older ones evenly some.
std::vector<Evaluation> thinned(std::span<const Evaluation> trail) {
  const size_t older = trail.size() - std::min(trail.size(), kBeads), stride = std::max<size_t>(1, older / kOlder);
  std::vector<Evaluation> kept;
  for (size_t i = 0; i < trail.size(); i += i < older ? std::min(stride, older - i) : 1) kept.push_back(trail[i]);
  return kept;
}

}  // namespace

FrontierDrawing::FrontierDrawing(const Evaluations& evaluations, FrontierContent content, QSizeF size, QFont font)
    : evaluations_(evaluations), content_(std::move(content)), font_(std::move(font)), size_(size) {
  const QFontMetricsF metrics(font_);
  em_ = metrics.height();
  const double left = metrics.horizontalAdvance(percentText(0.888, 1)) + 0.9 * em_;
  frame_ = QRectF(QPointF(left, 2.0 * em_), QPointF(size.width() - 1.3 * em_, size.height() - 2.9 * em_));
}

QPointF FrontierDrawing::at(double clean, double robust) const {
  const double inset = kInset * em_;
  const auto share = [](double value, ShareRange axis) { return (value - axis.from) / axis.width(); };
  return {frame_.left() + inset + share(clean, content_.axes.clean) * (frame_.width() - 2 * inset),
          frame_.bottom() - inset - share(robust, content_.axes.robust) * (frame_.height() - 2 * inset)};
}

QPointF FrontierDrawing::at(const Evaluation& evaluation) const {
  return at(evaluation.clean, evaluation.of(content_.robust));
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
  painter.setPen(QPen(theme::faded(theme::muted(tone), 0.7), 0.07 * em_, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
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
  const QString upwards = QStringLiteral("↑ ") + label(content_.robust, evaluations_.accuracies());
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
  std::vector<QPointF> points;
  for (const Evaluation& evaluation : thinned(evaluations_.trail(lane, content_.until)))
    if (shows(evaluation) && (points.empty() || at(evaluation) != points.back()))  // standing still does not age it
      points.push_back(at(evaluation));
  const double strength = standsOut(lane) ? 1 : kStandsBack;
  const QColor colour = theme::lane(lane, evaluations_.lanes(), tone);
  const auto opacity = [&](size_t i) {  // by age: the present is what counts
    const double age = points.size() < 2 ? 1 : double(i) / double(points.size() - 1);
    return strength * (kOldest + (1 - kOldest) * age * age);
  };
  const size_t band = (points.size() + kBands - 1) / kBands;
  painter.setBrush(Qt::NoBrush);
  for (size_t begin = 0; begin + 1 < points.size(); begin += band) {
    const size_t end = std::min(begin + band, points.size() - 1);
    painter.setPen(QPen(theme::faded(colour, opacity(end)), kLine * em_, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(points.data() + begin, int(end - begin + 1));
  }
  painter.setPen(Qt::NoPen);
  for (size_t i = points.size() - std::min(points.size(), kBeads); i < points.size(); ++i) {
    painter.setBrush(theme::faded(colour, opacity(i)));
    painter.drawEllipse(points[i], kBead * em_, kBead * em_);
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

}  // namespace sparring::ui
