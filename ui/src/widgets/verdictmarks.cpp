#include "widgets/verdictmarks.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace sparring::ui {
namespace {

struct VerdictText {
  Q_DECLARE_TR_FUNCTIONS(verdict)
};

}  // namespace

Mark markOf(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::Gain:
      return Mark::Gain;
    case Finding::Kind::Cost:
      return Mark::Cost;
    case Finding::Kind::Doubt:
      return Mark::Doubt;
    case Finding::Kind::Equal:
      break;
  }
  return Mark::Equal;
}

Mark markOf(Check::Verdict verdict) {
  return verdict == Check::Verdict::Pass ? Mark::Pass : verdict == Check::Verdict::Alarm ? Mark::Doubt : Mark::Unknown;
}

QString markText(Mark mark) {
  switch (mark) {
    case Mark::Gain:
      return VerdictText::tr("Gain");
    case Mark::Cost:
      return VerdictText::tr("Loss");
    case Mark::Equal:
      return VerdictText::tr("No gain");
    case Mark::Doubt:
      return VerdictText::tr("Alarm");
    case Mark::Pass:
      return VerdictText::tr("Passed");
    case Mark::Unknown:
      return VerdictText::tr("Not known");
  }
  return {};
}

QColor markColour(Mark mark, theme::Tone tone) {
  switch (mark) {
    case Mark::Gain:
    case Mark::Pass:
      return theme::good(tone);
    case Mark::Cost:
      return theme::bad(tone);
    case Mark::Doubt:
      return theme::warning(tone);
    default:
      return theme::muted(tone);
  }
}

QString markSign(Mark mark) {
  switch (mark) {
    case Mark::Gain:
      return QStringLiteral("+");
    case Mark::Cost:
      return QStringLiteral("−");
    case Mark::Equal:
      return QStringLiteral("=");
    case Mark::Doubt:
      return QStringLiteral("!");
    case Mark::Pass:
      return QStringLiteral("✓");
    case Mark::Unknown:
      return QStringLiteral("?");
  }
  return {};
}

Badge::Badge(Mark mark, const QString& words, QWidget* parent) : QWidget(parent), mark_(mark) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setToolTip(words);
  setAccessibleName(words);
}

QSize Badge::sizeHint() const {
  const int side = int(1.3 * fontMetrics().height());
  return {side, side};
}

void Badge::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(markColour(mark_));
  painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
  QFont bold = font();
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(theme::paper());
  painter.drawText(rect(), Qt::AlignCenter, markSign(mark_));
}

DifferenceScale DifferenceScale::of(const std::vector<Finding>& findings) {
  DifferenceScale scale;
  for (const Finding& finding : findings) {
    scale.from = std::min(scale.from, 0.1 * std::floor(10 * finding.low));
    scale.to = std::max(scale.to, 0.1 * std::ceil(10 * finding.high));
  }
  return scale;
}

DifferenceBar::DifferenceBar(const Finding& finding, DifferenceScale scale, QWidget* parent)
    : QWidget(parent), finding_(finding), scale_(scale) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize DifferenceBar::sizeHint() const {
  const int em = fontMetrics().height();
  return {6 * em, int(1.3 * em)};
}

void DifferenceBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double em = fontMetrics().height(), middle = 0.5 * height();
  const QRectF track = QRectF(rect()).adjusted(2, 0, -2, 0);
  const auto x = [&](double difference) {
    return track.left() + track.width() * (difference - scale_.from) / (scale_.to - scale_.from);
  };
  const QColor colour = markColour(markOf(finding_.kind));
  painter.fillRect(QRectF(track.left(), middle - 0.5, track.width(), 1), theme::grid());
  painter.fillRect(QRectF(QPointF(x(0), middle - 0.28 * em), QPointF(x(finding_.difference), middle + 0.28 * em)),
                   theme::mix(theme::paper(), colour, 0.55));
  painter.fillRect(QRectF(x(0) - 0.5, 0, 1, height()), theme::muted());
  painter.setPen(QPen(colour, 0.11 * em, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(x(finding_.low), middle), QPointF(x(finding_.high), middle));
  for (const double end : {finding_.low, finding_.high})
    painter.drawLine(QPointF(x(end), middle - 0.2 * em), QPointF(x(end), middle + 0.2 * em));
}

}  // namespace sparring::ui
