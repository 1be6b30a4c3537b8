#include "robustness/strengthfigure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <set>

#include "base/attacktext.h"
#include "base/text.h"
#include "widgets/axis.h"

namespace sparring::ui {
namespace {

struct StrengthText {
  Q_DECLARE_TR_FUNCTIONS(figure)
};

// In heights of the font.
constexpr double kUnderAxis = 2.9;
constexpr double kInset = 0.6;  ///< from the frame to strength 0
constexpr double kDot = 0.24;
constexpr double kLine = 0.13;

constexpr double kPale = 0.45;  ///< opacity

std::vector<double> strengthsOf(const std::vector<StrengthLine>& lines) {
  std::set<double> all{0};
  for (const StrengthLine& line : lines)
    for (const auto& point : line.points) all.insert(point.strength);
  return {all.begin(), all.end()};
}

PercentFrame::Head headOf(const StrengthContent& content, theme::Tone tone) {
  PercentFrame::Head head{content.title, content.note, {}, content.classes};
  for (const StrengthLine& line : content.lines)
    head.legend.push_back(
        {line.name, line.colour(tone), line.baseline ? LegendEntry::Sign::Dashes : LegendEntry::Sign::Line});
  return head;
}

}  // namespace

QColor StrengthLine::colour(theme::Tone tone) const {
  return pinned ? theme::muted(tone) : theme::lane(lane, lanes, tone);
}

StrengthFigure::StrengthFigure(StrengthContent content, QSizeF size, const QFont& font, theme::Tone tone)
    : content_(std::move(content)),
      font_(font),
      strengths_(strengthsOf(content_.lines)),
      frame_(headOf(content_, tone), size, font, kUnderAxis) {}

double StrengthFigure::x(double strength) const {
  const QRectF rect = frame_.rect();
  const double inset = kInset * frame_.em(), most = std::max(strengths_.back(), 1e-9);
  return rect.left() + inset + strength / most * (rect.width() - 2 * inset);
}

std::optional<int> StrengthFigure::placeAt(QPointF at) const {
  if (!frame_.rect().adjusted(-frame_.em(), 0, frame_.em(), 0).contains(at)) return {};
  const auto nearest =
      std::ranges::min_element(strengths_, {}, [&](double strength) { return std::abs(x(strength) - at.x()); });
  return int(nearest - strengths_.begin());
}

Figure::Readout StrengthFigure::readout(int place, theme::Tone tone) const {
  const double strength = strengths_[size_t(place)];
  Readout readout{{x(strength), frame_.rect().center().y()}, StrengthText::tr("Clean images"), {}};
  if (strength > 0) readout.title = attackAt(content_.attack, content_.key, strength);
  for (const StrengthLine& line : content_.lines) {
    const auto point = std::ranges::find(line.points, strength, &Curve::Point::strength);
    if (strength > 0 && point == line.points.end()) continue;
    const Share& share = strength > 0 ? point->share : line.clean;
    readout.rows.push_back(
        {line.name, shareText(share), line.colour(tone), QPointF(x(strength), frame_.y(share.value()))});
  }
  return readout;
}

void StrengthFigure::paint(QPainter& painter, theme::Tone tone) const {
  frame_.paint(painter, tone);
  paintAxis(painter, tone);
  if (content_.outdated) painter.setOpacity(kPale);
  for (const StrengthLine& line : content_.lines) paintLine(painter, line, tone);
}

void StrengthFigure::paintAxis(QPainter& painter, theme::Tone tone) const {
  const QRectF rect = frame_.rect();
  const double em = frame_.em();
  const ShareRange axis{0, std::max(strengths_.back(), 1e-9)};
  for (const double strength : ticks(axis, std::clamp(int(rect.width() / (4.5 * em)), 2, 10))) {
    painter.setPen(QPen(theme::grid(tone), 1));
    painter.drawLine(QPointF(x(strength), rect.top()), QPointF(x(strength), rect.bottom()));
    painter.setPen(theme::muted(tone));
    painter.drawText(QRectF(x(strength) - 3 * em, rect.bottom() + 0.2 * em, 6 * em, 1.2 * em), Qt::AlignCenter,
                     localNumber(strength));
  }
  painter.drawText(QRectF(rect.left(), rect.bottom() + 1.4 * em, rect.width(), 1.4 * em),
                   Qt::AlignVCenter | Qt::AlignRight,
                   strengthTitle(content_.attack, content_.key) + QStringLiteral(" →"));
}

/// The clean accuracy is a ring: it belongs to no strength.
void StrengthFigure::paintLine(QPainter& painter, const StrengthLine& line, theme::Tone tone) const {
  const double em = frame_.em(), dot = kDot * em;
  const QColor colour = line.colour(tone);
  QPolygonF path{QPointF(x(0), frame_.y(line.clean.value()))};
  for (const auto& [strength, share] : line.points) path << QPointF(x(strength), frame_.y(share.value()));
  painter.setPen(QPen(colour, kLine * em, line.baseline ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(path);
  for (const auto& [strength, share] : line.points) {
    frame_.paintInterval(painter, x(strength), share, 0.5 * em, colour);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(x(strength), frame_.y(share.value())), dot, dot);
  }
  frame_.paintInterval(painter, x(0), line.clean, 0.5 * em, colour);
  painter.setPen(QPen(colour, kLine * em));
  painter.setBrush(theme::paper(tone));
  painter.drawEllipse(path.front(), dot, dot);
}

}  // namespace sparring::ui
