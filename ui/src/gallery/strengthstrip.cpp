#include "gallery/strengthstrip.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kRow = 1.5;
constexpr double kLeft = 4.2;                 ///< λ
constexpr double kNow = 4.2, kWidestNow = 9;  ///< verdict at the marker
constexpr double kFooled = 4.8;               ///< where it is fooled first
constexpr double kAbove = 1.3, kBelow = 1.4;
constexpr int kTicks = 5;

}  // namespace

StrengthStrip::StrengthStrip(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SizeHorCursor);
}

void StrengthStrip::setSweep(StrengthSweep sweep, std::vector<double> lambdas, const QString& symbol) {
  sweep_ = std::move(sweep);
  lambdas_ = std::move(lambdas);
  symbol_ = symbol;
  updateGeometry();
  update();
}

void StrengthStrip::setStrength(double strength, double most) {
  strength_ = strength;
  most_ = most;
  update();
}

QSize StrengthStrip::sizeHint() const {
  const double em = fontMetrics().height(), rows = std::max<double>(1, double(lambdas_.size()));
  return QSizeF(30 * em, (kAbove + rows * kRow + kBelow) * em).toSize();
}

QSize StrengthStrip::minimumSizeHint() const { return QSize(16 * fontMetrics().height(), sizeHint().height()); }

QFont StrengthStrip::smallFont() const {
  QFont small = font();
  small.setPointSizeF(0.85 * small.pointSizeF());
  return small;
}

double StrengthStrip::nowWidth() const {
  const double em = fontMetrics().height();
  if (sweep_.kind.names.empty()) return kNow * em;
  double widest = 0;
  for (const auto& verdict : now_)
    widest = std::max(widest, QFontMetricsF(smallFont()).horizontalAdvance(verdictText(verdict)));
  return std::clamp(widest + em, kNow * em, kWidestNow * em);
}

QString StrengthStrip::verdictText(const Gallery::Verdict& verdict) const {
  return QStringLiteral("%1 · %2").arg(className(sweep_.kind, verdict.predicted),
                                       percentText(double(verdict.confidence), 0));
}

QRectF StrengthStrip::field(QSizeF size) const {
  const double em = fontMetrics().height();
  return QRectF(std::round(kLeft * em), std::round(kAbove * em),
                std::floor(size.width() - (kLeft + kFooled) * em - nowWidth()),
                std::round(std::max<double>(1, double(lambdas_.size())) * kRow * em));
}

void StrengthStrip::paint(QPainter& painter, QSizeF size, theme::Tone tone) const {
  const double em = fontMetrics().height();
  const QRectF all = field(size);
  const QFont small = smallFont();
  painter.setFont(small);
  painter.setPen(theme::muted(tone));
  painter.drawText(QRectF(all.right() + 0.6 * em, 0, nowWidth(), all.top()), Qt::AlignVCenter | Qt::AlignLeft,
                   tr("reads"));
  painter.drawText(QRectF(all.right() + nowWidth(), 0, kFooled * em, all.top()), Qt::AlignVCenter | Qt::AlignLeft,
                   tr("fooled from"));
  painter.fillRect(all, theme::paper(tone));
  for (size_t lane = 0; lane < sweep_.verdicts.size(); ++lane)
    paintLane(painter, lane, QRectF(all.left(), all.top() + double(lane) * kRow * em, all.width(), kRow * em), tone);
  painter.setFont(small);
  painter.setPen(theme::muted(tone));
  for (int i = 0; i <= kTicks; ++i) {
    const double x = all.left() + all.width() * i / kTicks;
    painter.drawText(QRectF(x - 2 * em, all.bottom() + 0.1 * em, 4 * em, kBelow * em), Qt::AlignCenter,
                     localNumber(most_ * i / kTicks));
  }
  painter.drawText(QRectF(0, all.bottom() + 0.1 * em, (kLeft - 1) * em, kBelow * em), Qt::AlignVCenter | Qt::AlignLeft,
                   symbol_);
  // the marker
  const double x = std::round(all.left() + all.width() * std::clamp(strength_ / most_, 0.0, 1.0));
  const double thick = std::max(2.0, std::round(0.13 * em));
  painter.fillRect(QRectF(x - thick / 2, all.top() - 0.25 * em, thick, all.height() + 0.5 * em), theme::accent(tone));
  painter.drawText(
      QRectF(std::clamp(x - 3 * em, all.left() - kLeft * em, all.right() - 5 * em), 0, 6 * em, all.top() - 0.2 * em),
      Qt::AlignCenter, QStringLiteral("%1 = %2").arg(symbol_, localNumber(strength_)));
}

void StrengthStrip::paintLane(QPainter& painter, size_t lane, const QRectF& row, theme::Tone tone) const {
  const double em = fontMetrics().height();
  const auto& verdicts = sweep_.verdicts[lane];
  // a cell reaches half-way to its neighbours' strengths, so that the marker stands in the cell that is meant
  const double last = double(verdicts.size()) - 1;
  const auto edge = [&](double i) { return std::round(row.left() + row.width() * std::clamp(i / last, 0.0, 1.0)); };
  const QFont small = smallFont();
  painter.setFont(small);
  for (size_t i = 0; i < verdicts.size(); ++i) {
    const bool right = verdicts[i].predicted == sweep_.label;
    const double left = edge(double(i) - 0.5), end = edge(double(i) + 0.5);
    const QRectF cell(left, row.top() + 1, end - left - 1, row.height() - 2);
    const QColor ground = theme::mix(theme::paper(tone), right ? theme::good(tone) : theme::bad(tone),
                                     0.1 + 0.55 * double(verdicts[i].confidence));
    painter.fillRect(cell, ground);
    painter.setPen(theme::contrast(theme::ink(tone), ground) >= theme::contrast(theme::paper(tone), ground)
                       ? theme::ink(tone)
                       : theme::paper(tone));
    const QString name = className(sweep_.kind, verdicts[i].predicted);
    if (sweep_.kind.names.empty() || QFontMetricsF(small).horizontalAdvance(name) <= cell.width())
      painter.drawText(cell, Qt::AlignCenter, name);
  }
  painter.setPen(theme::ink(tone));
  painter.drawText(QRectF(0, row.top(), row.left() - 0.3 * em, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                   lambdaName(lambdas_[lane]));
  const double right = row.right();
  if (lane < now_.size()) {
    painter.setPen(now_[lane].predicted == label_ ? theme::good(tone) : theme::bad(tone));
    painter.drawText(QRectF(right + 0.6 * em, row.top(), nowWidth(), row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     verdictText(now_[lane]));
  }
  const double from = sweep_.fooledFrom[lane];
  painter.setPen(theme::ink(tone));
  painter.drawText(
      QRectF(right + nowWidth(), row.top(), kFooled * em, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
      std::isnan(from) ? tr("never") : QStringLiteral("%1 = %2").arg(symbol_, QLocale().toString(from, 'f', 3)));
}

void StrengthStrip::setNow(std::vector<Gallery::Verdict> now, int label) {
  now_ = std::move(now);
  label_ = label;
  update();
}

void StrengthStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, size(), theme::tone());
  if (!hasFocus()) return;
  painter.setPen(theme::accent());
  painter.drawRect(field(size()).adjusted(-1, -1, 0, 0));
}

void StrengthStrip::askAt(double x) {
  const QRectF all = field(size());
  const double share = std::clamp((x - all.left()) / all.width(), 0.0, 1.0);
  Q_EMIT strengthAsked(std::round(200 * share) / 200 * most_);
}

void StrengthStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) askAt(event->position().x());
}

void StrengthStrip::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) askAt(event->position().x());
}

void StrengthStrip::keyPressEvent(QKeyEvent* event) {
  const double step = most_ / 50;
  switch (event->key()) {
    case Qt::Key_Left:
      return Q_EMIT strengthAsked(std::max(0.0, strength_ - step));
    case Qt::Key_Right:
      return Q_EMIT strengthAsked(std::min(most_, strength_ + step));
    case Qt::Key_Home:
      return Q_EMIT strengthAsked(0);
    case Qt::Key_End:
      return Q_EMIT strengthAsked(most_);
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
