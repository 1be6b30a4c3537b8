#include "robustness/corruptionfigure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "base/attacktext.h"
#include "base/text.h"

namespace sparring::ui {
namespace {

struct CorruptionText {
  Q_DECLARE_TR_FUNCTIONS(figure)
};

constexpr double kBelow = 4.2;       ///< in heights of the font: strengths, and a name in two lines
constexpr double kGap = 0.9;         ///< between groups, in slots
constexpr double kLeastGroup = 2.2;  ///< in slots: a name needs room
constexpr double kAir = 0.12;        ///< on either side of a slot

QColor baselineColour(theme::Tone tone) { return theme::mix(theme::paper(tone), theme::muted(tone), 0.55); }

PercentFrame::Head headOf(const CorruptionContent& content, theme::Tone tone) {
  PercentFrame::Head head{content.title, content.note, {}, content.classes};
  if (!content.baseline.isEmpty())
    head.legend.push_back({content.baseline, baselineColour(tone), LegendEntry::Sign::Box});
  head.legend.push_back({content.trained, theme::lane(content.lane, content.lanes, tone), LegendEntry::Sign::Box});
  return head;
}

double widthOf(const CorruptionContent::Group& group) { return std::max(kLeastGroup, double(group.levels.size())); }

}  // namespace

std::vector<CorruptionContent::Group> corruptionGroups(const LaneAssessment& trained, const LaneAssessment* baseline) {
  const auto of = [](const Share& share) { return std::optional(share); };
  std::vector<CorruptionContent::Group> groups{
      {{}, {}, {{0, trained.clean, baseline ? of(baseline->clean) : std::nullopt}}}};
  for (const Curve& curve : trained.curves) {
    if (!attackInfo(curve.attack.name).corruption()) continue;
    const Curve* other = baseline ? baseline->curve(curve.attack.name) : nullptr;
    CorruptionContent::Group group{curve.attack.name, curve.key, {}};
    for (const auto& point : curve.points) {
      group.levels.push_back({point.strength, point.share, {}});
      if (!other) continue;
      const auto same = std::ranges::find(other->points, point.strength, &Curve::Point::strength);
      if (same != other->points.end()) group.levels.back().baseline = same->share;
    }
    if (!group.levels.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

CorruptionFigure::CorruptionFigure(CorruptionContent content, QSizeF size, const QFont& font, theme::Tone tone)
    : content_(std::move(content)), font_(font), frame_(headOf(content_, tone), size, font, kBelow) {
  placeSlots();
}

void CorruptionFigure::placeSlots() {
  double units = kGap * double(content_.groups.size());
  for (const auto& group : content_.groups) units += widthOf(group);
  const double unit = std::min(frame_.rect().width() / units, 5 * frame_.em());
  double x = frame_.rect().center().x() - 0.5 * (units - kGap) * unit;
  for (size_t g = 0; g < content_.groups.size(); ++g) {
    const size_t levels = content_.groups[g].levels.size();
    const double from = x + 0.5 * unit * (widthOf(content_.groups[g]) - double(levels));
    for (size_t l = 0; l < levels; ++l) bars_.push_back({g, l, from + double(l) * unit, from + double(l + 1) * unit});
    x += unit * (widthOf(content_.groups[g]) + kGap);
  }
}

const CorruptionContent::Level& CorruptionFigure::level(const Slot& slot) const {
  return content_.groups[slot.group].levels[slot.level];
}

std::optional<int> CorruptionFigure::placeAt(QPointF at) const {
  for (size_t i = 0; i < bars_.size(); ++i)
    if (at.x() >= bars_[i].from && at.x() < bars_[i].to) return int(i);
  return {};
}

Figure::Readout CorruptionFigure::readout(int place, theme::Tone tone) const {
  const Slot& slot = bars_[size_t(place)];
  const auto& group = content_.groups[slot.group];
  const auto& [strength, trained, baseline] = level(slot);
  Readout readout{{0.5 * (slot.from + slot.to), frame_.y(0.5)}, CorruptionText::tr("Clean images"), {}};
  if (!group.corruption.empty()) readout.title = attackAt(group.corruption, group.key, strength);
  const auto add = [&](const QString& name, const Share& share, double x, const QColor& colour) {
    readout.rows.push_back({name, shareText(share), colour, QPointF(x, frame_.y(share.value()))});
  };
  const double middle = readout.at.x(),
               aside = content_.baseline.isEmpty() ? 0 : (0.25 - 0.5 * kAir) * (slot.to - slot.from);
  if (baseline) add(content_.baseline, *baseline, middle - aside, baselineColour(tone));
  add(content_.trained, trained, middle + aside, colour(tone));
  return readout;
}

void CorruptionFigure::paint(QPainter& painter, theme::Tone tone) const {
  frame_.paint(painter, tone);
  for (const Slot& slot : bars_) paintSlot(painter, slot, tone);
  for (size_t group = 0; group < content_.groups.size(); ++group) paintNames(painter, group, tone);
}

void CorruptionFigure::paintSlot(QPainter& painter, const Slot& slot, theme::Tone tone) const {
  const auto& [strength, trained, baseline] = level(slot);
  const double air = kAir * (slot.to - slot.from), from = slot.from + air, to = slot.to - air;
  const double middle = content_.baseline.isEmpty() ? from : 0.5 * (from + to);
  if (baseline) paintBar(painter, from, middle, *baseline, baselineColour(tone), tone);
  paintBar(painter, middle, to, trained, colour(tone), tone);
}

void CorruptionFigure::paintBar(QPainter& painter, double from, double to, const Share& share, const QColor& colour,
                                theme::Tone tone) const {
  painter.fillRect(QRectF(QPointF(from, frame_.y(share.value())), QPointF(to, frame_.y(0))), colour);
  frame_.paintInterval(painter, 0.5 * (from + to), share, 0.5 * (to - from), theme::mix(colour, theme::ink(tone), 0.6));
}

/// Every strength where there is room, else the first and the last.
void CorruptionFigure::paintNames(QPainter& painter, size_t group, theme::Tone tone) const {
  const auto& [corruption, key, levels] = content_.groups[group];
  const auto first = std::ranges::find(bars_, group, &Slot::group);
  const Slot& last = *(first + std::ptrdiff_t(levels.size()) - 1);
  const QFontMetricsF metrics(font_);
  const double em = frame_.em(), below = frame_.rect().bottom() + 0.15 * em, unit = first->to - first->from;
  painter.setPen(theme::muted(tone));
  const auto strength = [&](const Slot& slot) {
    painter.drawText(QRectF(slot.from - 2 * em, below, slot.to - slot.from + 4 * em, 1.2 * em), Qt::AlignCenter,
                     localNumber(level(slot).strength));
  };
  double widest = 0;
  for (const auto& one : levels) widest = std::max(widest, metrics.horizontalAdvance(localNumber(one.strength)));
  if (!corruption.empty())
    for (auto slot = first; slot <= first + std::ptrdiff_t(levels.size()) - 1; ++slot)
      if (widest + 0.3 * em < unit || slot == first || &*slot == &last) strength(*slot);
  const double middle = 0.5 * (first->from + last.to);
  const double room = std::max(double(levels.size()), kLeastGroup) * unit + 0.8 * kGap * unit;
  painter.setPen(theme::ink(tone));
  painter.drawText(QRectF(middle - 0.5 * room, below + 1.2 * em, room, 2.4 * em),
                   Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                   corruption.empty() ? CorruptionText::tr("Clean") : attackName(corruption));
}

}  // namespace sparring::ui
