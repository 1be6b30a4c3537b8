#include "sweep/paralleldrawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kNames = 3.2, kAround = 0.7, kGrip = 0.9, kBrushWidth = 0.8, kNear = 0.35;
constexpr int kShades = 64;

double distanceTo(QPointF at, QPointF a, QPointF b) {
  const QPointF along = b - a, to = at - a;
  const double length = QPointF::dotProduct(along, along);
  const double t = length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0;
  const QPointF off = to - t * along;
  return std::hypot(off.x(), off.y());
}

double widestTick(const AxisScale& scale, const QFont& font) {
  double width = 0;
  for (const auto& tick : scale.ticks(6)) width = std::max(width, QFontMetricsF(font).horizontalAdvance(tick.text));
  return width;
}

}  // namespace

ParallelDrawing::ParallelDrawing(std::vector<ParallelAxis> axes, bool more, QSizeF size, const QFont& font)
    : axes_(std::move(axes)), more_(more), size_(size), font_(font), em_(QFontMetricsF(font).height()) {
  const double right = axes_.empty() ? 0 : widestTick(axes_.back().scale, font_);
  const double top = (kNames + kAround) * em_;
  rect_ = QRectF(1.6 * em_, top, std::max(1.0, size.width() - 3.0 * em_ - right),
                 std::max(1.0, size.height() - top - 1.2 * em_));
  const size_t count = axes_.empty() ? 0 : axes_.front().values.size();
  lines_.resize(count);
  shares_.assign(count, std::numeric_limits<double>::quiet_NaN());
  for (size_t line = 0; line < count; ++line)
    for (int i = 0; i < this->axes(); ++i) {
      const double value = axes_[size_t(i)].values[line];
      if (!std::isfinite(value)) break;
      const double at = axes_[size_t(i)].scale.share(value);
      lines_[line] << QPointF(x(i), y(at));
      if (i + 1 == this->axes()) shares_[line] = more_ ? at : 1 - at;
    }
  order_.resize(count);
  std::iota(order_.begin(), order_.end(), size_t(0));
  std::ranges::stable_sort(order_, {}, [this](size_t i) { return std::isnan(shares_[i]) ? -1 : shares_[i]; });
}

double ParallelDrawing::x(int axis) const {
  return axes_.size() < 2 ? rect_.center().x() : rect_.left() + axis * rect_.width() / double(axes_.size() - 1);
}

double ParallelDrawing::share(double y) const { return std::clamp((rect_.bottom() - y) / rect_.height(), 0.0, 1.0); }

std::optional<int> ParallelDrawing::axisAt(QPointF at) const {
  if (at.y() > rect_.bottom() + em_) return {};
  for (int i = 0; i < axes(); ++i)
    if (std::abs(at.x() - x(i)) <= kGrip * em_) return i;
  return {};
}

std::optional<size_t> ParallelDrawing::lineAt(QPointF at, const std::vector<bool>& among) const {
  std::optional<size_t> nearest;
  double least = kNear * em_;
  for (size_t line = 0; line < lines_.size(); ++line) {
    if (!among[line]) continue;
    for (qsizetype i = 0; i + 1 < lines_[line].size(); ++i) {
      if (at.x() < lines_[line][i].x() - least || at.x() > lines_[line][i + 1].x() + least) continue;
      if (const double d = distanceTo(at, lines_[line][i], lines_[line][i + 1]); d < least) {
        least = d;
        nearest = line;
      }
    }
  }
  return nearest;
}

std::vector<bool> ParallelDrawing::within(const Brushes& brushes) const {
  std::vector<bool> all(lines_.size(), true);
  for (size_t i = 0; i < std::min(brushes.size(), axes_.size()); ++i) {
    if (!brushes[i]) continue;
    for (size_t line = 0; line < lines_.size(); ++line) {
      const double value = axes_[i].values[line];
      all[line] = all[line] && std::isfinite(value) && brushes[i]->holds(axes_[i].scale.share(value));
    }
  }
  return all;
}

QColor ParallelDrawing::colour(size_t line, theme::Tone tone) const {
  if (std::isnan(shares_[line])) return theme::grid(tone);
  return theme::lane(int(std::clamp(shares_[line], 0.0, 1.0) * (kShades - 1)), kShades, tone);
}

void ParallelDrawing::paintLine(QPainter& painter, size_t line, theme::Tone tone, double opacity, double width) const {
  painter.setPen(QPen(theme::faded(colour(line, tone), opacity), width));
  painter.drawPolyline(lines_[line]);
}

void ParallelDrawing::paintAxes(QPainter& painter, theme::Tone tone, const Brushes& brushes, int chosen) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font_);
  for (int i = 0; i < axes(); ++i) paintAxis(painter, i, tone, i == chosen);
  for (size_t i = 0; i < std::min(brushes.size(), axes_.size()); ++i)
    if (brushes[i]) paintBrush(painter, int(i), *brushes[i], tone);
}

void ParallelDrawing::paintAxis(QPainter& painter, int axis, theme::Tone tone, bool chosen) const {
  const ParallelAxis& one = axes_[size_t(axis)];
  const double at = x(axis), room = axes_.size() < 2 ? rect_.width() : rect_.width() / double(axes_.size() - 1);
  QRectF name(at - 0.48 * room, 0.2 * em_, 0.96 * room, kNames * em_);
  if (name.left() < 0.2 * em_) name.setLeft(0.2 * em_);
  if (name.right() > size_.width() - 0.2 * em_) name.setRight(size_.width() - 0.2 * em_);
  const Qt::Alignment side = axis == 0 ? Qt::AlignLeft : axis + 1 == axes() ? Qt::AlignRight : Qt::AlignHCenter;
  QFont font = font_;
  font.setBold(axis + 1 == axes());
  const auto fits = [&](const QString& text) {
    const QRectF needed = QFontMetricsF(font).boundingRect(name, int(side) | Qt::AlignBottom | Qt::TextWordWrap, text);
    return needed.height() <= name.height() && needed.width() <= name.width() + 1;
  };
  painter.setFont(font);
  painter.setPen(chosen ? theme::accent(tone) : theme::ink(tone));
  painter.drawText(name, int(side) | Qt::AlignBottom | Qt::TextWordWrap, fits(one.name) ? one.name : one.brief);
  painter.setFont(font_);
  painter.setPen(QPen(chosen ? theme::accent(tone) : theme::muted(tone), chosen ? 2 : 1));
  painter.drawLine(QPointF(at, rect_.top()), QPointF(at, rect_.bottom()));
  if (axis + 1 == axes())
    for (int shade = 0; shade < kShades; ++shade) {
      const double to = double(shade) / kShades;
      painter.fillRect(QRectF(at - 0.15 * em_, y(to + 1.0 / kShades), 0.3 * em_, rect_.height() / kShades + 0.6),
                       theme::lane(more_ ? shade : kShades - 1 - shade, kShades, tone));
    }
  double free = 1e9;
  for (const auto& tick : one.scale.ticks(6)) {
    const double height = y(tick.share);
    painter.setPen(QPen(theme::muted(tone), 1));
    painter.drawLine(QPointF(at - 0.25 * em_, height), QPointF(at + 0.25 * em_, height));
    if (height > free) continue;
    free = height - 1.05 * em_;
    const double width = std::min(QFontMetricsF(font_).horizontalAdvance(tick.text),
                                  axis + 1 == axes() ? 1e9 : std::max(2 * em_, room - 1.2 * em_));
    const QRectF label(at + 0.45 * em_, height - 0.55 * em_, width + 0.2 * em_, 1.1 * em_);
    painter.fillRect(label, theme::faded(theme::paper(tone), 0.75));
    painter.setPen(theme::ink(tone));
    painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font_).elidedText(tick.text, Qt::ElideRight, label.width()));
  }
}

void ParallelDrawing::paintBrush(QPainter& painter, int axis, const Brush& brush, theme::Tone tone) const {
  const QRectF box(QPointF(x(axis) - kBrushWidth / 2 * em_, y(brush.to)),
                   QPointF(x(axis) + kBrushWidth / 2 * em_, y(brush.from)));
  painter.setPen(QPen(theme::accent(tone), 1.5));
  painter.setBrush(theme::faded(theme::accent(tone), 0.2));
  painter.drawRoundedRect(box, 0.15 * em_, 0.15 * em_);
  painter.setBrush(Qt::NoBrush);
}

}  // namespace sparring::ui
