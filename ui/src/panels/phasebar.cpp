#include "panels/phasebar.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>
#include <tuple>

#include "base/text.h"
#include "base/theme.h"

namespace sparring::ui {
namespace {

constexpr int kTextMargin = 5;

}  // namespace

PhaseBar::PhaseBar(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

QSize PhaseBar::sizeHint() const { return {320, fontMetrics().height() + 4}; }
QSize PhaseBar::minimumSizeHint() const { return {120, fontMetrics().height() + 4}; }

void PhaseBar::show(const Update& update) {
  const auto look = [this] {
    return std::tuple(segments_, phase_, std::lround(at(step_) * devicePixelRatioF()), step_ < total_);
  };
  const auto before = look();
  segments_ = segments(update);
  phase_ = update.phase;
  step_ = update.step;
  total_ = update.totalSteps;
  setAccessibleName(tr("Progress"));
  setAccessibleDescription(tr("%1 of %2 steps").arg(stepText(step_), stepText(total_)));
  if (look() != before) QWidget::update();
}

// The lengths as the parameters give them; a step limit cuts the last ones.
std::vector<PhaseBar::Segment> PhaseBar::segments(const Update& update) {
  const int64_t perEpoch = update.stepsPerEpoch;
  const Params& p = update.params;
  const std::vector<std::pair<Phase, int64_t>> lengths = {{Phase::Teacher, p.epochsTeacher * perEpoch},
                                                          {Phase::Pretrain, p.epochsPretrain * perEpoch},
                                                          {Phase::Gan, p.epochsGan * perEpoch},
                                                          {Phase::Joint, p.epochsJoint * perEpoch}};
  const bool duel = adversaryInfo(p.adversary).usesGenerator;
  const bool teacher = needsTeacher(p);
  std::vector<Segment> result;
  result.reserve(lengths.size());
  int64_t from = 0;
  for (const auto& [phase, length] : lengths) {
    if ((phase == Phase::Teacher && !teacher) || (phase == Phase::Gan && !duel)) continue;
    const int64_t to = std::min(from + length, update.totalSteps);
    if (to > from) result.push_back({phase, from, to});
    from = to;
  }
  if (!result.empty()) result.back().to = update.totalSteps;
  return result;
}

std::optional<int64_t> PhaseBar::beginOf(Phase phase, const Update& update) {
  for (const auto& segment : segments(update))
    if (segment.phase == phase) return segment.from;
  return {};
}

double PhaseBar::at(int64_t step) const {
  return total_ > 0 ? static_cast<double>(step) / static_cast<double>(total_) * width() : 0;
}

void PhaseBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF all = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
  const auto bar = [&](int64_t from, int64_t to) {
    return QRectF(at(from) + 1, all.top(), std::max(0.0, at(to) - at(from) - 2), all.height());
  };
  painter.setPen(Qt::NoPen);
  if (segments_.empty()) {
    painter.setBrush(theme::mix(theme::panel(), theme::ink(), 0.08));
    painter.drawRoundedRect(all, 3, 3);
    return;
  }
  for (const auto& segment : segments_) {
    const QRectF whole = bar(segment.from, segment.to);
    const bool current = segment.phase == phase_ && step_ < segment.to;
    painter.setBrush(theme::mix(theme::panel(), theme::ink(), 0.08));
    painter.drawRoundedRect(whole, 3, 3);
    painter.save();
    painter.setClipRect(
        QRectF(whole.left(), whole.top(), at(std::min(step_, segment.to)) - at(segment.from) - 2, height()));
    painter.setBrush(theme::mix(theme::panel(), theme::accent(), current ? 0.5 : 0.3));
    painter.drawRoundedRect(whole, 3, 3);
    painter.restore();
    const QString name = label(segment.phase);
    const QRectF inside = whole.adjusted(kTextMargin, 0, -kTextMargin, 0);
    if (inside.width() < fontMetrics().horizontalAdvance(name)) continue;
    painter.setPen(current ? theme::ink() : theme::muted());
    painter.drawText(inside, Qt::AlignCenter, name);
    painter.setPen(Qt::NoPen);
  }
}

bool PhaseBar::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const auto& segment : segments_)
      if (help->pos().x() >= at(segment.from) && help->pos().x() < at(segment.to))
        QToolTip::showText(
            help->globalPos(),
            tr("%1: steps %2 to %3").arg(label(segment.phase), stepText(segment.from), stepText(segment.to)));
    return true;
  }
  return QWidget::event(event);
}

void PhaseBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) QWidget::update();
}

}  // namespace sparring::ui
